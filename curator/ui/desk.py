"""The desk: a project's two lanes, and how their results come home to the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from curator.domain.faults import Fault
from curator.store.lanes import Lane, Priority
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.home import Home

T = TypeVar("T")
_PATIENCE = 5.0
"""Seconds that a read waits for the change set its screen has painted."""


class Desk(Home):
    """Work on a project away from the UI thread.

    Attributes:
        project: whose work it is; jobs are called with it, in a lane's thread.

    Signals:
        lost(object): errors of acts that are not in the file, as the desk closes.
    """

    lost = Signal(object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Start both lanes."""
        super().__init__(parent)
        self.project = project
        self._under_way: dict[Future[Any], None] = {}
        self._writes = Lane("writes")
        self._reads = Lane("reads")

    @property
    def pending(self) -> int:
        """How many writes are under way, or have not come home yet."""
        return len(self._under_way)

    @property
    def refusal(self) -> Fault | None:
        """Why nothing can be written, as who holds the project; None where it can."""
        project = self.project
        held = project.read_only
        return Fault("project.read_only_here", **project.holder()) if held else None

    def write(
        self,
        job: Callable[[Project], T],
        done: Callable[[T], Any],
        *,
        failed: Callable[[BaseException], Any] | None = None,
        priority: Priority = Priority.DECISION,
    ) -> None:
        """Run a job on the lane that writes.

        Args:
            job: called with the project in the lane's thread; plain data in and out.
            done: called with its result in the UI thread.
            failed: called with its error there instead of the signal.
            priority: decisions go before suggestions, these before imports.
        """
        future = self._writes.submit(partial(job, self.project), priority=priority)
        self._under_way[future] = None
        self.bring(future, done, failed=failed, always=self._under_way.pop)

    def read(
        self,
        job: Callable[[Project], T],
        done: Callable[[T], Any],
        *,
        after: int = 0,
        failed: Callable[[BaseException], Any] | None = None,
    ) -> None:
        """Run a job on the lane that reads.

        Args:
            job: called with the project in the lane's thread.
            done: called with its result in the UI thread.
            after: a change set that it must see.
            failed: called with its error there instead of the signal.
        """

        def seeing() -> T:
            if after and not self.project.read_only:
                self.project.wait_for(after, seconds=_PATIENCE)
            return job(self.project)

        self.bring(self._reads.submit(seeing), done, failed=failed)

    def in_turn(self, job: Callable[[Project], T], *, priority: Priority) -> Future[T]:
        """Run a job on the writing lane for a task's own thread, which waits for the future."""
        return self._writes.submit(partial(job, self.project), priority=priority)

    def _call(self, job: Callable[[], None]) -> None:
        """Take what came home in a turn of its own: the lanes let it go first."""
        with self.project.courtesy.turn():
            super()._call(job)

    def close(self) -> None:
        """Finish what is queued, end both lanes, close the project; tell what was lost."""
        self.leave()
        self._writes.close()
        self._reads.close()
        self.project.close()
        if lost := [error for one in self._under_way if (error := self._error(one)) is not None]:
            self.lost.emit(lost)

    def _error(self, future: Future[Any]) -> BaseException | None:
        if future.cancelled():
            return None
        if not future.done():
            return Fault("project.disk", path=str(self.project.path), reason=_("it takes too long"))
        return future.exception()
