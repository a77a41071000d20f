"""A suggester's entities as they are shown: moved, relabelled and weighed by what was learned."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from curator.domain.annotation import entity_parts
from curator.domain.learning.beside import beside
from curator.domain.learning.calibration import Calibration
from curator.domain.learning.edges import Edges
from curator.domain.learning.memory import Remembered, StringMemory
from curator.domain.learning.side_by_side import apart
from curator.domain.learning.taught import MEMORY, Taught, found_by
from curator.domain.matching import Found
from curator.domain.snapshot import parts_from_plain, plain_parts

EDGE_LEARNED = "edge learned"
LABEL_LEARNED = "label learned"
_DIGITS = 4
_SHOWN_DIGITS = 2
"""Of a confidence: no more than is shown, so that not every decision moves every suggestion."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The findings in one document, beside what the project remembers there.

    Attributes:
        own: by suggester, as many as it found; what is held back says why.
        remembered: what the memory and the lists suggest where no suggester does.
    """

    own: dict[str, list[Found]]
    remembered: list[Found]


def arrange_entities(
    text: str,
    findings: Mapping[str, Sequence[Found]],
    taught: Taught,
    *,
    shown_from: float,
    labels: Collection[str] | None = None,
) -> Arranged:
    """Arrange what suggesters found by what the project has learned about entities.

    Edges are moved by the edge lessons. What the memory says of the same span decides its label;
    it beats what is shorter or crosses it, and yields to what is longer and holds it. A string
    that was mostly rejected is held back.

    Args:
        text: the document's.
        findings: by suggester, as it found them; see `as_found`.
        taught: by the project.
        shown_from: confidence from which an entity is shown, 0–1.
        labels: those that are offered; what is remembered under others stays unsaid. None: all.
    """
    remembered = [
        one for one in taught.memory.find(text) if labels is None or one.voice.label in labels
    ]
    meeting = _Meeting(remembered)
    own: dict[str, list[Found]] = {}
    for suggester, found in findings.items():
        own[suggester] = settled = []
        for one in _apart([_moved(text, one, taught.edges) for one in found]):
            if one.why is None:
                one = meeting.settle(one, banned=_banned(text, one, taught.memory))
            settled.append(weighed(text, one, taught.calibration, suggester, shown_from))
    free = [_recalled(one) for one in remembered if one not in meeting.yielded]
    return Arranged(
        apart(own), [weighed(text, one, taught.calibration, MEMORY, shown_from) for one in free]
    )


def as_found(one: Found) -> Found:
    """Return an entity that was arranged as its suggester found it."""
    evidence = dict(one.evidence or {})
    raw = evidence.pop("raw", None)
    evidence.pop(MEMORY, None)
    if raw is None:
        return replace(one, why=None, evidence=evidence or None)
    return replace(
        one,
        label=raw["label"],
        parts=parts_from_plain(raw["parts"]),
        pattern=raw["pattern"],
        why=raw["why"],
        evidence=evidence or None,
    )


def weighed(
    text: str, one: Found, calibration: Calibration, suggester: str, shown_from: float
) -> Found:
    """Give a finding its confidence; one that is too weak is not shown.

    Args:
        text: the document's.
        one: the finding as it is shown.
        calibration: of the project.
        suggester: its name.
        shown_from: confidence from which an entity is shown, 0–1.
    """
    start, end = _span(one)
    source = found_by(suggester, one.pattern, one.evidence)
    around = beside(text, start, end)
    rate = calibration.of(one.score, one.label, text[start:end], source=source, around=around)
    why = one.why or ("below" if rate < shown_from else None)
    return replace(one, confidence=round(rate, _SHOWN_DIGITS), why=why)


class _Meeting:
    """Where findings meet what is remembered, which stands in order and never overlaps.

    Attributes:
        yielded: what is remembered and not suggested by itself.
    """

    def __init__(self, remembered: Sequence[Remembered]) -> None:
        self._remembered = remembered
        self._starts = [one.start for one in remembered]
        self._ends = [one.end for one in remembered]
        self.yielded: set[Remembered] = set()

    def settle(self, one: Found, *, banned: bool) -> Found:
        """Say what becomes of a finding, and of what is remembered where it lies."""
        if banned:
            return _noting(one, why=MEMORY)
        start, end = _span(one)
        met = self._remembered[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        if not met:
            return one
        if (start, end) == met[0][:2]:
            self.yielded.add(met[0])
            return _agreed(one, met[0])
        if all(start <= other.start and other.end <= end for other in met):
            self.yielded.update(met)
            return one
        return _noting(one, why=MEMORY)


def _moved(text: str, one: Found, edges: Edges) -> Found:
    span = edges.move(text, _span(one), one.label)
    if span == _span(one):
        return one if one.why is None else _noting(one)
    return _noting(one, parts=entity_parts(*span), pattern=_with(one.pattern, EDGE_LEARNED))


def _agreed(one: Found, other: Remembered) -> Found:
    """What is remembered of the same span gives the label, and weighs."""
    label = other.voice.label
    if label != one.label:
        one = _noting(one, label=label, pattern=_with(one.pattern, LABEL_LEARNED))
    share = round(other.voice.share, _DIGITS)
    return replace(one, evidence={**(one.evidence or {}), MEMORY: share})


def _noting(one: Found, **changed: Any) -> Found:
    """Return a finding changed, with what it was before in its evidence."""
    evidence = dict(one.evidence or {})
    if "raw" not in evidence:
        evidence["raw"] = {
            "label": one.label,
            "parts": plain_parts(one.parts),
            "pattern": one.pattern,
            "why": one.why,
        }
    return replace(one, **changed, evidence=evidence)


def _with(pattern: str | None, lesson: str) -> str:
    return f"{pattern}, {lesson}" if pattern else lesson


def _apart(found: Sequence[Found]) -> list[Found]:
    """Hold back what overlaps something longer since its edges were moved."""
    taken: set[int] = set()
    result = list(found)
    order = sorted(range(len(found)), key=lambda place: _length_first(found[place]))
    for place in order:
        covered = range(*_span(found[place]))
        if found[place].why is not None:
            continue
        if taken.isdisjoint(covered):
            taken.update(covered)
        else:
            result[place] = _noting(found[place], why=MEMORY)
    return result


def _length_first(one: Found) -> tuple[int, float, int]:
    start, end = _span(one)
    return start - end, -one.score, start


def _banned(text: str, one: Found, memory: StringMemory) -> bool:
    start, end = _span(one)
    entry = memory.of(text[start:end])
    return entry is not None and entry.banned


def _recalled(one: Remembered) -> Found:
    voice = one.voice
    return Found(
        label=voice.label,
        parts=entity_parts(one.start, one.end),
        score=round(voice.share, _DIGITS),
        pattern=MEMORY if voice.list_name is None else f"list {voice.list_name}",
    )


def _span(one: Found) -> tuple[int, int]:
    return one.parts[0].start, one.parts[0].end
