"""Goes through the versions of a document, shows what is new in one, and carries decisions over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.services import carrying, versions
from curator.services.versions import Against
from curator.translation import gettext as _
from curator.ui import dates
from curator.ui.do import Do
from curator.ui.session import Session
from curator.ui.versions.bar import DifferenceBar
from curator.ui.window import Window


class Versions(QObject):
    """What a session can do with versions of its open document.

    Attributes:
        bar: while the text is shown against an older version.
    """

    def __init__(self, window: Window, session: Session) -> None:
        """Serve a session until it is closed."""
        super().__init__(session)
        self._pane = window.pane
        self._session = session
        self.bar: DifferenceBar | None = None
        self._against: Against | None = None
        self._place = -1
        session.opened.connect(self._opened)

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {
            Do.DIFFERENCE: self.toggle,
            Do.NEXT_CHANGE: partial(self.step, forward=True),
            Do.PREVIOUS_CHANGE: partial(self.step, forward=False),
            Do.OLDER_VERSION: partial(self._turn, forward=False),
            Do.NEWER_VERSION: partial(self._turn, forward=True),
            Do.CARRY: self._carry,
        }

    def close(self) -> None:
        """Take bar and marks away; the window's parts outlive the session."""
        self.leave()

    def toggle(self) -> None:
        """Show the open document against the version before it, or without again."""
        document = self._session.screen.document
        if self.bar is not None:
            self.leave()
        elif document is not None:
            job = partial(versions.difference, document_id=document.view.id)
            self._session.desk.read(
                job,
                self._show,
                after=self._session.feed.newest,
                failed=self._session.notifier.refuse,
            )

    def leave(self) -> None:
        """Show the text without the difference."""
        bar, self.bar, self._against = self.bar, None, None
        if bar is not None:
            self._pane.page.show_edits(())
            bar.hide()
            bar.deleteLater()
            self._pane.focus_page()

    def step(self, *, forward: bool) -> None:
        """Go to the next change or the one before, round the ends; shows them all first."""
        if self._against is None:
            self.toggle()
            return
        edits = self._against.revision.edits()
        if not edits:
            return
        self._place = (self._place + 1 if forward else max(self._place, 0) - 1) % len(edits)
        self._pane.page.show_edits(edits, current=self._place)
        self._pane.page.bring_into_view(
            min(edits[self._place].start, max(0, len(self._pane.page.text) - 1))
        )
        self._say()

    def _show(self, against: Against) -> None:
        document = self._session.screen.document
        if document is None or document.view.id != against.document_id:
            return
        self.leave()
        self._against, self._place = against, -1
        self.bar = DifferenceBar(self._pane.theme, parent=self._pane)
        self.bar.on_wanted.connect(partial(self.step, forward=True))
        self.bar.back_wanted.connect(partial(self.step, forward=False))
        self.bar.left.connect(self.leave)
        self._pane.add_bar(self.bar)
        self._pane.page.show_edits(against.revision.edits())
        self._say()

    def _say(self) -> None:
        against = self._against
        if self.bar is None or against is None:
            return
        edits = against.revision.edits()
        edit = edits[self._place] if self._place >= 0 else None
        news = against.revision.newer[edit.start : edit.end] if edit is not None else ""
        date = dates.spoken(against.older.date)
        version = _("of {date}").format(date=date) if date else f"“{against.older.sender_id}”"
        self.bar.say(version, len(edits), self._place, edit, news)

    def _opened(self) -> None:
        """Another document: its own difference is asked for anew."""
        document = self._session.screen.document
        if self._against is not None and (
            document is None or document.view.id != self._against.document_id
        ):
            self.leave()
        elif self._against is not None:
            self._pane.page.show_edits(self._against.revision.edits(), current=self._place)

    def _turn(self, *, forward: bool) -> None:
        document = self._session.screen.document
        if document is not None:
            job = partial(versions.beside, document_id=document.view.id, forward=forward)
            self._session.desk.read(
                job, partial(self._go, forward), after=self._session.feed.newest
            )

    def _go(self, forward: bool, number: int | None) -> None:  # noqa: FBT001 - by partial
        if number is not None:
            self._session.open(number)
        elif forward:
            self._session.notifier.say("info", _("There is no newer version"))
        else:
            self._session.notifier.say("info", _("There is no older version"))

    def _carry(self) -> None:
        document = self._session.screen.document
        if document is not None:
            number = document.view.id
            self._session.reviewer.run(lambda project: carrying.carry_over(project, number))
