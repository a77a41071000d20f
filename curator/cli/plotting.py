"""A plot of edits over time: as letters for the terminal, as SVG for a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any
from xml.sax.saxutils import escape

_NAMES = {"scratch": "from scratch", "base": "base model", "learned": "with learning"}
_LETTERS = {"scratch": "·", "base": "o", "learned": "*"}
_COLOURS = {"scratch": "#8a8f98", "base": "#b4690e", "learned": "#1f6feb"}
_ROWS = 12
_WIDTH, _HEIGHT = 720, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 48, 48


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from zero up.

    Attributes:
        top: where it ends.
        step: between two ticks.
    """

    top: float
    step: float

    @classmethod
    def up_to(cls, most: float, *, ticks: int = 5) -> Axis:
        """Return one with about so many round ticks that reaches a value."""
        if most <= 0:
            return cls(1.0, 1.0)
        rough = most / ticks
        power = 10.0 ** floor(log10(rough))
        step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
        return cls(step * ceil(most / step), step)

    def ticks(self) -> list[float]:
        """Return the values at which it is marked."""
        return [self.step * number for number in range(round(self.top / self.step) + 1)]


def text_plot(windows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of a plot of edits per document, a column for each window.

    Args:
        windows: as a simulation reports them.
    """
    axis = Axis.up_to(max((max(one["edits_per_document"].values()) for one in windows), default=0))
    cells = [[" "] * len(windows) for _ in range(_ROWS + 1)]
    for way, letter in _LETTERS.items():
        for column, one in enumerate(windows):
            height = round(_ROWS * one["edits_per_document"][way] / axis.top)
            cells[_ROWS - height][column] = letter
    marks = {round(_ROWS * (1 - value / axis.top)): f"{value:g}" for value in axis.ticks()}
    last = [str(one["to"]) for one in windows]
    column = max((len(name) for name in last), default=1) + 2
    margin = max(len(name) for name in marks.values())
    yield "edits per document  " + "  ".join(
        f"{letter} {_NAMES[way]}" for way, letter in _LETTERS.items()
    )
    for row, letters in enumerate(cells):
        side = "┤" if row in marks else "│"
        line = "".join(letter.rjust(column) for letter in letters)
        yield f"{marks.get(row, ''):>{margin}} {side}{line}".rstrip()
    yield f"{'':>{margin}} └{'─' * (column * len(last))}"
    yield f"{'':>{margin}}  {''.join(name.rjust(column) for name in last)}  documents"


def svg_plot(result: Mapping[str, Any], *, title: str) -> str:
    """Return a plot of edits per document as SVG: lines through windows, a dot for a document.

    Args:
        result: of a simulation, as it is reported.
        title: what stands above.
    """
    documents: Sequence[Mapping[str, Any]] = result["per_document"]
    windows: Sequence[Mapping[str, Any]] = result["windows"]
    across = max(1, len(documents))
    averages = [max(one["edits_per_document"].values()) for one in windows]
    singles = [one["learned"] for one in documents]
    axis = Axis.up_to(max([*averages, *singles], default=0))
    place = _Place(across, axis.top)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
            f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
            _words(_LEFT, 18, title, size=14),
            *_grid(place, axis, across),
            *(_dot(place, number, one["learned"]) for number, one in enumerate(documents, start=1)),
            *(_line(place, windows, way) for way in _NAMES),
            *_legend(),
            "</svg>\n",
        ]
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value lies on the picture."""

    across: int
    top: float

    def x(self, document: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * document / self.across

    def y(self, edits: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * edits / self.top


def _grid(place: _Place, axis: Axis, across: int) -> Iterator[str]:
    for value in axis.ticks():
        y = place.y(value)
        yield (
            f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}" '
            'stroke="#e2e5e9"/>'
        )
        yield _words(_LEFT - 8, y + 4, f"{value:g}", anchor="end")
    for value in Axis.up_to(across, ticks=8).ticks():
        if value <= across:
            yield _words(place.x(value), _HEIGHT - _BOTTOM + 18, f"{value:g}", anchor="middle")
    yield _words(
        _LEFT, _HEIGHT - 10, "edits per document, over the documents; a dot is one document"
    )


def _dot(place: _Place, number: int, edits: int) -> str:
    return (
        f'<circle cx="{place.x(number):.1f}" cy="{place.y(edits):.1f}" r="2" '
        f'fill="{_COLOURS["learned"]}" fill-opacity="0.35"/>'
    )


def _line(place: _Place, windows: Sequence[Mapping[str, Any]], way: str) -> str:
    points = " ".join(
        f"{place.x((one['from'] + one['to']) / 2):.1f},"
        f"{place.y(one['edits_per_document'][way]):.1f}"
        for one in windows
    )
    return (
        f'<polyline points="{points}" fill="none" stroke="{_COLOURS[way]}" stroke-width="2" '
        'stroke-linejoin="round"/>'
    )


def _legend() -> Iterator[str]:
    for number, (way, name) in enumerate(_NAMES.items()):
        x = _LEFT + 150 * number
        colour = _COLOURS[way]
        yield f'<line x1="{x}" y1="34" x2="{x + 24}" y2="34" stroke="{colour}" stroke-width="2"/>'
        yield _words(x + 30, 38, name)


def _words(x: float, y: float, words: str, *, size: int = 12, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" '
        f'fill="#24292f">{escape(words)}</text>'
    )
