"""Marks in the text: a thin bracket where an edge could go, a bar where one is dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from curator.domain.words import Edge, next_character
from curator.ui.page.measures import Measures
from curator.ui.page.scene import Scene
from curator.ui.page.sight import Sight
from curator.ui.page.strokes import stroke

_OUT = 3
"""How far a mark stands out of a box above and below."""
_FOOT = 4
_BACKWARD = frozenset(("R", "AL"))


class Mark(NamedTuple):
    """A place where a span begins or ends, or could.

    Attributes:
        offset: of the place (code points).
        edge: whether a span begins or ends there.
        bar: whether it is an edge that is dragged; else one that a key would make.
    """

    offset: int
    edge: Edge
    bar: bool = False


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
    """Draw brackets in dashes and bars 2 wide, where they are in sight."""
    for mark, place in _spots(scene.sight, marks):
        top = place.baseline - scene.measures.ascent - _OUT
        height = scene.measures.height + 2 * _OUT
        left = round(place.x) - (2 if place.inward > 0 else 0)
        if mark.bar:
            stroke(painter, QRectF(left, top, 2, height), scene.theme.focus, upright=True)
            continue
        left = round(place.x) - (1 if place.inward > 0 else 0)
        stroke(painter, QRectF(left, top, 1, height), scene.theme.focus, dash=(3, 2), upright=True)
        for y in (top, top + height - 1):
            foot = QRectF(left if place.inward > 0 else left + 1 - _FOOT, y, _FOOT, 1)
            stroke(painter, foot, scene.theme.focus)


def reach(sight: Sight, measures: Measures, marks: Iterable[Mark]) -> list[QRect]:
    """Return the parts of the viewport on which marks are painted."""
    height = measures.height + 2 * _OUT
    tops = (
        (place, place.baseline - measures.ascent - _OUT) for _mark, place in _spots(sight, marks)
    )
    return [
        QRect(round(place.x) - _FOOT - 1, int(top) - 1, 2 * _FOOT + 2, height + 2)
        for place, top in tops
    ]


def near(place: Spot, at: QPointF, measures: Measures, *, within: int) -> bool:
    """Return whether a point of the viewport is so near to an edge that it means the edge.

    Args:
        place: the edge.
        at: the point.
        measures: of the page.
        within: how far beside the edge (logical pixels).
    """
    above = place.baseline - measures.ascent - _OUT
    below = place.baseline + measures.descent + _OUT
    return abs(at.x() - place.x) <= within and above <= at.y() <= below


def _spots(sight: Sight, marks: Iterable[Mark]) -> Iterator[tuple[Mark, Spot]]:
    for mark in marks:
        place = spot(sight, mark.offset, mark.edge)
        if place is not None:
            yield mark, place
