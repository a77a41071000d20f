"""Where an act took place: the window goes there, or shows anew what is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.faults import Fault
from curator.domain.queue import DocumentRow, QueueFilter, QueueOutline
from curator.services import reading
from curator.ui.window import Window

if TYPE_CHECKING:
    from curator.ui.session import Session


class SessionPlaces(QObject):
    """Shows the place of an act, and leaves a document that went with its batch."""

    def __init__(self, window: Window, session: Session) -> None:
        """Move a session's window."""
        super().__init__(session)
        self._window = window
        self._session = session
        session.reviewer.outdated.connect(self._outdated)

    def show(self, changes: Changes) -> None:
        """Go to the document of an act that was undone or redone, and to its annotation."""
        place = self._place(changes)
        if changes.queue:
            document = self._session.screen.document
            wanted = {place} if document is None else {place, document.view.id}
            self._session.desk.read(
                lambda project: (
                    reading.outline(project, QueueFilter()),
                    reading.rows(project, sorted(wanted)),
                ),
                partial(self._listed, changes),
                after=changes.change_set,
            )
        elif changes.documents:
            self._show(changes, place)

    def _place(self, changes: Changes) -> int:
        """Return the document to go to: the one that one is at, if the act was about it."""
        heading = self._session.heading
        return heading if heading in changes.documents else min(changes.documents, default=0)

    def _listed(self, changes: Changes, found: tuple[QueueOutline, list[DocumentRow]]) -> None:
        """Go to a document that is in the queue still; leave one that is there no longer."""
        outline, rows = found
        batches = {batch.id for batch in outline.batches}
        listed = {row.id for row in rows if row.batch_id in batches}
        document = self._session.screen.document
        if document is not None and document.view.id not in listed:
            self._leave(outline)
        if (place := self._place(changes)) in listed:
            self._show(changes, place)

    def _show(self, changes: Changes, place: int) -> None:
        document = self._session.screen.document
        decided = (*changes.returned, *changes.annotations)
        focus = next((one.id for one in decided if one.document_id == place), None)
        if document is None or not document.view.id == place == self._session.heading:
            self._session.open(place, focus=focus)
        elif document.shows(focus):
            self._session.reviewer.make_current(focus)

    def _outdated(self, fault: Fault) -> None:
        """Somebody decided on what is gone: say so once, and show the document as it is."""
        self._window.status.set_not_saved()
        self._session.notifier.keep("info", fault, about="outdated")
        document = self._session.screen.document
        if document is not None:
            focus = self._session.screen.current
            self._session.open(document.view.id, focus=focus, quietly=True)

    def _leave(self, outline: QueueOutline) -> None:
        """The open document has gone with its batch."""
        session = self._session
        session.parts.leave()
        session.screen.clear()
        self._window.queue.set_open(0)
        session.screen.say_nothing_open(outline)
        session.changed.emit()
        session.steps.step(forward=True)
