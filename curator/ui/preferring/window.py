"""The window of preferences: a page each; what is chosen is in force at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.rule import Rule
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface, retheme


@runtime_checkable
class Asks(Protocol):
    """A page that reads what it shows when it is looked at."""

    def ask(self) -> None:
        """Read what it shows, and take the keyboard to where it begins."""


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
        self.setWindowTitle("Preferences")
        self._stack = QStackedWidget()
        self._pages = list(pages.values())
        for page in self._pages:
            self._stack.addWidget(page)
        self._names = Segmented(theme, list(pages), name="Page")
        self._names.chosen.connect(self._turn)
        self._lay_out(theme)
        self.resize(820, 660)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self._stack.currentIndex()]

    def show_page(self, place: int) -> None:
        """Show a page, counted from the left, and give the keyboard to its field or its name."""
        self._names.set_current(place)
        self._turn(place)
        begin = self.page.focusProxy() or self._names
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def event(self, event: QEvent) -> bool:
        """Show what is in force when a person comes back: another project may be open."""
        if event.type() is QEvent.Type.WindowActivate:
            self._ask()
        return super().event(event)

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._ask()

    def _ask(self) -> None:
        page = self.page
        if isinstance(page, Asks):
            page.ask()

    def _lay_out(self, theme: Theme) -> None:
        close = Button(theme, "Close", key="Esc")
        close.clicked.connect(self.reject)
        top = QHBoxLayout()
        top.setContentsMargins(22, 14, 22, 12)
        top.addWidget(self._names)
        top.addStretch(1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Rule(theme))
        column.addWidget(self._stack, 1)
