"""A field to press, which opens the palette; it looks like a place to type, and is a button."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from curator.ui import fonts, icons, paint
from curator.ui.actions import action
from curator.ui.do import Do
from curator.ui.key_caps import cap, shown_key
from curator.ui.tokens import Theme
from curator.ui.widgets.button import tip
from curator.ui.widgets.keyed import Keys

_WIDTH, _HEIGHT = 360, 26


class SearchField(QAbstractButton):
    """The words that say what can be found, with the key that finds it."""

    def __init__(self, theme: Theme, words: str, *, do: Do, parent: QWidget | None = None) -> None:
        """Make one.

        Args:
            words: what can be found.
            do: the action that it does, whose key it shows.
        """
        super().__init__(parent)
        self._theme, self._words, self._do = theme, words, do
        self._show(action(do).key)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_keymap(self, keymap: Keys) -> None:
        """Show the key that its action has now."""
        self._show(keymap.key(self._do))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return its fixed size."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, its words and its key."""
        theme = self._theme
        painter = QPainter(self)
        edge = theme.focus if self.hasFocus() else theme.line
        box = QRectF(self.rect())
        paint.box(painter, box, 6, theme.panel, edge)
        icons.draw(painter, "search", theme.ink3, QPointF(9, (self.height() - 14) / 2), 14)
        words = QRectF(30, 0, box.width() - 90, box.height())
        paint.put(painter, words, self._words, fonts.interface(12), theme.ink3)
        middle = (box.height() - 16) / 2
        if self._key:
            paint.key_cap(painter, box.width() - 8, middle, self._key, theme)
        painter.end()

    def _show(self, key: str) -> None:
        self._key = cap(key)
        self.setToolTip(tip(self._words, shown_key(key)))
        self.update()
