"""What a claim hangs together with: the entity that its source is, the claims around and in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from curator.domain.annotation import Annotation, Layer, Role
from curator.domain.learning.claim_links import NESTED_IN, SOURCE
from curator.ui.inspector.facts import Rung, flat, listed_quote
from curator.ui.review.open_document import OpenDocument


def linked(document: OpenDocument, one: Annotation) -> Mapping[Role, str]:
    """Return the words and labels of the entities that the source of a claim is."""
    found = (document.get(link.target) for link in one.links if link.role == SOURCE)
    entities = [f"{flat(e.quote(document.text))} · {e.label}" for e in found if e is not None]
    return {Role.SOURCE: ", ".join(entities)} if entities else {}


def ladder(document: OpenDocument, one: Annotation) -> tuple[Rung, ...]:
    """Return the claims that a claim is nested in, itself, and those nested in any of them.

    Returns:
        From the outermost inwards, in reading order; nothing for a claim that stands alone.
    """
    if one.layer is not Layer.CLAIM:
        return ()
    known = {claim.id: claim for claim in document.claims()} | {one.id: one}
    inner: dict[int, list[Annotation]] = defaultdict(list)
    for claim in known.values():
        if (outer := _outer(claim, known)) is not None:
            inner[outer.id].append(claim)
    first, seen = one, {one.id}
    while (outer := _outer(first, known)) is not None and outer.id not in seen:
        seen.add(outer.id)
        first = outer

    def rungs(claim: Annotation, depth: int, above: frozenset[int]) -> Iterator[Rung]:
        yield Rung(claim, depth, listed_quote(claim, document.text), claim.id == one.id)
        for within in inner[claim.id]:
            if within.id not in above:
                yield from rungs(within, depth + 1, above | {within.id})

    found = tuple(rungs(first, 0, frozenset((first.id,))))
    return found if len(found) > 1 else ()


def _outer(claim: Annotation, known: Mapping[int, Annotation]) -> Annotation | None:
    targets = (known.get(link.target) for link in claim.links if link.role == NESTED_IN)
    return next((one for one in targets if one is not None and one.id != claim.id), None)
