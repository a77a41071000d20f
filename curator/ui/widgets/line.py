"""One line of plain text in a token's ink, cut where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from curator.ui import fonts, paint
from curator.ui.tokens import Theme

BETWEEN = "   ·   "
"""Between two facts on a line."""


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text as it is; Qt reads what has tags as HTML."""
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space: pre-wrap">{escaped}</p>'


class Line(QLabel):
    """A label of one line; whole text as tooltip when it is cut."""

    def __init__(
        self,
        theme: Theme,
        font: QFont,
        *,
        ink: str = "ink2",
        text: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """Make a line.

        Args:
            ink: name of the token it is written in.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme, self._font, self._ink, self._align = theme, font, ink, align
        if text:
            self.set_text(text)

    def set_theme(self, theme: Theme) -> None:
        """Take the ink of another theme."""
        self._theme = theme
        self.update()

    def set_text(self, text: str) -> None:
        """Show another text, always as plain text; line ends become spaces."""
        shown = text.replace("\n", " ")
        if shown == self.text():
            return
        self.setText(shown)
        self.updateGeometry()
        self._tell()

    def set_ink(self, ink: str) -> None:
        """Write in another token's ink."""
        if ink != self._ink:
            self._ink = ink
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        width = fonts.wide(self.text(), self._font)
        return QSize(int(width) + 2, max(18, self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Return next to no width: it can always be cut."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip where it is cut."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the line."""
        painter = QPainter(self)
        ink = str(getattr(self._theme, self._ink))
        rect = QRectF(self.rect())
        paint.put(painter, rect, self.text(), self._font, ink, align=self._align)
        painter.end()

    def _tell(self) -> None:
        cut = fonts.wide(self.text(), self._font) > self.width() + 1
        self.setToolTip(plain_tip(self.text()) if cut else "")
