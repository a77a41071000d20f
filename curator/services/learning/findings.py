"""What suggesters found in a layer: as they found it, and arranged by what was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from curator.domain.annotation import Annotation, Layer
from curator.domain.learning.arranging import Arranged, arrange_entities
from curator.domain.learning.arranging import as_found as entity_as_found
from curator.domain.learning.arranging_claims import as_found as claim_as_found
from curator.domain.matching import Found
from curator.domain.scheme import LayerScheme
from curator.services.learning.lessons import Lessons

_OWN_REASONS = ("below", "nested")
"""Why a suggester itself holds a claim back."""


@dataclass(slots=True)
class Group:
    """What one suggester, in all of its versions, has found in the layer.

    Attributes:
        name: of the suggester.
        suggester: the id that its suggestions get.
        own: its ids, the older versions included.
        found: its findings.
        answered: whether it has just said so itself; else it is only arranged anew, and leaves
            alone what a decision once named.
    """

    name: str
    suggester: int
    own: frozenset[int]
    found: list[Found] = field(default_factory=list)
    answered: bool = False


def arrange(
    layer: Layer,
    text: str,
    findings: Mapping[str, Sequence[Found]],
    lessons: Lessons,
    *,
    decided: Sequence[Annotation],
    scheme: LayerScheme,
) -> Arranged:
    """Arrange what suggesters found in a layer by what was learned.

    Args:
        layer: entity or claim.
        text: of the document.
        findings: by suggester, as it found them; see `as_found`.
        lessons: of the project.
        decided: annotations of the layer that were decided.
        scheme: of the layer.
    """
    from_here = scheme.shown_from
    labels = frozenset(label.name for label in scheme.offered)
    if layer is Layer.ENTITY:
        return arrange_entities(
            text, findings, lessons.entities, shown_from=from_here, labels=labels
        )
    claims = {
        name: [
            one if one.label in labels else claim_as_found(one)
            for one in lessons.claims.arrange(found, decided, shown_from=from_here)
        ]
        for name, found in findings.items()
    }
    return Arranged(claims, [])


def as_found(layer: Layer, one: Found) -> Found:
    """Return what was arranged as its suggester found it."""
    if layer is Layer.ENTITY:
        return entity_as_found(one)
    return claim_as_found(one if one.why in _OWN_REASONS else replace(one, why=None))


def found_of(one: Annotation, *, why: str | None = None) -> Found:
    """Return a stored proposal as a finding.

    Args:
        one: a suggestion, or a candidate's annotation.
        why: it is only a candidate.
    """
    return Found(
        label=one.label,
        parts=one.parts,
        attributes=one.attributes,
        score=1.0 if one.score is None else one.score,
        confidence=1.0 if one.confidence is None else one.confidence,
        pattern=one.pattern,
        why=why,
        evidence=one.evidence,
    )
