"""Entities on the page: boxes under the text, names over them, strikes through rejected ones.

A suggested entity has a tint and a dashed outline, an accepted one a fill and a solid outline, a
rejected one dots and a strike. One that is unsure looks like a suggestion, but its outline is a
chain of dashes and dots: it has been looked at, and is still open.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from curator.domain.annotation import Annotation, State
from curator.ui import fonts
from curator.ui.colour import mix
from curator.ui.page.measures import Measures
from curator.ui.page.scene import Scene
from curator.ui.page.sight import Run
from curator.ui.page.strokes import stroke
from curator.ui.paint import Dash, box, colour, put

_OUTLINES: dict[State, Dash | None] = {
    State.SUGGESTED: (4, 3),
    State.UNSURE: (6, 2, 1, 2),
    State.REJECTED: (1, 2.5),
    State.ACCEPTED: None,
}
_DEEPEST = 3
"""The level of nesting from which only the outline is drawn; insets stop growing there."""
_NARROW = 2
"""The level of nesting from which a wide outline would stand in the letters."""


def entity_rect(run: Run, measures: Measures, depth: int) -> QRectF:
    """Return the box of an entity's piece, inset by its level of nesting."""
    inset = min(depth, _DEEPEST)
    beside, above = measures.grown(2) - inset, inset * measures.grown(2)
    left, right = round(run.left) - beside, round(run.right) + beside
    top = run.baseline - measures.ascent + above
    return QRectF(left, top, max(right - left, 3), measures.height - 2 * above)


def paint_boxes(painter: QPainter, scene: Scene) -> None:
    """Draw the boxes of all entities: fills from the outside in, then every outline whole."""
    entities = scene.entities
    for entity in entities:
        _paint_fill(painter, scene, entity)
    for entity in entities:
        _paint_outline(painter, scene, entity)


def paint_names(painter: QPainter, scene: Scene) -> None:
    """Write the labels over their boxes where there is room for them."""
    taken: dict[int, float] = {}
    font = fonts.interface(9, 600, 0.3)
    for entity in scene.entities:
        run = scene.first_run(entity.start, entity.end)
        if entity.state is State.REJECTED or scene.is_current(entity) or run is None:
            continue
        left = max(run.left, taken.get(run.number, 0) + 5)
        if left > run.right:
            continue
        text = entity.label.replace("_", " ")
        width = fonts.wide(text, font)
        taken[run.number] = left + width
        top = run.baseline - scene.measures.ascent - 12
        painter.fillRect(QRectF(left - 1, top + 0.5, width + 3, 10), colour(scene.theme.page))
        ink = mix(scene.colours.strong(entity), scene.theme.ink, 0.55)
        put(painter, QRectF(left, top, width + 4, 10), text, font, ink, elide=False)


def paint_strikes(painter: QPainter, scene: Scene) -> None:
    """Strike rejected entities through, but not what still lives inside them."""
    for entity in scene.entities:
        if entity.state is State.REJECTED:
            for start, end in _dead(entity, scene.index.live_inside(entity)):
                for run in scene.runs(start, end):
                    width = run.right - run.left + 2
                    middle = run.baseline - scene.measures.grown(6)
                    line = QRectF(run.left - 1, middle, width, 1)
                    stroke(painter, line, scene.theme.ink2)


def paint_remark(painter: QPainter, scene: Scene, annotation: Annotation) -> None:
    """Put a dot at the upper right of an annotation with a comment."""
    anchor = annotation.anchor
    runs = scene.runs(anchor.start, anchor.end)
    if annotation.comment and runs and runs[-1].end >= anchor.end:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(scene.theme.warn))
        top = runs[-1].baseline - scene.measures.ascent - 2
        painter.drawEllipse(QRectF(round(runs[-1].right) - 1, top, 5, 5))


def _paint_fill(painter: QPainter, scene: Scene, entity: Annotation) -> None:
    depth = scene.index.depth(entity)
    if entity.state is State.REJECTED or depth >= _DEEPEST:
        return
    family = scene.colours.family(entity)
    full = entity.state is State.ACCEPTED or entity.id == scene.hovered
    tone = scene.theme.fill(family) if full else scene.theme.tint(family)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tone, 0.7 if scene.index.crosses(entity) else 1.0))
    for run in scene.runs(entity.start, entity.end):
        rect = entity_rect(run, scene.measures, depth)
        corner = scene.measures.grown(4)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


def _paint_outline(painter: QPainter, scene: Scene, entity: Annotation) -> None:
    depth = scene.index.depth(entity)
    hovered = entity.id == scene.hovered
    line = _line(scene, entity, hovered=hovered)
    solid = hovered and entity.state is not State.REJECTED
    dash = None if solid else _OUTLINES.get(entity.state)
    for run in scene.runs(entity.start, entity.end):
        rect, corner = entity_rect(run, scene.measures, depth), scene.measures.grown(4)
        width = scene.theme.outline if depth < _NARROW else 1
        out = width - 1  # a wide outline keeps off the letters
        rect = rect.adjusted(-out, -out, out, out)
        box(painter, rect, corner + out, None, line, width=width, dash=dash)
    paint_remark(painter, scene, entity)


def _line(scene: Scene, entity: Annotation, *, hovered: bool) -> str:
    if entity.state is State.REJECTED:
        return scene.theme.ink3
    family = scene.colours.family(entity)
    strong = scene.theme.strong(family)
    if entity.state is not State.ACCEPTED:
        return strong
    return mix(strong, scene.theme.fill(family), 0.9) if hovered else scene.theme.fill_edge(family)


def _dead(entity: Annotation, living: list[Annotation]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a rejected entity that no living one inside it covers."""
    start = entity.start
    for one in living:
        if start < one.start:
            yield start, one.start
        start = max(start, one.end)
    if start < entity.end:
        yield start, entity.end
