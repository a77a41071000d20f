"""A hairline between two parts of a surface."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from curator.ui import paint
from curator.ui.tokens import Theme


class Rule(QWidget):
    """A horizontal line of one pixel in the token `line`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), paint.colour(self._theme.line))
        painter.end()
