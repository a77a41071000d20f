"""Words that were looked for, as the page marks them wherever they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from curator.ui.page.scene import Scene
from curator.ui.page.sight import Run
from curator.ui.paint import box

Span = tuple[int, int]


class Found:
    """Spans (code points) in reading order, none over another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, place: int) -> Span:
        return self._starts[place], self._ends[place]

    def add(self, spans: Iterable[Span]) -> None:
        """Take spans beyond those that are there."""
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(end)

    def clear(self) -> None:
        """Take all away."""
        self._starts.clear()
        self._ends.clear()

    def between(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans that lie in a stretch of the text, wholly or in part."""
        first = bisect_right(self._ends, start)
        for place in range(first, bisect_left(self._starts, end)):
            yield self[place]

    def place_of(self, span: Span) -> int | None:
        """Return where a span stands among all, None when it is not among them."""
        place = bisect_left(self._starts, span[0])
        return place if place < len(self) and self[place] == span else None

    def at_or_after(self, offset: int) -> int | None:
        """Return the place of the first span that begins at an offset or later."""
        place = bisect_left(self._starts, offset)
        return place if place < len(self) else None

    def before(self, offset: int) -> int | None:
        """Return the place of the last span that begins before an offset."""
        place = bisect_left(self._starts, offset) - 1
        return place if place >= 0 else None


def paint_grounds(painter: QPainter, scene: Scene, found: Found) -> None:
    """Lay the grounds of what was found; boxes of entities are painted over them."""
    for _span, run in _runs(scene, found):
        if not scene.theme.sharp:
            box(painter, _rect(scene, run), 2, scene.theme.warn_wash)


def paint_frames(painter: QPainter, scene: Scene, found: Found, selected: Span) -> None:
    """Draw the frames of what was found over everything, that of the selected one wider."""
    for span, run in _runs(scene, found):
        width = scene.theme.outline + (span == selected)
        box(painter, _rect(scene, run), 2, None, scene.theme.warn, width=width)


def _runs(scene: Scene, found: Found) -> Iterator[tuple[Span, Run]]:
    lines = scene.sight.lines
    if not len(found) or not lines:
        return
    for span in found.between(lines[0].start, lines[-1].end):
        for run in scene.sight.runs(*span):
            yield span, run


def _rect(scene: Scene, run: Run) -> QRectF:
    left, top = round(run.left) - 1, run.baseline - scene.measures.ascent
    return QRectF(left, top, max(round(run.right) + 1 - left, 3), scene.measures.height)
