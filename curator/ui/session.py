"""A session: one open project, from its desk to everything that the window shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.document import DocumentView, SuggesterRow
from curator.domain.queue import QueueOutline
from curator.domain.scheme import Scheme
from curator.services import reading
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.background.board import Board
from curator.ui.desk import Desk
from curator.ui.notifier import Notifier
from curator.ui.queue_feed import QueueFeed
from curator.ui.review.claim_parts import ClaimParts
from curator.ui.review.closer import Closer
from curator.ui.review.open_document import OpenDocument
from curator.ui.review.reasons import Reasons
from curator.ui.review.reviewer import Reviewer
from curator.ui.review.screen import Screen
from curator.ui.review.viewing import Viewing
from curator.ui.session_learning import SessionLearning
from curator.ui.session_lessons import SessionLessons
from curator.ui.session_places import SessionPlaces
from curator.ui.session_saving import SessionSaving
from curator.ui.session_steps import SessionSteps
from curator.ui.session_tasks import SessionTasks
from curator.ui.session_undo import SessionUndo
from curator.ui.window import Window


class Session(QObject):
    """Opens documents of a project, and keeps every part of the window in step with it.

    Attributes:
        desk, screen, reviewer, viewing, parts, reasons, closer: what it consists of;
        lessons, learning: what decisions teach, at once and in the long run;
        tasks, undoing, saving, steps, places, notifier: the rest of it.

    Signals:
        counted(object): a fresh `QueueOutline`.
        changed(): what can be done may be another thing now.
        opened(): a document was opened.
        noted(object): `Changes` of any act, undo or step.
        restore(object): a backup, by its path, is to take the project's place.
        offered(object): paths of files are to be looked into, and imported if they are wanted.
    """

    counted = Signal(object)
    changed = Signal()
    opened = Signal()
    noted = Signal(object)
    restore, offered = Signal(object), Signal(object)

    def __init__(self, window: Window, project: Project, board: Board) -> None:
        """Begin with the first document that has work."""
        super().__init__(window)
        self._window = window
        self.desk = Desk(project, self)
        window.turn = project.courtesy.turn
        self.notifier = Notifier(window)
        self.screen = Screen(window)
        self.reviewer = Reviewer(self.desk, self.screen, self)
        self.viewing = Viewing(self.screen, self.reviewer)
        self.parts = ClaimParts(window, self.screen, self.reviewer)
        self.reasons = Reasons(window, self.screen, self.reviewer)
        self.closer = Closer(window, self.desk, self.reviewer)
        self.feed = QueueFeed(self.desk, window.queue, self._count)
        self.lessons = SessionLessons(self.desk, self)
        self.tasks = SessionTasks(self.desk, self.notifier, board, self, learned=self.lessons.now)
        self.learning = SessionLearning(self.desk, self.notifier, self.tasks, self.lessons)
        self.undoing = SessionUndo(window, self.desk, self.notifier, self)
        self.saving = SessionSaving(window, self.desk, self.notifier)
        self.steps = SessionSteps(window, self)
        self.places = SessionPlaces(window, self)
        self._scheme: Scheme | None = None
        self._asked, self._due, self._all_done = 0, 0, False
        self._connect()
        self.desk.read(reading.scheme, self._begin)

    @property
    def project(self) -> Project:
        """The open project."""
        return self.desk.project

    @property
    def writable(self) -> bool:
        """Whether decisions can be made."""
        return not self.project.read_only

    @property
    def heading(self) -> int:
        """The number of the document that is open, or will be as soon as it is read."""
        return self._asked

    @property
    def all_done(self) -> bool:
        """Whether every document of the project is done."""
        return self._all_done

    def layers(self) -> tuple[Layer, ...]:
        """Return the layers of the project's scheme."""
        return tuple(self._scheme.layers) if self._scheme is not None else ()

    def suggest(self, *, again: bool, layers: Sequence[Layer] | None = None) -> None:
        """Have the suggesters go over the documents that wait; with `again` over all open ones."""
        if self._scheme is not None:
            self.tasks.suggest(self._scheme, again=again, layers=layers)

    def open(self, document_id: int, *, focus: int | None = None, quietly: bool = False) -> None:
        """Open a document.

        Args:
            document_id: of the document.
            focus: the annotation to make current; the first that waits by default.
            quietly: whether nobody asked for it: then a field keeps the keyboard.
        """
        self.steps.give_up()
        self._read_document(document_id, focus, quietly)

    def close(self) -> None:
        """End tasks, finish what is queued, close the project."""
        self._window.turn = nullcontext
        self.parts.leave()
        self.tasks.close()
        self.lessons.close()
        self.feed.close()
        self.desk.close()
        self.notifier.close()
        self.screen.clear()
        self.deleteLater()

    def take(self, changes: Changes) -> None:
        """Show what an act or a step of long work changed."""
        self.reviewer.take(changes)
        self._note(changes)
        if any(one.suggester_id not in self.screen.suggesters for one in changes.annotations):
            self.desk.read(reading.suggesters, self._know_suggesters, after=changes.change_set)
        self.changed.emit()

    def _connect(self) -> None:
        self.desk.failed.connect(self.notifier.refuse)
        self.reviewer.begun.connect(self.saving.begun)
        self.reviewer.acted.connect(self._acted)
        self.reviewer.not_saved.connect(self.saving.failed)
        self.reviewer.refused.connect(self.notifier.refuse)
        self.reviewer.moved.connect(self.changed)
        self.closer.refused.connect(self.notifier.refuse)
        self.undoing.turned.connect(self._turned)
        self.lessons.ready.connect(partial(self.suggest, again=False))
        self.lessons.stepped.connect(self.take)
        self.learning.renewed.connect(partial(self.suggest, again=True, layers=[Layer.ENTITY]))
        self.lessons.failed.connect(self.notifier.refuse)
        self.tasks.stepped.connect(self.take)
        self.tasks.imported.connect(self._imported)
        self.tasks.all_in.connect(self._all_in)

    def _begin(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self.desk.read(reading.suggesters, self._know_suggesters)
        self.feed.outline()
        self.undoing.name(0)
        self.steps.step(forward=True)
        self.lessons.begin()

    def _know_scheme(self, scheme: Scheme) -> None:
        before, self._scheme = self._scheme, scheme
        document = self.screen.document
        if document is None or before is None or before.revision == scheme.revision:
            return
        if before.layers.keys() == scheme.layers.keys():
            self.screen.set_scheme(scheme)
            self._read_candidates()
            self.changed.emit()
        else:
            self.open(document.view.id, focus=self.screen.current, quietly=True)

    def _know_suggesters(self, suggesters: dict[int, SuggesterRow]) -> None:
        self.screen.suggesters = suggesters
        self.screen.show_counts()

    def _count(self, outline: QueueOutline) -> None:
        self.screen.batches = {**self.screen.batches, **{b.id: b.name for b in outline.batches}}
        self.screen.done_documents = outline.done
        self._all_done = 0 < outline.total == outline.done
        self._window.queue_title.set_count(outline.documents)
        self.counted.emit(outline)
        if self.screen.document is None:
            self.screen.say_nothing_open(outline)

    def _read_document(self, document_id: int, focus: int | None, quietly: bool) -> None:  # noqa: FBT001
        self._asked, self._due = document_id, 0
        self._window.queue.set_open(document_id)
        self.desk.read(
            lambda project: reading.open_document(project, document_id),
            partial(self._opened, focus, quietly),
            after=self.feed.newest,
        )

    def _opened(self, focus: int | None, quietly: bool, view: DocumentView) -> None:  # noqa: FBT001 - by partial
        if view.id != self._asked or self._scheme is None:
            return
        if view.change_set < self._due:
            self._read_document(view.id, focus, quietly)
            return
        before = self.screen.document
        in_view = before.in_view if before is not None else frozenset(self._scheme.layers)
        shown_from = before.shown_from if before is not None else None
        document = OpenDocument(view, self._scheme, in_view, shown_from=shown_from)
        first = focus if document.shows(focus) else document.next(None)
        self.screen.open(document, current=None)
        self.reviewer.make_current(first)
        self.closer.opened()
        self.tasks.urgent(view)
        self.lessons.opened(view.id)
        if not (quietly and isinstance(QApplication.focusWidget(), QLineEdit)):
            self._window.pane.focus_page()
        self.opened.emit()
        self.changed.emit()

    def _note(self, changes: Changes) -> None:
        self.feed.take(changes)
        self.noted.emit(changes)
        if changes.scheme:
            self.desk.read(reading.scheme, self._know_scheme, after=changes.change_set)
        if self._asked not in changes.documents:
            return
        self._due = max(self._due, changes.change_set)
        if changes.held:
            self._read_candidates()

    def _read_candidates(self) -> None:
        number = self._asked
        self.desk.read(lambda p: reading.open_document(p, number), self._take_candidates)

    def _take_candidates(self, view: DocumentView) -> None:
        document = self.screen.document
        if document is not None and document.view.id == view.id:
            self.reviewer.take(document.with_candidates(view))

    def _acted(self, changes: Changes) -> None:
        self.saving.saved()
        self._note(changes)
        self.lessons.learn()
        self.undoing.name(changes.change_set)
        if changes.code == "close":
            document = self.screen.document
            here = document is not None and document.view.id in changes.documents
            done = here and document is not None and document.view.done
            words = _("Document done: {n} decided") if done else _("Closed: {n} decided")
            decided = words.format(n=changes.facts["decided"])
            undo = partial(self.undoing.undo_act, changes.act)
            self.notifier.offer_undo("done", decided, undo)
            if done:
                self.steps.step(forward=True)
            self.learning.consider()
        self.changed.emit()

    def _turned(self, changes: Changes) -> None:
        self.saving.saved()
        self.take(changes)
        self.lessons.learn()
        self.steps.give_up()
        self.places.show(changes)

    def _imported(self, act: int, words: str) -> None:
        self.feed.outline()
        self.notifier.offer_undo("import", words, partial(self.undoing.undo_act, act))

    def _all_in(self) -> None:
        """Begin to review where nothing is open yet, and suggest for what came in."""
        if self.screen.document is None:
            self.steps.step(forward=True, quietly=True)
        if self._scheme is not None:
            self.desk.read(reading.scheme, self._know_scheme)
            self.tasks.suggest(self._scheme)
