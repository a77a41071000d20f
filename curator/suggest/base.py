"""What a suggester is, and what it proposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from curator.domain.annotation import Layer, Part, Role
from curator.domain.scheme import LayerScheme
from curator.domain.snapshot import parts_from_plain

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENTITIES = "entities"
"""What a suggester needs that reads a document's tokens and named entities."""

PARSE = "parse"
"""What a suggester needs that reads tags, lemmas and dependencies (and entities) too."""

GROUP = "curator.suggesters"
"""The entry points of suggesters."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a machine proposes: plain values, not yet stored.

    Attributes:
        layer: entity or claim.
        label: one of the scheme.
        parts: sorted by start; code points of the whole text.
        attributes: values by name (claims).
        score: what the suggester says, 0–1.
        confidence: the calibrated probability, 0–1; the score where nothing calibrates it yet.
        pattern: why: the rule or pattern that found it.
        candidate_why: ``below`` the threshold or ``nested``; None for a suggestion.
        nested_in: place, in the same list of proposals, of the claim that it is nested in.
        evidence: what was weighed, as plain values: ``features``, names; ``variants``, by name
            the parts that it could have had instead, each ``[role, start, end]``.
    """

    layer: Layer
    label: str
    parts: tuple[Part, ...]
    score: float
    confidence: float
    pattern: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    candidate_why: str | None = None
    nested_in: int | None = None
    evidence: Mapping[str, Any] | None = None


class Suggester(Protocol):
    """Proposes annotations of one layer; registered as an entry point of `GROUP`.

    Attributes:
        name: as it is stored.
        version: changes when it proposes differently.
        layer: the layer that it proposes for.
        needs: `ENTITIES` or `PARSE`: how far the text is analysed before it is asked.
    """

    name: str
    version: str
    layer: Layer
    needs: str

    def recipe(self, model: Mapping[str, str]) -> dict[str, Any]:
        """Return its configuration as plain values.

        Args:
            model: the pipeline's ``name``, ``version``, ``package`` and ``package_version``; for
                entities also ``weights``, the digest of the project's version, where one is used.
        """

    def propose(self, doc: Doc, scheme: LayerScheme, head: Mapping[str, Any]) -> Iterator[Proposal]:
        """Propose annotations of a text or a piece of one.

        Args:
            doc: analysed as far as `needs` says; offsets count from its first character.
            scheme: its layer's scheme; labels outside of it must not be proposed.
            head: the document's metadata.

        Returns:
            Proposals in any order, none twice.
        """


@runtime_checkable
class Teachable(Protocol):
    """A suggester that can be told a project's own cues, beside what it knows."""

    def teach(self, cues: Mapping[str, str]) -> None:
        """Know these cues from now on, in the place of those told before.

        Args:
            cues: in lower case, with their labels.
        """


def proposal_to_plain(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as a plain value."""
    return {
        "layer": proposal.layer.value,
        "label": proposal.label,
        "parts": [[part.role.value, part.start, part.end] for part in proposal.parts],
        "attributes": dict(proposal.attributes),
        "score": proposal.score,
        "confidence": proposal.confidence,
        "pattern": proposal.pattern,
        "candidate_why": proposal.candidate_why,
        "nested_in": proposal.nested_in,
        "evidence": None if proposal.evidence is None else dict(proposal.evidence),
    }


def proposal_from_plain(plain: Mapping[str, Any]) -> Proposal:
    """Read what `proposal_to_plain` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is not one.
    """
    return Proposal(
        layer=Layer(plain["layer"]),
        label=plain["label"],
        parts=tuple(Part(Role(role), start, end) for role, start, end in plain["parts"]),
        attributes=dict(plain.get("attributes") or {}),
        score=plain["score"],
        confidence=plain["confidence"],
        pattern=plain["pattern"],
        candidate_why=plain.get("candidate_why"),
        nested_in=plain.get("nested_in"),
        evidence=_evidence(plain.get("evidence")),
    )


def shifted(evidence: Mapping[str, Any] | None, offset: int) -> Mapping[str, Any] | None:
    """Return evidence of a piece as evidence of the whole text.

    Args:
        evidence: as a proposal has it.
        offset: where the piece begins in the text (code points).
    """
    if not evidence or not offset or "variants" not in evidence:
        return evidence
    variants = {
        name: [[role, start + offset, end + offset] for role, start, end in parts]
        for name, parts in evidence["variants"].items()
    }
    return {**evidence, "variants": variants}


def _evidence(plain: Any) -> dict[str, Any] | None:
    """Read evidence; variants that are no parts are refused."""
    if plain is None:
        return None
    for parts in dict(plain.get("variants") or {}).values():
        parts_from_plain(parts)
    return dict(plain)
