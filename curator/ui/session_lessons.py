"""What decisions teach is used at once: in the open document, then in all others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from curator.domain.changes import Changes
from curator.services.learning.lessons import Lessons
from curator.services.learning.refreshing import affected, refresh
from curator.store.lanes import Priority
from curator.store.project import Project
from curator.ui.background.recalling import Recalling
from curator.ui.desk import Desk

_AT_ONCE = 2
"""Documents refreshed in one turn of the lane: a decision may wait behind them."""


class _Learned(NamedTuple):
    """What a turn came to: how the open document changed, and who else must hear of it."""

    changes: Changes
    others: list[int]


class SessionLessons(QObject):
    """Keeps the lessons of a session, and refreshes documents by them in the writing lane.

    Attributes:
        lessons: None until they are recalled; only the writing lane's thread may touch them.

    Signals:
        ready(): the lessons are there, or cannot be had.
        stepped(object): `Changes` of a refresh.
        claims_due(object): steps of learning new weights for claims; see `ClaimLearning`.
        failed(object): an error.
    """

    ready = Signal()
    stepped = Signal(object)
    claims_due = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Work at a session's desk; `begin` starts."""
        super().__init__(parent)
        self._desk = desk
        self._recalling = Recalling(desk, self)
        self._recalling.recalled.connect(self._have)
        self._recalling.failed.connect(self._have_not)
        self.lessons: Lessons | None = None
        self._strings: set[str] = set()
        self._open = 0
        self._waiting: dict[int, None] = {}
        self._busy = self._due = False

    @property
    def busy(self) -> bool:
        """Whether documents are still to be refreshed by what was learned."""
        return self._recalling.running or self._busy or self._due or bool(self._waiting)

    def begin(self) -> None:
        """Recall what was taught."""
        self._recalling.start()

    def opened(self, document_id: int) -> None:
        """Refresh a document that was opened, by what was learned since it was suggested for."""
        self._open = document_id
        self._waiting.pop(document_id, None)
        self.learn()

    def learn(self) -> None:
        """Learn from what was decided, and refresh the open document; others follow."""
        if self.lessons is None or self._desk.project.read_only:
            return
        self._due = True
        self._next()

    def now(self, project: Project) -> Lessons | None:
        """Return the lessons as of now; in the lane that writes."""
        if self.lessons is not None:
            with project.read() as tx:
                self._strings |= self.lessons.follow(tx)
        return self.lessons

    def close(self) -> None:
        """Leave what waits to the next time it is opened."""
        self._waiting.clear()
        self._due = False
        self._recalling.close()

    def _have(self, lessons: Lessons) -> None:
        self.lessons = lessons
        self.learn()
        self.ready.emit()

    def _have_not(self, error: BaseException) -> None:
        self.failed.emit(error)
        self.ready.emit()

    def _next(self) -> None:
        """Send the next turn, one at a time: the open document goes first."""
        if self._busy or not (self._due or self._waiting):
            return
        self._busy = True
        if self._due:
            self._due = False
            job = partial(self._learn, document_id=self._open)
        else:
            some = list(self._waiting)[:_AT_ONCE]
            for number in some:
                del self._waiting[number]
            job = partial(self._refresh, numbers=some)
        turn = self._desk.in_turn(job, priority=Priority.SUGGESTION)
        self._desk.bring(turn, self._took, failed=self._failed)

    def _learn(self, project: Project, *, document_id: int) -> list[_Learned]:
        """Catch up, refresh the open document, find who else must hear of it; in the lane."""
        changed = self._refresh(project, [document_id] if document_id else [])
        strings, self._strings = self._strings, set()
        if self.lessons is not None and self.lessons.claims.due:
            self.claims_due.emit(self.lessons.claims.learning())
        return [*changed, _Learned(Changes(), affected(project, strings, but=document_id))]

    def _refresh(self, project: Project, numbers: Iterable[int]) -> list[_Learned]:
        lessons = self.now(project)
        if lessons is None:
            return []
        return [_Learned(refresh(project, number, lessons), []) for number in numbers]

    def _took(self, learned: list[_Learned]) -> None:
        self._busy = False
        for one in learned:
            self._waiting.update(dict.fromkeys(one.others))
            if one.changes:
                self.stepped.emit(one.changes)
        self._next()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        self._waiting.clear()
        self.failed.emit(error)
