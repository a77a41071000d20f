"""Courtesy: threads that work on a project let the one that serves a person go first.

Python runs one thread at a time. A thread that computes makes another one wait some milliseconds
whenever that one comes back from a call that let others run, and to draw a window takes many such
calls. So what works on a project beside the window stops at its next statement to the database
while the window draws.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LONGEST = 0.03
"""Seconds that others wait for a turn: longer ones wait for others themselves."""


class Courtesy:
    """Whose turn it is; turns are taken by one thread only."""

    def __init__(self) -> None:
        """Begin with nobody's turn."""
        self._free = threading.Event()
        self._free.set()
        self._depth = 0
        self._began = 0.0
        self._owner = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Go first until the block ends; turns may lie in each other."""
        if not self._depth:
            self._owner, self._began = threading.get_ident(), time.monotonic()
            self._free.clear()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                self._free.set()

    def give_way(self) -> None:
        """Wait until a turn ends that another thread has, or has lasted too long; any thread."""
        if not self._free.is_set() and threading.get_ident() != self._owner:
            left = self._began + _LONGEST - time.monotonic()
            if left > 0:
                self._free.wait(left)
