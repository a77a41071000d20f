"""The order in which the page is painted: under the text, then over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from curator.ui.page.claims import paint_lines, paint_wash
from curator.ui.page.entities import paint_boxes, paint_names, paint_strikes
from curator.ui.page.found import Found, paint_frames, paint_grounds
from curator.ui.page.gutter import paint_gutter
from curator.ui.page.letters import Letters, paint_letters
from curator.ui.page.marks import Mark, paint_marks
from curator.ui.page.ring import paint_entity_ring, paint_open_ring
from curator.ui.page.scene import Scene


def paint_under(
    painter: QPainter,
    scene: Scene,
    *,
    dragged: tuple[int, int] | None,
    letters: Letters,
    found: Found,
) -> None:
    """Paint everything that the text is written upon.

    Args:
        painter: on the viewport.
        scene: what is to be seen.
        dragged: the span (code points) that the selection under way will become.
        letters: keys of candidates, with their spans.
        found: what was looked for.
    """
    paint_grounds(painter, scene, found)
    paint_wash(painter, scene)
    paint_boxes(painter, scene)
    if scene.names:
        paint_names(painter, scene)
    paint_lines(painter, scene)
    paint_gutter(painter, scene)
    paint_entity_ring(painter, scene)
    paint_letters(painter, scene, letters)
    if dragged is not None:
        paint_open_ring(painter, scene, *dragged)


def paint_over(
    painter: QPainter,
    scene: Scene,
    *,
    found: Found,
    selected: tuple[int, int],
    marks: Sequence[Mark],
) -> None:
    """Paint what lies upon the text: strikes, frames of what was found, marks of edges.

    Args:
        painter: on the viewport.
        scene: what is to be seen.
        found: what was looked for.
        selected: the selected span (code points); what was found there has a wider frame.
        marks: of edges.
    """
    paint_strikes(painter, scene)
    paint_frames(painter, scene, found, selected)
    paint_marks(painter, scene, marks)
