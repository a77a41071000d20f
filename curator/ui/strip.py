"""The strip under the text: what the current words were decided to be elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.actions import action
from curator.ui.do import Do
from curator.ui.key_caps import shown_key
from curator.ui.metrics import STRIP
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Link, tip
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.line import plain_tip
from curator.ui.widgets.surface import Surface

_QUOTE_MOST, _SOURCE_MOST = 240, 160
_EDGE, _FIRST = 26, 50
"""From the edges, and where the words begin behind the icon."""
Decided = Sequence[tuple[str, int]]


class Strip(Surface):
    """One line: words in quotation marks, labels with counts, and a way to go to those places.

    Signals:
        jumped(object): go to the next place of the words (`Do.JUMP`), or of a claim's source.
    """

    jumped = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", lines="top", parent=parent)
        self.setFixedHeight(STRIP)
        self._bits: list[tuple[str, QFont, str]] = []
        self._source: list[tuple[str, QFont, str]] = []
        self._keys = {do: action(do).key for do in (Do.JUMP, Do.JUMP_SOURCE)}
        self._jump = Link(theme, _("jump"), ink="accent", parent=self)
        self._jump_source = Link(theme, _("jump"), ink="accent", parent=self)
        self._jump.clicked.connect(lambda: self.jumped.emit(Do.JUMP))
        self._jump_source.clicked.connect(lambda: self.jumped.emit(Do.JUMP_SOURCE))
        self.clear()

    def show_decided(
        self,
        quote: str,
        decided: Decided,
        *,
        role: str = "",
        source: tuple[str, Decided] | None = None,
    ) -> None:
        """Show what a string was decided to be in this project.

        Args:
            quote: the words of the current annotation.
            decided: label and count, the most frequent first.
            role: what the words are, such as ``"a cue"``; empty for a mention.
            source: the words of a claim's source, and what they were decided to be.
        """
        where = _("as {role} elsewhere:").format(role=role) if role else _("elsewhere:")
        self._bits = _told(quote, where, decided, _QUOTE_MOST)
        words, others = source or ("", ())
        as_source = _told(words, _("as the source elsewhere:"), others, _SOURCE_MOST)
        self._source = as_source if words else []
        self._name(self._jump, quote, Do.JUMP, shown=bool(decided))
        self._name(self._jump_source, words, Do.JUMP_SOURCE, shown=bool(others))
        self._say(" ".join(bit.strip() for bit, _ink, _weight in (*self._bits, *self._source)))
        self._place()

    def clear(self) -> None:
        """Show nothing."""
        self._bits, self._source = [], []
        self._jump.hide()
        self._jump_source.hide()
        self._say("")

    def set_keymap(self, keymap: Keys) -> None:
        """Show the keys that go to the next place."""
        self._keys = {do: keymap.key(do) for do in self._keys}
        for link, do in ((self._jump, Do.JUMP), (self._jump_source, Do.JUMP_SOURCE)):
            link.setToolTip(plain_tip(tip(link.accessibleName(), shown_key(self._keys[do]))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the links behind their words."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the line from left to right, as far as it fits."""
        super().paintEvent(event)
        if not self._bits:
            return
        painter = QPainter(self)
        icons.draw(painter, "identical", self.theme.ink3, QPointF(_EDGE, self.height() / 2 - 8))
        for bits, start, link in self._laid():
            x = start
            end = link.x() if not link.isHidden() else self.width() - _EDGE
            for text, font, ink in bits:
                rect = QRectF(x, 0, max(0.0, end - x), self.height())
                paint.put(painter, rect, text, font, getattr(self.theme, ink))
                x += fonts.wide(text, font)
        painter.end()

    def _laid(self) -> list[tuple[list[tuple[str, QFont, str]], float, Link]]:
        """Return the two pieces with where each begins, and its link."""
        second = _FIRST + _wide(self._bits) + 8
        second += 16 + (0 if self._jump.isHidden() else self._jump.sizeHint().width())
        return [(self._bits, _FIRST, self._jump), (self._source, second, self._jump_source)]

    def _place(self) -> None:
        for bits, start, link in self._laid():
            size = link.sizeHint()
            most = self.width() - size.width() - 10
            x = min(round(start + _wide(bits)) + 8, most)
            link.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
        self.update()

    def _name(self, link: Link, words: str, do: Do, *, shown: bool) -> None:
        name = _("Next place of “{words}”").format(words=_flat(words)[:40])
        link.setAccessibleName(name)
        link.setToolTip(plain_tip(tip(name, shown_key(self._keys[do]))))
        link.setVisible(shown)

    def _say(self, sentence: str) -> None:
        self.setAccessibleName(sentence)
        self.setToolTip(plain_tip(sentence))
        self.update()


def _told(quote: str, where: str, decided: Decided, most: int) -> list[tuple[str, QFont, str]]:
    """Return pieces of a line with their fonts and inks: words, and labels with counts."""
    bold, plain, serif = fonts.interface(12, 600), fonts.interface(12), fonts.reading(13, 600)
    words = fonts.elided(f"“{_flat(quote)}”", serif, most)
    bits = [(words, serif, "ink"), (f"  {where}", plain, "ink2")]
    for place, (label, count) in enumerate(decided):
        if place:
            bits.append(("  ·", plain, "ink2"))
        bits.append((f"  {label} {count:,}", plain if place else bold, "ink"))
    if not decided:
        bits.append((_("  not decided yet"), plain, "ink3"))
    return bits


def _flat(words: str) -> str:
    return words.replace("\n", " ")


def _wide(bits: Sequence[tuple[str, QFont, str]]) -> float:
    return sum(fonts.wide(text, font) for text, font, _ in bits)
