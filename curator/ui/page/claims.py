"""Claims on the page: lines under the text, and the wash, rings and thread of the current one.

Content has one line, the cue two, the source one with feet. Dashes wait, solid lines are
accepted, dots are rejected; a chain of dashes and dots is unsure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from curator.domain.annotation import Annotation, Layer, Part, Role, State
from curator.ui import fonts
from curator.ui.page.entities import paint_remark
from curator.ui.page.extents import drawn_parts
from curator.ui.page.measures import Measures
from curator.ui.page.ring import out, outset, paint_chip, paint_open_ring
from curator.ui.page.scene import Scene
from curator.ui.page.sight import Run
from curator.ui.page.strokes import stroke
from curator.ui.paint import Dash, box, put

_CONTENT: dict[State, Dash | None] = {
    State.SUGGESTED: (5, 4),
    State.UNSURE: (6, 2, 2, 2),
    State.REJECTED: (1, 3),
}
_CUE: dict[State, Dash | None] = {
    State.SUGGESTED: (3, 2),
    State.UNSURE: (4, 2, 1, 2),
    State.REJECTED: (1, 3),
}
_SOURCE: dict[State, Dash | None] = {
    State.SUGGESTED: (2, 2),
    State.UNSURE: (4, 2, 2, 2),
    State.REJECTED: (1, 3),
}
_BROKEN = 2
"""Parts further apart than these lines have no thread between them."""
_ROOMY, _MOST = 3, 5
"""So many lanes have the full pitch; so many are drawn at all."""


class Lanes:
    """How the lanes of claim lines lie under each visible line.

    A claim has the same lane under all its parts. Only where that would be too far down, because
    it has many others inside it, the lanes of that one line move up into those that are free.

    Args:
        scene: what is painted.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._measures = scene.measures
        self._ratio = scene.sight.ratio
        self._rightmost: dict[int, Run] = {}
        used: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for claim in (one for one in scene.annotations if one.layer is Layer.CLAIM):
            for part in parts_drawn(scene, claim):
                for run in scene.runs(part.start, part.end):
                    used[run.number][scene.index.lane(claim)].add(claim.id)
                    last = self._rightmost.setdefault(run.number, run)
                    self._rightmost[run.number] = max(last, run, key=_right)
        self._lanes = {number: _places(list(lanes)) for number, lanes in used.items()}
        self._claims = used

    def is_drawn(self, run: Run, lane: int) -> bool:
        """Say whether there is a line for a lane, or only a count of what is left out."""
        return self._count(run) <= _MOST or self._place(run, lane) < _MOST - 1

    def top(self, run: Run, lane: int) -> float:
        """Return the upper edge of a lane under a run, on a whole device pixel."""
        roomy, scale = self._measures.lane_pitch, self._measures.scale
        pitch = min(2.5 * scale, roomy) if self._is_dense(run) else roomy
        place = min(self._place(run, lane), _MOST - 1)
        top = run.baseline + self._measures.lane + pitch * place
        return math.floor(top * self._ratio) / self._ratio

    def height(self, run: Run, height: float) -> float:
        """Return how high a line of some height is drawn here; on a dense line at most 1.5."""
        return min(height, int(1.5 * self._ratio) / self._ratio) if self._is_dense(run) else height

    def paint_counts(self, painter: QPainter) -> None:
        """Write how many claims a line has beyond those that are drawn."""
        font, ink = fonts.interface(8, 600), self._scene.theme.ink2
        for number, run in self._rightmost.items():
            if self._count(run) <= _MOST:
                continue
            lanes = self._claims[number].items()
            left_out = [ids for lane, ids in lanes if not self.is_drawn(run, lane)]
            text = f"+{len(set().union(*left_out))}"
            top = run.baseline + self._measures.descent + 1
            rect = QRectF(run.right + 3, top, fonts.wide(text, font) + 2, 9)
            put(painter, rect, text, font, ink, elide=False)

    def _count(self, run: Run) -> int:
        """Return how many lanes a line needs."""
        return max(self._lanes.get(run.number, {}).values(), default=-1) + 1

    def _place(self, run: Run, lane: int) -> int:
        return self._lanes.get(run.number, {}).get(lane, lane)

    def _is_dense(self, run: Run) -> bool:
        return self._count(run) > _ROOMY


def _places(lanes: list[int]) -> dict[int, int]:
    """Return where the lanes of a line lie: each at its own, or all closed up if one is too low."""
    if max(lanes) < _MOST:
        return {lane: lane for lane in lanes}
    return {lane: place for place, lane in enumerate(sorted(lanes))}


def _right(run: Run) -> float:
    return run.right


def parts_drawn(scene: Scene, claim: Annotation) -> Sequence[Part]:
    """Return the parts that have a line: addressee and medium only while the claim is current."""
    return claim.parts if scene.is_current(claim) else drawn_parts(claim)


