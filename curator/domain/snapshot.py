"""An annotation as the log keeps it: everything that decisions settle, as a plain value."""

from __future__ import annotations

from typing import Any

from curator.domain.annotation import Annotation, Layer, Link, Part, Proposal, Role, State

Snapshot = dict[str, Any]
"""Plain JSON value with the keys that `snapshot` writes."""


def snapshot(annotation: Annotation) -> Snapshot:
    """Return what the log keeps of an annotation.

    Suggester, score, confidence and evidence are the machine's and stand in the decision beside it.

    Returns:
        A plain value; keys that would be empty are left out.
    """
    kept: Snapshot = {
        "document": annotation.document_id,
        "layer": annotation.layer.value,
        "label": annotation.label,
        "parts": plain_parts(annotation.parts),
        "state": annotation.state.value,
    }
    if annotation.attributes:
        kept["attributes"] = dict(annotation.attributes)
    if annotation.reason:
        kept["reason"] = annotation.reason
    if annotation.comment:
        kept["comment"] = annotation.comment
    if annotation.links:
        kept["links"] = [[link.role, link.target] for link in annotation.links]
    if annotation.references:
        kept["references"] = [[link.role, link.target] for link in annotation.references]
    if annotation.proposed is not None:
        kept["proposed"] = plain_proposal(annotation.proposed)
    return kept


def restore(annotation: Annotation, kept: Snapshot) -> Annotation:
    """Return the annotation as the log says it was; id, suggester and scores stay."""
    proposed = kept.get("proposed")
    return Annotation(
        id=annotation.id,
        document_id=kept["document"],
        layer=Layer(kept["layer"]),
        label=kept["label"],
        parts=parts_from_plain(kept["parts"]),
        attributes=kept.get("attributes", {}),
        state=State(kept["state"]),
        suggester_id=annotation.suggester_id,
        score=annotation.score,
        confidence=annotation.confidence,
        pattern=annotation.pattern,
        reason=kept.get("reason"),
        proposed=proposal_from_plain(proposed) if proposed else None,
        links=tuple(Link(role, target) for role, target in kept.get("links", ())),
        references=tuple(Link(role, target) for role, target in kept.get("references", ())),
        comment=kept.get("comment"),
        sender_id=annotation.sender_id,
        extra=annotation.extra,
        evidence=annotation.evidence,
    )


def plain_parts(parts: tuple[Part, ...]) -> list[list[Any]]:
    """Return parts as ``[role, start, end]`` (code points)."""
    return [[part.role.value, part.start, part.end] for part in parts]


def parts_from_plain(rows: list[Any]) -> tuple[Part, ...]:
    """Read what `plain_parts` wrote; a fourth value, the quote, is passed over."""
    return tuple(Part(Role(row[0]), row[1], row[2]) for row in rows)


def plain_proposal(proposal: Proposal) -> Snapshot:
    """Return a proposal as a plain value."""
    return {
        "label": proposal.label,
        "parts": plain_parts(proposal.parts),
        "attributes": dict(proposal.attributes),
    }


def proposal_from_plain(kept: Snapshot) -> Proposal:
    """Read what `plain_proposal` wrote."""
    return Proposal(kept["label"], parts_from_plain(kept["parts"]), kept["attributes"])
