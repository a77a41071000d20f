"""Notices stay until they are dealt with: what, where, what next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.announcing import announce
from curator.ui.metrics import NOTICE
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button, Link
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme

KINDS = {  # kind: icon, tone, wash
    "error": ("error", "error", "error_wash"),
    "warn": ("warning", "warn", "warn_wash"),
    "info": ("info", "accent", "accent_wash"),
    "ok": ("done", "ok", "ok_wash"),
}


class Notice(QWidget):
    """A title, a detail, a link that acts and a cross.

    Signals:
        acted(): the link was clicked.
        closed(): the cross was clicked; the notice hides itself.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        title: str,
        *,
        detail: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a notice of a kind: ``error``, ``warn``, ``info`` or ``ok``."""
        super().__init__(parent)
        self._theme, self._kind = theme, kind
        self.setFixedHeight(NOTICE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 10, 10, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Line(theme, fonts.interface(13, 600), ink="ink", text=title))
        words.addWidget(Line(theme, fonts.interface(12), text=detail))
        row.addLayout(words, 1)
        if action:
            link = Link(theme, action, ink="accent" if kind == "info" or theme.dark else "ink")
            link.clicked.connect(self.acted)
            row.addWidget(link)
        cross = Button(theme, icon="close", kind="ghost", name=_("Close notice"), height=24)
        cross.clicked.connect(self._close)
        row.addWidget(cross)

    def sizeHint(self) -> QSize:
        """Return a usual width and its height."""
        return QSize(480, NOTICE)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wash and the icon."""
        painter = QPainter(self)
        icon, tone, wash = KINDS[self._kind]
        paint.box(painter, QRectF(self.rect()), 8, getattr(self._theme, wash))
        icons.draw(painter, icon, getattr(self._theme, tone), QPointF(18, 13))
        painter.end()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class Notices(QWidget):
    """The notices that stand, one under the other; no room where there are none."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self.hide()

    def add(self, kind: str, title: str, *, detail: str = "", action: str = "") -> Notice:
        """Show a notice and return it; connect its `acted`."""
        notice = Notice(self._theme, kind, title, detail=detail, action=action)
        notice.closed.connect(lambda: self.remove(notice))
        self._column.addWidget(notice)
        self.show()
        announce(notice, f"{title}. {detail}" if detail else title)
        return notice

    def remove(self, notice: Notice) -> None:
        """Take a notice away for good."""
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(self._column.count() > 0)

    def clear(self) -> None:
        """Take all notices away."""
        for notice in self.findChildren(Notice, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self.remove(notice)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)
