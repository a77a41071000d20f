"""Letters on the text while a part is chosen: each candidate carries the key that picks it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from curator.ui.page.entities import entity_rect
from curator.ui.page.scene import Scene
from curator.ui.paint import box, key_cap, key_cap_width

Letters = Mapping[str, tuple[int, int]]
_HEIGHT = 14


def paint_letters(painter: QPainter, scene: Scene, letters: Letters) -> None:
    """Outline every candidate and put its key cap on the upper left.

    Args:
        painter: on the viewport.
        scene: what is to be seen.
        letters: key → span (code points).
    """
    for letter, (start, end) in letters.items():
        for run in scene.runs(start, end):
            rect = entity_rect(run, scene.measures, 0)
            box(painter, rect.adjusted(-1, -1, 1, 1), 5, None, scene.theme.focus)
        if first := scene.first_run(start, end):
            width = key_cap_width(letter, _HEIGHT)
            left = round(first.left) - 5
            top = first.baseline - scene.measures.ascent - _HEIGHT + 3
            box(painter, QRectF(left - 1, top - 1, width + 2, _HEIGHT + 2), 4, scene.theme.page)
            key_cap(painter, left + width, top, letter, scene.theme, height=_HEIGHT)
