"""Looking through a long text in pieces, so that typing never waits."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from curator.domain.finding import Finder, Wanted

_AT_ONCE = 0.004
"""Seconds that a piece of the search may take."""
_PORTION = 200
"""Spans at most that are taken between two looks at the clock."""


class Search(QObject):
    """One search under way; another one replaces it.

    Signals:
        grown(object): more spans, in reading order; never after `stop`.
        ended(): there are no more.
    """

    grown = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._spans: Iterator[tuple[int, int] | None] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """Whether more spans may come."""
        return self._next.isActive()

    def start(self, finder: Finder, wanted: Wanted) -> None:
        """Look for words in a text; the first piece is looked through at once."""
        self._spans = finder.with_pauses(wanted)
        self._next.start()
        self._go_on()

    def stop(self) -> None:
        """Look no further."""
        self._next.stop()

    def _go_on(self) -> None:
        self._next.start()
        until = perf_counter() + _AT_ONCE
        found: list[tuple[int, int]] = []
        for span in self._spans:
            if span is not None:
                found.append(span)
            if (span is None or not len(found) % _PORTION) and perf_counter() > until:
                break
        else:
            self._next.stop()
        self.grown.emit(found)
        if not self.running:
            self.ended.emit()
