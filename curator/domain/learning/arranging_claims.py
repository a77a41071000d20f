"""A suggester's claims as they are shown: weighed, nested and drawn by what was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from curator.domain.annotation import Annotation, Part, Role, State
from curator.domain.decisions import Reason
from curator.domain.learning.claim_lessons import ClaimLessons, Kind, Variants
from curator.domain.learning.scorer import Weights, explain
from curator.domain.matching import Found
from curator.domain.snapshot import parts_from_plain, plain_parts

QUOTED = "quoted=cue"
"""The feature of a claim whose cue stands in a quotation."""

_SURE = 0.5
_DEEPEST = 32
_DIGITS = 4
_LEARNED = frozenset({"raw", "lessons", "because"})
"""What arranging adds to evidence."""

_MISDRAWN = (Reason.WRONG_SPAN.value, Reason.WRONG_SOURCE.value)


def arrange_claims(
    findings: Sequence[Found],
    *,
    lessons: ClaimLessons,
    weights: Weights,
    shown_from: float,
    decided: Sequence[Annotation] = (),
) -> list[Found]:
    """Arrange a suggester's claims by what the project has learned.

    The confidence is the scorer's. A claim in the content of another one is nested, unless the
    other is unlikely or was rejected: what is hidden hides nothing. Lessons give parts and types.
    What was arranged before may be arranged again. Where a suggester gives no features, it has
    said itself how likely a claim is and whether it is nested.

    Args:
        findings: of one suggester in one document.
        lessons: about boundaries and types.
        weights: of the scorer.
        shown_from: confidence from which a claim is shown, 0–1.
        decided: claims of the document that were decided.

    Returns:
        As many, in the same order. Evidence says under ``because`` what moved a claim's confidence
        most, under ``lessons`` what moved its parts and type, and under ``raw`` what it was before.
    """
    plain = [as_found(one) for one in findings]
    scored = [_weighed(one, weights) for one in plain]
    nested = _nested(scored, decided)
    return [
        _taught(replace(one, why=_why(one, shown_from, nested=is_nested)), lessons)
        for one, is_nested in zip(scored, nested, strict=True)
    ]


def as_found(one: Found) -> Found:
    """Return a claim as its suggester found it, without lessons."""
    evidence = one.evidence or {}
    if evidence.keys().isdisjoint(_LEARNED):
        return one
    kept = {key: value for key, value in evidence.items() if key not in _LEARNED}
    raw = evidence.get("raw")
    if raw is None:
        return replace(one, evidence=kept)
    return replace(one, label=raw["label"], parts=parts_from_plain(raw["parts"]), evidence=kept)


def features_of(evidence: Mapping[str, Any] | None) -> Sequence[str]:
    """Return the features of a claim; none where its suggester gave none."""
    features: Sequence[str] = (evidence or {}).get("features") or ()
    return features


def variants_of(evidence: Mapping[str, Any] | None) -> Variants:
    """Return the parts that a claim could have had instead, by name."""
    variants: Mapping[str, list[Any]] = (evidence or {}).get("variants") or {}
    return {name: parts_from_plain(parts) for name, parts in variants.items()}


def cue_of(features: Sequence[str]) -> str | None:
    """Return the lemma of a claim's cue."""
    return next((name[4:] for name in features if name.startswith("cue=")), None)


def _weighed(one: Found, weights: Weights) -> Found:
    """Give a claim its confidence, and the reasons for it where something was learned."""
    features = features_of(one.evidence)
    confidence = round(weights.of(one.score, features), _DIGITS)
    because = explain(weights, features)
    if not because:
        return replace(one, confidence=confidence)
    told = [[name, round(moved, 1)] for name, moved in because]
    return replace(one, confidence=confidence, evidence={**(one.evidence or {}), "because": told})


def _why(one: Found, shown_from: float, *, nested: bool) -> str | None:
    if nested:
        return "nested"
    return "below" if one.confidence < shown_from else None


