"""Everything annotated in the document, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from curator.domain.annotation import GONE, Annotation
from curator.domain.scheme import Scheme
from curator.ui.inspector.facts import family, listed_quote, score, state_word

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Order(StrEnum):
    """How the list is sorted."""

    PLACE = "by place"
    SCORE = "by score"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One annotation in the list.

    Attributes:
        annotation: as it stands.
        quote: its words on one line.
        family: the colour family of its label.
        depth: how many claims it is nested in.
        score: its confidence, 0–1; None when a person added it.
    """

    annotation: Annotation
    quote: str
    family: str
    depth: int
    score: float | None


class ListModel(QAbstractListModel):
    """The rows, sorted by place or by score."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []
        self._numbers: dict[int, int] = {}
        self._order = Order.PLACE
        self._text = ""
        self._scheme: Scheme | None = None

    @property
    def order(self) -> Order:
        """How the rows are sorted."""
        return self._order

    def set_annotations(self, annotations: Iterable[Annotation], text: str, scheme: Scheme) -> None:
        """Show annotations of a document; those that are gone are left out."""
        shown = {one.id: one for one in annotations if one.state not in GONE}
        same = text is self._text and scheme is self._scheme
        known = {row.annotation.id: row for row in self._rows} if same else {}
        self._text, self._scheme = text, scheme
        rows: list[ListRow] = []
        for one in shown.values():
            row = known.get(one.id)
            if row is None or row.annotation is not one or one.links:
                quote, tone = listed_quote(one, text), family(scheme, one)
                row = ListRow(one, quote, tone, depth(one, shown), score(one))
            rows.append(row)
        self._take(rows)

    def set_order(self, order: Order) -> None:
        """Sort the rows anew."""
        self._order = order
        self._take(self._rows)

    def row_of(self, annotation_id: int | None) -> int:
        """Return the row of an annotation, -1 when it is not listed."""
        return -1 if annotation_id is None else self._numbers.get(annotation_id, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the `ListRow` itself, or its words for those who do not see it."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.annotation.label}: {row.quote}, {state_word(row.annotation)}"
        return None

    def _take(self, rows: Sequence[ListRow]) -> None:
        """Show rows; where only some say something else, the others stay untouched."""
        before = self._rows
        after = sorted(rows, key=_by_score if self._order is Order.SCORE else _by_place)
        if [row.annotation.id for row in before] == [row.annotation.id for row in after]:
            self._rows = after
            for number, row in enumerate(after):
                if row is not before[number]:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = after
        self._numbers = {row.annotation.id: number for number, row in enumerate(after)}
        self.endResetModel()


def depth(annotation: Annotation, shown: dict[int, Annotation]) -> int:
    """Return in how many of the shown claims, one in the other, a claim is nested."""
    seen: set[int] = set()
    outer: Annotation | None = annotation
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        targets = (link.target for link in outer.links if link.role == "nested_in")
        outer = next((shown[target] for target in targets if target in shown), None)
    return len(seen) - 1


def _by_place(row: ListRow) -> tuple[int, int, bool, int]:
    return row.annotation.place


def _by_score(row: ListRow) -> tuple[bool, float, tuple[int, int, bool, int]]:
    decided = not row.annotation.undecided
    return decided, -(1.0 if row.score is None else row.score), _by_place(row)
