"""The card with the guideline of a label, in a corner of the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.domain.scheme import Label
from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.do import Do
from curator.ui.schemes.guideline_view import GuidelineView
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme

_WIDTH, _LEAST, _EDGE = 340, 96, 24
_SHADOW = 4
_HEAD = 44
_SHARE = 0.45
"""Of the page's height at most."""
_NONE = _("*Nothing is written about this label yet.* Tools › Label scheme has a place for it.")


class GuidelineCard(QWidget):
    """Lies over the lower right of a page, the upper where it would hide what it is about.

    Signals:
        closed(): its button was pressed.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, page: QWidget, parent: QWidget, *, hides: Callable[[QRect], bool]
    ) -> None:
        """Make a hidden card over a page.

        Args:
            theme: its colours.
            page: to lie over.
            parent: what the page lies on.
            hides: whether what the card is about lies under a rectangle of the page.
        """
        super().__init__(parent)
        self._theme, self._label, self._page, self._over = theme, Label(""), page, parent
        self._hides = hides
        self.setAccessibleName(_("Guideline"))
        self._words = GuidelineView(theme, ground="raised")
        self._chip = _Chip(theme)
        self._note = Line(theme, fonts.interface(11.5), ink="ink3")
        close = Button(
            theme, icon="close", kind="ghost", name=_("Close the guideline"), do=Do.GUIDELINE
        )
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(14 + _SHADOW, 10, 8 + _SHADOW, 0)
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self._note, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8 + 2 * _SHADOW)
        column.setSpacing(4)
        column.addLayout(head)
        body = QHBoxLayout()
        body.setContentsMargins(8 + _SHADOW, 0, 6 + _SHADOW, 0)
        body.addWidget(self._words)
        column.addLayout(body, 1)
        page.installEventFilter(self)
        self.hide()

    def show_label(self, label: Label) -> None:
        """Show the guideline of a label, at the foot of the page or where it hides nothing."""
        self._label = label
        self._chip.show_label(label)
        self._note.set_text(_("retired") if label.retired else "")
        self._words.show_guideline(label.guideline or _NONE)
        self.setAccessibleDescription(f"{label.name}: {label.guideline or _('none')}")
        self._place()
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)
        self.update()

    def leave(self) -> None:
        """Go for good."""
        self._page.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its shadow."""
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(_SHADOW, 2, -_SHADOW, -2 * _SHADOW)
        paint.shadow(painter, rect, 8)
        paint.box(painter, rect, 8, self._theme.raised, self._theme.line)
        painter.end()

    def _place(self) -> None:
        room = self._page.size()
        width = min(_WIDTH, room.width() - 2 * _EDGE)
        inside = width - 14 - 2 * _SHADOW - 4
        wanted = self._words.height_for(inside) + _HEAD + 20
        height = max(_LEAST, min(wanted, round(room.height() * _SHARE)))
        below = QRect(room.width() - width - _EDGE, room.height() - height - 4, width, height)
        here = below.translated(0, 12 - below.y()) if self._hides(below) else below
        self.setGeometry(here.translated(self._page.mapTo(self._over, QPoint(0, 0))))


class _Chip(QWidget):
    """The chip of a label."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._label = theme, Label("")

    def show_label(self, label: Label) -> None:
        self._label = label
        self.setFixedSize(QSize(paint.chip_width(label.name), 20))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        name, family = self._label.name, self._label.family
        paint.chip(painter, QPointF(0, 0), name, family, self._theme, height=20)
        painter.end()
