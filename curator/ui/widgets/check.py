"""A box with words that is ticked or not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from curator.ui import fonts, paint
from curator.ui.metrics import CONTROL
from curator.ui.tokens import Theme
from curator.ui.widgets.in_context import TICK, tick


class Check(QCheckBox):
    """A check box in the colours of the theme; an ampersand marks its mnemonic."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        """Make one that is not ticked."""
        super().__init__(text, parent)
        self._theme = theme
        self._font = fonts.interface(12, 500)
        self.setAccessibleName(text.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of box and words."""
        width = fonts.wide(self.text().replace("&", ""), self._font)
        return QSize(TICK + 8 + round(width) + 8, CONTROL)

    def hitButton(self, place: object) -> bool:  # noqa: ARG002 - Qt's signature
        """Take a click on box or words."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and the words."""
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        at = QPointF(4, (rect.height() - TICK) / 2)
        tick(painter, at, theme, on=self.isChecked())
        painter.setFont(self._font)
        painter.setPen(paint.colour(theme.ink if self.isEnabled() else theme.ink3))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(rect.adjusted(TICK + 10, 0, 0, 0), int(flags), self.text())
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6, theme)
        painter.end()
