"""Words of a document in their context on one line, and the box that ticks a row."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from curator.ui import fonts, icons, paint
from curator.ui.tokens import Theme

_SPACES = re.compile(r"\s+")
_BEFORE = 0.45
"""Share of the room that the words before may take."""
TICK = 16


def context_font() -> QFont:
    """Return the font of words in context: a little apart, so that boxes have room."""
    font = fonts.reading(13)
    font.setWordSpacing(1.5)
    return font


def in_context(
    painter: QPainter,
    rect: QRectF,
    words: tuple[str, str, str],
    family: str,
    theme: Theme,
    *,
    marked: bool = True,
) -> None:
    """Write words in their context, boxed as a suggestion is on the page.

    Args:
        words: those before, those that are meant, those after.
        family: colour family of the label.
        marked: whether they are annotated; otherwise the outline is grey and nothing is filled.
    """
    font = context_font()
    metrics = QFontMetricsF(font)
    before, meant, after = (_SPACES.sub(" ", part) for part in words)
    before = before.lstrip()
    room = rect.width()
    meant = metrics.elidedText(meant, Qt.TextElideMode.ElideMiddle, room * 0.6)
    before = _last_words(before, metrics, room * _BEFORE)
    x = rect.x()
    width = metrics.horizontalAdvance(before)
    _write(painter, QRectF(x, rect.y(), width, rect.height()), before, font, theme.ink2)
    x += width + (2 if before else 0)
    width = metrics.horizontalAdvance(meant)
    outline = QRectF(x - 2, rect.center().y() - 10, width + 4, 20)
    fill = theme.tint(family) if marked else None
    line = theme.strong(family) if marked else theme.ink3
    paint.box(painter, outline, 4, fill, line, dash=(4, 3) if marked else (1, 2.5))
    _write(painter, QRectF(x, rect.y(), width, rect.height()), meant, font, theme.ink)
    x += width + 2
    left = QRectF(x, rect.y(), rect.right() - x, rect.height())
    _write(painter, left, metrics.elidedText(after, Qt.TextElideMode.ElideRight, left.width()),
           font, theme.ink2)  # fmt: skip


def tick(painter: QPainter, at: QPointF, theme: Theme, *, on: bool) -> None:
    """Draw the box that says whether a row is ticked, `TICK` wide and high."""
    rect = QRectF(at.x(), at.y(), TICK, TICK)
    tone = theme.accent if on else theme.edge
    paint.box(painter, rect, 4, theme.accent if on else None, tone, width=1.5)
    if on:
        icons.draw(painter, "accept", theme.accent_ink, QPointF(at.x() + 2, at.y() + 2), 12)


def _last_words(text: str, metrics: QFontMetricsF, room: float) -> str:
    """Return as many whole words from the end of a text as there is room for."""
    words = text.split(" ")
    while len(words) > 1 and metrics.horizontalAdvance(" ".join(words)) > room:
        del words[0]
    return " ".join(words) if metrics.horizontalAdvance(" ".join(words)) <= room else ""


def _write(painter: QPainter, rect: QRectF, text: str, font: QFont, ink: str) -> None:
    paint.put(painter, rect, text, font, ink, elide=False)
