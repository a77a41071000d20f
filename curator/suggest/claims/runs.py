"""Sets of token numbers kept as runs, so that a long clause costs what a short one costs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A set of token numbers.

    Attributes:
        runs: half-open runs of token numbers, sorted, neither empty nor touching one another.
    """

    runs: tuple[Run, ...] = ()

    @classmethod
    def run(cls, start: int, end: int) -> Tokens:
        """The tokens from start up to, without, end; none when end is not after start."""
        return cls(((start, end),)) if start < end else cls()

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Tokens:
        """The tokens of any runs, which may overlap, touch, be empty or be out of order."""
        merged: list[Run] = []
        for start, end in sorted(run for run in runs if run[0] < run[1]):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return cls(tuple(merged))

    @property
    def first(self) -> int:
        """The lowest token number; the set must not be empty."""
        return self.runs[0][0]

    @property
    def last(self) -> int:
        """The highest token number; the set must not be empty."""
        return self.runs[-1][1] - 1

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __len__(self) -> int:
        return sum(end - start for start, end in self.runs)

    def __iter__(self) -> Iterator[int]:
        for start, end in self.runs:
            yield from range(start, end)

    def __contains__(self, token: int) -> bool:
        place = bisect_right(self.runs, (token, token + 1)) - 1
        return (place >= 0 and self.runs[place][0] <= token < self.runs[place][1]) or (
            place + 1 < len(self.runs) and self.runs[place + 1][0] == token
        )

    def __or__(self, other: Tokens) -> Tokens:
        if not other.runs:
            return self
        return Tokens.of(self.runs + other.runs)

    def __and__(self, other: Tokens) -> Tokens:
        if len(self.runs) == 1 and len(other.runs) == 1:
            (low, high), (start, end) = self.runs[0], other.runs[0]
            return Tokens.run(max(start, low), min(end, high))
        common: list[Run] = []
        mine, theirs = 0, 0
        while mine < len(self.runs) and theirs < len(other.runs):
            start = max(self.runs[mine][0], other.runs[theirs][0])
            end = min(self.runs[mine][1], other.runs[theirs][1])
            if start < end:
                common.append((start, end))
            if self.runs[mine][1] < other.runs[theirs][1]:
                mine += 1
            else:
                theirs += 1
        return Tokens(tuple(common))

    def __sub__(self, other: Tokens) -> Tokens:
        if not other.runs or not self.runs:
            return self
        if other.runs[0][0] >= self.runs[-1][1] or other.runs[-1][1] <= self.runs[0][0]:
            return self
        left: list[Run] = []
        for start, end in self.runs:
            for low, high in other.runs:
                if high <= start:
                    continue
                if low >= end:
                    break
                if start < low:
                    left.append((start, low))
                start = high
            if start < end:
                left.append((start, end))
        return Tokens(tuple(left))

    def has_any(self, tokens: Sequence[int]) -> bool:
        """Whether any of these token numbers, which must be sorted, is in the set."""
        for start, end in self.runs:
            place = bisect_left(tokens, start)
            if place < len(tokens) and tokens[place] < end:
                return True
        return False

    def covers(self, other: Tokens) -> bool:
        """Whether every token of the other set is in this one."""
        for start, end in other.runs:
            place = bisect_right(self.runs, (start, end)) - 1
            around = self.runs[max(0, place) : place + 2]
            if not any(low <= start and end <= high for low, high in around):
                return False
        return True
