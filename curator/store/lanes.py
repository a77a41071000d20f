"""Lanes: one thread each for writing and for reading, fed by priority."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import TypeVar

T = TypeVar("T")


class Priority(IntEnum):
    """Who goes first on a lane."""

    DECISION = 0
    SUGGESTION = 1
    IMPORT = 2
    LEAVE = 9


class Lane:
    """One thread that runs what is submitted, the most urgent first.

    An exception of a job goes into its future, whatever it is; the lane goes on.
    """

    def __init__(self, name: str) -> None:
        """Start the thread."""
        self._jobs: queue.PriorityQueue[tuple[int, int, Callable[[], None] | None]]
        self._jobs = queue.PriorityQueue()
        self._order = itertools.count()
        self._gate = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T], *, priority: Priority = Priority.DECISION) -> Future[T]:
        """Queue a job; any thread.

        Args:
            job: takes plain data with it, returns plain data.
            priority: jobs of one priority run in the order they came.

        Returns:
            A future whose callbacks run in the lane's thread; a cancelled one when the lane is
            closed.
        """
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 - one of the four doors
                future.set_exception(error)
            else:
                future.set_result(result)

        with self._gate:
            if not self._closed:
                self._jobs.put((priority, next(self._order), run))
                return future
        future.cancel()
        return future

    def close(self, *, seconds: float = 10.0) -> None:
        """Run what is queued, then end the thread; waits so long at most."""
        with self._gate:
            self._closed = True
            self._jobs.put((Priority.LEAVE, next(self._order), None))
        self._thread.join(seconds)

    def _run(self) -> None:
        while self._go_on():
            pass

    def _go_on(self) -> bool:
        """Run the next job; what it came to is not kept by the thread that waits for another."""
        job = self._jobs.get()[2]
        if job is not None:
            job()
        return job is not None
