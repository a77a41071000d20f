"""What marks the current annotation: ring, open ring, and chip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from curator.domain.annotation import Annotation, Layer
from curator.ui import fonts
from curator.ui.page.entities import entity_rect
from curator.ui.page.scene import Scene
from curator.ui.page.sight import Run
from curator.ui.paint import Align, box, chip_text, pen, put

_CLOSING = frozenset(",.;:?!”’)")
_OUT = 3
_CORNER = 5.0


def outset(scene: Scene, run: Run) -> int:
    """Return how far a ring stands out to the right: a punctuation mark stays outside."""
    return 1 if scene.sight.text[run.end : run.end + 1] in _CLOSING else _OUT


def paint_entity_ring(painter: QPainter, scene: Scene) -> None:
    """Draw ring and chip of the current annotation if it is an entity."""
    entity = scene.current
    if entity is None or entity.layer is not Layer.ENTITY:
        return
    for run in scene.runs(entity.start, entity.end):
        right = _OUT if run.open_right else outset(scene, run)
        rect = entity_rect(run, scene.measures, 0).adjusted(-_OUT, -_OUT, right, _OUT)
        box(painter, rect, 6, None, scene.theme.ring, width=2)
    if first := scene.first_run(entity.start, entity.end):
        top = first.baseline - scene.measures.ascent - _OUT - 12
        paint_chip(painter, scene, entity, QPointF(round(first.left) - 2 - _OUT, top))


def paint_open_ring(painter: QPainter, scene: Scene, start: int, end: int) -> None:
    """Draw a ring round a span (code points), open where it runs on to another line."""
    measures = scene.measures
    for run in scene.runs(start, end):
        right = 2 if run.open_right else outset(scene, run)
        left = round(run.left) - _OUT
        top = run.baseline - measures.ascent - _OUT
        rect = QRectF(left, top, round(run.right) + right - left, measures.height + 2 * _OUT)
        _open_ring(painter, scene, rect, run)


def paint_chip(painter: QPainter, scene: Scene, annotation: Annotation, at: QPointF) -> None:
    """Draw the label of the current annotation, 12 high, on a halo of paper."""
    font = fonts.interface(9, 700, 0.4)
    text = chip_text(annotation.label)
    strong = scene.colours.strong(annotation)
    rect = QRectF(at.x(), at.y(), round(fonts.wide(text, font)) + 9, 12)
    box(painter, rect.adjusted(-1, -1, 1, 1), 4, scene.theme.page)
    box(painter, rect, 3, strong)
    ink = scene.theme.chip_ink(strong)
    put(painter, rect, text, font, ink, align=Align.AlignHCenter, elide=False)


def _open_ring(painter: QPainter, scene: Scene, rect: QRectF, run: Run) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(scene.theme.ring, 2))
    inner = rect.adjusted(1, 1, -1, -1)
    if not run.open_left and not run.open_right:
        painter.drawRoundedRect(inner, _CORNER, _CORNER)
        return
    path = QPainterPath()
    _side(path, inner.left(), inner.right(), inner, closed=not run.open_left)
    _side(path, inner.right(), inner.left(), inner, closed=not run.open_right)
    painter.drawPath(path)


def _side(path: QPainterPath, near: float, far: float, rect: QRectF, *, closed: bool) -> None:
    """Add the half of an outline at one side, with its two corners if it is closed there."""
    middle = (near + far) / 2
    turn = _CORNER if near < far else -_CORNER
    path.moveTo(middle, rect.top())
    if not closed:
        path.lineTo(near, rect.top())
        path.moveTo(near, rect.bottom())
    else:
        path.lineTo(near + turn, rect.top())
        path.quadTo(near, rect.top(), near, rect.top() + _CORNER)
        path.lineTo(near, rect.bottom() - _CORNER)
        path.quadTo(near, rect.bottom(), near + turn, rect.bottom())
    path.lineTo(middle, rect.bottom())
