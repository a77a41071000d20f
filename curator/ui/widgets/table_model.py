"""Rows of plain values under named columns, for tables."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

VALUE = Qt.ItemDataRole.UserRole
"""The `Cell` of an index."""

Index = QModelIndex | QPersistentModelIndex


class Kind(StrEnum):
    """How the cells of a column are painted."""

    TEXT = "text"
    QUOTE = "quote"
    CHIP = "chip"
    FIGURE = "figure"
    METER = "meter"
    KEYS = "keys"


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        title: what its header says.
        kind: how its cells are painted.
        width: in logical pixels; 0 shares what is left.
    """

    title: str
    kind: Kind = Kind.TEXT
    width: int = 0


class Cell(NamedTuple):
    """What stands in a cell.

    Attributes:
        text: its words; of a chip its label; keys one under the other.
        ink: the token it is written in.
        family: colour family of a chip.
        share: of a meter, 0–1; None paints none.
        icon: in front of the words.
    """

    text: str = ""
    ink: str = "ink"
    family: str = ""
    share: float | None = None
    icon: str = ""


class Row(NamedTuple):
    """A row: what it stands for, and its cells."""

    key: Any
    cells: tuple[Cell, ...]


class TableModel(QAbstractTableModel):
    """Shows rows as they are given; read only."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def update_rows(self, rows: Sequence[Row]) -> None:
        """Show other cells of the same rows."""
        self._rows = tuple(rows)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, number: int) -> Row | None:
        """Return a row by its place, None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, key: Any) -> int:
        """Return the place of what stands for a key, -1 where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return len(self._rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, for those who do not see it, or the cell itself."""
        cell = self._rows[index.row()].cells[index.column()]
        if role == VALUE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].kind is Kind.FIGURE
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
