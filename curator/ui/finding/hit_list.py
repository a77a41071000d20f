"""The list of documents that have some words: titles, with the words among their neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.domain.search import Hit
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.command_palette import ENTRY, Entry, Palette
from curator.ui.tokens import Theme
from curator.ui.widgets.line import Line

_WIDTH, _ROW, _ROWS = 680, 52, 8
_HINT = _("Words next to each other count more; quotation marks keep them together.")
_RIGHT = Qt.AlignmentFlag.AlignRight


class HitList(Palette):
    """A palette whose rows are the answers to what is typed; they stay until newer ones come.

    Args:
        theme: its colours.
        parent: the window; the list hangs below its upper edge.
        asked: called with the words typed; answer with `show_hits`.
    """

    def __init__(self, theme: Theme, parent: QWidget, *, asked: Callable[[str], Any]) -> None:
        self._asked = asked
        super().__init__(theme, (), parent, prompt=_("Find in all documents"))
        self.setWindowTitle(_("Find in all documents"))
        self._list.setItemDelegate(_Delegate(theme, self._list))
        self._said = Line(theme, fonts.interface(11.5), ink="ink3", text=_HINT)
        self._said.setContentsMargins(6, 0, 6, 0)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._said)
        self._list.setFixedHeight(_ROW * _ROWS)
        self.hang(_WIDTH, layout.sizeHint().height())

    def fill(self, words: str) -> None:
        """Put words into the field as if they were typed."""
        self._words.setText(" ".join(words.split()))
        self._words.selectAll()

    def show_hits(self, hits: Sequence[Hit], *, chosen: Callable[[Hit], Any]) -> None:
        """List documents; one that is chosen is handed over."""
        self._fill(
            [Entry(hit.title, hit.batch, partial(chosen, hit), below=hit.pieces) for hit in hits]
        )

    def say(self, sentence: str) -> None:
        """Say how many there are; without a sentence, how to ask."""
        self._said.set_text(sentence or _HINT)
        self._words.setAccessibleDescription(sentence)

    def _narrow(self, words: str) -> None:
        self._asked(words)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(ENTRY)
        theme, rect = self._theme, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.box(painter, rect.adjusted(2, 1, -2, -1), 6, theme.accent_wash)
        icons.draw(painter, "document", theme.ink2, rect.topLeft() + QPointF(12, 9))
        batch = QRectF(rect.right() - 172, rect.top() + 6, 160, 20)
        paint.put(painter, batch, entry.kind, fonts.interface(11), theme.ink3, align=_RIGHT)
        title = QRectF(rect.left() + 38, rect.top() + 6, batch.left() - rect.left() - 46, 20)
        paint.put(painter, title, entry.text, fonts.interface(13, 500), theme.ink)
        below = QRectF(rect.left() + 38, rect.top() + 26, rect.width() - 50, 20)
        self._snippet(painter, below, entry.below)

    def _snippet(self, painter: QPainter, rect: QRectF, pieces: Sequence[tuple[str, bool]]) -> None:
        """Write the words around a place so that what was found is in sight."""
        plain, bold, theme = fonts.reading(13), fonts.reading(13, 600), self._theme
        x = rect.left()
        for text, found in _cut(pieces, rect.width()):
            font = bold if found else plain
            room = rect.right() - x
            if room <= 0:
                break
            wide = min(fonts.wide(text, font), room)
            if found:
                ground = QRectF(x - 1, rect.top() + 1, wide + 2, 18)
                paint.box(painter, ground, 3, theme.warn_wash)
            box = QRectF(x, rect.top(), room, rect.height())
            paint.put(painter, box, text, font, theme.ink if found else theme.ink2)
            x += wide


def _cut(pieces: Sequence[tuple[str, bool]], width: float) -> list[tuple[str, bool]]:
    """Shorten what comes before the first word that was found, where it would push it out."""
    if not pieces or pieces[0][1]:
        return list(pieces)
    before, font = pieces[0][0], fonts.reading(13)
    while fonts.wide(before, font) > width * 0.4 and " " in before[1:].strip():
        before = "…" + before.lstrip("…").lstrip().partition(" ")[2]
    return [(before, False), *pieces[1:]]
