"""Sizes that a person chooses: density, reading text, length of line; and reading alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from curator.ui.do import Do
from curator.ui.metrics import COMFORTABLE, Metrics, sized
from curator.ui.preferences import Preferences
from curator.ui.window import Window

_DENSITIES = {
    Do.COMPACT: "compact",
    Do.COMFORTABLE: "comfortable",
    Do.LARGE: "large",
}
_STEP = 5
"""Characters by which a line becomes longer or shorter."""


class Sizes(QObject):
    """Gives the window the sizes of the settings, and keeps there what is chosen.

    Signals:
        changed(): other sizes are in force.
    """

    changed = Signal()

    def __init__(self, window: Window, preferences: Preferences) -> None:
        """Dress a window that is furnished."""
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        window.pane.escaped.connect(partial(window.read, on=False))
        self._show()

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        docks = self._window.docks
        table: dict[Do, Callable[[], Any]] = {
            Do.TEXT_LARGER: partial(self._zoom, 1),
            Do.TEXT_SMALLER: partial(self._zoom, -1),
            Do.TEXT_USUAL: self._unzoom,
            Do.LINES_LONGER: partial(self._widen, _STEP),
            Do.LINES_SHORTER: partial(self._widen, -_STEP),
            Do.READ: self._read,
            Do.QUEUE: docks.toggle_queue,
            Do.INSPECTOR: docks.toggle_inspector,
        }
        return table | {do: partial(self.choose, name) for do, name in _DENSITIES.items()}

    @property
    def metrics(self) -> Metrics:
        """The sizes in force."""
        return self._window.pane.page.metrics

    def choose(self, density: str) -> None:
        """Choose a density, with its own size of the text."""
        self._preferences.density = density
        self._unzoom()

    def set_reading(self, size: int) -> None:
        """Set the size of the reading text, in logical pixels."""
        self._preferences.reading = size
        self._show()

    def set_column(self, characters: int) -> None:
        """Set the length of a line, in average characters."""
        self._preferences.column = characters
        self._show()

    def restore(self) -> None:
        """Take the sizes of the beginning."""
        self._preferences.column = COMFORTABLE.column
        self.choose("comfortable")

    def _zoom(self, step: int) -> None:
        self.set_reading(round(self.metrics.reading) + step)

    def _unzoom(self) -> None:
        self._preferences.reading = 0
        self._show()

    def _widen(self, characters: int) -> None:
        self.set_column(self.metrics.column + characters)

    def _read(self) -> None:
        self._window.read(on=not self._window.docks.reading)
        self._window.pane.focus_page()

    def _show(self) -> None:
        """Show the sizes of the settings; what lies beyond the limits is kept within them."""
        chosen = self._preferences
        metrics = sized(chosen.density, reading=chosen.reading, column=chosen.column)
        if chosen.reading:
            chosen.reading = round(metrics.reading)
        chosen.column = metrics.column
        self._window.set_metrics(metrics)
        for do, name in _DENSITIES.items():
            self._window.menu_row.mark(do, on=name == chosen.density)
        self.changed.emit()
