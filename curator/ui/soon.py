"""What is asked for many times in a turn of the event loop, and done once in the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer


class Soon(QObject):
    """Does a job once, however often it is asked for: in the next turn, after this one's paint.

    Qt fires what is due at once after everything that was posted, the paint among it. So what was
    drawn when the job was asked for is on the screen first, and what the job draws is in the frame
    after it.
    """

    def __init__(self, job: Callable[[], Any], parent: QObject | None = None) -> None:
        """Do a job in the thread that makes this."""
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(job)

    def ask(self) -> None:
        """Have the job done soon."""
        if not self._timer.isActive():
            self._timer.start()

    def drop(self) -> None:
        """Ask no more: what was to be shown is gone."""
        self._timer.stop()


class Told:
    """Tells parts of the window something only where it is another thing than before."""

    def __init__(self) -> None:
        """Begin as if nothing had been said."""
        self._told: dict[Callable[..., Any], tuple[object, ...]] = {}

    def say(self, part: Callable[..., Any], *words: object, **named: object) -> None:
        """Call what shows something with what it shows now, if that differs."""
        said = (*words, tuple(named.items()))
        if part not in self._told or self._told[part] != said:
            self._told[part] = said
            part(*words, **named)

    def forget(self) -> None:
        """Say everything anew the next time, because others drew there."""
        self._told.clear()
