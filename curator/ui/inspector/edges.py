"""The edges of an entity: its words among their neighbours, and buttons that move them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.actions import action
from curator.ui.colour import mix
from curator.ui.do import Do
from curator.ui.inspector.facts import CardFacts, flat
from curator.ui.key_caps import shown_key
from curator.ui.metrics import COMFORTABLE
from curator.ui.tokens import Theme
from curator.ui.widgets.button import tip
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.surface import retheme

_HEIGHT = 24
MOVES = (  # what the button shows, side, way, name, what it does
    ("[←", "left", "out", _("Left edge out"), Do.LEFT_OUT),
    ("[→", "left", "in", _("Left edge in"), Do.LEFT_IN),
    ("←]", "right", "in", _("Right edge in"), Do.RIGHT_IN),
    ("→]", "right", "out", _("Right edge out"), Do.RIGHT_OUT),
)


class Edges(QWidget):
    """A few words before and after the span, and a button for each way an edge can go.

    Signals:
        moved(str, str): ``left`` or ``right`` edge; ``out`` or ``in``.
    """

    moved = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = _Context(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self._context, 1)
        row.addSpacing(6)
        for shown, side, way, name, do in MOVES:
            button = _Cap(theme, shown, name, do)
            button.clicked.connect(lambda _on=False, s=side, w=way: self.moved.emit(s, w))
            row.addWidget(button)

    def show_facts(self, facts: CardFacts) -> None:
        """Show an entity among its neighbours."""
        self._context.show_facts(facts)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)


class _Context(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._family = theme, "grey"
        self._parts = ("", "", "")
        self._font = fonts.reading(14)
        self._font.setWordSpacing(COMFORTABLE.word_gap)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_facts(self, facts: CardFacts) -> None:
        start, end, text = facts.annotation.start, facts.annotation.end, facts.text
        before = text[max(0, start - 60) : start].rpartition("\n")[2]
        after = text[end : end + 60].partition("\n")[0]
        self._parts = (before, flat(text[start:end]), after)
        self._family = facts.family
        self.setAccessibleName(" ".join(" ".join(self._parts).split()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, font = self._theme, self._font
        before, words, after = self._parts
        room = self.width() - 8.0
        words = fonts.elided(words, font, room)
        rest = room - fonts.wide(words, font)
        before = _tail(before, font, max(0.0, min(rest * 0.5, rest)))
        x = 2.0
        width = fonts.wide(before, font)
        paint.put(painter, QRectF(x, 0, width + 2, _HEIGHT), before, font, theme.ink3, elide=False)
        x += width + 2
        width = fonts.wide(words, font)
        span = QRectF(x - 2, 1, width + 4, 22)
        strong, tint = theme.strong(self._family), theme.tint(self._family)
        paint.box(painter, span, 4, tint, strong, dash=(4, 3))
        paint.put(painter, QRectF(x, 0, width + 2, _HEIGHT), words, font, theme.ink, elide=False)
        x += width + 2
        rect = QRectF(x, 0, max(0.0, self.width() - x), _HEIGHT)
        paint.put(painter, rect, after, font, theme.ink3)
        painter.end()


def _tail(text: str, font: QFont, width: float) -> str:
    """Return the last whole words of a text that fit a width in logical pixels."""
    words = text.split(" ")
    while words and fonts.wide(" ".join(words), font) > width:
        words = words[1:]
    return " ".join(words)


class _Cap(QAbstractButton):
    """A small key cap that can be pressed."""

    def __init__(self, theme: Theme, text: str, name: str, do: Do) -> None:
        super().__init__()
        self._theme, self._do = theme, do
        self.setText(text)
        self.setToolTip(tip(name, shown_key(action(do).key)))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_keymap(self, keymap: Keys) -> None:
        self.setToolTip(tip(self.accessibleName(), shown_key(keymap.key(self._do))))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(22, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        ground = theme.hover if self.underMouse() else theme.raised
        edge = mix(theme.edge, theme.raised, 0.55)
        paint.box(painter, rect, 3.5, ground, edge)
        font, align = fonts.interface(10, 600), Qt.AlignmentFlag.AlignHCenter
        paint.put(painter, rect, self.text(), font, theme.ink2, align=align, elide=False)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 3.5, theme)
        painter.end()
