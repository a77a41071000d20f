"""Lengths of the window in logical pixels, at the comfortable density."""

from __future__ import annotations

from typing import NamedTuple


class Metrics(NamedTuple):
    """What look and layout share; every length in logical pixels.

    Attributes:
        reading: size of the reading text.
        pitch: from baseline to baseline.
        paragraph_gap: between two paragraphs.
        column: average characters on a line.
        word_gap: what a space is wider than the font has it.
        labels_pitch: pitch while names stand on all annotations.
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
    labels_pitch: int = 38
    lane_pitch: float = 3.5
    gutter: int = 56
    overview: int = 16
    above: int = 18
    queue_row: int = 50
    batch_row: int = 32
    list_row: int = 28


COMFORTABLE = Metrics()

MENU_ROW, STATUS_ROW = 38, 28
DOCK_TITLE = 34
HEADER, VIEW_BAR, FIND_BAR, STRIP, LEGEND = 72, 40, 40, 34, 38
QUEUE_WIDTH, QUEUE_LEAST, QUEUE_MOST = 272, 200, 400
INSPECTOR_WIDTH, INSPECTOR_LEAST, INSPECTOR_MOST = 352, 300, 520
PAGE_LEAST = 560
QUEUE_FROM = 1200
"""A window narrower than this has no room for the queue beside the page and the inspector."""
CONTROL, BUTTON, FIELD, PRIMARY = 26, 28, 30, 30
TOAST, NOTICE = 40, 62
