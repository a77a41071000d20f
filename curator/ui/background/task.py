"""A task: long work in a lane of its own, with progress that can be shown and a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from curator.store.lanes import Lane
from curator.ui.home import Home

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a task.

    Attributes:
        icon: of ``resources/icons``.
        name: what it does.
        facts: counts and rate, in words.
        share: how much is done, 0–1; None while unknown.
        seconds: how long it still takes; None while unknown.
    """

    icon: str
    name: str
    facts: str = ""
    share: float | None = None
    seconds: float | None = None


class Task(QObject):
    """Runs one function in a thread of its own.

    Signals:
        progressed(object): a `Shown`.
        stepped(object): a step's result, such as `Changes`.
        ended(): it is over, well or not.
    """

    progressed = Signal(object)
    stepped = Signal(object)
    ended = Signal()

    def __init__(self, icon: str, name: str, parent: QObject) -> None:
        """Prepare a task.

        Args:
            icon: of ``resources/icons``.
            name: what it does, for status bar and task rows.
            parent: lives at least as long.
        """
        super().__init__(parent)
        self.icon = icon
        self.name = name
        self._home = Home(self)
        self._lane: Lane | None = None
        self._future: Future[Any] | None = None
        self._began = 0.0

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self._lane is not None

    def cancel(self) -> None:
        """Stop soon; what is done stays done. Any thread."""

    def close(self) -> None:
        """Stop, and wait for the thread."""
        self.cancel()
        self._home.leave()
        self._end()

    def wait(self, seconds: float) -> bool:
        """Wait for the job, so long at most; returns whether it is over, or was never begun."""
        return self._future is None or not wait([self._future], seconds).not_done

    def begin(
        self,
        job: Callable[[], T],
        done: Callable[[T], Any],
        failed: Callable[[BaseException], Any],
    ) -> None:
        """Run a job in the task's thread; `done` or `failed` is called in the UI thread."""
        self._lane = Lane(self.name)
        self._began = time.monotonic()
        self.progressed.emit(Shown(self.icon, self.name))

        def over(then: Callable[[Any], Any]) -> Callable[[Any], None]:
            def end(result: Any) -> None:
                self._end()
                self.ended.emit()
                then(result)

            return end

        self._future = self._lane.submit(job)
        self._home.bring(self._future, over(done), failed=over(failed))

    def say(self, done: float, total: float | None, facts: str) -> None:
        """Report how far it is; from the task's thread.

        Args:
            done: units done.
            total: units altogether; None while unknown.
            facts: counts, in words.
        """
        passed = time.monotonic() - self._began
        share = done / total if total else None
        seconds = passed * (1 - share) / share if share and passed > 1 else None
        self.progressed.emit(Shown(self.icon, self.name, facts, share, seconds))

    def _end(self) -> None:
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.close()
