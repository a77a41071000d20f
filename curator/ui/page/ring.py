"""What marks the current annotation: ring, open ring, and chip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from curator.domain.annotation import Annotation, Layer
from curator.ui import fonts
from curator.ui.page.entities import entity_rect
from curator.ui.page.scene import Scene
from curator.ui.page.sight import Run
from curator.ui.paint import Align, box, chip_text, pen, put

_CLOSING = frozenset(",.;:?!”’)")
_OUT, _BESIDE_MARK = 3, 1
_CORNER, _ENTITY_CORNER = 5, 6
_BEYOND = 10
"""How far a chip may stand out of the column at the right; further left it is not cut off."""
_CHIP, _LOW_CHIP, _ROOMY = 12, 10, 10
"""Heights of the chip, and the band between two lines of boxes from which it has all of its own."""


def outset(scene: Scene, run: Run) -> int:
    """Return how far a ring stands out to the right: a punctuation mark stays outside."""
    closing = scene.sight.text[run.end : run.end + 1] in _CLOSING
    return _BESIDE_MARK if closing else out(scene)


def out(scene: Scene) -> int:
    """Return how far a ring stands out on all other sides."""
    return scene.measures.grown(_OUT)


def paint_entity_ring(painter: QPainter, scene: Scene) -> None:
    """Draw ring and chip of the current annotation if it is an entity."""
    entity = scene.current
    if entity is None or entity.layer is not Layer.ENTITY:
        return
    measures, far = scene.measures, out(scene)
    for run in scene.runs(entity.start, entity.end):
        right = far if run.open_right else outset(scene, run)
        rect = entity_rect(run, measures, 0).adjusted(-far, -far, right, far)
        box(painter, rect, measures.grown(_ENTITY_CORNER), None, scene.theme.ring, width=2)
    if first := scene.first_run(entity.start, entity.end):
        left = round(first.left) - measures.grown(2) - far
        paint_chip(painter, scene, entity, first, left)


def paint_open_ring(painter: QPainter, scene: Scene, start: int, end: int) -> None:
    """Draw a ring round a span (code points), open where it runs on to another line."""
    measures, far = scene.measures, out(scene)
    for run in scene.runs(start, end):
        right = 2 if run.open_right else outset(scene, run)
        left = round(run.left) - far
        top = run.baseline - measures.ascent - far
        rect = QRectF(left, top, round(run.right) + right - left, measures.height + 2 * far)
        _open_ring(painter, scene, rect, run)


def paint_chip(
    painter: QPainter, scene: Scene, annotation: Annotation, first: Run, left: float
) -> None:
    """Draw the label of the current annotation, 12 high, on a halo of paper.

    Args:
        painter: on the viewport.
        scene: what is to be seen.
        annotation: the current one.
        first: where it begins; the chip stands on its ring.
        left: where the ring begins (logical pixels).
    """
    measures = scene.measures
    roomy = measures.pitch - measures.height >= _ROOMY
    height = _CHIP if roomy else _LOW_CHIP
    font = fonts.interface(9 if roomy else 8, 700, 0.4)
    top = first.baseline - measures.ascent - out(scene) - height
    text = chip_text(annotation.label)
    strong = scene.colours.strong(annotation)
    width = round(fonts.wide(text, font)) + 9
    last = measures.left + measures.column + _BEYOND - width
    rect = QRectF(min(left, last), top, width, height)
    box(painter, rect.adjusted(-1, -1, 1, 1), 4, scene.theme.page)
    box(painter, rect, 3, strong)
    ink = scene.theme.chip_ink(strong)
    put(painter, rect, text, font, ink, align=Align.AlignHCenter, elide=False)


def _open_ring(painter: QPainter, scene: Scene, rect: QRectF, run: Run) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(scene.theme.ring, 2))
    inner, corner = rect.adjusted(1, 1, -1, -1), scene.measures.grown(_CORNER)
    if not run.open_left and not run.open_right:
        painter.drawRoundedRect(inner, corner, corner)
        return
    path = QPainterPath()
    for near, far, opened in (
        (inner.left(), inner.right(), run.open_left),
        (inner.right(), inner.left(), run.open_right),
    ):
        _side(path, near, far, inner, corner=0 if opened else corner)
    painter.drawPath(path)


def _side(path: QPainterPath, near: float, far: float, rect: QRectF, *, corner: int) -> None:
    """Add the half of an outline at one side, with two corners; without any it is open there."""
    middle = (near + far) / 2
    turn = corner if near < far else -corner
    path.moveTo(middle, rect.top())
    if not corner:
        path.lineTo(near, rect.top())
        path.moveTo(near, rect.bottom())
    else:
        path.lineTo(near + turn, rect.top())
        path.quadTo(near, rect.top(), near, rect.top() + corner)
        path.lineTo(near, rect.bottom() - corner)
        path.quadTo(near, rect.bottom(), near + turn, rect.bottom())
    path.lineTo(middle, rect.bottom())
