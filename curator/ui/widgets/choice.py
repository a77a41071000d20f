"""One of several, each with a line that explains it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from curator.ui import fonts, paint
from curator.ui.colour import mix
from curator.ui.tokens import Theme

_HEIGHT = 44


class Choice(QAbstractButton):
    """A radio button with a title and a detail; exclusive among its siblings."""

    def __init__(
        self, theme: Theme, title: str, detail: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._detail = theme, detail
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return its height and the width of its words."""
        width = fonts.wide(self._detail, fonts.interface(12))
        return QSize(round(width) + 56, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, circle and words."""
        painter = QPainter(self)
        theme, rect, on = self._theme, QRectF(self.rect()), self.isChecked()
        ground = theme.accent_wash if on else theme.hover if self.underMouse() else None
        if ground:
            paint.box(painter, rect, 6, ground)
        circle = QRectF(12, 14, 16, 16)
        edge = theme.accent if on else mix(theme.edge, theme.raised, 0.8)
        paint.box(painter, circle, 8, theme.raised, edge, width=5 if on else 1.5)
        room = rect.width() - 52
        title = QRectF(40, 4, room, 20)
        paint.put(painter, title, self.text(), fonts.interface(13, 500), theme.ink)
        below = QRectF(40, 22, room, 18)
        paint.put(painter, below, self._detail, fonts.interface(12), theme.ink2)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6, theme)
        painter.end()
