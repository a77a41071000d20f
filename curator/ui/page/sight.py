"""The lines that can be seen, and where on them a span of the text stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLine

from curator.ui.offsets import Offsets

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
LINE_BITS = 20
"""A line's number is its block's, shifted by these bits, and its place in the block."""
_BESIDE = 3
"""How far beside a character its box can still be hit (logical pixels)."""


class Line(NamedTuple):
    """A laid-out line.

    Attributes:
        start: its first character (code points).
        end: one beyond its last.
        baseline: on the viewport, on a whole device pixel.
        top: of its share of the pitch, on the viewport.
        left: where the origin of its block lies on the viewport.
        position: of its block, in UTF-16 units.
        number: block number and line in the block, as one ascending figure.
        shape: Qt's own line, alive as long as the document is not changed.
    """

    start: int
    end: int
    baseline: float
    top: float
    left: float
    position: int
    number: int
    shape: QTextLine


class Run(NamedTuple):
    """The piece of a span on one line.

    Attributes:
        left: its left edge on the viewport.
        right: its right edge.
        baseline: of the line.
        open_left: whether the span goes on from the line before, at the left side.
        open_right: whether it goes on in the next line, at the right side.
        end: one beyond its last character (code points).
        number: of the line.
    """

    left: float
    right: float
    baseline: float
    open_left: bool
    open_right: bool
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What is on the viewport, or in a part of it.

    Attributes:
        text: the stored text.
        offsets: of the text.
        lines: from top to bottom.
        blocks: numbers of the first and the last block.
        ratio: device pixels per logical pixel.
    """

    text: str
    offsets: Offsets
    lines: Sequence[Line]
    blocks: tuple[int, int]
    ratio: float = 1.0
    _runs: dict[tuple[int, int, bool], list[Run]] = field(default_factory=dict, compare=False)
    """Of spans that were asked for: fill, outline, lines and lanes ask for the same ones."""

    def runs(self, start: int, end: int, *, trimmed: bool = True) -> list[Run]:
        """Return where a span stands, line by line; white space at a line's end is left out.

        Args:
            start: of the span (code points).
            end: of the span, exclusive.
            trimmed: False keeps that white space, for strokes between spans.
        """
        known = self._runs.get((start, end, trimmed))
        if known is not None:
            return known
        found: list[Run] = []
        first = bisect_right(self.lines, start, key=_start) - 1
        for at in range(max(first, 0), len(self.lines)):
            line = self.lines[at]
            if line.start >= end:
                break
            found.extend(self._on(line, start, end, trimmed=trimmed))
        self._runs[start, end, trimmed] = found
        return found

    def offset_at(self, x: float, y: float) -> int | None:
        """Return the character at a point of the viewport (code points); None beside the text."""
        line = self._line_at(y)
        if line is None:
            return None
        for shift in (0, -_BESIDE, _BESIDE):
            for left, right in _extents(line, self, line.start, line.end):
                if left <= x + shift < right:
                    return self._character(line, x + shift)
        return None

    def caret_at(self, x: float, y: float) -> int | None:
        """Return the place between two characters nearest to a point; None without any line."""
        line = self._line_at(y) or (self.lines[0] if self.lines else None)
        if line is None:
            return None
        between = QTextLine.CursorPosition.CursorBetweenCharacters
        unit = line.shape.xToCursor(x - line.left, between)
        return min(max(self.offsets.to_points(line.position + unit), line.start), line.end)

    def number_of(self, offset: int) -> int | None:
        """Return the number of the line that holds an offset, None when it is out of sight."""
        at = bisect_right(self.lines, offset, key=_start) - 1
        return self.lines[at].number if at >= 0 and offset < self.lines[at].end else None

    def _line_at(self, y: float) -> Line | None:
        at = bisect_right(self.lines, y, key=_top) - 1
        return self.lines[at] if at >= 0 else None

    def _character(self, line: Line, x: float) -> int:
        unit = line.shape.xToCursor(x - line.left, QTextLine.CursorPosition.CursorOnCharacter)
        return min(self.offsets.to_points(line.position + unit), max(line.start, line.end - 1))

    def _on(self, line: Line, start: int, end: int, *, trimmed: bool) -> Iterator[Run]:
        first, last = max(start, line.start), min(end, line.end)
        while trimmed and last > first and self.text[last - 1].isspace():
            last -= 1
        if first >= last:
            return
        sides = (start < line.start, end > line.end)
        if _is_backward(line, self, first, last):
            sides = sides[::-1]
        extents = _extents(line, self, first, last)
        for at, (left, right) in enumerate(extents):
            yield Run(
                left,
                right,
                line.baseline,
                open_left=at == 0 and sides[0],
                open_right=at == len(extents) - 1 and sides[1],
                end=last,
                number=line.number,
            )


def block_lines(
    block: QTextBlock,
    place: QPointF,
    offsets: Offsets,
    *,
    pitch: int,
    above: int,
    band: tuple[float, float],
    ratio: float,
) -> Iterator[Line]:
    """Yield the lines of a laid-out block.

    Args:
        block: which.
        place: its upper left corner on the viewport (logical pixels).
        offsets: of the text.
        pitch: from line to line.
        above: between its top and its first line.
        band: only lines whose top lies between these two are yielded.
        ratio: device pixels per logical pixel.
    """
    layout, position = block.layout(), block.position()
    upper = place.y() + above
    for number in range(max(0, int((band[0] - upper) // pitch)), layout.lineCount()):
        if upper + number * pitch >= band[1]:
            break
        shape = layout.lineAt(number)
        unit = position + shape.textStart()
        yield Line(
            offsets.to_points(unit),
            offsets.to_points(unit + shape.textLength()),
            round((place.y() + shape.y() + shape.ascent()) * ratio) / ratio,
            upper + number * pitch,
            place.x(),
            position,
            (block.blockNumber() << LINE_BITS) + number,
            shape,
        )


def _start(line: Line) -> int:
    return line.start


def _top(line: Line) -> float:
    return line.top


def _extents(line: Line, sight: Sight, start: int, end: int) -> list[tuple[float, float]]:
    """Return the left and right edges of a stretch of a line, several where scripts mix."""
    from_unit = sight.offsets.to_units(start) - line.position
    to_unit = sight.offsets.to_units(end) - line.position
    if not _is_mixed(line, sight):
        left, right = _x(line, from_unit), _x(line, to_unit)
        return [(left + line.left, right + line.left)]
    return _merged(
        [
            (rect.left() + line.left, rect.right() + line.left)
            for run in line.shape.glyphRuns(from_unit, to_unit - from_unit)
            if (rect := run.boundingRect()).width() > 0
        ]
    )


def _x(line: Line, unit: int) -> float:
    return cast("tuple[float, int]", line.shape.cursorToX(unit))[0]


def _is_mixed(line: Line, sight: Sight) -> bool:
    """Say whether a line has letters that run from right to left."""
    shown = sight.text[line.start : line.end]
    return not shown.isascii() and _RIGHT_TO_LEFT.search(shown) is not None


def _is_backward(line: Line, sight: Sight, start: int, end: int) -> bool:
    """Say whether a stretch of a line begins at its right."""
    if not _is_mixed(line, sight):
        return False
    first, last = _extents(line, sight, start, start + 1), _extents(line, sight, end - 1, end)
    return bool(first and last) and first[0][0] > last[0][0]


def _merged(extents: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(extents):
        if merged and left <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged
