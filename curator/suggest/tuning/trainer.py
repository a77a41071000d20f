"""The training process as its parent sees it; spaCy is never imported here."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

from curator.domain.faults import Fault
from curator.pipes import Child
from curator.suggest.messages import fault_from_plain
from curator.suggest.tuning.lesson import Lesson, Step, Trained, lesson_to_plain, told_from_plain

VARIABLE = "CURATOR_TRAINING_MODULE"
"""Environment variable that names another module to run as the training process."""

_MODULE = "curator.suggest.tuning.training"


class Trainer:
    """Starts a training process for each lesson, and ends it at any moment.

    One thread teaches; `cancel` and `close` may be called from any.

    Attributes:
        model: the pipeline that is taught, a package or a folder; None for the first installed.
    """

    def __init__(self, *, model: str | None = None, module: str | None = None) -> None:
        """Prepare; nothing is started yet.

        Args:
            model: the pipeline.
            module: run as the process; by default the one that the environment names, else ours.
        """
        self.model = model
        self._module = module or os.environ.get(VARIABLE) or _MODULE
        self._child: Child | None = None
        self._lock = threading.Lock()
        self._cancelled = False

    @property
    def running(self) -> bool:
        """Whether a process is under way."""
        return self._child is not None

    @property
    def cancelled(self) -> bool:
        """Whether the last lesson was ended before its time."""
        return self._cancelled

    def teach(self, lesson: Lesson) -> Iterator[Step | Trained]:
        """Run a lesson in a process of its own.

        Args:
            lesson: whose folder is empty; what is in it is complete only with `Trained`.

        Yields:
            Steps, and at the end `Trained`, which does not come when it was cancelled.

        Raises:
            Fault: what the lesson failed on, or ``child.gone``.
        """
        child = self.start()
        try:
            child.send(lesson_to_plain(lesson))
            for frame in child.frames():
                if frame["kind"] == "error":
                    raise fault_from_plain(frame["error"])
                told = told_from_plain(frame)
                yield told
                if isinstance(told, Trained):
                    return
            if not self._cancelled:
                child.close()
                raise child.gone()
        except (Fault, ValueError):  # a pipe that `cancel` has closed
            if not self._cancelled:
                raise
        finally:
            self._end()

    def start(self) -> Child:
        """Start a process, so that it loads while the lesson is put together."""
        with self._lock:
            self._cancelled = False
            if self._child is None:
                self._child = Child(self._module)
            return self._child

    def cancel(self) -> None:
        """End the process at once; the lesson ends without a word."""
        with self._lock:
            self._cancelled = True
            if self._child is not None:
                self._child.stop()

    def close(self) -> None:
        """End the process and wait for it."""
        self.cancel()
        self._end()

    def _end(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.kill()
