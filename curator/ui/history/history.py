"""What the history window does: it is read, acts are undone, places gone to, documents replayed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from curator.domain.past import Past
from curator.services import history
from curator.services.history import PAGE, Act, Did
from curator.ui.do import Do
from curator.ui.history.replay import Replay
from curator.ui.history.window import HistoryWindow
from curator.ui.session import Session
from curator.ui.window import Window

_PAUSE = 150
"""Milliseconds in which several acts become one reading."""


class History(QObject):
    """Opens the history over a session, and keeps it in step."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._main = window
        self._session = session
        self._window: HistoryWindow | None = None
        self._replay = Replay(window, session)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._read)
        session.noted.connect(self._noted)
        session.opened.connect(self._opened)

    @property
    def window(self) -> HistoryWindow | None:
        """The window, while it is open."""
        return self._window

    @property
    def replay(self) -> Replay:
        """Shows a document as it was."""
        return self._replay

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {Do.HISTORY: self.open, Do.REPLAY: self._replay_open_document}

    def open(self) -> None:
        """Open the window, or bring it to the front."""
        if self._window is None:
            window = HistoryWindow(
                self._main.pane.theme, self._main, writable=self._session.writable
            )
            window.asked.connect(self._read)
            window.older.connect(self._read_older)
            window.chosen.connect(self._read_did)
            window.undo.connect(self._undo)
            window.undo_together.connect(self._session.undoing.undo_together)
            window.gone_to.connect(self._go)
            window.replay.connect(self._replay_document)
            window.finished.connect(self._left)
            self._window = window
            self._opened()
            self._read()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def close(self) -> None:
        """Close the window, and leave the past."""
        self._later.stop()
        self._replay.close()
        if self._window is not None:
            self._window.close()

    def _left(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()

    def _noted(self, _changes: object) -> None:
        if self._window is not None and not self._later.isActive():
            self._later.start()

    def _opened(self) -> None:
        document = self._session.screen.document
        if self._window is not None:
            self._window.set_document(document.view.id if document is not None else 0)

    def _read(self) -> None:
        if (window := self._window) is not None:
            wanted = window.wanted

            def show(found: Sequence[Act]) -> None:
                if self._window is window and window.wanted == wanted:
                    window.show_acts(found, more=len(found) == PAGE)

            self._session.desk.read(
                lambda project: history.acts(project, wanted),
                show,
                after=self._session.feed.newest,
            )

    def _read_older(self, before: int) -> None:
        if (window := self._window) is not None:
            wanted = window.wanted

            def show(found: Sequence[Act]) -> None:
                if self._window is window and window.wanted == wanted:
                    window.add_acts(found, more=len(found) == PAGE)

            self._session.desk.read(
                lambda project: history.acts(project, wanted, before=before), show
            )

    def _read_did(self, act: int) -> None:
        self._session.desk.read(
            lambda project: history.did(project, act), partial(self._show_did, act)
        )

    def _show_did(self, act: int, found: Sequence[Did]) -> None:
        if self._window is not None:
            self._window.show_did(act, found)

    def _undo(self, act: int) -> None:
        """Undo an act; where later ones decided the same again, list them first."""
        self._session.desk.read(
            lambda project: history.stands_in_the_way(project, act),
            partial(self._undo_or_list, act),
            after=self._session.feed.newest,
        )

    def _undo_or_list(self, act: int, found: Sequence[Act]) -> None:
        if not found:
            self._session.undoing.undo_act(act)
        elif self._window is not None:
            self._window.show_in_the_way(act, found)

    def _go(self, did: Did) -> None:
        document = self._session.screen.document
        if did.document_id is None:
            return
        if document is None or document.view.id != did.document_id:
            self._session.open(did.document_id, focus=did.annotation_id, quietly=True)
        elif document.shows(did.annotation_id):
            self._session.reviewer.make_current(did.annotation_id)

    def _replay_open_document(self) -> None:
        document = self._session.screen.document
        if document is not None:
            self._replay_document(document.view.id)

    def _replay_document(self, number: int) -> None:
        self._session.desk.read(
            lambda project: history.past(project, number),
            self._begin,
            after=self._session.feed.newest,
        )

    def _begin(self, past: Past) -> None:
        self._replay.begin(past)
