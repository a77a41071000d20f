"""Edge lessons: which words at the edge of an entity this project has inside, and which outside."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from curator.domain.learning.beside import Span, token_after, token_before
from curator.domain.learning.strings import TOKEN

LEAST = 3
"""Cases from which a lesson is followed."""

MOST_OF_THEM = 0.6
"""Share of the cases from which a lesson is followed."""

_STEPS = 3
"""Words that are taken in at one edge at most."""

_BREAKS = frozenset('.,;:!?…()[]{}"“”„‘’«»—')
"""Signs over which no edge is moved outwards: what stands beyond belongs to something else."""


class Side(StrEnum):
    """Which edge, and whether the word stands inside it or beyond it."""

    FIRST = "first"
    LAST = "last"
    BEFORE = "before"
    AFTER = "after"


class Case(NamedTuple):
    """What became of one word at the edge of a suggestion: whether it changed sides."""

    side: Side
    word: str
    label: str
    changed: bool


class Edges:
    """Counts of cases by side, word and label; not thread-safe.

    A suggestion's edge word that was cut off, or the word beyond it that was taken in, often
    enough, is cut off or taken in with the next suggestion of that label.
    """

    def __init__(self) -> None:
        """Begin without a lesson."""
        self._counts: dict[tuple[Side, str, str], list[int]] = {}

    def add(self, case: Case, n: int = 1) -> None:
        """Note a case so many times; fewer below zero."""
        key = case[:3]
        counts = self._counts.setdefault(key, [0, 0])
        counts[case.changed] += n
        if counts == [0, 0]:
            del self._counts[key]

    def lessons(self) -> list[tuple[Side, str, str, int, int]]:
        """Return what is followed: side, word, label, changed, all; the most frequent first."""
        found = [
            (*key, counts[1], sum(counts))
            for key, counts in self._counts.items()
            if _enough(counts)
        ]
        return sorted(found, key=lambda one: (-one[4], one[:3]))

    def move(self, text: str, span: Span, label: str) -> Span:
        """Return where a suggestion begins and ends by what was learned; at least a word is left.

        Args:
            text: the text.
            span: as the suggester has it.
            label: the suggester's.
        """
        start, end = span
        inner = _inside(text, start, end)
        if len(inner) > 1 and self._changes(text, Side.FIRST, inner[0], label):
            start = inner[1][0]
        else:
            for _ in range(_STEPS):
                found = _before(text, start)
                if found is None or not self._changes(text, Side.BEFORE, found, label):
                    break
                start = found[0]
        inner = _inside(text, start, end)
        if len(inner) > 1 and self._changes(text, Side.LAST, inner[-1], label):
            return start, inner[-2][1]
        for _ in range(_STEPS):
            found = _after(text, end)
            if found is None or not self._changes(text, Side.AFTER, found, label):
                break
            end = found[1]
        return start, end

    def _changes(self, text: str, side: Side, word: Span, label: str) -> bool:
        counts = self._counts.get((side, text[word[0] : word[1]].lower(), label))
        return counts is not None and _enough(counts)


def cases(text: str, proposed: Span, decided: Span, label: str) -> Iterator[Case]:
    """Yield what a decision says of the words at the edges of what was proposed.

    Args:
        text: the text.
        proposed: the suggester's span.
        decided: the span that was accepted in its place, or the same.
        label: the suggester's.
    """
    start, end = proposed
    inner = _inside(text, start, end)
    places = [
        (Side.BEFORE, _before(text, start)),
        (Side.AFTER, _after(text, end)),
        (Side.FIRST, inner[0] if len(inner) > 1 else None),
        (Side.LAST, inner[-1] if len(inner) > 1 else None),
    ]
    for side, place in places:
        if place is not None:
            held = decided[0] <= place[0] and place[1] <= decided[1]
            changed = held if side in (Side.BEFORE, Side.AFTER) else not held
            yield Case(side, text[place[0] : place[1]].lower(), label, changed)


def _enough(counts: list[int]) -> bool:
    return sum(counts) >= LEAST and counts[1] / sum(counts) >= MOST_OF_THEM


def _inside(text: str, start: int, end: int) -> list[Span]:
    return [match.span() for match in TOKEN.finditer(text, start, end)]


def _before(text: str, start: int) -> Span | None:
    """The word before a place, on its line."""
    return _word(text, token_before(text, start))


def _after(text: str, end: int) -> Span | None:
    """The word after a place, on its line."""
    return _word(text, token_after(text, end))


def _word(text: str, span: Span | None) -> Span | None:
    return None if span is None or text[slice(*span)] in _BREAKS else span
