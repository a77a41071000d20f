"""Replaying: the open document is shown as it was after each of its decisions."""

from __future__ import annotations

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.faults import Fault
from curator.domain.past import Past
from curator.services import wording
from curator.translation import gettext as _
from curator.ui.history.replay_bar import ReplayBar
from curator.ui.history.window import local
from curator.ui.session import Session
from curator.ui.window import Window


class Replay(QObject):
    """Goes through a document's past on the page; nothing can be decided meanwhile."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._session = session
        self._pane = window.pane
        self._past: Past | None = None
        self._bar: ReplayBar | None = None
        session.noted.connect(self._noted)
        session.opened.connect(self._opened)

    @property
    def bar(self) -> ReplayBar | None:
        """The bar over the text, while the past is shown."""
        return self._bar

    def begin(self, past: Past) -> None:
        """Show a document as it was before its last decision."""
        if not past.moments:
            self._session.notifier.refuse(Fault("history.nothing"))
            return
        self._end()
        self._past = past
        document = self._session.screen.document
        if document is not None and document.view.id == past.document_id:
            self._show()
        else:
            self._session.open(past.document_id)

    def close(self) -> None:
        """Take the bar away; the window's parts outlive the session."""
        self._end()

    def leave(self) -> None:
        """Show the document as it is."""
        if self._past is not None:
            number, focus = self._past.document_id, self._session.screen.current
            self._end()
            self._session.open(number, focus=focus)

    def _opened(self) -> None:
        """Another document was opened: the one that is asked for, or one that has a present."""
        document = self._session.screen.document
        if self._past is None or document is None:
            return
        if self._bar is None and document.view.id == self._past.document_id:
            self._show()
        else:
            self._end()

    def _noted(self, changes: Changes) -> None:
        """What was decided meanwhile is shown in the present."""
        if self._past is not None and self._past.document_id in changes.documents:
            self.leave()

    def _show(self) -> None:
        bar = ReplayBar(self._pane.theme)
        self._pane.add_bar(bar)
        bar.wanted.connect(self._go)
        bar.left.connect(self.leave)
        self._pane.escaped.connect(self.leave)
        self._bar = bar
        self._session.screen.held = Fault("history.replaying")
        bar.setFocus()
        assert self._past is not None
        self._go(len(self._past.moments) - 1)

    def _go(self, place: int) -> None:
        past, bar, document = self._past, self._bar, self._session.screen.document
        if past is None or bar is None or document is None:
            return
        changed = past.go(place)
        self._session.screen.put(*document.put(changed))
        moment = past.moment
        words = _("before everything that was decided")
        if moment is not None:
            words = f"{local(moment.time)}   ·   {wording.act(moment.code, moment.facts)}"
        bar.show_place(past.place, len(past.moments), words)
        number = moment.turn.annotation_id if moment is not None else None
        if number and document.get(number) is not None:
            self._session.reviewer.make_current(number)

    def _end(self) -> None:
        self._past = None
        self._session.screen.held = None
        if self._bar is not None:
            self._pane.escaped.disconnect(self.leave)
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
