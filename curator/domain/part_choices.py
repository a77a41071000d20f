"""What a part of a claim could be instead: spans of the text near it, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from curator.domain.annotation import GONE, Annotation, Layer, Part, Role
from curator.domain.learning.claim_links import NOBODY

Span = tuple[int, int]

MOST = 12
"""Spans that are offered: as many as can be told apart at a glance."""

_BEFORE = 400
"""Code points before a claim in which whom it is from may still be named."""

_PRONOUN = re.compile(r"\b(?:he|she|they|we|I|it|who)\b", re.IGNORECASE)
_QUOTED = re.compile('“[^“”\n]+”|«[^«»\n]+»|„[^„“”\n]+[“”]|"[^"\n]+"')
_SIGNS = " ,;:–—"
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?=\S)[^.!?…\n]+)*")


def choices(text: str, claim: Annotation, role: Role, around: Sequence[Annotation]) -> list[Span]:
    """Return spans that a part of a claim could be.

    A source, an addressee or a medium is somebody or something named or meant nearby; a cue is
    what another claim here is told by; a content is a quotation, what stands on either side of
    the cue in its sentence, or another claim's content.

    Args:
        text: of the document.
        claim: whose part it is.
        role: of the part.
        around: the other annotations of the document, candidates too.

    Returns:
        Spans in code points, the nearest to the claim first, without what the part is already;
        `MOST` at most.
    """
    start, end = _window(text, claim)
    near = [one for one in around if one.state not in GONE and start <= one.start < end]
    if role in (Role.SOURCE, Role.ADDRESSEE, Role.MEDIUM):
        found = list(_named(text, near, start, end))
    elif role is Role.CUE:
        found = list(_of_others(near, role))
    else:
        found = [*_of_others(near, role), *_contents(text, claim, start, end)]
    taken = {(part.start, part.end) for part in claim.spans(role)}
    offered = {span for span in found if start <= span[0] and span[1] <= end} - taken
    anchor = claim.anchor
    return sorted(offered, key=lambda span: _distance(span, anchor))[:MOST]


def _window(text: str, claim: Annotation) -> Span:
    """Return where to look: the claim's lines, and some of what stands before them."""
    first = text.rfind("\n", 0, claim.start) + 1
    before = max(0, text.rfind("\n", 0, max(0, first - 2)) + 1, first - _BEFORE)
    last = text.find("\n", claim.end)
    return before, len(text) if last < 0 else last


def _named(text: str, near: Iterable[Annotation], start: int, end: int) -> Iterator[Span]:
    for one in near:
        if one.layer is Layer.ENTITY and one.label not in NOBODY:
            yield one.start, one.end
    yield from _of_others(near, Role.SOURCE)
    yield from _of_others(near, Role.ADDRESSEE)
    yield from (found.span() for found in _PRONOUN.finditer(text, start, end))


def _of_others(near: Iterable[Annotation], role: Role) -> Iterator[Span]:
    for one in near:
        yield from ((part.start, part.end) for part in one.spans(role))


def _contents(text: str, claim: Annotation, start: int, end: int) -> Iterator[Span]:
    yield from (found.span() for found in _QUOTED.finditer(text, start, end))
    cues = claim.spans(Role.CUE)
    if not cues:
        return
    for found in _SENTENCE.finditer(text, start, end):
        first, last = found.span()
        if first <= cues[0].start < last:
            yield from _sides(text, first, last, cues)


def _sides(text: str, first: int, last: int, cues: Sequence[Part]) -> Iterator[Span]:
    """Yield what stands before and behind a cue in its sentence, without signs at the edges."""
    for side in ((first, cues[0].start), (cues[-1].end, last)):
        begin, stop = side
        while stop > begin and text[stop - 1] in _SIGNS:
            stop -= 1
        while begin < stop and text[begin] in _SIGNS:
            begin += 1
        if begin < stop:
            yield begin, stop


def _distance(span: Span, anchor: Part) -> tuple[int, int]:
    gap = max(span[0] - anchor.end, anchor.start - span[1], 0)
    return gap, span[0]
