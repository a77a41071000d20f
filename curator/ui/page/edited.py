"""What is new against an older version, as the page marks it: under the words, never over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from curator.domain.revised import Edit
from curator.ui.page.marks import Spot, spot
from curator.ui.page.scene import Scene
from curator.ui.page.strokes import stroke
from curator.ui.paint import box, colour

_DOTS = (2.0, 2.0)
_WEDGE = 4
"""Half the width of the wedge where something was cut."""


def paint_news(painter: QPainter, scene: Scene, edits: Sequence[Edit], current: int) -> None:
    """Lay a ground and a dotted line under what is new; the current change has a frame, too.

    Args:
        painter: on the viewport.
        scene: what is to be seen.
        edits: in reading order.
        current: the place of the one that was gone to, -1 for none.
    """
    theme = scene.theme
    for place, edit in _in_sight(scene, edits):
        for run in scene.sight.runs(edit.start, edit.end) if edit.start < edit.end else ():
            left, top = round(run.left) - 1, run.baseline - scene.measures.ascent
            rect = QRectF(left, top, max(round(run.right) + 1 - left, 3), scene.measures.height)
            ground = None if theme.sharp else theme.ok_wash
            frame = theme.ok if place == current else None
            box(painter, rect, 2, ground, frame, width=theme.outline)
            line = QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2)
            stroke(painter, line, theme.ok, dash=_DOTS)


def paint_cuts(painter: QPainter, scene: Scene, edits: Sequence[Edit], current: int) -> None:
    """Put a wedge under the line where words were cut and nothing stands instead."""
    theme = scene.theme
    for place, edit in _in_sight(scene, edits):
        if edit.start == edit.end and (there := _spot(scene, edit.start)) is not None:
            size = scene.measures.grown(_WEDGE) + (place == current)
            top = there.baseline + scene.measures.descent - 1
            wedge = [
                QPointF(there.x, top - size),
                QPointF(there.x - size, top + size),
                QPointF(there.x + size, top + size),
            ]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.error))
            painter.drawPolygon(QPolygonF(wedge))


def _in_sight(scene: Scene, edits: Sequence[Edit]) -> Iterator[tuple[int, Edit]]:
    lines = scene.sight.lines
    if not lines:
        return
    first, last = lines[0].start, lines[-1].end
    for place, edit in enumerate(edits):
        if edit.end >= first and edit.start <= last:
            yield place, edit


def _spot(scene: Scene, offset: int) -> Spot | None:
    at_end = offset >= len(scene.sight.text) or scene.sight.text[offset] == "\n"
    return spot(scene.sight, offset, "end" if at_end and offset else "start")
