"""Pages under the names that turn them, with a button that closes the window they are in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.rule import Rule
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import retheme


@runtime_checkable
class Asks(Protocol):
    """A page that is filled when it is looked at."""

    def ask(self) -> None:
        """Ask for what it shows."""


class Pages(QWidget):
    """One of several pages at a time.

    Signals:
        closed(): the button was pressed.
    """

    closed = Signal()

    def __init__(self, theme: Theme, pages: Mapping[str, QWidget]) -> None:
        """Lay pages out, by their names from left to right; the first is shown, and not filled."""
        super().__init__()
        self._stack = QStackedWidget()
        self._pages = list(pages.values())
        for page in self._pages:
            self._stack.addWidget(page)
        self._names = Segmented(theme, list(pages), name=_("Page"))
        self._names.chosen.connect(self.show_page)
        close = Button(theme, _("Close"), key="Esc")
        close.clicked.connect(self.closed)
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

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self._stack.currentIndex()]

    def show_page(self, place: int) -> None:
        """Show a page, counted from the left, and have it filled."""
        self._names.set_current(place)
        self._stack.setCurrentIndex(place)
        self.ask()

    def ask(self) -> None:
        """Have the page that is shown filled anew."""
        if isinstance(page := self.page, Asks):
            page.ask()

    def focus(self) -> None:
        """Give the keyboard to where the page begins, else to its name."""
        begin = self.page.focusProxy() or self._names
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)
