"""What the imports window does: reports are read, batches listed in the queue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.queue_words import Key, with_term
from curator.services import imports as service
from curator.services.imports import BatchReport
from curator.ui.do import Do
from curator.ui.imports.window import ImportsWindow
from curator.ui.session import Session
from curator.ui.window import Window


class Imports(QObject):
    """Opens the window over a session, and keeps it in step."""

    def __init__(self, window: Window, session: Session) -> None:
        """Work for a session until it is closed."""
        super().__init__(session)
        self._main = window
        self._session = session
        self._window: ImportsWindow | None = None
        session.noted.connect(self._noted)
        session.tasks.report_wanted.connect(self.open)

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.IMPORTS: self.open}

    def open(self) -> None:
        """Open the window, or bring it to the front."""
        if self._window is None:
            self._window = ImportsWindow(self._main.pane.theme, self._main)
            self._window.wanted.connect(self._list)
            self._window.finished.connect(self._left)
        self._read(after=0)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()

    def _left(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()

    def _noted(self, changes: Changes) -> None:
        if self._window is not None and changes.queue:
            self._read(after=changes.change_set)

    def _read(self, *, after: int) -> None:
        self._session.desk.read(service.reports, self._show, after=after)

    def _show(self, found: Sequence[BatchReport]) -> None:
        if self._window is not None:
            self._window.show_reports(found)

    def _list(self, name: str) -> None:
        """Narrow the queue to a batch."""
        queue = self._main.queue
        words = with_term(queue.filter.words, Key.BATCH, name)
        queue.set_filter(replace(queue.filter, words=words))
        self._main.activateWindow()
