"""Lengths of the window in logical pixels; those of text and rows depend on the density."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Metrics(NamedTuple):
    """What look and layout share; every length in logical pixels.

    Attributes:
        reading: size of the reading text.
        pitch: from baseline to baseline.
        paragraph_gap: between two paragraphs.
        column: average characters on a line.
        word_gap: what a space is wider than the font has it.
        labels_more: what the pitch is more while names stand on all annotations.
        lane_pitch: between the lanes of claim lines.
        gutter: least room left of the column.
        overview: width of the strip with the whole document.
        above: from the top of the text to its first line.
        queue_row: a document in the queue.
        batch_row: a batch in the queue.
        list_row: a row of other lists.
    """

    reading: float = 17
    pitch: int = 31
    paragraph_gap: int = 13
    column: int = 69
    word_gap: float = 1.5
    labels_more: int = 7
    lane_pitch: float = 3.5
    gutter: int = 56
    overview: int = 16
    above: int = 18
    queue_row: int = 50
    batch_row: int = 32
    list_row: int = 28

    @property
    def scale(self) -> float:
        """How large the reading text is beside that of the comfortable density."""
        return self.reading / COMFORTABLE.reading


COMFORTABLE = Metrics()
DENSITIES = MappingProxyType(
    {
        "compact": Metrics(
            reading=15,
            pitch=25,
            paragraph_gap=10,
            lane_pitch=3,
            queue_row=40,
            batch_row=28,
            list_row=24,
        ),
        "comfortable": COMFORTABLE,
        "large": Metrics(
            reading=20,
            pitch=37,
            paragraph_gap=16,
            lane_pitch=4,
            queue_row=56,
            batch_row=36,
            list_row=32,
        ),
    }
)
"""What a person can choose, by name."""
SMALLEST, LARGEST = 13, 24
"""Sizes of the reading text that a person can choose (logical pixels)."""
SHORTEST, LONGEST = 55, 90
"""Lengths of a line that a person can choose (average characters)."""


def sized(density: str, *, reading: int = 0, column: int = COMFORTABLE.column) -> Metrics:
    """Return the lengths that a person chose.

    Args:
        density: a name of `DENSITIES`; any other is the comfortable one.
        reading: size of the reading text, 0 for that of the density; kept within its limits.
        column: average characters on a line, kept within its limits.
    """
    chosen = DENSITIES.get(density, COMFORTABLE)
    column = min(max(column, SHORTEST), LONGEST)
    if not reading:
        return chosen._replace(column=column)
    size = min(max(reading, SMALLEST), LARGEST)
    share = size / chosen.reading
    return chosen._replace(
        reading=size,
        pitch=round(chosen.pitch * share),
        paragraph_gap=round(chosen.paragraph_gap * share),
        lane_pitch=round(2 * chosen.lane_pitch * share) / 2,
        column=column,
    )


MENU_ROW, STATUS_ROW = 38, 28
DOCK_TITLE = 34
HEADER, VIEW_BAR, FIND_BAR, STRIP, LEGEND = 72, 40, 40, 34, 38
QUEUE_WIDTH, QUEUE_LEAST, QUEUE_MOST = 272, 200, 400
INSPECTOR_WIDTH, INSPECTOR_LEAST, INSPECTOR_MOST = 352, 300, 520
PAGE_LEAST = 560
QUEUE_FROM = 1200
"""A window narrower than this has no room for the queue beside the page and the inspector."""
INSPECTOR_FROM, DRAWER = 1000, 220
"""In a window narrower than the first the inspector is a drawer under the page, so high."""
CONTROL, BUTTON, FIELD, PRIMARY = 26, 28, 30, 30
TOAST, NOTICE = 40, 62
