"""Limits of time and memory for the import process; the only place that knows platforms."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from types import FrameType, TracebackType

MEMORY = 2 * 1024**3
"""Bytes of address space that the import process may take."""
SECONDS = 30.0
"""Seconds that a file gets for each of its documents."""

TOO_LONG = 3
"""The exit code of a process that could be stopped in no other way."""


class TimeIsUp(Exception):
    """A step took longer than it may."""


def limit_memory(size: int) -> bool:
    """Limit the address space of this process.

    Args:
        size: bytes; 0 sets no limit.

    Returns:
        Whether the platform knows such a limit; beyond it, Python raises `MemoryError`.
    """
    if sys.platform == "win32" or not size:
        return False
    import resource

    try:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        bounded = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bounded, hard))
    except (OSError, ValueError):
        return False
    return True


class Patience:
    """A time limit for one step after another, each in a ``with`` of its own.

    With alarms (main thread only) a step that takes too long raises `TimeIsUp`. Elsewhere a
    thread ends the process with `TOO_LONG`, and the other side reads on without that file.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._deadline: float | None = None
        self._alarms = (
            hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        )
        if self._alarms:
            signal.signal(signal.SIGALRM, _ring)
        else:
            threading.Thread(target=self._watch, daemon=True).start()

    def __enter__(self) -> None:
        if self._alarms:
            signal.setitimer(signal.ITIMER_REAL, self._seconds)
        else:
            self._deadline = time.monotonic() + self._seconds

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._alarms:
            signal.setitimer(signal.ITIMER_REAL, 0)
        self._deadline = None

    def _watch(self) -> None:
        while True:
            time.sleep(min(self._seconds, 1.0))
            deadline = self._deadline
            if deadline is not None and time.monotonic() > deadline:
                os._exit(TOO_LONG)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TimeIsUp


def end_with(descriptor: int) -> None:
    """End this process as soon as a pipe closes, from a small thread of its own.

    Args:
        descriptor: the file descriptor of the reading end; nothing else may read from it.
    """

    def watch() -> None:
        with contextlib.suppress(OSError):
            while os.read(descriptor, 1024):
                pass
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
