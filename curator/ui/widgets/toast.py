"""A toast passes by: what has just happened, and how to take it back."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGraphicsOpacityEffect, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, icons, motion, paint
from curator.ui.actions import action
from curator.ui.announcing import announce
from curator.ui.do import Do
from curator.ui.key_caps import cap, shown_key
from curator.ui.metrics import LEGEND, STRIP, TOAST
from curator.ui.tokens import Theme
from curator.ui.widgets.button import tip
from curator.ui.widgets.keyed import Keys

_MARGIN = 5
STAYS, FADES_IN, FADES_OUT = 6000, 120, 80
"""Milliseconds."""


class Toast(QWidget):
    """One line on inverted ground, over the strips below the text; one at a time.

    Signals:
        undo(): its link was pressed; the toast leaves by itself.
    """

    undo = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget, *, stays: int = STAYS, fades: bool = True
    ) -> None:
        """Make a hidden toast on a parent whose lowest part are the strips.

        Args:
            stays: how long it stays, in milliseconds.
            fades: whether it fades in and out.
        """
        super().__init__(parent)
        self._over = parent
        self._theme, self._icon, self._text, self._fades = theme, "", "", fades
        self._link = _Link(theme, self)
        self._link.clicked.connect(self._take_back)
        self._timer = QTimer(self, singleShot=True, interval=stays)
        self._timer.timeout.connect(self.leave)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._effect.setOpacity)
        self._motion.finished.connect(self._settled)
        self._leaving = False
        parent.installEventFilter(self)
        self.hide()

    def say(self, icon: str, text: str, *, undoable: bool = True) -> None:
        """Show a text, in place of the one that may stand; what cannot be undone has no link."""
        self._icon, self._text, self._leaving = icon, text, False
        self._link.setVisible(undoable)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        self._fade(0.0, 1.0, FADES_IN)
        announce(self, text)

    def leave(self) -> None:
        """Go, because its time is up or because of the next act."""
        self._timer.stop()
        if self.isVisible() and not self._leaving:
            self._leaving = True
            self._fade(1.0, 0.0, FADES_OUT)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._link.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the box with room for its shadow."""
        width = 40 + fonts.wide(self._text, self._font()) + 14
        if not self._link.isHidden():
            width += 16 + self._link.sizeHint().width() - 10
        return QSize(round(width) + 2 * _MARGIN, TOAST + 2 * _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the parent changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, ground, icon and words."""
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint.shadow(painter, box, 8)
        paint.box(painter, box, 8, self._theme.toast)
        at = QPointF(box.x() + 14, box.y() + 12)
        icons.draw(painter, self._icon, self._theme.toast_ink, at)
        right = self._link.x() if not self._link.isHidden() else box.right() - 8
        words = QRectF(box.x() + 40, box.y(), right - box.x() - 44, box.height())
        paint.put(painter, words, self._text, self._font(), self._theme.toast_ink)
        painter.end()

    def _font(self) -> QFont:
        return fonts.interface(12.5, 500)

    def _place(self) -> None:
        parent = self._over
        size = self.sizeHint()
        width = min(size.width(), parent.width() - 16)
        top = parent.height() - STRIP - LEGEND - _MARGIN
        self.setGeometry((parent.width() - width) // 2, top, width, size.height())
        link = self._link.sizeHint()
        left = width - _MARGIN - 4 - link.width()
        self._link.setGeometry(left, _MARGIN + (TOAST - 28) // 2, link.width(), 28)

    def _fade(self, start: float, end: float, milliseconds: int) -> None:
        self._motion.stop()
        if not self._fades or motion.still():
            self._settled()
            return
        self._effect.setEnabled(True)
        self._motion.setStartValue(start)
        self._motion.setEndValue(end)
        self._motion.setDuration(milliseconds)
        self._motion.start()

    def _settled(self) -> None:
        self._effect.setEnabled(False)
        if self._leaving:
            self._leaving = False
            self.hide()

    def _take_back(self) -> None:
        self.leave()
        self.undo.emit()


class _Link(QAbstractButton):
    """Words and a key cap on the toast's ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = fonts.interface(12.5, 600)
        self.setText(_("Undo"))
        self.setAccessibleName(_("Undo"))
        self._show(action(Do.UNDO).key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_keymap(self, keymap: Keys) -> None:
        self._show(keymap.key(Do.UNDO))

    def _show(self, key: str) -> None:
        self._key = cap(key)
        self.setToolTip(tip(_("Undo"), shown_key(key)))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        width = fonts.wide(self.text(), self._font) + 20
        width += paint.key_cap_width(self._key) + 8 if self._key else 0
        return QSize(round(width), 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        words = rect.adjusted(10, 0, 0, 0)
        paint.put(painter, words, self.text(), self._font, theme.toast_link, elide=False)
        if self._key:
            ink, ground = theme.toast_ink, theme.toast
            right, y = rect.right() - 10, (rect.height() - 16) / 2
            paint.key_cap(painter, right, y, self._key, theme, ink=ink, ground=ground)
        if self.hasFocus():
            paint.box(painter, rect, 5, None, theme.toast_link, width=2)
        painter.end()
