"""The strip under the text: what the current words were decided to be elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from curator.ui import fonts, icons, paint
from curator.ui.metrics import STRIP
from curator.ui.tokens import Theme
from curator.ui.widgets.line import plain_tip
from curator.ui.widgets.surface import Surface

_QUOTE_MOST = 240


class Strip(Surface):
    """One line: the words in quotation marks, then labels with counts."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", lines="top", parent=parent)
        self.setFixedHeight(STRIP)
        self._bits: list[tuple[str, QFont, str]] = []

    def show_decided(
        self, quote: str, decided: Sequence[tuple[str, int]], *, role: str = ""
    ) -> None:
        """Show what a string was decided to be in this project.

        Args:
            quote: the words of the current annotation.
            decided: label and count, the most frequent first.
            role: what the words are, such as ``"a cue"``; empty for a mention.
        """
        bold, plain, serif = fonts.interface(12, 600), fonts.interface(12), fonts.reading(13, 600)
        flat = quote.replace("\n", " ")
        words = fonts.elided(f"“{flat}”", serif, _QUOTE_MOST)
        where = f"as {role} elsewhere:" if role else "elsewhere:"
        self._bits = [(words, serif, "ink"), (f"  {where}", plain, "ink2")]
        for place, (label, count) in enumerate(decided):
            if place:
                self._bits.append(("  ·", plain, "ink2"))
            self._bits.append((f"  {label} {count}", plain if place else bold, "ink"))
        if not decided:
            self._bits.append(("  not decided yet", plain, "ink3"))
        self._say(" ".join(bit.strip() for bit, _, _ in self._bits))

    def clear(self) -> None:
        """Show nothing."""
        self._bits = []
        self._say("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the line from left to right, as far as it fits."""
        super().paintEvent(event)
        if not self._bits:
            return
        painter = QPainter(self)
        icons.draw(painter, "identical", self.theme.ink3, QPointF(26, self.height() / 2 - 8))
        x = 50.0
        for text, font, ink in self._bits:
            rect = QRectF(x, 0, max(0.0, self.width() - 26 - x), self.height())
            paint.put(painter, rect, text, font, getattr(self.theme, ink))
            x += fonts.wide(text, font)
        painter.end()

    def _say(self, sentence: str) -> None:
        self.setAccessibleName(sentence)
        self.setToolTip(plain_tip(sentence))
        self.update()
