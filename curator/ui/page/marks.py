"""Marks in the text: a thin line where a key would put an edge, a bar where one is dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from curator.domain.characters import next_character
from curator.domain.words import Edge
from curator.ui.page.measures import Measures
from curator.ui.page.scene import Scene
from curator.ui.page.sight import Sight
from curator.ui.page.strokes import stroke
from curator.ui.paint import box, key_cap, key_cap_width

_OUT = 3
"""How far a mark stands out of a box above and below."""
_ASIDE = 2
"""How far beside its edge a bar stands: upon the side of the ring."""
_CAP = 12
"""Height of a key on a mark; it fills the free band between two lines."""
_REACH = 14
"""How far a mark with its key stands out to both sides."""
_BACKWARD = frozenset(("R", "AL"))


class Mark(NamedTuple):
    """A place where a span begins or ends, or could.

    Attributes:
        offset: of the place (code points).
        edge: whether a span begins or ends there.
        key: that would put an edge there; none where the edge is being dragged.
    """

    offset: int
    edge: Edge
    key: str = ""


class Spot(NamedTuple):
    """Where a place of the text stands on the viewport.

    Attributes:
        x: of the edge.
        baseline: of its line.
        inward: 1 where the span lies to the right of it, -1 where it lies to the left.
    """

    x: float
    baseline: float
    inward: int


def spot(sight: Sight, offset: int, edge: Edge) -> Spot | None:
    """Return where an edge stands on the viewport, None when it is out of sight.

    Args:
        sight: the visible lines.
        offset: of the edge (code points).
        edge: the start stands before the character at the offset, the end behind the one before.
    """
    text = sight.text
    if edge == "start":
        first, last = offset, next_character(text, offset, 1)
    else:
        first, last = next_character(text, offset, -1), offset
    runs = sight.runs(first, last, trimmed=False) if first < last else []
    if not runs:
        return None
    backward = bidirectional(text[first]) in _BACKWARD
    at_left = (edge == "start") is not backward
    x = runs[0].left if at_left else runs[-1].right
    return Spot(x, runs[0].baseline, 1 if at_left else -1)


def paint_marks(painter: QPainter, scene: Scene, marks: Iterable[Mark]) -> None:
    """Draw dashed lines with their keys, and bars 2 wide, where they are in sight."""
    ink = scene.theme.focus
    far, aside = scene.measures.grown(_OUT), scene.measures.grown(_ASIDE)
    for mark, place in _spots(scene.sight, marks):
        top = place.baseline - scene.measures.ascent - far
        height = scene.measures.height + 2 * far
        if not mark.key:
            left = round(place.x) - (aside + 2 if place.inward > 0 else -aside)
            stroke(painter, QRectF(left, top - 3, 2, height + 6), ink, upright=True)
            continue
        line = QRectF(round(place.x) - 1, top, 2, height)
        stroke(painter, line, ink, dash=(1.5, 1), upright=True)
        width = key_cap_width(mark.key, _CAP)
        left = round(place.x - width / 2)
        cap = QRectF(left, top - _CAP, width, _CAP)
        box(painter, cap.adjusted(-1, -1, 1, 1), 4, scene.theme.page)
        key_cap(painter, left + width, top - _CAP, mark.key, scene.theme, height=_CAP)


def reach(sight: Sight, measures: Measures, marks: Iterable[Mark]) -> list[QRect]:
    """Return the parts of the viewport on which marks are painted."""
    below = measures.grown(_OUT) + 4
    above = measures.ascent + below + _CAP
    height = above + measures.descent + below
    return [
        QRect(round(place.x) - _REACH, int(place.baseline) - above, 2 * _REACH, height)
        for _mark, place in _spots(sight, marks)
    ]


def _spots(sight: Sight, marks: Iterable[Mark]) -> Iterator[tuple[Mark, Spot]]:
    for mark in marks:
        place = spot(sight, mark.offset, mark.edge)
        if place is not None:
            yield mark, place
