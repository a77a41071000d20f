"""Lengths on the page in logical pixels: the tokens, and what follows from font and width."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from curator.translation import gettext as _
from curator.ui.metrics import COMFORTABLE, Metrics

_SAMPLE = _(
    "The harbour master wrote to the ministry on Tuesday that the pilots from Marn had been told "
    "to wait for the tide, and that no ship would be let in before the ice was broken."
)


@dataclass(frozen=True, slots=True)
class Measures:
    """Where things stand relative to a baseline and to the column.

    Attributes:
        pitch: from baseline to baseline.
        tight: the pitch without names, which stand above the lines.
        above: from the top of the text to its first line.
        gap: between two paragraphs.
        ascent: from the top of a box down to the baseline.
        descent: from the baseline down to the bottom of a box.
        lane: where the first lane's top lies below the baseline.
        lane_pitch: between the tops of two lanes.
        scale: how large the text is beside that of the comfortable density.
        column: width of the text.
        characters: average characters on a line.
        left: from the viewport's edge to the column.
    """

    pitch: int
    tight: int
    above: int
    gap: int
    ascent: int
    descent: int
    lane: int
    lane_pitch: float
    scale: float
    column: int
    characters: int
    left: int

    @property
    def height(self) -> int:
        """Height of a box."""
        return self.ascent + self.descent

    def grown(self, length: float) -> int:
        """Return how long a length of the comfortable density is here, at least 1."""
        return max(1, int(length * self.scale + 0.25))


def measure(font: QFont, width: int, *, names: bool, metrics: Metrics = COMFORTABLE) -> Measures:
    """Return the measures of a page.

    Args:
        font: of the reading text.
        width: of the viewport (logical pixels).
        names: whether names stand on all annotations, which takes more leading.
        metrics: the density.
    """
    advance = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    column = min(round(advance * metrics.column), max(120, width - metrics.gutter - 12))
    descent = round(metrics.reading * 0.30)
    return Measures(
        pitch=metrics.pitch + (metrics.labels_more if names else 0),
        tight=metrics.pitch,
        above=metrics.above,
        gap=metrics.paragraph_gap,
        ascent=round(metrics.reading * 0.84),
        descent=descent,
        lane=descent + max(1, round(2 * metrics.scale)),
        lane_pitch=metrics.lane_pitch,
        scale=metrics.scale,
        column=column,
        characters=metrics.column,
        left=max(metrics.gutter, (width - column) // 2 - 4),
    )
