"""The key sheet and the preferences, opened from the menus and kept in step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject

from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.preferences import Preferences
from curator.ui.preferring.files_page import FilesPage
from curator.ui.preferring.key_sheet import KeySheet
from curator.ui.preferring.keys_page import KeysPage
from curator.ui.preferring.pipeline_page import PipelinePage
from curator.ui.preferring.reading_page import ReadingPage
from curator.ui.preferring.review_page import ReviewPage
from curator.ui.preferring.window import PreferencesWindow
from curator.ui.recents import Recents
from curator.ui.session import Session
from curator.ui.sizes import Sizes
from curator.ui.themes import Themes
from curator.ui.window import Window

READING, PIPELINE, KEYS, REVIEW, FILES = range(5)
"""Places of the pages."""


class Tools(NamedTuple):
    """What there is beside a project.

    Attributes:
        window: furnished.
        preferences: of the person who runs the program.
        themes: sets the theme.
        recents: the list of the first page.
        session: gives the open project's, None on the first page.
    """

    window: Window
    preferences: Preferences
    themes: Themes
    recents: Recents
    session: Callable[[], Session | None]


class Preferring(QObject):
    """One key sheet and one window of preferences at a time; both stay open beside the review.

    Attributes:
        sheet: the one that is open.
        window: the one that was opened, if any.
    """

    def __init__(self, tools: Tools, sizes: Sizes) -> None:
        """Wait to be asked."""
        super().__init__(tools.window)
        self._tools = tools
        self._sizes = sizes
        self.sheet: KeySheet | None = None
        self.window: PreferencesWindow | None = None

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {Do.KEYS: self.show_sheet, Do.PREFERENCES: self.show_window}

    def show_sheet(self) -> None:
        """Show the key sheet; a second time it goes."""
        if self.sheet is not None:
            self.sheet.close()
            return
        window = self._tools.window
        self.sheet = KeySheet(self._tools.themes.theme, window.keymap, window)
        self.sheet.change.connect(self._change_keys)
        self.sheet.finished.connect(self._sheet_left)
        self.sheet.show()

    def show_window(self, place: int = READING) -> None:
        """Show a page of the preferences."""
        # It is hidden when it is closed, not deleted: what a page asked for may still come.
        self.window = self.window or self._made()
        self.window.show()
        self.window.activateWindow()
        self.window.show_page(place)

    def _made(self) -> PreferencesWindow:
        tools, theme = self._tools, self._tools.themes.theme
        pages = {
            _("Reading"): ReadingPage(theme, tools.preferences, tools.themes, self._sizes),
            _("Pipeline"): PipelinePage(theme, tools.session),
            _("Keys"): KeysPage(theme, tools.window.keymap),
            _("Review"): ReviewPage(theme, tools.session),
            _("Files"): FilesPage(theme, tools.preferences, tools.recents),
        }
        return PreferencesWindow(theme, pages, tools.window)

    def _change_keys(self) -> None:
        if self.sheet is not None:
            self.sheet.close()
        self.show_window(KEYS)

    def _sheet_left(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = None
