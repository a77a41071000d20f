"""What a project has taught about entities, and the single lessons that it is made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from curator.domain.annotation import State
from curator.domain.learning.beside import Span, beside
from curator.domain.learning.calibration import Calibration, Outcome, low_end
from curator.domain.learning.edges import Case, Edges, cases
from curator.domain.learning.memory import StringMemory
from curator.domain.learning.strings import Tokens

MEMORY = "memory"
"""The suggester and pattern of what the memory suggests; why a finding is held back for it."""


class Accepted(NamedTuple):
    """A string was accepted with a label."""

    words: str
    label: str


class Rejected(NamedTuple):
    """A string was rejected."""

    words: str


Lesson = Accepted | Rejected | Outcome | Case
"""Plain tuples of different lengths, so that equal ones are the same lesson."""


class Taught:
    """What a project has taught about entities; a sum of lessons, so that each can be taken back.

    Attributes:
        memory: what each string is.
        calibration: how likely a suggestion is right.
        edges: which words are inside.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.memory = StringMemory()
        self.calibration = Calibration()
        self.edges = Edges()

    def learn(self, lesson: Lesson, n: int = 1) -> None:
        """Learn a lesson so many times; forget it below zero."""
        match lesson:
            case Accepted():
                self.memory.add(lesson.words, lesson.label, n)
            case Rejected():
                self.memory.reject(lesson.words, n)
            case Outcome():
                self.calibration.add(lesson, n)
            case Case():
                self.edges.add(lesson, n)


class Row(NamedTuple):
    """An entity as far as it teaches.

    Attributes:
        label: as it stands.
        start: where it begins (code points).
        end: where it ends (code points, exclusive).
        state: where it stands.
        suggester: the suggester's name; None for one that a person added.
        suggester_id: its id.
        score: what the suggester said, 0–1.
        pattern: of the suggestion.
        evidence: of the suggestion.
        proposed: label and span before a person corrected it; None where nobody did.
        promoted: whether it was a candidate, which is only looked at when somebody misses it.
    """

    label: str
    start: int
    end: int
    state: State
    suggester: str | None = None
    suggester_id: int = 0
    score: float | None = None
    pattern: str | None = None
    evidence: Mapping[str, Any] | None = None
    proposed: tuple[str, Span] | None = None
    promoted: bool = False


def lessons_of(text: str, rows: Sequence[Row]) -> Iterator[Lesson]:
    """Yield what the decided entities of a document teach.

    Args:
        text: the document's.
        rows: its entities; what nobody is sure of, or has decided, teaches nothing.
    """
    for row in rows:
        if row.state is State.ACCEPTED:
            yield Accepted(text[row.start : row.end], row.label)
        elif row.state is State.REJECTED:
            yield Rejected(text[row.start : row.end])
        else:
            continue
        if row.suggester is None:
            continue
        if row.score is not None and not row.promoted:
            yield _outcome(text, row)
        if row.state is State.ACCEPTED and row.suggester != MEMORY:
            label, span = _found_first(row)
            if span[0] < row.end and row.start < span[1]:
                yield from cases(text, span, (row.start, row.end), label)


def missed(read: Tokens, rows: Sequence[Row], memory: StringMemory) -> Iterator[str]:
    """Yield the known strings that a document which is done leaves unmarked.

    What lies in an accepted entity is marked; what was rejected is so already; what touches
    something that nobody is sure of, or that was left undecided, says nothing.

    Args:
        read: the document's tokens.
        rows: its entities.
        memory: what is known.
    """
    accepted = _Cover(row for row in rows if row.state is State.ACCEPTED)
    rejected = {(row.start, row.end) for row in rows if row.state is State.REJECTED}
    open_ones = [row for row in rows if row.state in (State.UNSURE, State.SUGGESTED)]
    for start, end, entry in memory.occurrences(read):
        if (start, end) in rejected or accepted.holds(start, end):
            continue
        if not any(row.start < end and start < row.end for row in open_ones):
            yield entry.words


def found_by(suggester: str, pattern: str | None, evidence: Mapping[str, Any] | None) -> str:
    """Return under which name a suggestion is calibrated.

    What the memory agrees with is another kind of suggestion than what a model finds alone; so
    is what a list says.

    Args:
        suggester: its name.
        pattern: of the suggestion.
        evidence: of the suggestion.
    """
    if suggester == MEMORY:
        return pattern or MEMORY
    return f"{suggester} and {MEMORY}" if evidence and MEMORY in evidence else suggester


class _Cover:
    """Whether a span lies in one of many; by the furthest end of those that begin before it."""

    def __init__(self, rows: Iterator[Row]) -> None:
        spans = sorted((row.start, row.end) for row in rows)
        self._starts = [start for start, _end in spans]
        self._ends: list[int] = []
        for _start, end in spans:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def holds(self, start: int, end: int) -> bool:
        place = bisect_right(self._starts, start)
        return place > 0 and self._ends[place - 1] >= end


def _outcome(text: str, row: Row) -> Outcome:
    label, (start, end) = row.proposed or (row.label, (row.start, row.end))
    return Outcome(
        score=low_end(row.score or 0.0),
        label=label,
        string=text[start:end],
        source=found_by(row.suggester or "", row.pattern, row.evidence),
        suggester=row.suggester_id,
        right=row.state is State.ACCEPTED and row.proposed is None,
        around=beside(text, start, end),
    )


def _found_first(row: Row) -> tuple[str, Span]:
    """Return label and span as the suggester found them, before any lesson or person."""
    raw = (row.evidence or {}).get("raw")
    if raw is not None:
        _role, start, end = raw["parts"][0]
        return raw["label"], (start, end)
    return row.proposed or (row.label, (row.start, row.end))
