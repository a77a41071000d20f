"""An icon that only shows something."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.ui import icons
from curator.ui.tokens import Theme


class Glyph(QWidget):
    """An icon in a token's ink."""

    def __init__(self, theme: Theme, name: str, *, ink: str = "ink3", size: int = 14) -> None:
        """Make an icon in a token's ink, `size` logical pixels high and wide."""
        super().__init__()
        self._theme, self._name, self._ink, self._size = theme, name, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, *, ink: str) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        at = QRectF(self.rect()).center() - QPointF(self._size / 2, self._size / 2)
        icons.draw(painter, self._name, getattr(self._theme, self._ink), at, self._size)
        painter.end()
