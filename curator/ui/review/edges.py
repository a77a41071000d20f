"""Moving edges: what a key makes of an annotation's parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum, auto
from typing import Literal, NamedTuple

from curator.domain.annotation import Annotation, Layer, Part, Role, State, ordered
from curator.domain.characters import next_character
from curator.domain.stops import next_stop
from curator.domain.words import Edge, next_word_edge, trim

Side = Literal["left", "right"]


class By(Enum):
    """How far one step goes."""

    CHARACTER = auto()
    WORD = auto()
    STOP = auto()


class Move(NamedTuple):
    """One step of one edge.

    Attributes:
        side: ``left`` is where the span begins.
        outward: whether the span grows.
        by: to the next character, word or plausible stop.
    """

    side: Side
    outward: bool
    by: By

    @property
    def edge(self) -> Edge:
        """Which edge of the span moves, in reading order."""
        return "start" if self.side == "left" else "end"

    @property
    def direction(self) -> int:
        """1 forwards, -1 backwards in the text."""
        return 1 if self.outward == (self.side == "right") else -1


def moved(
    text: str,
    annotation: Annotation,
    move: Move,
    *,
    role: Role | None = None,
    known: Collection[int] = (),
) -> tuple[Part, ...] | None:
    """Return an annotation's parts after one step.

    Args:
        text: the document's.
        annotation: as it stands.
        move: the step.
        role: whose edge moves in a claim, the content's by default; of several spans the left
            edge of the first or the right edge of the last.
        known: further places that are plausible stops (code points).

    Returns:
        The new parts; None where the step would leave nothing or lead out of the text, or where
        there is no further stop.
    """
    target = moving(annotation, move.side, role=role)
    span = None if target is None else _span(text, target, move, known)
    if target is None or span is None or span == (target.start, target.end):
        return None
    new = Part(target.role, *span)
    return ordered(new if part is target else part for part in annotation.parts)


def stops(
    text: str,
    annotation: Annotation,
    side: Side,
    *,
    role: Role | None = None,
    known: Collection[int] = (),
) -> dict[bool, int]:
    """Return where the stops lie to which the edge at a side would move.

    Args:
        text: the document's.
        annotation: as it stands.
        side: of the span.
        role: whose edge moves in a claim, the content's by default.
        known: further places that are plausible stops (code points).

    Returns:
        Code points by whether the edge goes out; a way without a stop is left out.
    """
    target = moving(annotation, side, role=role)
    found: dict[bool, int] = {}
    if target is None:
        return found
    for outward in (True, False):
        span = _span(text, target, Move(side, outward, By.STOP), known)
        if span is not None and span != (target.start, target.end):
            found[outward] = span[0 if side == "left" else 1]
    return found


def moving(annotation: Annotation, side: Side, *, role: Role | None = None) -> Part | None:
    """Return the part whose edge at a side moves; None where it has no part of the role."""
    wanted = Role.MENTION if annotation.layer is Layer.ENTITY else role or Role.CONTENT
    spans = annotation.spans(wanted)
    if not spans:
        return None
    return spans[0] if side == "left" else spans[-1]


def edges_of(
    annotations: Iterable[Annotation], edge: Edge, *, but: Annotation | None = None
) -> frozenset[int]:
    """Return where the parts of annotations begin or end (code points), as stops for others.

    Args:
        annotations: of one document; rejected ones say nothing.
        edge: which edge is meant.
        but: one that is left out.
    """
    return frozenset(
        part.start if edge == "start" else part.end
        for one in annotations
        if one.state is not State.REJECTED and (but is None or one.id != but.id)
        for part in one.parts
    )


def _span(text: str, part: Part, move: Move, known: Collection[int]) -> tuple[int, int] | None:
    offset = part.start if move.side == "left" else part.end
    match move.by:
        case By.CHARACTER:
            offset = next_character(text, offset, move.direction)
        case By.WORD:
            offset = next_word_edge(text, offset, move.direction, edge=move.edge)
        case By.STOP:
            stop = next_stop(text, offset, move.direction, edge=move.edge, known=known)
            offset = offset if stop is None else stop
    start, end = (offset, part.end) if move.side == "left" else (part.start, offset)
    if not 0 <= start < end <= len(text):
        return None
    return trim(text, start, end) if not move.outward else (start, end)
