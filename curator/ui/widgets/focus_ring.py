"""The ring of the keyboard focus on a standard widget of Qt, as ours have it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from curator.ui import paint
from curator.ui.tokens import Theme


class FocusRing(QWidget):
    """Lies over a widget while that has the focus; it takes no mouse and no room."""

    def __init__(self, theme: Theme, over: QWidget, *, radius: float = 6) -> None:
        """Watch a widget.

        Args:
            theme: its colours.
            over: the widget, which owns the ring.
            radius: of its corners, in logical pixels.
        """
        super().__init__(over)
        self._theme, self._over, self._radius = theme, over, radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus, and keep to the widget's size."""
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.Resize):
            self.setGeometry(self._over.rect())
        if kind is QEvent.Type.FocusIn:
            self.raise_()
            self.show()
        elif kind is QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint.focus_ring(painter, QRectF(self.rect()), self._radius, self._theme)
        painter.end()
