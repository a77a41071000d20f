"""Sizes that a person chooses: density, reading text, length of line; and reading alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.ui.actions import Do
from curator.ui.metrics import sized
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
    """Gives the window the sizes of the settings, and keeps there what is chosen."""

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
        return table | {do: partial(self._choose, name) for do, name in _DENSITIES.items()}

    def _choose(self, density: str) -> None:
        """Choose a density, with its own size of the text."""
        self._preferences.density = density
        self._unzoom()

    def _zoom(self, step: int) -> None:
        size = self._window.pane.page.metrics.reading
        self._preferences.reading = round(size) + step
        self._show()

    def _unzoom(self) -> None:
        self._preferences.reading = 0
        self._show()

    def _widen(self, characters: int) -> None:
        self._preferences.column = self._window.pane.page.metrics.column + characters
        self._show()

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