def is_broken(claim: Annotation, measures: Measures) -> bool:
    """Say whether two neighbouring parts are too far apart for a thread."""
    return any(_is_far(gap, measures) for gap in _gaps(claim))


def paint_wash(painter: QPainter, scene: Scene) -> None:
    """Lay the wash of the current claim behind all of its parts."""
    claim = scene.current
    if claim is None or claim.layer is not Layer.CLAIM or claim.state is State.REJECTED:
        return
    if scene.theme.sharp:
        return
    wash = scene.theme.wash(scene.colours.family(claim))
    measures = scene.measures
    for part in claim.parts:
        for run in scene.runs(part.start, part.end):
            left, right = round(run.left) - 2, round(run.right) + 2
            top = run.baseline - measures.ascent - 2
            box(painter, QRectF(left, top, right - left, measures.height + 4), 3, wash)


def paint_lines(painter: QPainter, scene: Scene) -> None:
    """Draw the lines of all claims, those of the current one last, with its rings."""
    lanes = Lanes(scene)
    for claim in scene.claims:
        for part in parts_drawn(scene, claim):
            for run in scene.runs(part.start, part.end):
                if scene.is_current(claim) or lanes.is_drawn(run, scene.index.lane(claim)):
                    _paint_part(painter, scene, claim, (part, run), lanes)
        if scene.is_current(claim):
            _paint_current(painter, scene, claim, lanes)
        paint_remark(painter, scene, claim)
    lanes.paint_counts(painter)


def _paint_part(
    painter: QPainter, scene: Scene, claim: Annotation, place: tuple[Part, Run], lanes: Lanes
) -> None:
    part, run = place
    top = lanes.top(run, scene.index.lane(claim))
    ink = _ink(scene, claim)
    hovered = claim.id == scene.hovered and claim.state is not State.REJECTED
    state = State.ACCEPTED if hovered else claim.state
    if part.role is Role.CONTENT:
        height = lanes.height(run, 3 if scene.is_current(claim) else 2)
        stroke(painter, _under(run, top, height), ink, dash=_CONTENT.get(state))
    elif part.role is Role.CUE:
        for below in (0, 2):
            stroke(painter, _under(run, top + below, 1), ink, dash=_CUE.get(state))
    else:
        height = lanes.height(run, 1.5 if claim.state is State.ACCEPTED else 2)
        stroke(painter, _under(run, top, height), ink, dash=_SOURCE.get(state))
        if part.role is Role.SOURCE:
            for foot in (round(run.left), round(run.right - 1)):
                stroke(painter, QRectF(foot, top - 3, 1.5, 4), ink, upright=True)


def _under(run: Run, top: float, height: float, *, beyond: float = 0) -> QRectF:
    return QRectF(run.left - beyond, top, run.right - run.left + 2 * beyond, height)


def _ink(scene: Scene, claim: Annotation) -> str:
    if claim.state is State.REJECTED:
        return scene.theme.ink3
    return scene.theme.line_of(
        scene.colours.family(claim),
        current=scene.is_current(claim),
        suggested=claim.state is not State.ACCEPTED,
    )


def _paint_current(painter: QPainter, scene: Scene, claim: Annotation, lanes: Lanes) -> None:
    for start, end in _gaps(claim):
        if not _is_far((start, end), scene.measures):
            for run in scene.sight.runs(start, end, trimmed=False):
                top = lanes.top(run, scene.index.lane(claim))
                stroke(painter, _under(run, top, 2, beyond=1), scene.theme.ring)
    main = claim.spans(Role.CONTENT) or (claim.anchor,)
    for part in claim.parts:
        if part in main:
            paint_open_ring(painter, scene, part.start, part.end)
        else:
            _paint_hairline(painter, scene, part)
    if first := scene.first_run(main[0].start, main[0].end):
        paint_chip(painter, scene, claim, first, round(first.left) - out(scene))


def _paint_hairline(painter: QPainter, scene: Scene, part: Part) -> None:
    measures = scene.measures
    for run in scene.runs(part.start, part.end):
        left, right = round(run.left) - out(scene), round(run.right) + outset(scene, run)
        top = run.baseline - measures.ascent - 2
        rect = QRectF(left, top, right - left, measures.height + 4)
        box(painter, rect, 4, None, scene.theme.ring)


def _is_far(gap: tuple[int, int], measures: Measures) -> bool:
    return gap[1] - gap[0] > _BROKEN * measures.characters


def _gaps(claim: Annotation) -> list[tuple[int, int]]:
    """Return the stretches of text between one part and the next, in reading order."""
    gaps, reached = [], claim.parts[0].end
    for part in claim.parts[1:]:
        if part.start > reached:
            gaps.append((reached, part.start))
        reached = max(reached, part.end)
    return gaps
