"""A place that waits for a key, whichever it is."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, keys, paint
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme

_WORDS = _("Press a key …")


class KeyField(QWidget):
    """Takes every key while it has the keyboard, also Tab and those of menus; Esc gives up.

    Signals:
        pressed(str): a key, as the table of actions writes it.
        given_up(): Esc was pressed, or the keyboard went elsewhere.
    """

    pressed = Signal(str)
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.signs: Container[str] = ()
        self.setAccessibleName(_("Press the key"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of its words."""
        return QSize(150, FIELD)

    def event(self, event: QEvent) -> bool:
        """Take keys before Tab, shortcuts and menus do."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a field that waits."""
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        edge = theme.focus if self.hasFocus() else theme.edge
        paint.box(painter, rect, 6, theme.raised, edge, width=2)
        words = rect.adjusted(10, 0, -10, 0)
        paint.put(painter, words, _WORDS, fonts.interface(12.5), theme.ink2)
        painter.end()

    def _take(self, event: QKeyEvent) -> None:
        pressed = keys.name(event, signs=self.signs)
        if pressed == "Escape":
            self.given_up.emit()
        elif pressed:
            self.pressed.emit(pressed)
