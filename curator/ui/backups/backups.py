"""Backups of a session: one every while by itself, a window that lists them, the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from curator.services import backups, wording
from curator.store import backup
from curator.store.backup import Backup
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.backups.window import BackupsWindow
from curator.ui.do import Do
from curator.ui.session import Session
from curator.ui.window import Window

_LOOK = 60_000
"""Milliseconds between two looks whether a backup is due."""

_ABOUT = "backup"


class Backups(QObject):
    """Makes backups in a thread of their own, shows them, and asks for one to be restored."""

    def __init__(self, window: Window, session: Session) -> None:
        """Look every minute; nothing is made by itself of a project that is only read."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._shown: BackupsWindow | None = None
        self._task = Task("history", _("Backing up"), self)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self.look)
        if session.writable:
            self._clock.start()

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what each of its actions does."""
        return {Do.BACKUPS: self.show}

    def close(self) -> None:
        """Close the window and look no more; a copy that is being made is waited for."""
        self._clock.stop()
        self._task.close()
        if self._shown is not None:
            self._shown.close()

    def look(self) -> None:
        """Make a backup if one is due."""
        self._make(backups.while_working, self._is_there)

    def show(self) -> None:
        """Show the window, with the newest backup current."""
        if self._shown is None:
            self._shown = shown = BackupsWindow(
                self._window.pane.theme, self._window, writable=self._session.writable
            )
            shown.chosen.connect(self._compare)
            shown.wanted.connect(partial(self._make, backups.back_up, self._is_made))
            shown.folder_wanted.connect(self._open_folder)
            shown.restore.connect(self._session.restore)
            shown.finished.connect(self._left)
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()
        self._list()

    def _left(self) -> None:
        shown, self._shown = self._shown, None
        if shown is not None:
            shown.deleteLater()

    def _make(
        self, make: Callable[[Project], Backup | None], then: Callable[[Backup | None], None]
    ) -> None:
        if not self._task.running:
            self._task.begin(partial(make, self._session.project), then, self._failed)

    def _is_there(self, made: Backup | None) -> None:
        if made is not None:
            self._list()

    def _is_made(self, made: Backup | None) -> None:
        self._is_there(made)
        self._session.notifier.say("done", _("Backed up"))

    def _failed(self, error: BaseException) -> None:
        self._session.notifier.keep("warn", error, about=_ABOUT)

    def _list(self) -> None:
        if self._shown is not None:
            path = self._session.project.path
            self._session.desk.read(lambda _project: backups.listing(path), self._listed)

    def _listed(self, found: list[Backup]) -> None:
        if self._shown is not None:
            self._shown.show_backups(found)

    def _compare(self, path: Path) -> None:
        if (shown := self._shown) is not None:
            self._session.desk.read(
                lambda project: backups.difference(project, path),
                partial(shown.show_difference, path),
                failed=lambda error: shown.show_why_not(path, wording.error(error).line),
            )

    def _open_folder(self) -> None:
        folder = backup.folder_of(self._session.project.path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
