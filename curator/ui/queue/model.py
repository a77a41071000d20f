"""The rows of the queue: its shape is known at once, its documents a page at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from curator.domain.queue import BatchRow, DocumentRow, QueueOutline
from curator.translation import gettext as _
from curator.ui.metrics import COMFORTABLE, Metrics
from curator.ui.widgets.line import plain_tip

PAGE = 100
ROW = Qt.ItemDataRole.UserRole
"""The `BatchRow` or `DocumentRow` of an index; None while the document is on its way."""

Index = QModelIndex | QPersistentModelIndex


class Place(NamedTuple):
    """Where a row lies: its batch, and its position there; -1 is the batch's own row."""

    batch: int
    position: int


class QueueModel(QAbstractListModel):
    """Batches with their documents below them, as one flat list.

    All work is by batch, so 100,000 documents cost what their batches cost.

    Signals:
        wanted(int, int, int): documents came into view: batch id, offset, count.
    """

    wanted = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches: tuple[BatchRow, ...] = ()
        self._metrics = COMFORTABLE
        self._folded: set[int] = set()
        self._starts: list[int] = [0]
        self._tops: list[int] = [0]
        self._rows: dict[int, dict[int, DocumentRow]] = {}
        self._where: dict[int, tuple[int, int]] = {}
        self._asked: set[tuple[int, int]] = set()

    @property
    def metrics(self) -> Metrics:
        """How high rows are."""
        return self._metrics

    def set_metrics(self, metrics: Metrics) -> None:
        """Take the heights of another density."""
        self._metrics = metrics
        self._measure()
        self.layoutChanged.emit()

    def set_outline(self, outline: QueueOutline, *, fresh: bool) -> None:
        """Take another shape.

        Args:
            fresh: whether it lists other documents than before (another filter). Otherwise the
                rows at hand stay until newer ones are delivered.
        """
        same = [(batch.id, batch.documents) for batch in outline.batches] == [
            (batch.id, batch.documents) for batch in self._batches
        ]
        self._asked.clear()
        if same and not fresh:
            before, self._batches = self._batches, outline.batches
            for number, start in enumerate(self._starts[: len(before)]):
                if before[number] != self._batches[number]:
                    self.dataChanged.emit(self.index(start), self.index(start))
            return
        self.beginResetModel()
        self._batches = outline.batches
        if fresh:
            self._rows.clear()
            self._where.clear()
        self._measure()
        self.endResetModel()

    def deliver(self, batch_id: int, offset: int, rows: Sequence[DocumentRow]) -> None:
        """Take documents of a batch from an offset on; those of an unknown batch are dropped."""
        found = self._number(batch_id)
        if found is None or not rows:
            return
        held = self._rows.setdefault(batch_id, {})
        for position, row in enumerate(rows, offset):
            held[position] = row
            self._where[row.id] = (batch_id, position)
        count = min(len(rows), self._batches[found].documents - offset)
        if batch_id not in self._folded and count > 0:
            first = self._starts[found] + 1 + offset
            self.dataChanged.emit(self.index(first), self.index(first + count - 1))

    def update_rows(self, rows: Iterable[DocumentRow]) -> None:
        """Show single documents as they stand now; those not at hand are left alone."""
        for row in rows:
            where = self._where.get(row.id)
            if where is not None:
                self._rows[where[0]][where[1]] = row
                index = self.index(self.row_of(row.id))
                if index.isValid():
                    self.dataChanged.emit(index, index)

    def want(self, first: int, last: int) -> None:
        """Ask for what is missing from one row to another, each page once."""
        for row in range(max(0, first), min(last, self.rowCount() - 1) + 1):
            place = self.place(row)
            if place.position < 0:
                continue
            batch = self._batches[place.batch]
            page = place.position // PAGE
            if (batch.id, page) not in self._asked:
                self._asked.add((batch.id, page))
                count = min(PAGE, batch.documents - page * PAGE)
                self.wanted.emit(batch.id, page * PAGE, count)

    def toggle(self, row: int) -> None:
        """Fold or unfold the batch that a row belongs to."""
        number = self.place(row).batch
        batch, first = self._batches[number], self._starts[number] + 1
        if batch.id in self._folded:
            self.beginInsertRows(QModelIndex(), first, first + batch.documents - 1)
            self._folded.discard(batch.id)
            self._measure()
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, first + batch.documents - 1)
            self._folded.add(batch.id)
            self._measure()
            self.endRemoveRows()

    def folded(self, row: int) -> bool:
        """Whether the batch that a row belongs to is folded."""
        return self._batches[self.place(row).batch].id in self._folded

    def place(self, row: int) -> Place:
        """Return where a row lies."""
        number = bisect_right(self._starts, row) - 1
        return Place(number, row - self._starts[number] - 1)

    def row_of(self, document_id: int) -> int:
        """Return the row of a document; -1 while it is not at hand or folded away."""
        batch_id, position = self._where.get(document_id, (0, 0))
        number = self._number(batch_id)
        if number is None or batch_id in self._folded:
            return -1
        if position >= self._batches[number].documents:
            return -1
        return self._starts[number] + 1 + position

    def top(self, row: int) -> int:
        """Return where a row begins, in logical pixels from the top of the list."""
        place = self.place(row)
        if place.position < 0:
            return self._tops[place.batch]
        head = self._tops[place.batch] + self._metrics.batch_row
        return head + place.position * self._metrics.queue_row

    def height(self, row: int) -> int:
        """Return how high a row is, in logical pixels."""
        head = self.place(row).position < 0
        return self._metrics.batch_row if head else self._metrics.queue_row

    @property
    def whole_height(self) -> int:
        """How high all rows are together, in logical pixels."""
        return self._tops[-1]

    def row_at(self, y: int) -> int:
        """Return the row at a height, -1 outside."""
        if not 0 <= y < self.whole_height:
            return -1
        number = bisect_right(self._tops, y) - 1
        below = y - self._tops[number] - self._metrics.batch_row
        return self._starts[number] + (0 if below < 0 else 1 + below // self._metrics.queue_row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are, folded ones left out."""
        return 0 if parent.isValid() else self._starts[-1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or its words for those who do not see it."""
        place = self.place(index.row())
        batch = self._batches[place.batch]
        row: BatchRow | DocumentRow | None = batch
        if place.position >= 0:
            row = self._rows.get(batch.id, {}).get(place.position)
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, DocumentRow):
            told = [row.comment, _("Has other versions") if row.versions else ""]
            return plain_tip("\n".join(part for part in told if part))
        return None

    def _number(self, batch_id: int) -> int | None:
        numbers = (number for number, batch in enumerate(self._batches) if batch.id == batch_id)
        return next(numbers, None)

    def _measure(self) -> None:
        shown = [0 if b.id in self._folded else b.documents for b in self._batches]
        self._starts = [0, *accumulate(1 + count for count in shown)]
        heights = (self._metrics.batch_row + self._metrics.queue_row * count for count in shown)
        self._tops = [0, *accumulate(heights)]


def spoken(row: BatchRow | DocumentRow | None) -> str:
    """Return a row in words."""
    if row is None:
        return "…"
    if isinstance(row, BatchRow):
        return _("Batch {name}, {done} of {total} documents done").format(
            name=row.name, done=row.done, total=row.total
        )
    flag = _(", flagged") if row.flagged else ""
    versions = _(", has other versions") if row.versions else ""
    said = _(", comment: {comment}").format(comment=row.comment) if row.comment else ""
    work = "done" if row.done else _("{left} left").format(left=row.left)
    return f"{row.title}, {work}{flag}{versions}{said}"
