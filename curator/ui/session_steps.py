"""From document to document: the next one with work, and the one before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.services import reading
from curator.translation import gettext as _
from curator.ui.window import Window

if TYPE_CHECKING:
    from curator.ui.session import Session


class SessionSteps(QObject):
    """Steps to documents with work; what was asked for last decides where the window goes.

    Looking for a neighbour takes a while. Who opens another document or undoes an act meanwhile
    wants to be there, so the step that is still under way comes to nothing.
    """

    def __init__(self, window: Window, session: Session) -> None:
        """Move a session's window."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._latest = 0

    def step(self, *, forward: bool, quietly: bool = False) -> None:
        """Open the next document with work, or the one before.

        Args:
            forward: whether the next one is wanted.
            quietly: whether nobody asked for it: then a field keeps the keyboard.
        """
        document = self._session.screen.document
        here = document.view.id if document is not None else 0
        wanted = self._window.queue.filter
        self._latest += 1
        self._session.desk.read(
            lambda project: reading.neighbour(project, here, forward=forward, wanted=wanted),
            partial(self._go, self._latest, quietly),
            after=self._session.feed.newest,
        )

    def skip(self) -> None:
        """Open the next document with work; the open one comes back last if it has some."""
        session, document = self._session, self._session.screen.document
        if document is not None and session.writable and not document.view.done:
            number = document.view.id
            session.desk.write(lambda project: reading.skip(project, number), self._skipped)
        self.step(forward=True)

    def give_up(self) -> None:
        """Go nowhere by a step that is still under way."""
        self._latest += 1

    def _skipped(self, _none: None) -> None:
        self._session.feed.outline()

    def _go(self, step: int, quietly: bool, number: int | None) -> None:  # noqa: FBT001 - by partial
        if step != self._latest:
            return
        session = self._session
        if number is not None:
            session.open(number, quietly=quietly)
        elif session.screen.document is not None:
            narrowed = _("No other document has work left under this filter")
            whole = _("No other document has work left")
            session.notifier.say("done", narrowed if self._window.queue.filter.narrows else whole)
