"""The learning window: versions, reliability, strings, lessons, word lists, a page each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui.learning.lessons_page import LessonsPage
from curator.ui.learning.lists_page import ListsPage
from curator.ui.learning.reliability_page import ReliabilityPage
from curator.ui.learning.strings_page import StringsPage
from curator.ui.learning.versions_page import VersionsPage
from curator.ui.tokens import Theme
from curator.ui.widgets.pages import Pages

NAMES = (_("Versions"), _("Reliability"), _("Strings"), _("Lessons"), _("Word lists"))


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
        self.setWindowTitle(_("What Curator has learned"))
        self.versions = VersionsPage(theme)
        self.reliability = ReliabilityPage(theme)
        self.strings = StringsPage(theme, entity_colour)
        self.lessons = LessonsPage(theme, claim_colour)
        self.lists = ListsPage(theme, lambda label: claim_colour(label) or entity_colour(label))
        shown = (self.versions, self.reliability, self.strings, self.lessons, self.lists)
        self._pages = Pages(theme, dict(zip(NAMES, shown, strict=True)))
        self._pages.closed.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def show_page(self, place: int) -> None:
        """Show a page of `NAMES` and have it filled."""
        self._pages.show_page(place)

    def ask(self) -> None:
        """Have the page that is shown filled anew."""
        self._pages.ask()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._pages.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Return a size that leaves much of the review in sight."""
        return QSize(880, 600)
