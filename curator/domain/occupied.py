"""Occupied: spans asked whether another one overlaps any of them, in the time of a bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Occupied:
    """Spans of a text, half-open and in code points; they may overlap one another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Sort them once."""
        ordered = sorted(spans)
        self._starts = [start for start, _end in ordered]
        self._furthest = list(accumulate((end for _start, end in ordered), max))

    def meets(self, start: int, end: int) -> bool:
        """Whether any of them shares a code point with the span from `start` to `end`."""
        before = bisect_left(self._starts, end)
        return bool(before) and self._furthest[before - 1] > start
