"""Suggesting again never touches a decision: which finding is which annotation already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from curator.domain.annotation import Annotation, Layer, Part, Role, State
from curator.domain.occupied import Occupied

_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
"""Share of common content tokens from which two claims with one cue are the same claim."""

_FIRST = (State.ACCEPTED, State.UNSURE, State.REJECTED, State.SUGGESTED, State.SUPERSEDED)
"""Whom a finding meets first where several annotations match it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a suggester found in one layer of one document.

    Attributes:
        label: of the scheme.
        parts: spans with roles.
        attributes: values by name.
        score: what the suggester says, 0–1.
        confidence: the calibrated probability, 0–1.
        pattern: the rule or pattern that found it.
        why: why it is only a candidate (``below``, ``nested``); None for a suggestion.
        evidence: what the suggester weighed.
    """

    label: str
    parts: tuple[Part, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    score: float = 1.0
    confidence: float = 1.0
    pattern: str | None = None
    why: str | None = None
    evidence: Mapping[str, Any] | None = None


@dataclass(slots=True)
class Plan:
    """What is to be done with a suggester's findings.

    Attributes:
        insert: new suggestions.
        candidates: findings kept apart, with the reason.
        update: undecided annotations that go on living as the finding says.
        delete: undecided annotations that no decision names and nobody proposes any more.
        supersede: the same, but a decision names them.
    """

    insert: list[Found] = field(default_factory=list)
    candidates: list[tuple[Found, str]] = field(default_factory=list)
    update: list[tuple[Annotation, Found]] = field(default_factory=list)
    delete: list[Annotation] = field(default_factory=list)
    supersede: list[Annotation] = field(default_factory=list)


def plan(
    text: str,
    layer: Layer,
    existing: Sequence[Annotation],
    found: Iterable[Found],
    *,
    named: frozenset[int],
    own: frozenset[int],
    blind: bool,
) -> Plan:
    """Settle what a suggester's findings do to a layer of a document.

    Args:
        text: of the document.
        layer: in which it proposes.
        existing: every annotation of the layer, also those that are gone.
        found: its findings.
        named: annotations that a decision names; they are never deleted.
        own: suggesters of the same name, the older versions included.
        blind: whether the document shows no suggestions.
    """
    result = Plan()
    living = [one for one in existing if one.state is not State.WITHDRAWN]
    if blind:
        result.candidates += [(one, "blind") for one in found]
    else:
        _place(result, living, found, text=text, layer=layer, own=own)
    met = {one.id for one, _found in result.update}
    for other in living:
        if other.undecided and other.id not in met and other.suggester_id in own:
            (result.supersede if other.id in named else result.delete).append(other)
    return result


def _place(
    result: Plan,
    living: Sequence[Annotation],
    found: Iterable[Found],
    *,
    text: str,
    layer: Layer,
    own: frozenset[int],
) -> None:
    """Say of each finding whether it is new, a candidate, or an annotation already."""
    alike: dict[object, list[tuple[_Key, Annotation]]] = defaultdict(list)
    for other in living:
        known = _key(text, layer, other.parts)
        alike[known.place(layer)].append((known, other))
    accepted = Occupied((o.start, o.end) for o in living if o.state is State.ACCEPTED)
    met: set[int] = set()
    for one in found:
        key = _key(text, layer, one.parts)
        twins = [pair for pair in alike.get(key.place(layer), ()) if _match(layer, key, pair[0])]
        twin = _closest(one, key, twins, met, own)
        if twin is not None:
            _meet(result, one, twin, met, own)
        elif layer is Layer.ENTITY and accepted.meets(*key.extent):
            result.candidates.append((one, "overlaps"))
        elif one.why is not None:
            result.candidates.append((one, one.why))
        else:
            result.insert.append(one)


def _closest(
    one: Found,
    key: _Key,
    twins: Sequence[tuple[_Key, Annotation]],
    met: set[int],
    own: frozenset[int],
) -> Annotation | None:
    """Choose whom a finding meets: a decision first, then its suggester's, then what is alike.

    What another suggester gave up is seen by nobody and meets nothing.
    """

    def rank(pair: tuple[_Key, Annotation]) -> tuple[int, bool, bool, bool, float]:
        known, other = pair
        return (
            _FIRST.index(other.state),
            other.suggester_id not in own,
            other.id in met,
            other.label != one.label,
            -_common(key, known),
        )

    seen = [
        pair
        for pair in twins
        if pair[1].state is not State.SUPERSEDED or pair[1].suggester_id in own
    ]
    return min(seen, key=rank)[1] if seen else None


def _meet(result: Plan, one: Found, twin: Annotation, met: set[int], own: frozenset[int]) -> None:
    """A finding that is an annotation already: it yields to a decision, else it renews it."""
    if twin.state in (State.ACCEPTED, State.UNSURE):
        return
    if twin.state is State.REJECTED:
        if one.label != twin.label:
            result.candidates.append((one, "contradicts"))
        return
    if twin.suggester_id not in own and one.why is not None:
        result.candidates.append((one, one.why))
        return
    if twin.suggester_id not in own or twin.id in met:
        return
    if one.why is None:
        met.add(twin.id)
        result.update.append((twin, one))
    else:
        result.candidates.append((one, one.why))


def renewed(annotation: Annotation, found: Found, suggester_id: int) -> Annotation:
    """Return an undecided annotation as its suggester proposes it now.

    One that comes back refers to nobody: whom it meant may have been taken out of the project.
    """
    back = annotation.state is State.SUPERSEDED
    return replace(
        annotation,
        label=found.label,
        parts=found.parts,
        attributes=found.attributes,
        state=State.SUGGESTED,
        suggester_id=suggester_id,
        score=found.score,
        confidence=found.confidence,
        pattern=found.pattern,
        evidence=found.evidence,
        proposed=None,
        reason=None,
        references=() if back else annotation.references,
    )


@dataclass(frozen=True, slots=True)
class _Key:
    anchor: frozenset[int]
    content: frozenset[int]
    extent: tuple[int, int]

    def place(self, layer: Layer) -> object:
        """Return what two that match have in common at least."""
        return self.extent if layer is Layer.ENTITY else self.anchor


def _key(text: str, layer: Layer, parts: tuple[Part, ...]) -> _Key:
    """Reduce parts to what matching compares: word starts of cue and content, or the extent."""
    extent = (min(part.start for part in parts), max(part.end for part in parts))
    if layer is Layer.ENTITY:
        return _Key(frozenset(), frozenset(), extent)
    cue = _words(text, parts, Role.CUE)
    content = _words(text, parts, Role.CONTENT)
    return _Key(frozenset(cue or sorted(content)[:1]), frozenset(content), extent)


def _words(text: str, parts: tuple[Part, ...], role: Role) -> list[int]:
    return [
        match.start()
        for part in parts
        if part.role is role
        for match in _WORD.finditer(text, part.start, part.end)
    ]


def _match(layer: Layer, one: _Key, other: _Key) -> bool:
    if one.place(layer) != other.place(layer):
        return False
    return layer is Layer.ENTITY or _common(one, other) >= _ENOUGH


def _common(one: _Key, other: _Key) -> float:
    """Return the share of content tokens that two have in common, 1 where there are none."""
    union = len(one.content | other.content)
    return len(one.content & other.content) / union if union else 1.0
