"""Places of identical mentions as rows that can be ticked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from curator.domain.annotation import State
from curator.domain.identical import Fate, Place, chosen_at_first, fate
from curator.translation import gettext as _
from curator.ui.widgets.line import plain_tip

PLACE = Qt.ItemDataRole.UserRole
TICKED = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_FATES = {
    Fate.ACCEPT: _("will be accepted"),
    Fate.RELABEL: _("gets the label"),
    Fate.REJECT: _("will be rejected"),
    Fate.ADD: _("will be added"),
}
_STATES = {
    State.ACCEPTED: _("accepted earlier"),
    State.REJECTED: _("rejected earlier"),
    State.UNSURE: _("unsure"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with the places, and which of them are listed.

    Attributes:
        label: of the decided annotation.
        reject: whether it is rejected, else accepted.
        unmarked: whether occurrences that nobody marked are listed.
        closed: whether places in closed documents are.
    """

    label: str
    reject: bool = False
    unmarked: bool = True
    closed: bool = False


class PlacesModel(QAbstractListModel):
    """Lists the places that a wish would change; what it leaves out is counted."""

    def __init__(self, wish: Wish, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = wish
        self._all: list[Place] = []
        self._shown: list[Place] = []
        self._turned: set[tuple[int, int, int]] = set()

    def clear(self) -> None:
        """List nothing; ticks that a person set are kept for the next search."""
        self.beginResetModel()
        self._all, self._shown = [], []
        self.endResetModel()

    def add(self, places: Iterable[Place]) -> None:
        """List more places."""
        new = list(places)
        self._all += new
        if shown := [place for place in new if self._lists(place)]:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()

    def set_wish(self, wish: Wish) -> None:
        """Want another thing; with another verdict every tick is as at first."""
        self.beginResetModel()
        if wish.reject is not self.wish.reject:
            self._turned.clear()
        self.wish = wish
        self._shown = [place for place in self._all if self._lists(place)]
        self.endResetModel()

    def ticked(self, place: Place) -> bool:
        """Whether a place is ticked."""
        wish = self.wish
        first = chosen_at_first(place, wish.label, reject=wish.reject)
        return first is not (_key(place) in self._turned)

    def chosen(self) -> list[Place]:
        """Return the places that are listed and ticked."""
        return [place for place in self._shown if self.ticked(place)]

    def closed(self) -> int:
        """Return how many places lie in closed documents, listed or not."""
        return sum(place.closed and self._changes(place) for place in self._all)

    def settled(self) -> int:
        """Return how many places are as they should be already."""
        kept = (fate(place, self.wish.label, reject=self.wish.reject) for place in self._all)
        return sum(
            one is Fate.KEEP and place.state is not None
            for one, place in zip(kept, self._all, strict=True)
        )

    def turn(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        if 0 <= row < len(self._shown):
            self._turned ^= {_key(self._shown[row])}
            self.dataChanged.emit(self.index(row), self.index(row))

    def turn_all(self) -> None:
        """Tick every row, or none where all are ticked."""
        on = len(self.chosen()) < len(self._shown)
        self._turned ^= {_key(place) for place in self._shown if self.ticked(place) is not on}
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def place(self, row: int) -> Place | None:
        """Return the place of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many places are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the place, whether it is ticked, or the row in words."""
        place = self._shown[index.row()]
        if role == PLACE:
            return place
        if role == TICKED:
            return self.ticked(place)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(place)
        if role == Qt.ItemDataRole.ToolTipRole and place.inside:
            return plain_tip(note(place))
        return None

    def _lists(self, place: Place) -> bool:
        wish = self.wish
        wanted = (wish.unmarked or place.state is not None) and (wish.closed or not place.closed)
        return wanted and self._changes(place)

    def _changes(self, place: Place) -> bool:
        return fate(place, self.wish.label, reject=self.wish.reject) is not Fate.KEEP

    def _spoken(self, place: Place) -> str:
        done = _FATES[fate(place, self.wish.label, reject=self.wish.reject)]
        ticked = _("ticked") if self.ticked(place) else _("not ticked")
        told = ", ".join(part for part in (place.label or _("unmarked"), note(place)) if part)
        words = f"{place.before}{place.words}{place.after}"
        return _("{ticked}, {told}, {done}: {words}, in {title}").format(
            ticked=ticked, told=told, done=done, words=words, title=place.title
        )


def note(place: Place) -> str:
    """Return in words what must be known of a place before it is changed; may be empty."""
    if place.inside:
        return _("inside “{inside}”").format(inside=place.inside)
    state = _STATES.get(place.state) if place.state is not None else None
    if place.state is State.ACCEPTED and place.by_hand:
        state = _("added earlier")
    return ", ".join(part for part in (state or "", _("closed") if place.closed else "") if part)


def _key(place: Place) -> tuple[int, int, int]:
    return place.document_id, place.start, place.number
