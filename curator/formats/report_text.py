"""The text of a document as HTML, its annotations marked as the window draws them."""

from __future__ import annotations

import re

from curator.domain.annotation import Layer, Part
from curator.formats.outgoing import OutAnnotation, Outgoing
from curator.formats.report_marks import Mark, marked

_FAMILY = re.compile(r"[A-Za-z]+")
_LANES = 3


def text_html(
    outgoing: Outgoing, entities: list[OutAnnotation], claims: list[OutAnnotation]
) -> str:
    """Return the marked text.

    Args:
        outgoing: the document.
        entities: boxes around their words, their labels behind them.
        claims: in the order in which they are numbered; lines under their parts, the number
            behind the cue, or behind the content without one.
    """
    parts = [
        (part, number, one)
        for number, one in enumerate(claims, start=1)
        for part in one.annotation.parts
    ]
    anchored: set[int] = set()
    parts.sort(key=lambda found: (found[0].start, -found[0].end, found[1]))
    ends = [0] * _LANES
    marks = []
    for part, number, one in parts:
        free = (place for place, end in enumerate(ends) if end <= part.start)
        lane = next(free, _LANES - 1)
        ends[lane] = max(ends[lane], part.end)
        anchor = part == one.annotation.anchor and number not in anchored
        anchored |= {number} if anchor else set()
        marks.append(_part(outgoing, part, number, one, lane=lane, anchor=anchor))
    return marked(outgoing.text, marks + [_entity(outgoing, one) for one in entities])


def family(outgoing: Outgoing, layer: Layer, label: str) -> str:
    """Return the class of a label's colours; a label that has none is grey."""
    found = outgoing.colours.get(layer, {}).get(label, label)
    return f"f-{found}" if _FAMILY.fullmatch(found) else "f-grey"


def _entity(outgoing: Outgoing, one: OutAnnotation) -> Mark:
    annotation = one.annotation
    told = [annotation.label, one.state]
    told += [f"{name}: {value}" for name, value in sorted(annotation.attributes.items())]
    told += [words for words in (annotation.comment, annotation.reason) if words]
    return Mark(
        annotation.start,
        annotation.end,
        "mark",
        f"e {family(outgoing, Layer.ENTITY, annotation.label)} {one.state}",
        ", ".join(told),
        tag=annotation.label,
    )


def _part(
    outgoing: Outgoing, part: Part, number: int, one: OutAnnotation, *, lane: int, anchor: bool
) -> Mark:
    annotation = one.annotation
    colours = family(outgoing, Layer.CLAIM, annotation.label)
    return Mark(
        part.start,
        part.end,
        "span",
        f"c {part.role.value} {colours} {one.state} lane{lane}",
        f"{part.role.value} of claim {number}, {annotation.label}, {one.state}",
        tag=str(number) if anchor else "",
        anchor=f"words-{number}" if anchor else "",
    )
