"""Splitting an annotation in two, and merging several into one: what becomes of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curator.domain.annotation import Annotation, Layer, Part, Role, State, entity_parts, ordered
from curator.domain.words import trim

Span = tuple[int, int]

_AND = "and|or|nor|but|und|oder|et|ou|və"
_JOINT = re.compile(rf"\s*[,;/]\s*(?:(?:{_AND})\s+|&\s*)?|\s+(?:(?:{_AND})\s+|&\s*)", re.IGNORECASE)
"""What joins two equal phrases."""
_CONJUNCTION = re.compile(rf"\s*[,;]?\s+(?:{_AND})\s+", re.IGNORECASE)
_BEFORE = re.compile(rf"[\s,;/&–—-]*(?:(?:{_AND})\b)?[\s,;/&–—-]*", re.IGNORECASE)
_BEHIND = re.compile(rf"[\s,;/&–—-]*(?:\b(?:{_AND}))?[\s,;/&–—-]*$", re.IGNORECASE)


def split(
    text: str, one: Annotation, cut: Span | None
) -> tuple[tuple[Part, ...], tuple[Part, ...]] | None:
    """Return the parts of the two pieces of an annotation; a claim's share all but the content.

    What joins the pieces, such as a comma and “and”, is in neither.

    Args:
        text: the document's.
        one: the annotation.
        cut: a caret (start and end alike) or a selection, in code points. Selected words within
            go, words selected at an end are a piece. Where it lies elsewhere the annotation is
            split where its spans part, or where words are joined, if that is plain.

    Returns:
        Parts of the first and the second piece; None where it cannot be split there.
    """
    role = _main(one)
    spans = [(part.start, part.end) for part in one.spans(role)]
    halves = _halves(text, spans, cut) or _by_itself(text, spans, plain=one.layer is Layer.CLAIM)
    if halves is None:
        return None
    others = [part for part in one.parts if part.role is not role]
    first, second = (ordered([*others, *(Part(role, *span) for span in half)]) for half in halves)
    return first, second


def without(text: str, one: Annotation, cut: Span) -> tuple[Part, ...] | None:
    """Return the parts of a claim with a stretch taken out of its content.

    Args:
        text: the document's.
        one: a claim.
        cut: what goes (code points), within one span of the content.

    Returns:
        Parts with one content span more; None where the stretch does not lie within one.
    """
    for part in one.spans(Role.CONTENT):
        if part.start < cut[0] < cut[1] < part.end:
            first, second = trim(text, part.start, cut[0]), trim(text, cut[1], part.end)
            if first is not None and second is not None:
                rest = (each for each in one.parts if each is not part)
                new = (Part(Role.CONTENT, *span) for span in (first, second))
                return ordered([*rest, *new])
    return None


def merged(text: str, ones: Sequence[Annotation], *, more: Iterable[Span] = ()) -> tuple[Part, ...]:
    """Return the parts of several annotations of one layer in one.

    An entity reaches from the first word to the last. A claim has the content of all; its other
    parts are those of the first that has any of their role.

    Args:
        text: the document's.
        ones: at least one, in reading order.
        more: further spans (code points) that belong to it.
    """
    role = _main(ones[0])
    spans = [(part.start, part.end) for one in ones for part in one.spans(role)]
    spans = sorted([*spans, *more])
    if ones[0].layer is Layer.ENTITY:
        return entity_parts(spans[0][0], max(end for _start, end in spans))
    parts = [Part(role, *span) for span in _together(text, spans)]
    for other in Role:
        if other is not role:
            parts += next((found for one in ones if (found := one.spans(other))), ())
    return ordered(parts)


def partner(one: Annotation, others: Iterable[Annotation], text: str) -> Annotation | None:
    """Return what an annotation merges with by itself: the next of its label.

    Args:
        one: the annotation.
        others: what is shown of its document.
        text: the document's; an entity reaches over no end of a line.

    Returns:
        The next one in reading order; None where there is none.
    """
    found = [each for each in others if _alike(one, each) and each.place > one.place]
    following = min(found, key=lambda each: each.place, default=None)
    if following is None or one.layer is Layer.CLAIM:
        return following
    return None if "\n" in text[one.start : following.end] else following


def selected(one: Annotation, others: Iterable[Annotation], cut: Span) -> list[Annotation]:
    """Return what an annotation merges with in a selection: those of its label that lie in it.

    Args:
        one: the annotation.
        others: what is shown of its document.
        cut: the selection (code points).
    """
    role = _main(one)
    return [
        each
        for each in others
        if _alike(one, each)
        and any(part.start < cut[1] and cut[0] < part.end for part in each.spans(role))
    ]


def _main(one: Annotation) -> Role:
    return Role.MENTION if one.layer is Layer.ENTITY else Role.CONTENT


def _alike(one: Annotation, other: Annotation) -> bool:
    live = other.id != one.id and other.state is not State.REJECTED
    return live and (other.layer, other.label) == (one.layer, one.label)


def _halves(
    text: str, spans: Sequence[Span], cut: Span | None
) -> tuple[list[Span], list[Span]] | None:
    """Cut spans in two at a caret or a selection; None where it does not lie between two words."""
    if cut is None or not spans or cut[1] <= spans[0][0] or cut[0] >= spans[-1][1]:
        return None
    first, last = cut
    if first <= spans[0][0]:
        first = last
    elif last >= spans[-1][1]:
        last = first
    before = [(start, min(end, first)) for start, end in spans if start < first]
    after = [(max(start, last), end) for start, end in spans if end > last]
    return _bared(text, before, after)


def _by_itself(
    text: str, spans: Sequence[Span], *, plain: bool
) -> tuple[list[Span], list[Span]] | None:
    """Cut spans where they part, else at the first joint; `plain` wants a single conjunction."""
    if len(spans) > 1:
        return list(spans[:1]), list(spans[1:])
    joint = _CONJUNCTION if plain else _JOINT
    for start, end in spans:
        found = list(joint.finditer(text, start, end))
        if found and (len(found) == 1 or not plain):
            return _bared(text, [(start, found[0].start())], [(found[0].end(), end)])
    return None


def _bared(
    text: str, before: Sequence[Span], after: Sequence[Span]
) -> tuple[list[Span], list[Span]] | None:
    """Take what joined two pieces off them; None where nothing is left of one."""
    if not before or not after:
        return None
    (*first, (start, end)), ((behind, stop), *last) = before, after
    tail = _BEHIND.search(text, start, end)
    head = _BEFORE.match(text, behind, stop)
    one = trim(text, start, end if tail is None else tail.start())
    two = trim(text, behind if head is None else head.end(), stop)
    return None if one is None or two is None else ([*first, one], [two, *last])


def _together(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap, and those of a line that only a joint or white space parts."""
    found: list[Span] = []
    for start, end in spans:
        gap = text[found[-1][1] : start] if found else None
        near = gap is not None and "\n" not in gap and (not gap.strip() or _JOINT.fullmatch(gap))
        if found and (start <= found[-1][1] or near):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
