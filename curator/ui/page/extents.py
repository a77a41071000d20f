"""How annotations lie in the text and to each other: extents, nesting, shared words.

All offsets are code points of the stored text.
"""

from __future__ import annotations

from curator.domain.annotation import Annotation, Layer, Part, Role


def drawn_parts(claim: Annotation) -> list[Part]:
    """Return a claim's source, cue and content, which have lines whether it is current or not."""
    return [part for part in claim.parts if part.role in (Role.SOURCE, Role.CUE, Role.CONTENT)]


def extent(annotation: Annotation) -> tuple[int, int]:
    """Return where a mention or a claim's content begins and ends; its anchor without any."""
    if annotation.layer is Layer.ENTITY:
        return annotation.parts[0].start, annotation.parts[0].end
    parts = annotation.spans(Role.CONTENT) or (annotation.anchor,)
    return parts[0].start, parts[-1].end


def outer_first(annotation: Annotation) -> tuple[int, int, int]:
    """Order by start; of those with the same start the longest first."""
    return annotation.start, -annotation.end, annotation.id


def holds(outer: Annotation, inner: Annotation) -> bool:
    """Say whether an entity holds another one; of two alike the older holds the newer."""
    if outer.id == inner.id or outer.start > inner.start or inner.end > outer.end:
        return False
    same = (outer.start, outer.end) == (inner.start, inner.end)
    return outer.id < inner.id if same else True


def share_text(one: Annotation, other: Annotation) -> bool:
    """Say whether two claims have words in common, those of their lines."""
    return any(
        a.start < b.end and b.start < a.end for a in drawn_parts(one) for b in drawn_parts(other)
    )


def content_length(claim: Annotation) -> int:
    """Return how far a claim's content reaches, in code points."""
    parts = claim.spans(Role.CONTENT) or claim.parts
    return parts[-1].end - parts[0].start
