"""The theme: the system's, or the one that was chosen; and its contrast."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from curator.ui import style
from curator.ui.do import Do
from curator.ui.preferences import Preferences
from curator.ui.tokens import Theme, theme
from curator.ui.window import Window

_NAMES = {Do.SYSTEM_THEME: "system", Do.LIGHT_THEME: "light", Do.DARK_THEME: "dark"}


class Themes(QObject):
    """Follows the system, unless a person chose a theme, or its contrast.

    Signals:
        changed(object): another `Theme` is in force.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        """Dress the application."""
        super().__init__(app)
        self._app = app
        self._hints = app.styleHints()
        self._preferences = preferences
        self._window: Window | None = None
        self.theme: Theme = self._wanted()
        style.dress(app, self.theme)
        self._hints.colorSchemeChanged.connect(self._follow)

    def dress(self, window: Window) -> None:
        """Keep a window in the theme."""
        self._window = window

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do; the window is furnished."""
        self._mark()
        chosen = {do: partial(self.choose, name) for do, name in _NAMES.items()}
        return {**chosen, Do.HIGH_CONTRAST: self.turn_contrast}

    def choose(self, name: str) -> None:
        """Choose ``system``, ``light`` or ``dark``, for this run and the next."""
        self._preferences.theme = name
        self._follow()

    def restore(self) -> None:
        """Follow the system again, in theme and contrast."""
        self._preferences.theme = self._preferences.contrast = "system"
        self._follow()

    def turn_contrast(self) -> None:
        """Turn high contrast on or off; what the system wants needs no setting."""
        sharp = not self.theme.sharp
        if sharp == self._system_is_sharp():
            self._preferences.contrast = "system"
        else:
            self._preferences.contrast = "high" if sharp else "usual"
        self._follow()

    def _wanted(self) -> Theme:
        name, contrast = self._preferences.theme, self._preferences.contrast
        if name not in ("light", "dark"):
            dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        sharp = contrast == "high" or (contrast != "usual" and self._system_is_sharp())
        return theme(name, sharp=sharp)

    def _system_is_sharp(self) -> bool:
        """Ask the system, as far as this version of Qt can."""
        if not hasattr(self._hints, "accessibility"):
            return False
        wanted = self._hints.accessibility().contrastPreference()
        return bool(wanted is Qt.ContrastPreference.HighContrast)

    def _follow(self) -> None:
        self.theme = self._wanted()
        style.dress(self._app, self.theme)
        if self._window is not None:
            self._window.set_theme(self.theme)
        self._mark()
        self.changed.emit(self.theme)

    def _mark(self) -> None:
        """Show in the menu what is in force."""
        if self._window is None or not self._window.menu_row.actions_by:
            return
        marks = {do: name == self._preferences.theme for do, name in _NAMES.items()}
        for do, on in {**marks, Do.HIGH_CONTRAST: self.theme.sharp}.items():
            self._window.menu_row.mark(do, on=on)
