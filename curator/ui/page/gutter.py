"""The gutter left of the text: a bar beside the lines of each claim, with its code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from curator.domain.annotation import Annotation, Layer, State
from curator.ui import fonts
from curator.ui.colour import mix
from curator.ui.page.claims import is_broken
from curator.ui.page.extents import extent
from curator.ui.page.index import Index
from curator.ui.page.scene import Scene
from curator.ui.page.sight import Line
from curator.ui.page.strokes import stroke
from curator.ui.paint import Align, Dash, put

_FIRST, _NEXT = 18, 7
"""How far left of the text the first bar stands, and how far apart bars are."""
_COLUMNS = 4
_CODE, _APART, _ROWS = 14, 4, 2
"""Room that a code takes, how far apart codes are, and in how many rows they may stand; codes that
would leave the page are left out.
"""
_DASHES: dict[State, Dash | None] = {
    State.SUGGESTED: (5, 3),
    State.UNSURE: (6, 2, 2, 2),
    State.REJECTED: (1, 3),
}


class Bar(NamedTuple):
    """A claim's bar.

    Attributes:
        claim: whose bar it is.
        column: 0 next to the text.
        begins: number of the line where its content begins, and its code stands.
        first: number of its first line.
        last: number of its last line.
    """

    claim: Annotation
    column: int
    begins: int
    first: int
    last: int


def bars(index: Index, blocks: tuple[int, int], line_of: Callable[[int], int]) -> list[Bar]:
    """Return the bars beside some blocks; a bar's column does not depend on what is in sight.

    Args:
        index: of the document's annotations.
        blocks: numbers of the first and the last block.
        line_of: offset (code points) → number of its line.
    """
    first = blocks[0]
    while True:
        claims = _claims(index, first, blocks[1])
        before = min((index.block_at(claim.start) for claim in claims), default=first)
        if before >= first:
            break
        first = before
    placed: list[Bar] = []
    for claim in sorted(claims, key=_beginning):
        start, end = extent(claim)
        top, bottom = line_of(start), line_of(end - 1)
        taken = {bar.column for bar in placed if bar.first <= bottom and top <= bar.last}
        column = next(free for free in range(len(placed) + 1) if free not in taken)
        placed.append(Bar(claim, column, top, top, bottom))
    return placed


def claim_at(scene: Scene, x: float, y: float) -> int | None:
    """Return the id of the claim whose bar or code is at a point of the viewport."""
    distance = scene.measures.left - _FIRST + 5 - x
    lines = [line for line in scene.sight.lines if line.top <= y < line.top + scene.measures.pitch]
    if distance < 0 or not lines:
        return None
    number = lines[0].number
    here = [bar for bar in _in_sight(scene) if bar.first <= number <= bar.last]
    if not here:
        return None
    wanted = min(int(distance / _NEXT), max(bar.column for bar in here))
    return min(here, key=lambda bar: abs(bar.column - wanted)).claim.id


def paint_gutter(painter: QPainter, scene: Scene) -> None:
    """Draw bars and codes of the claims in sight."""
    found = _in_sight(scene)
    for bar in sorted(found, key=lambda bar: scene.is_current(bar.claim)):
        _paint_bar(painter, scene, bar)
    for line in scene.sight.lines:
        beside = [bar for bar in found if bar.first <= line.number <= bar.last]
        begun = [bar for bar in beside if bar.begins == line.number]
        if begun:
            most = min(max(bar.column for bar in beside), _COLUMNS - 1)
            right = scene.measures.left - _FIRST - _NEXT * most - 6
            _paint_codes(painter, scene, line, right, sorted(begun, key=lambda bar: bar.column))


def _in_sight(scene: Scene) -> list[Bar]:
    if not scene.sight.lines:
        return []
    first, last = scene.sight.lines[0].number, scene.sight.lines[-1].number
    found = [_joined(scene, bar) for bar in bars(scene.index, scene.sight.blocks, scene.line_of)]
    return [bar for bar in found if bar.first <= last and first <= bar.last]


def _joined(scene: Scene, bar: Bar) -> Bar:
    """Lengthen the bar of the current claim over all parts when it has no whole thread."""
    claim = bar.claim
    if not scene.is_current(claim) or not is_broken(claim, scene.measures):
        return bar
    return bar._replace(first=scene.line_of(claim.start), last=scene.line_of(claim.end - 1))


def _claims(index: Index, first: int, last: int) -> list[Annotation]:
    return [one for one in index.between(first, last) if one.layer is Layer.CLAIM]


def _beginning(claim: Annotation) -> tuple[int, int]:
    return extent(claim)[0], claim.id


def _paint_bar(painter: QPainter, scene: Scene, bar: Bar) -> None:
    current = scene.is_current(bar.claim)
    beside = [line for line in scene.sight.lines if bar.first <= line.number <= bar.last]
    if not beside:
        return
    left = scene.measures.left - _FIRST - _NEXT * min(bar.column, _COLUMNS - 1)
    rejected = bar.claim.state is State.REJECTED
    ink = scene.theme.ink3 if rejected else scene.colours.strong(bar.claim)
    for top, bottom in _stretches(scene, beside, bar.first, bar.last):
        if current:
            rect = QRectF(left - 1, top, 5, bottom - top)
            stroke(painter, rect, scene.theme.ring, upright=True)
        else:
            dash = _DASHES.get(bar.claim.state)
            stroke(painter, QRectF(left, top, 3, bottom - top), ink, dash=dash, upright=True)


def _stretches(
    scene: Scene, beside: list[Line], first: int, last: int
) -> Iterator[tuple[float, float]]:
    """Yield a bar line by line, so that its dashes stay where they are when the text scrolls."""
    measures = scene.measures
    tops = [line.baseline - measures.ascent + 2 for line in beside]
    if beside[0].number != first:
        tops.insert(0, tops[0] - measures.pitch - measures.gap)
    end = beside[-1].baseline + measures.descent - 1
    if beside[-1].number != last:
        end = tops[-1] + measures.pitch + measures.gap
    yield from pairwise([*tops, end])


def _paint_codes(
    painter: QPainter, scene: Scene, line: Line, right: float, begun: list[Bar]
) -> None:
    """Write codes side by side, or where they have no room in two rows, as many as have room."""
    rows = _rows(scene, begun, right, fonts.interface(9, 600))
    font = fonts.interface(9 if len(rows) == 1 else 8, 600)
    top, high = line.baseline - scene.measures.ascent, 14 if len(rows) == 1 else 9
    for place, row in enumerate(rows):
        edge = right
        for bar in row:
            rect = QRectF(edge - 16, top + 1 + place * high, 16, high)
            text, ink = scene.colours.code(bar.claim), _code_ink(scene, bar.claim)
            put(painter, rect, text, font, ink, align=Align.AlignRight, elide=False)
            edge -= fonts.wide(text, font) + _APART


def _rows(scene: Scene, begun: list[Bar], right: float, font: QFont) -> list[list[Bar]]:
    """Return which codes stand in the first row, and which in a second one."""
    rows: list[list[Bar]] = [[]]
    left = right
    for bar in begun:
        if left < _CODE:
            if len(rows) == _ROWS or right < _CODE:
                break
            rows.append([])
            left = right
        rows[-1].append(bar)
        left -= fonts.wide(scene.colours.code(bar.claim), font) + _APART
    return rows


def _code_ink(scene: Scene, claim: Annotation) -> str:
    if scene.is_current(claim):
        return scene.theme.ink
    if claim.state is State.REJECTED:
        return scene.theme.ink3
    return mix(scene.colours.strong(claim), scene.theme.ink2, 0.5)
