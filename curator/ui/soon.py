"""What is asked for many times in a turn of the event loop, and done once at its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class Soon(QObject):
    """Does a job once, however often it is asked for: after this turn, before it is painted.

    Qt paints behind everything that was posted before, so what the job draws is in the same frame
    as what was drawn when it was asked for.
    """

    _asked = Signal()

    def __init__(self, job: Callable[[], Any], parent: QObject | None = None) -> None:
        """Do a job in the thread that makes this."""
        super().__init__(parent)
        self._job = job
        self._due = False
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Have the job done soon."""
        if not self._due:
            self._due = True
            self._asked.emit()

    def drop(self) -> None:
        """Ask no more: what was to be shown is gone."""
        self._due = False

    def _do(self) -> None:
        if self._due:
            self._due = False
            self._job()


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
