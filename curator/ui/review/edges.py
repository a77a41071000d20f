"""Moving edges: what a key makes of an annotation's parts."""

from __future__ import annotations

from typing import NamedTuple

from curator.domain.annotation import Annotation, Layer, Part, Role
from curator.domain.words import next_character, next_word_edge, trim


class Move(NamedTuple):
    """One step of one edge.

    Attributes:
        side: ``left`` or ``right``.
        outward: whether the span grows.
        by_word: a word; else a character.
    """

    side: str
    outward: bool
    by_word: bool


def moved(
    text: str, annotation: Annotation, move: Move, *, role: Role | None = None
) -> tuple[Part, ...] | None:
    """Return an annotation's parts after one step.

    Args:
        text: the document's.
        annotation: as it stands.
        move: the step.
        role: whose edge moves in a claim, the content's by default; of several spans the left
            edge of the first or the right edge of the last.

    Returns:
        The new parts; None where the step would leave nothing or lead out of the text.
    """
    wanted = Role.MENTION if annotation.layer is Layer.ENTITY else role or Role.CONTENT
    spans = annotation.spans(wanted)
    if not spans:
        return None
    target = spans[0] if move.side == "left" else spans[-1]
    span = _span(text, target, move)
    if span is None or (span == (target.start, target.end)):
        return None
    return tuple(
        sorted(
            (Part(wanted, *span) if part is target else part for part in annotation.parts),
            key=lambda part: (part.start, part.end, list(Role).index(part.role)),
        )
    )


def _span(text: str, part: Part, move: Move) -> tuple[int, int] | None:
    start, end = part.start, part.end
    forward = move.outward == (move.side == "right")
    direction = 1 if forward else -1
    offset = start if move.side == "left" else end
    if move.by_word:
        left = move.side == "left"
        offset = next_word_edge(text, offset, direction, edge="start" if left else "end")
    else:
        offset = next_character(text, offset, direction)
    start, end = (offset, end) if move.side == "left" else (start, offset)
    if not 0 <= start < end <= len(text):
        return None
    return trim(text, start, end) if not move.outward else (start, end)
