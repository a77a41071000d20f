"""The edges of an annotation that the mouse can take hold of, and where one can be dragged to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF

from curator.domain.annotation import Annotation, Part, Role
from curator.domain.words import EDGES, Edge, nearest_edge, trim
from curator.ui.page.marks import spot
from curator.ui.page.measures import Measures
from curator.ui.page.sight import Sight

WITHIN = 4
"""How far beside an edge the pointer still means it (logical pixels)."""
_BEYOND = 3
"""How far above and below a box the pointer still means it."""


class Handle(NamedTuple):
    """One edge of one part of an annotation.

    Attributes:
        role: of the part.
        place: of the part among those of its role, in reading order.
        edge: which of its two.
    """

    role: Role
    place: int
    edge: Edge

    def part(self, annotation: Annotation) -> Part | None:
        """Return the part whose edge this is; None where the annotation has it no more."""
        spans = annotation.spans(self.role)
        return spans[self.place] if self.place < len(spans) else None


def handle_at(
    sight: Sight, measures: Measures, annotation: Annotation, at: QPointF
) -> Handle | None:
    """Return the edge of an annotation at a point of the viewport, the nearest of several.

    Args:
        sight: the visible lines.
        measures: of the page.
        annotation: whose edges.
        at: the point.
    """
    near: list[tuple[float, Handle]] = []
    for handle, part in _handles(annotation):
        place = spot(sight, part.start if handle.edge == "start" else part.end, handle.edge)
        if place is None:
            continue
        above = place.baseline - measures.ascent - measures.grown(_BEYOND)
        below = place.baseline + measures.descent + measures.grown(_BEYOND)
        away = abs(at.x() - place.x)
        if away <= WITHIN and above <= at.y() <= below:
            near.append((away, handle))
    return min(near, default=(0.0, None))[1]


def dragged(
    text: str, annotation: Annotation, handle: Handle, offset: int, *, by_word: bool
) -> Part | None:
    """Return a part with one edge dragged to an offset, or as near as it may go.

    It ends or begins with a whole word or sign, keeps at least one, and does not run over the
    next part of its role.

    Args:
        text: the document's.
        annotation: as it stands.
        handle: the edge.
        offset: where it is dragged to (code points).
        by_word: False takes single characters.

    Returns:
        The part; None where the annotation has it no more, or nothing would be left of it.
    """
    part = handle.part(annotation)
    if part is None:
        return None
    spans = annotation.spans(handle.role)
    low = spans[handle.place - 1].end if handle.place else 0
    high = spans[handle.place + 1].start if handle.place + 1 < len(spans) else len(text)
    at = nearest_edge(text, offset, edge=handle.edge) if by_word else offset
    if at is None:
        return None
    start, end = (at, part.end) if handle.edge == "start" else (part.start, at)
    trimmed = trim(text, max(start, low), min(end, high))
    return None if trimmed is None else Part(part.role, *trimmed)


def _handles(annotation: Annotation) -> Iterator[tuple[Handle, Part]]:
    for role in dict.fromkeys(part.role for part in annotation.parts):
        for place, part in enumerate(annotation.spans(role)):
            yield from ((Handle(role, place, edge), part) for edge in EDGES)
