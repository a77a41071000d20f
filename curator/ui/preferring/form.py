"""Rows of a page of preferences: what it is about on the left, what is chosen on the right."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QWidget

from curator.ui import fonts
from curator.ui.metrics import CONTROL
from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

_NAME, _SLIDER, _VALUE = 150, 240, 120


class Form(Surface):
    """Named rows, one under the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel")
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(24, 4, 24, 4)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(14)
        self._rows.setColumnMinimumWidth(0, _NAME)
        self._rows.setColumnStretch(1, 1)

    def add(self, name: str, *controls: QWidget) -> None:
        """Add a row."""
        place = self._rows.rowCount()
        self._rows.setRowStretch(place - 1, 0)
        self._rows.addWidget(Line(self.theme, fonts.interface(13), ink="ink", text=name), place, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        for control in controls:
            row.addWidget(control)
        row.addStretch(1)
        self._rows.addLayout(row, place, 1)

    def end(self) -> None:
        """Leave the rest of the page empty."""
        self._rows.setRowStretch(self._rows.rowCount(), 1)


class Measure(QWidget):
    """A slider with the value it stands at.

    Signals:
        moved(int): a person moved it.
    """

    moved = Signal(int)

    def __init__(
        self, theme: Theme, name: str, least: int, most: int, *, step: int, unit: str
    ) -> None:
        """Make one.

        Args:
            theme: its colours.
            name: what it measures, for those who do not see it.
            least: its lower end.
            most: its upper end.
            step: of an arrow key.
            unit: written behind the value.
        """
        super().__init__()
        self._unit = unit
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(least, most)
        self._slider.setSingleStep(step)
        self._slider.setPageStep(step)
        self._slider.setFixedWidth(_SLIDER)
        self._slider.setAccessibleName(name)
        self._slider.setFixedHeight(CONTROL)
        FocusRing(theme, self._slider)
        self._said = Line(theme, fonts.figures(12.5, 500), ink="ink")
        self._said.setFixedWidth(_VALUE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._slider)
        row.addWidget(self._said)
        self.setFocusProxy(self._slider)
        self._slider.valueChanged.connect(self._moved)

    def set_value(self, value: int) -> None:
        """Stand at a value without a signal."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)
        self._say()

    def _moved(self, value: int) -> None:
        self._say()
        self.moved.emit(value)

    def _say(self) -> None:
        self._said.set_text(f"{self._slider.value()} {self._unit}")
