"""Everything annotated in the document, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from curator.domain.revised import origin
from curator.domain.scheme import Scheme
from curator.translation import gettext as _
from curator.ui.inspector.facts import family, listed_quote, score, state_word
from curator.ui.ordered import Key, Ordered
from curator.ui.widgets.line import plain_tip

_MANY = 50
"""So many changes at once are not made one by one."""

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Order(StrEnum):
    """How the list is sorted."""

    PLACE = _("by place")
    SCORE = _("by score")


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
    """The rows, sorted by place or by score; a row is made when it is seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ones = Ordered(_by_place)
        self._order = Order.PLACE
        self._text = ""
        self._scheme: Scheme | None = None

    @property
    def order(self) -> Order:
        """How the rows are sorted."""
        return self._order

    def set_annotations(self, annotations: Iterable[Annotation], text: str, scheme: Scheme) -> None:
        """Show annotations of a document; those that are gone are left out."""
        self._text, self._scheme = text, scheme
        self._sort(one for one in annotations if one.state not in GONE)

    def change(self, annotations: Iterable[Annotation], gone: Iterable[int]) -> None:
        """Show some annotations as they stand now, and others not any more."""
        some = list(annotations)
        self._renew([one for one in some if self._ones.keeps(one) and one.state not in GONE])
        moved = [one for one in some if not self._ones.keeps(one) and one.state not in GONE]
        away = {*gone, *(one.id for one in some if one.state in GONE)}
        if len(moved) + len(away) > _MANY:
            self.beginResetModel()
            self._ones.change(moved, away)
            self.endResetModel()
            return
        for number in away:
            self._remove(number)
        for one in moved:
            self._put(one)

    def set_order(self, order: Order) -> None:
        """Sort the rows anew."""
        self._order = order
        self._sort(list(self._ones))

    def row_of(self, annotation_id: int | None) -> int:
        """Return the row of an annotation, -1 when it is not listed."""
        return self._ones.row(annotation_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._ones)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a `ListRow`, or its words for those who do not see it."""
        if role == ROW:
            return self._row(self._ones[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            one = self._ones[index.row()]
            said = _(", comment: {comment}").format(comment=one.comment) if one.comment else ""
            older = origin(one)
            carried = _(", carried over from {document}").format(document=older) if older else ""
            return f"{one.label}: {listed_quote(one, self._text)}, {state_word(one)}{carried}{said}"
        if role == Qt.ItemDataRole.ToolTipRole:
            one = self._ones[index.row()]
            older = origin(one)
            carried = _("Carried over from {document}").format(document=older) if older else ""
            return plain_tip("\n".join(part for part in (one.comment, carried) if part))
        return None

    def _row(self, one: Annotation) -> ListRow:
        assert self._scheme is not None
        return ListRow(
            annotation=one,
            quote=listed_quote(one, self._text),
            family=family(self._scheme, one),
            depth=depth(one, self._ones.get),
            score=score(one),
        )

    def _sort(self, annotations: Iterable[Annotation]) -> None:
        self.beginResetModel()
        key = _by_score if self._order is Order.SCORE else _by_place
        self._ones = Ordered(key, annotations)
        self.endResetModel()

    def _renew(self, staying: list[Annotation]) -> None:
        """Take annotations that stay in their rows."""
        for one in staying:
            self._ones.put(one)
        if len(staying) > _MANY:
            self.dataChanged.emit(self.index(0), self.index(len(self._ones) - 1))
            return
        for one in staying:
            row = self.index(self._ones.row(one.id))
            self.dataChanged.emit(row, row)

    def _put(self, one: Annotation) -> None:
        self._remove(one.id)
        row = self._ones.row_for(one)
        self.beginInsertRows(QModelIndex(), row, row)
        self._ones.put(one)
        self.endInsertRows()

    def _remove(self, number: int) -> None:
        row = self._ones.row(number)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._ones.drop(number)
            self.endRemoveRows()


def depth(annotation: Annotation, find: Callable[[int], Annotation | None]) -> int:
    """Return in how many claims that `find` knows, one in the other, a claim is nested."""
    seen: set[int] = set()
    outer: Annotation | None = annotation
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        around = (find(link.target) for link in outer.links if link.role == "nested_in")
        outer = next((one for one in around if one is not None), None)
    return len(seen) - 1


def _by_place(one: Annotation) -> Key:
    return one.place


def _by_score(one: Annotation) -> Key:
    sure = score(one)
    return not one.undecided, -(1.0 if sure is None else sure), *one.place
