"""What was copied elsewhere becomes a batch: text as a document, files as themselves."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.session import Session
from curator.ui.window import Window


class Pasting(QObject):
    """Imports what the clipboard holds; the import process reads it like any file."""

    def __init__(self, _window: Window, session: Session) -> None:
        """Paste into a session's project."""
        super().__init__(session)
        self._session = session
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._count = 0

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.PASTE: self.paste}

    def close(self) -> None:
        """Throw away the files that pasted text was put into."""
        if self._folder is not None:
            self._folder.cleanup()

    def paste(self) -> None:
        """Import what was copied; say so where there is nothing."""
        # Qt gives no object at all where nothing was ever copied.
        copied = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = [Path(one.toLocalFile()) for one in copied.urls() if one.isLocalFile()]
        words = copied.text()
        if files:
            self._session.tasks.bring_in([(files, None)])
        elif words.strip():
            name = _("Clipboard, {time:%H:%M}").format(time=datetime.now().astimezone())
            self._session.tasks.bring_in([([self._file(words)], name)])
        else:
            self._session.notifier.say("info", _("Nothing was copied that has words"))

    def _file(self, words: str) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="curator-")
        self._count += 1
        path = Path(self._folder.name) / f"clipboard-{self._count}.txt"
        path.write_bytes(words.encode("utf-8", "replace"))
        return path
