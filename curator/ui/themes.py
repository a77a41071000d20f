"""The theme: the system's, or the one that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from curator.ui import style
from curator.ui.preferences import Preferences
from curator.ui.tokens import Theme, theme
from curator.ui.window import Window


class Themes(QObject):
    """Follows the system, unless a person chose a theme.

    Signals:
        changed(object): another `Theme` is in force.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        """Dress the application."""
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._window: Window | None = None
        self.theme: Theme = theme(self._name())
        style.dress(app, self.theme)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def dress(self, window: Window) -> None:
        """Keep a window in the theme."""
        self._window = window

    def choose(self, name: str) -> None:
        """Choose ``system``, ``light`` or ``dark``, for this run and the next."""
        self._preferences.theme = name
        self._follow()

    def _name(self) -> str:
        chosen = self._preferences.theme
        if chosen in ("light", "dark"):
            return chosen
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _follow(self) -> None:
        self.theme = theme(self._name())
        style.dress(self._app, self.theme)
        if self._window is not None:
            self._window.set_theme(self.theme)
        self.changed.emit(self.theme)
