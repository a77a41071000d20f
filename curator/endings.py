"""Signals that ask the program to end, as a system that shuts down or a closed terminal sends."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

Handler = Callable[[int, FrameType | None], Any]

CODE = 128
"""The exit code of a program that a signal ended is this and the signal's number."""


class Ended(KeyboardInterrupt):
    """A signal asked a verb to end; it does so as by Ctrl+C.

    Attributes:
        number: of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def listen(handler: Handler, *names: str) -> None:
    """Have a function called by signals; in the main thread.

    What is ignored stays so: a program started by ``nohup`` outlives its terminal. Signals that a
    platform does not have are passed over.

    Args:
        handler: of `signal.signal`.
        names: of the signals.
    """
    for name in names:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def end_verbs() -> None:
    """Let a verb end by SIGTERM and SIGHUP as by Ctrl+C; a second one ends it at once."""
    listen(_end, "SIGTERM", "SIGHUP")


def _end(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise Ended(number)
