"""The window of preferences: a page each; what is chosen is in force at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui.tokens import Theme
from curator.ui.widgets.pages import Pages
from curator.ui.widgets.surface import Surface


class PreferencesWindow(QDialog):
    """Stays open beside the review; Esc closes it."""

    def __init__(
        self, theme: Theme, pages: Mapping[str, Surface], parent: QWidget | None = None
    ) -> None:
        """Make the window.

        Args:
            theme: its colours.
            pages: by their names, from left to right.
            parent: the window of the review.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self._pages = Pages(theme, pages)
        self._pages.closed.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.resize(820, 660)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages.page

    def show_page(self, place: int) -> None:
        """Show a page, counted from the left, and give the keyboard to its field or its name."""
        self._pages.show_page(place)
        self._pages.focus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._pages.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        """Show what is in force when a person comes back: another project may be open."""
        if event.type() is QEvent.Type.WindowActivate:
            self._pages.ask()
        return super().event(event)
