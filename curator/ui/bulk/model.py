"""Groups of suggestions as rows under the headings of their tiers; details come when in view."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from curator.domain.bulk import Group, Key, Sort, Ticks, Tier
from curator.services.bulk import Detail
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui.paint import score_text

ROW = Qt.ItemDataRole.UserRole
"""The `Heading` or `GroupRow` of an index."""
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What a column shows."""

    TICK = 0
    WORDS = 1
    LABEL = 2
    MENTIONS = 3
    DOCUMENTS = 4
    SCORE = 5
    BEFORE = 6
    CONTEXT = 7


TITLES = (
    "",
    _("Text"),
    _("Label"),
    _("Mentions"),
    _("Documents"),
    _("Score"),
    _("Decided before"),
    _("In context"),
)
SORTS = {
    Column.WORDS: Sort.WORDS,
    Column.LABEL: Sort.LABEL,
    Column.MENTIONS: Sort.MENTIONS,
    Column.DOCUMENTS: Sort.DOCUMENTS,
    Column.SCORE: Sort.SCORE,
    Column.BEFORE: Sort.BEFORE,
}
NAMES = {
    Tier.SURE: _("Sure enough to take together"),
    Tier.LOOK: _("Look first"),
    Tier.WRONG: _("Likely wrong"),
}
WHY = {
    Tier.SURE: _(".90 and above, and nothing decided against it"),
    Tier.LOOK: _("between .50 and .90, or decided both ways"),
    Tier.WRONG: _("below .50, or decided against before"),
}


class Heading(NamedTuple):
    """The row above a tier's groups."""

    tier: Tier
    groups: int
    mentions: int
    folded: bool


class GroupRow(NamedTuple):
    """A group as it is shown."""

    group: Group
    ticked: bool
    detail: Detail | None


class BulkModel(QAbstractTableModel):
    """Headings and groups; a tier without groups has no heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()
        self.ticks = Ticks()
        self._details: dict[Key, Detail] = {}
        self._asked: set[Key] = set()
        self._folded: set[Tier] = set()
        self._tiers: list[tuple[Heading, int]] = []
        self._starts: list[int] = []

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Show other groups; ticks and folded tiers stay."""
        self.beginResetModel()
        self.groups = tuple(groups)
        self._details, self._asked = {}, set()
        self._measure()
        self.endResetModel()

    def set_ticks(self, ticks: Ticks) -> None:
        """Tick other groups."""
        self.ticks = ticks
        self._changed()

    def deliver(self, details: Mapping[Key, Detail]) -> None:
        """Take details that were asked for."""
        self._details.update(details)
        self._changed()

    def missing(self, first: int, last: int) -> list[Group]:
        """Return groups from one row to another whose details were never asked for."""
        found = [
            row.group
            for number in range(first, last + 1)
            if isinstance(row := self.row(number), GroupRow) and row.group.key not in self._asked
        ]
        self._asked.update(group.key for group in found)
        return found

    def turn(self, number: int) -> None:
        """Tick a row, or take its tick away; of a heading all of its groups."""
        row = self.row(number)
        if isinstance(row, GroupRow):
            self.ticks = self.ticks.turn([row.group.key])
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))
        elif isinstance(row, Heading):
            within = [group for group in self.groups if group.tier is row.tier]
            self._turn(within)

    def turn_all(self) -> None:
        """Tick everything that is listed, or nothing where all of it is ticked."""
        self._turn(self.groups)

    def fold(self, number: int, *, folded: bool | None = None) -> None:
        """Fold a heading's groups away, or show them again."""
        row = self.row(number)
        if not isinstance(row, Heading) or folded is row.folded:
            return
        self.beginResetModel()
        self._folded ^= {row.tier}
        self._measure()
        self.endResetModel()

    def row(self, number: int) -> Heading | GroupRow | None:
        """Return what a row shows, None outside."""
        if not 0 <= number < self.rowCount():
            return None
        place = bisect_left(self._starts, number + 1) - 1
        heading, first = self._tiers[place]
        position = number - self._starts[place] - 1
        if position < 0:
            return heading
        group = self.groups[first + position]
        return GroupRow(group, self.ticks.has(group), self._details.get(group.key))

    def headings(self) -> list[int]:
        """Return which rows are headings."""
        return self._starts[:-1]

    def row_of(self, key: Key | None) -> int:
        """Return the row of a group; -1 where it is not listed, or folded away."""
        place = next((n for n, group in enumerate(self.groups) if group.key == key), -1)
        for start, (heading, first) in zip(self._starts, self._tiers, strict=False):
            if not heading.folded and first <= place < first + heading.groups:
                return start + 1 + place - first
        return -1

    def group_near(self, number: int) -> int:
        """Return the row of a group at a row or as near below as there is one."""
        last = self.rowCount() - 1
        number = max(0, min(number, last))
        return number if isinstance(self.row(number), GroupRow) else min(number + 1, last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are, folded ones left out."""
        return 0 if parent.isValid() or not self._starts else self._starts[-1]

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself, or a cell in words for those who do not see it."""
        row = self.row(index.row())
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row, Column(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None

    def _turn(self, groups: Sequence[Group]) -> None:
        on = not all(self.ticks.has(group) for group in groups)
        self.set_ticks(self.ticks.set(groups, on=on))

    def _measure(self) -> None:
        self._tiers, self._starts = [], [0]
        first = 0
        for tier in Tier:
            within = [group.mentions for group in self.groups if group.tier is tier]
            if within:
                folded = tier in self._folded
                heading = Heading(tier, len(within), sum(within), folded)
                self._tiers.append((heading, first))
                self._starts.append(self._starts[-1] + 1 + (0 if folded else len(within)))
            first += len(within)

    def _changed(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def decided_before(group: Group, detail: Detail | None) -> str:
    """Return in words what a group's words were decided to be, such as ``ORG 40 of 41``."""
    if not group.decided:
        return _("no verdict yet")
    if detail is None:
        return _("{label} {agreed:,} of {decided:,}").format(
            label=group.label, agreed=group.agreed, decided=group.decided
        )
    parts = list(detail.labels)
    if detail.rejected:
        parts.append(("rejected", detail.rejected))
    parts.sort(key=lambda part: -part[1])
    (name, n), *others = parts or [(group.label, 0)]
    first = _("{name} {n:,} of {decided:,}").format(name=name, n=n, decided=group.decided)
    return ", ".join([first, *(f"{label} {count:,}" for label, count in others)])


def spoken(row: Heading | GroupRow | None, column: Column) -> str:
    """Return a cell in words."""
    if row is None:
        return ""
    if isinstance(row, Heading):
        if column is not Column.TICK:
            return ""
        return f"{NAMES[row.tier]}: {counted(row.groups, 'group')}"
    group, detail = row.group, row.detail
    shown = detail.shown if detail is not None else None
    match column:
        case Column.TICK:
            return _("ticked") if row.ticked else _("not ticked")
        case Column.WORDS:
            return " ".join(group.words.split())
        case Column.LABEL:
            return group.label
        case Column.MENTIONS:
            return f"{group.mentions:,}"
        case Column.DOCUMENTS:
            return f"{group.documents:,}"
        case Column.SCORE:
            return "" if group.score is None else score_text(group.score)
        case Column.BEFORE:
            return decided_before(group, detail)
        case Column.CONTEXT:
            return f"{shown.before}{shown.text}{shown.after}" if shown is not None else ""
