"""An empty place: an icon, one sentence, one action with its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.ui import fonts, icons, paint
from curator.ui.metrics import NOTICE
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme


class EmptyPlace(QWidget):
    """What is said where there is nothing: lying as a card, or upright in a narrow dock.

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
        if upright:
            self._row.setContentsMargins(18, 56, 18, 18)
            self._row.setSpacing(12)
            self._row.addStretch(1)
        else:
            self._row.setContentsMargins(54, 9, 16, 9)
            self.setFixedHeight(NOTICE)
        self._ink()

    def say(
        self, icon: str, sentence: str, *, detail: str = "", action: str = "", key: str = ""
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
            self._button = Button(self._theme, action, key=key, height=28)
            self._button.clicked.connect(self.acted)
            self._row.insertWidget(1, self._button, 0, Qt.AlignmentFlag.AlignLeft)
            self._button.show()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._ink()
        retheme(self, theme)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the icon."""
        painter = QPainter(self)
        if self._upright:
            at = QPointF(18, 26)
        else:
            paint.box(painter, QRectF(self.rect()), 8, self._theme.panel)
            at = QPointF(18, 21)
        icons.draw(painter, self._icon, self._theme.ink3, at, 20)
        painter.end()

    def _ink(self) -> None:
        palette = self._detail.palette()
        palette.setColor(palette.ColorRole.WindowText, paint.colour(self._theme.ink2))
        self._detail.setPalette(palette)
