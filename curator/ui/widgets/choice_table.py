"""A table in whose rows something is chosen from a list, or typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Row


class Option(NamedTuple):
    """Something to choose: what it means, and what it is called."""

    value: str
    words: str


class ChoiceRow(NamedTuple):
    """A row with a choice.

    Attributes:
        key: what it stands for.
        name: what is chosen for it, for those who do not see it.
        cells: of all columns; that of the choice stays empty.
        options: in the order of the list.
        value: what is chosen; another one than those of the options where words can be typed.
    """

    key: Any
    name: str
    cells: tuple[Cell, ...]
    options: tuple[Option, ...]
    value: str


class ChoiceTable(Table):
    """Rows with a list each; Tab goes from list to list.

    Signals:
        chose(object, str): for a row, by its key, a person chose something.
    """

    chose = Signal(object, str)

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column],
        *,
        name: str,
        at: int,
        typed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table.

        Args:
            columns: from left to right.
            name: what is listed.
            at: place of the column with the lists.
            typed: whether something else than the options can be typed.
        """
        super().__init__(theme, columns, name=name, parent=parent)
        self._at, self._typed = at, typed
        self._shown: tuple[ChoiceRow, ...] = ()
        self._boxes: list[_Box] = []

    def show_rows(self, rows: Sequence[ChoiceRow]) -> None:
        """Show other rows; the lists stay, and keep the focus, where they offer the same."""
        before, self._shown = self._shown, tuple(rows)
        if [_form(row) for row in before] != [_form(row) for row in rows]:
            self.set_rows([Row(row.key, row.cells) for row in rows])
            self._boxes = [self._box(place, row) for place, row in enumerate(rows)]
            self.tab_through(self._boxes)
        else:
            self.update_rows([Row(row.key, row.cells) for row in rows])
        for box, row in zip(self._boxes, rows, strict=True):
            box.show_value(row.value)

    def _box(self, place: int, row: ChoiceRow) -> _Box:
        box = _Box(row, typed=self._typed)
        FocusRing(self.theme, box)
        self.put(place, self._at, box)
        box.reached.connect(lambda: self.set_current(row.key))
        box.told.connect(lambda value: self.chose.emit(row.key, value))
        return box


class _Box(QComboBox):
    """A list that the wheel does not turn by chance while the table is scrolled.

    Signals:
        told(str): a person chose a value, or typed one.
        reached(): it got the keyboard.
    """

    told, reached = Signal(str), Signal()

    def __init__(self, row: ChoiceRow, *, typed: bool) -> None:
        super().__init__()
        self._options, self._typed = row.options, typed
        self.setAccessibleName(row.name)
        self.addItems([one.words for one in row.options])
        if typed:
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            # Completing would turn a new PER into the PERSON that is there.
            field = QLineEdit(self)
            field.setAccessibleName(row.name)
            self.setLineEdit(field)
            self.setCompleter(None)  # type: ignore[arg-type] # Qt takes none
            self.editTextChanged.connect(self._tell)
        else:
            self.activated.connect(self._tell)

    def show_value(self, value: str) -> None:
        """Show what is chosen, without a signal."""
        if value == self._value():
            return
        with QSignalBlocker(self):
            words = next((one.words for one in self._options if one.value == value), None)
            if words is not None:
                self.setCurrentText(words)
            elif self._typed:
                self.setEditText(value)
            else:
                self.setCurrentIndex(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _value(self) -> str:
        words = self.currentText().strip()
        return next((one.value for one in self._options if one.words == words), words)

    def _tell(self) -> None:
        self.told.emit(self._value())


def _form(row: ChoiceRow) -> tuple[Any, str, tuple[Option, ...]]:
    """What a row's list depends on."""
    return row.key, row.name, row.options
