"""An empty place: an icon, one sentence, one action with its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.ui import fonts, icons, paint
from curator.ui.do import Do
from curator.ui.metrics import NOTICE
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme

_WIDE, _COLUMN = 560, 320


class EmptyPlace(QWidget):
    """What is said where there is nothing: lying as a card, or upright in a dock or a page.

    Signals:
        acted(): its button was pressed.
    """

    acted = Signal()

    def __init__(
        self, theme: Theme, *, upright: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make a place without words; `say` gives it some."""
        super().__init__(parent)
        self._theme, self._icon, self._upright = theme, "info", upright
        self._sentence = Line(theme, fonts.interface(13, 600), ink="ink")
        self._detail = QLabel()
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setFont(fonts.interface(12))
        self._detail.setWordWrap(upright)
        self._row = QVBoxLayout(self) if upright else QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(2 if upright else 0)
        words.addWidget(self._sentence)
        words.addWidget(self._detail)
        self._row.addLayout(words, 0 if upright else 1)
        self._button: Button | None = None
        self._keymap: Keys | None = None
        if upright:
            self._row.setSpacing(12)
            self._settle()
            self._row.addStretch(1)
        else:
            self._row.setContentsMargins(54, 9, 16, 9)
            self.setFixedHeight(NOTICE)
        self._ink()

    def say(
        self,
        icon: str,
        sentence: str,
        *,
        detail: str = "",
        action: str = "",
        do: Do | None = None,
    ) -> None:
        """Say what is missing, and offer what can be done about it (no action: no button)."""
        self._icon = icon
        self._sentence.set_text(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(sentence)
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.deleteLater()
            self._button = None
        if action:
            self._button = Button(self._theme, action, do=do, height=28)
            if self._keymap is not None:
                self._button.set_keymap(self._keymap)
            self._button.clicked.connect(self.acted)
            self._row.insertWidget(1, self._button, 0, Qt.AlignmentFlag.AlignLeft)
            self._button.show()
        self.update()

    def set_keymap(self, keymap: Keys) -> None:
        """Show the key that the action of its button has; the button gets it by itself."""
        self._keymap = keymap

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._ink()
        retheme(self, theme)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in the upper middle where there is much room, at the left where there is not."""
        super().resizeEvent(event)
        if self._upright:
            self._settle()

    def _settle(self) -> None:
        wide = self.width() >= _WIDE
        side = (self.width() - _COLUMN) // 2 if wide else 18
        self._row.setContentsMargins(side, self.height() // 3 if wide else 56, side, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the icon."""
        painter = QPainter(self)
        if self._upright:
            margins = self._row.contentsMargins()
            at = QPointF(margins.left(), margins.top() - 30)
        else:
            paint.box(painter, QRectF(self.rect()), 8, self._theme.panel)
            at = QPointF(18, 21)
        icons.draw(painter, self._icon, self._theme.ink3, at, 20)
        painter.end()

    def _ink(self) -> None:
        palette = self._detail.palette()
        palette.setColor(palette.ColorRole.WindowText, paint.colour(self._theme.ink2))
        self._detail.setPalette(palette)
