"""Deciding many annotations beside the review, a portion at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from curator.domain.changes import Changes, Progress
from curator.services import backups
from curator.store.lanes import Priority
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.desk import Desk


class Decided(NamedTuple):
    """What an act came to: how much it decided, and the last of its changes."""

    annotations: int = 0
    documents: int = 0
    last: Changes = Changes()
    cut_off: bool = False


class Deciding(Task):
    """Runs the steps of one act; decisions by key go between them.

    Signals:
        decided(object): what it came to, a `Decided`, also where it was cancelled.
        failed(object, object): the error, and what it came to before.
    """

    decided = Signal(object)
    failed = Signal(object, object)

    def __init__(self, desk: Desk, icon: str, name: str, parent: QObject) -> None:
        """Prepare; `start` begins."""
        super().__init__(icon, name, parent)
        self._desk = desk
        self._cancelled = False
        self._come_to = Decided()

    def start(self, steps: Iterator[Progress]) -> None:
        """Begin; the steps are taken in the lane that writes."""
        self._cancelled = False
        self._come_to = Decided()
        self.begin(lambda: self._run(steps), self.decided.emit, self._fail)

    def cancel(self) -> None:
        """Stop before the next step; what was decided stays, as one act."""
        self._cancelled = True

    def _run(self, steps: Iterator[Progress]) -> Decided:
        backups.before(self._desk.project, "bulk")
        while (taken := self._step(steps)) is not None:
            count, documents, last, _cut_off = self._come_to
            if changes := taken.changes:
                count += len(changes.annotations)
                documents += len(changes.documents)
                last = changes
            total = taken.total or 0
            self._come_to = Decided(count, documents, last, cut_off=taken.done < total)
            if changes:
                self.stepped.emit(changes)
            self.say(
                taken.done,
                total,
                _("{done:,} of {total:,} documents").format(done=taken.done, total=total),
            )
        return self._come_to

    def _step(self, steps: Iterator[Progress]) -> Progress | None:
        """Take the next step when it is this task's turn; None when there is none any more."""
        if self._cancelled:
            return None
        turn = self._desk.in_turn(lambda _project: next(steps, None), priority=Priority.SUGGESTION)
        return turn.result()

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(error, self._come_to)
