"""The learning window: versions, reliability, strings, lessons, word lists, a page each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.ui.learning.lessons_page import LessonsPage
from curator.ui.learning.lists_page import ListsPage
from curator.ui.learning.reliability_page import ReliabilityPage
from curator.ui.learning.strings_page import StringsPage
from curator.ui.learning.versions_page import VersionsPage
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.rule import Rule
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import retheme

NAMES = ("Versions", "Reliability", "Strings", "Lessons", "Word lists")


class _Asks(Protocol):
    """A page that is filled when it is looked at."""

    def ask(self) -> None:
        """Ask for what it shows."""


class LearningWindow(QDialog):
    """Stays open beside the review; Esc closes it.

    Attributes:
        versions, reliability, strings, lessons, lists: its pages.
    """

    def __init__(
        self,
        theme: Theme,
        entity_colour: Callable[[str], str],
        claim_colour: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the window with empty pages; `ask` fills the one that is shown.

        Args:
            theme: its colours.
            entity_colour: gives the colour family of an entity label.
            claim_colour: gives the colour family of a claim type.
            parent: the window of the review.
        """
        super().__init__(parent)
        self.setWindowTitle("What Curator has learned")
        self.versions = VersionsPage(theme)
        self.reliability = ReliabilityPage(theme)
        self.strings = StringsPage(theme, entity_colour)
        self.lessons = LessonsPage(theme, claim_colour)
        self.lists = ListsPage(theme, lambda label: claim_colour(label) or entity_colour(label))
        self._pages: list[_Asks] = []
        self._stack = QStackedWidget()
        for page in (self.versions, self.reliability, self.strings, self.lessons, self.lists):
            self._stack.addWidget(page)
            self._pages.append(page)
        self._names = Segmented(theme, NAMES, name="Page")
        self._names.chosen.connect(self.show_page)
        self._lay_out(theme)

    def show_page(self, place: int) -> None:
        """Show a page of `NAMES` and have it filled."""
        self._names.set_current(place)
        self._stack.setCurrentIndex(place)
        self.ask()

    def ask(self) -> None:
        """Have the page that is shown filled anew."""
        self._pages[self._stack.currentIndex()].ask()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def sizeHint(self) -> QSize:
        """Return a size that leaves much of the review in sight."""
        return QSize(880, 600)

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
