"""Whom a claim's source is among the entities of its document, and what claim it is nested in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curator.domain.annotation import Annotation, Layer, Link, Part, Role, State
from curator.domain.learning.arranging_claims import features_of

SOURCE, NESTED_IN = "source", "nested_in"
"""Roles of links from claims."""

NOBODY = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "EVENT"}
)
"""Labels of what says nothing."""

_PEOPLE = frozenset({"PERSON", "PER"})
_WORD = re.compile(r"\w+")
_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|for|in|at|from|with|to|by|on|under|against|about|than)\s+(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_BEFORE = re.compile(r"(?:the|a|an)?\s*", re.IGNORECASE)


def source_links(text: str, claim: Annotation, entities: Sequence[Annotation]) -> tuple[Link, ...]:
    """Return links from a claim to the entities that its sources are.

    An entity with the head of the source in it comes first, then a person who is not part of a
    phrase (“the spokesman of **Ana Okoro**”, “**Ana Okoro**’s spokesman”), then whatever is all
    of the source. “The mayor of **Baku**” is no entity.

    Args:
        text: of the document.
        claim: with its parts, and the features of its suggester.
        entities: of the document, those that were rejected aside.
    """
    sources = claim.spans(Role.SOURCE)
    features = features_of(claim.evidence)
    heads = {name.partition("=")[2] for name in features if name.startswith("source=")}
    found = (_source(text, part, heads, entities) for part in sources)
    return tuple(dict.fromkeys(Link(SOURCE, one.id) for one in found if one is not None))


def nested_link(claim: Annotation, claims: Iterable[Annotation]) -> tuple[Link, ...]:
    """Return the link from a claim to the smallest claim in whose content its cue stands.

    Args:
        claim: which.
        claims: of the document.
    """
    outer = [
        one
        for one in claims
        if one.layer is Layer.CLAIM
        and one.id != claim.id
        and one.state not in (State.REJECTED, State.WITHDRAWN, State.SUPERSEDED)
        and _length(one) > _length(claim)
        and any(_inside(claim.anchor, part) for part in one.spans(Role.CONTENT))
    ]
    return tuple(Link(NESTED_IN, one.id) for one in sorted(outer, key=_length)[:1])


def _source(
    text: str, source: Part, heads: set[str], entities: Sequence[Annotation]
) -> Annotation | None:
    """Choose the entity that a source is."""
    near = [
        one
        for one in entities
        if one.layer is Layer.ENTITY
        and one.label not in NOBODY
        and one.start < source.end
        and source.start < one.end
    ]
    ranked = [(rank, one) for one in near if (rank := _rank(text, source, heads, one)) is not None]
    if not ranked:
        return None
    return min(ranked, key=lambda pair: (pair[0], pair[1].start - pair[1].end, pair[1].start))[1]


def _rank(text: str, source: Part, heads: set[str], one: Annotation) -> int | None:
    """Say how well an entity is the source, the least best; None for not at all."""
    if _is_modifier(text, source, one):
        return None
    words = [word.lower() for word in _WORD.findall(text[one.start : one.end])]
    if any(word == head or (len(head) > 3 and word.startswith(head))
           for word in words for head in heads):  # fmt: skip
        return 0
    if one.label in _PEOPLE:
        return 1
    article = _BEFORE.match(text, source.start)
    begin = article.end() if article else source.start
    return 2 if one.start <= begin and source.end <= one.end else None


def _is_modifier(text: str, source: Part, one: Annotation) -> bool:
    """Whether an entity only says more about somebody else."""
    if one.end < source.end and _POSSESSIVE.match(text, one.end):
        return True
    return bool(_AFTER_PREPOSITION.search(text[source.start : max(source.start, one.start)]))


def _length(one: Annotation) -> int:
    return sum(part.end - part.start for part in one.spans(Role.CONTENT))


def _inside(part: Part, outer: Part) -> bool:
    return outer.start <= part.start and part.end <= outer.end
