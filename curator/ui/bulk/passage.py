"""A passage of a document, wrapped, with the words that are meant in a box."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.ui import fonts, paint
from curator.ui.offsets import Offsets
from curator.ui.tokens import Theme

_SIZE, _PITCH = 17, 31


class Passage(QWidget):
    """Plain text in the reading font, as wide as there is room."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        """Make an empty passage."""
        super().__init__(parent)
        self._theme, self._family = theme, ""
        self._text, self._span = "", (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_words(self, before: str, words: str, after: str, family: str) -> None:
        """Show words in their context, boxed in the colour family of their label."""
        text = f"{before}{words}{after}"
        offsets = Offsets(text)
        self._span = (
            offsets.to_units(len(before)),
            offsets.to_units(len(before) + len(words)),
        )
        self._text, self._family = text.replace("\n", " "), family
        self.setAccessibleName(self._text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(640, 7 * _PITCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint boxes under the lines, then the lines."""
        font = fonts.reading(_SIZE)
        font.setWordSpacing(1.5)
        layout = QTextLayout(self._text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        y = 6.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            line.setPosition(QPointF(0, y))
            y += _PITCH
        layout.endLayout()
        painter = QPainter(self)
        for number in range(layout.lineCount()):
            self._box(painter, layout.lineAt(number))
        painter.setPen(paint.colour(self._theme.ink))
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _box(self, painter: QPainter, line: QTextLine) -> None:
        """Box the part of the words that lies on a line."""
        first = max(self._span[0], line.textStart())
        last = min(self._span[1], line.textStart() + line.textLength())
        if first >= last:
            return
        left, right = sorted((_x(line, first), _x(line, last)))
        baseline = line.y() + line.ascent()
        rect = QRectF(left - 2, round(baseline) - 14.5, right - left + 4, 20)
        theme = self._theme
        tint, strong = theme.tint(self._family), theme.strong(self._family)
        paint.box(painter, rect, 4, tint, strong, dash=(4, 3))


def _x(line: QTextLine, unit: int) -> float:
    """Return where a UTF-16 offset lies on a line; the binding returns the offset with it."""
    found: Any = line.cursorToX(unit)
    return float(found[0])
