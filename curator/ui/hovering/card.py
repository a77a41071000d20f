"""The card beside the pointer: what an annotation is, how sure, and who says so."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.ui import paint
from curator.ui.colour import mix
from curator.ui.inspector.facts import CardFacts
from curator.ui.inspector.head import Head, Why
from curator.ui.tokens import Theme
from curator.ui.widgets.surface import retheme

_WIDTH, _MARGIN, _AWAY = 320, 5, 4
"""Width of the box, room for its shadow, and how far it stays from the line it tells about."""


class HoverCard(QWidget):
    """Label, state, confidence, and a line or two of why; the pointer goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a hidden card on the widget around the page."""
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._head, self._why = Head(theme), Why(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(14 + _MARGIN, 12 + _MARGIN, 14 + _MARGIN, 10 + _MARGIN)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._why)
        for child in self.findChildren(QWidget):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)
        self.update()

    def show_facts(self, facts: CardFacts, *, beside: QRect) -> None:
        """Show what is known of an annotation.

        Args:
            facts: of the annotation.
            beside: its piece under the pointer, on the parent; the card lies below it, or above
                where there is no room.
        """
        self._head.show_facts(facts)
        self._why.show_lines(facts.why)
        self.setAccessibleName(self._head.accessibleName())
        self.setAccessibleDescription(self._why.accessibleName())
        size = self.sizeHint()
        left = max(0, min(beside.left() - 12, self._over.width() - size.width()))
        top = beside.bottom() + _AWAY - _MARGIN
        if top + size.height() > self._over.height():
            top = beside.top() - _AWAY + _MARGIN - size.height()
        self.setGeometry(left, top, size.width(), size.height())
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        """Return the size of the box with room for its shadow."""
        layout = self.layout()
        height = layout.totalSizeHint().height() if layout is not None else 0
        return QSize(_WIDTH + 2 * _MARGIN, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow and ground."""
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint.shadow(painter, box, 8)
        edge = mix(self._theme.edge, self._theme.raised, 0.5)
        paint.box(painter, box, 8, self._theme.raised, edge)
        painter.end()
