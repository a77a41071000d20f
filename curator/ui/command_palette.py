"""The palette: find a command, a document or a label by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.colour import mix
from curator.ui.key_caps import shown_key
from curator.ui.tokens import Theme

_WIDTH, _ROW, _ROWS = 560, 32, 12
ENTRY = Qt.ItemDataRole.UserRole
"""The `Entry` of a row."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be chosen.

    Attributes:
        text: its name.
        kind: ``command``, ``label`` or ``document``.
        icon: of ``resources/icons``.
        key: what does the same, as the table of actions writes it.
        chosen: called when it is.
        words: whether its text is a document's words, which are always serif.
        below: words of a document under the name, in pieces; True is what was found.
    """

    text: str
    kind: str
    chosen: Callable[[], Any]
    icon: str = ""
    key: str = ""
    words: bool = False
    below: tuple[tuple[str, bool], ...] = ()


class Palette(QDialog):
    """A field over a list; Enter chooses, Esc leaves.

    Args:
        theme: its colours.
        entries: what there is, in the order shown before anything is typed.
        find: asked for documents with the words typed; answer with `add_found`.
        prompt: what the empty field says.
        parent: the window; the palette hangs below its upper edge.
    """

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[Entry],
        parent: QWidget,
        *,
        prompt: str,
        find: Callable[[str], Any] = lambda _words: None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Commands"))
        self._entries, self._find = list(entries), find
        self._words = QLineEdit(placeholderText=prompt)
        self._words.setAccessibleName(prompt)
        self._words.textChanged.connect(self._narrow)
        self._words.installEventFilter(self)
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setItemDelegate(_Delegate(theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._words)
        column.addWidget(self._list)
        self._narrow("")
        self.hang(_WIDTH, 60 + _ROW * _ROWS)
        self._theme = theme
        self.setFocusProxy(self._words)

    def hang(self, width: int, height: int) -> None:
        """Take a size, and hang below the upper edge of the window."""
        window = self.parentWidget() or self
        self.setFixedSize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 44)

    def add_found(self, words: str, found: Sequence[Entry]) -> None:
        """Add documents that were found, if the field still says the same."""
        if words == self._words.text():
            self._fill([*_matching(self._entries, words), *found])

    def showEvent(self, event: QShowEvent) -> None:
        """Give the field the keyboard."""
        super().showEvent(event)
        self._words.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground with an edge, so that it stands out from what lies below."""
        painter = QPainter(self)
        edge = mix(self._theme.edge, self._theme.raised, 0.5)
        painter.fillRect(self.rect(), paint.colour(edge))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), paint.colour(self._theme.raised))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list while the field keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                row = self._list.currentRow() + _STEPS[key]
                self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self._list.currentItem()) is not None:
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, words: str) -> None:
        self._fill(_matching(self._entries, words))
        if words.strip():
            self._find(words)

    def _fill(self, entries: Sequence[Entry]) -> None:
        self._list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text)
            item.setData(ENTRY, entry)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY)
        self.close()
        entry.chosen()


def _matching(entries: Sequence[Entry], words: str) -> list[Entry]:
    """Return the entries that have every typed word, those that are or begin with them first."""
    whole = words.casefold().strip()
    found = [one for one in entries if all(word in one.text.casefold() for word in whole.split())]
    return sorted(
        found,
        key=lambda one: (one.text.casefold() != whole, not one.text.casefold().startswith(whole)),
    )


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
        if entry.icon:
            icons.draw(painter, entry.icon, theme.ink2, rect.topLeft() + _ICON)
        right = rect.right() - 12
        if entry.key:
            top = rect.top() + (_ROW - 16) / 2
            right = paint.key_cap(painter, right, top, shown_key(entry.key), theme) - 10
        kind = QRectF(right - 90, rect.top(), 90, _ROW)
        if not entry.key:
            paint.put(painter, kind, entry.kind, fonts.interface(11), theme.ink3, align=_RIGHT)
        font = fonts.reading(13) if entry.words else fonts.interface(13)
        box = QRectF(rect.left() + 38, rect.top(), kind.left() - rect.left() - 46, _ROW)
        paint.put(painter, box, entry.text, font, theme.ink)


_ICON = QRectF(12, 8, 0, 0).topLeft()
_RIGHT = Qt.AlignmentFlag.AlignRight
