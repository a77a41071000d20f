"""Preferences of files: what is opened at the start, recent projects, the samples."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from curator.services import wording
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.preferences import Preferences
from curator.ui.preferring.form import Form
from curator.ui.recents import Recents
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.check import Check
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.titled_page import Page

_WORDS = _("What is remembered from one run to the next. No project is changed here.")


class FilesPage(Surface):
    """Chooses what is remembered of files."""

    def __init__(self, theme: Theme, preferences: Preferences, recents: Recents) -> None:
        """Show what is remembered."""
        super().__init__(theme, "panel")
        self._preferences, self._recents = preferences, recents
        self._reopens = Check(theme, _("&Open the last project"))
        self._count = Line(theme, fonts.interface(13, 500), ink="ink")
        self._forget = Button(theme, _("Forget them"), icon="remove")
        self._folder = Line(theme, fonts.interface(13, 500), ink="ink")
        choose = Button(theme, _("Another folder …"), icon="folder")
        restore = Button(theme, _("Restore defaults"), icon="undo")
        form = Form(theme)
        form.add(_("At the start"), self._reopens)
        form.add(_("Recent projects"), self._count, self._forget)
        form.add(_("Samples go into"), self._folder)
        form.add("", choose)
        form.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Page(theme, _("Files"), _WORDS, form, [restore]))
        self._reopens.clicked.connect(self._reopen)
        self._forget.clicked.connect(self._forget_recent)
        choose.clicked.connect(self._choose_folder)
        restore.clicked.connect(self._restore)

    def ask(self) -> None:
        """Show what is remembered."""
        with QSignalBlocker(self._reopens):
            self._reopens.setChecked(self._preferences.reopens)
        recent = len(self._preferences.recent())
        self._count.set_text(wording.counted(recent, "project") if recent else _("None"))
        self._forget.setEnabled(bool(recent))
        self._folder.set_text(str(self._preferences.samples_folder()))

    def set_samples_folder(self, folder: Path | None) -> None:
        """Choose where samples go; None for the default."""
        self._preferences.set_samples_folder(folder)
        self.ask()

    def _reopen(self, on: bool) -> None:  # noqa: FBT001 - what Qt's signal hands over
        self._preferences.reopens = on

    def _forget_recent(self) -> None:
        self._recents.forget()
        self.ask()

    def _choose_folder(self) -> None:
        before = str(self._preferences.samples_folder())
        name = QFileDialog.getExistingDirectory(self, _("Where samples go"), before)
        if name:
            self.set_samples_folder(Path(name))

    def _restore(self) -> None:
        self._preferences.reopens = True
        self.set_samples_folder(None)