def _taught(one: Found, lessons: ClaimLessons) -> Found:
    """Give a claim the parts and the type that the lessons tell."""
    evidence = one.evidence or {}
    parts = one.parts
    names: list[str] = []
    if lessons.boundaries and evidence.get("variants"):
        parts, names = lessons.parts(one.parts, variants_of(evidence))
    cue = cue_of(features_of(evidence)) if lessons.types else None
    label = lessons.types.get((cue, one.label), one.label) if cue is not None else one.label
    if label != one.label:
        names = [*names, f"{Kind.TYPE}:{cue}:{one.label}"]
    if not names:
        return one
    raw = {"label": one.label, "parts": plain_parts(one.parts)}
    return replace(
        one, label=label, parts=parts, evidence={**evidence, "raw": raw, "lessons": names}
    )


@dataclass(frozen=True, slots=True)
class _Shape:
    """What nesting looks at: where the cue stands, what the content covers."""

    cue: tuple[int, int]
    content: tuple[Part, ...]
    length: int
    confidence: float
    quoted: bool

    @classmethod
    def of(cls, parts: Sequence[Part], confidence: float, *, quoted: bool) -> _Shape:
        content = tuple(part for part in parts if part.role is Role.CONTENT)
        cue = [part for part in parts if part.role is Role.CUE] or list(content[:1])
        length = sum(part.end - part.start for part in content)
        return cls((cue[0].start, cue[-1].end), content, length, confidence, quoted)

    def covers(self, span: tuple[int, int]) -> bool:
        """Whether the content covers a span."""
        return any(part.start <= span[0] and span[1] <= part.end for part in self.content)


def _nested(found: Sequence[Found], decided: Sequence[Annotation]) -> list[bool]:
    """Say of each claim whether it lies in another one that is likely, or in a quotation."""
    inner = [_shape(one) for one in found]
    outer = _outer(inner, decided)
    runs = sorted(
        (part.start, part.end, place) for place, shape in enumerate(outer) for part in shape.content
    )
    nested = [
        shape.quoted or (one.why == "nested" and not features_of(one.evidence))
        for shape, one in zip(inner, found, strict=True)
    ]
    active: list[tuple[int, int]] = []
    following = 0
    for place in sorted(range(len(inner)), key=lambda place: inner[place].cue[0]):
        start = inner[place].cue[0]
        while following < len(runs) and runs[following][0] <= start:
            active.append((runs[following][1], runs[following][2]))
            following += 1
        active = [entry for entry in active if entry[0] > start][-_DEEPEST:]
        if not nested[place]:
            nested[place] = any(_nests(outer[other], inner[place]) for _end, other in active)
    return nested


def _outer(found: Sequence[_Shape], decided: Sequence[Annotation]) -> list[_Shape]:
    """Return what may hold others: what a person let stand, and what nobody has decided."""
    known: set[tuple[int, int]] = set()
    standing: list[_Shape] = []
    for one in decided:
        shape = _Shape.of(one.parts, 1.0, quoted=QUOTED in features_of(one.evidence))
        if one.state in (State.ACCEPTED, State.UNSURE, State.REJECTED):
            known.add(shape.cue)
        if one.state in (State.ACCEPTED, State.UNSURE) or one.reason in _MISDRAWN:
            standing.append(shape)
    return [*(shape for shape in found if shape.cue not in known), *standing]


def _shape(one: Found) -> _Shape:
    return _Shape.of(one.parts, one.confidence, quoted=QUOTED in features_of(one.evidence))


def _nests(outer: _Shape, inner: _Shape) -> bool:
    if outer is inner or outer.cue == inner.cue:
        return False
    if outer.confidence < min(_SURE, inner.confidence):
        return False
    if outer.quoted and not inner.quoted:
        return False
    if outer.length < inner.length or not outer.covers(inner.cue):
        return False
    return not (inner.covers(outer.cue) and outer.cue[0] > inner.cue[0])
