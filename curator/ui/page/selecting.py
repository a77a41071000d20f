"""Selecting by mouse and keys: a drag takes whole words; what is copied is what is stored."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from curator.domain.words import EDGES, nearest_edge, snap, trim
from curator.ui.page.sight import LINE_BITS
from curator.ui.page.text_view import TextView

LEFT = Qt.MouseButton.LeftButton
_CARET_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class SelectingView(TextView):
    """A text in which a drag selects whole words, with Alt characters; Escape gives it up.

    Keys that neither move the caret nor select, scroll or copy go to the parent.

    Signals:
        selection_changed: the selected span is another one; not sent while a drag is under way.
        clicked: where the left button was pressed and let go without a drag.

    Args:
        parent: the widget around it.
    """

    selection_changed = Signal()
    clicked = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = False
        self._given_up = False
        self._dragged: tuple[int, int] | None = None
        self.show_caret(on=False)
        self.selectionChanged.connect(self._report)

    @property
    def dragged(self) -> tuple[int, int] | None:
        """The span that the drag under way will select."""
        return self._dragged

    def set_text(self, text: str) -> None:
        """Show a text from its beginning; a drag over the one before is given up."""
        self._given_up, self._pressed = self._given_up or self._pressed, False
        self._dragged = None
        super().set_text(text)

    def selection(self) -> tuple[int, int] | None:
        """Return the selected span without outer white space, None without a selection."""
        return trim(self.text, *self.selected())

    def selected(self) -> tuple[int, int]:
        """Return the selected span as it is; an empty one is the caret."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return self.offsets.to_points(start), self.offsets.to_points(end)

    def select(self, start: int, end: int) -> None:
        """Select a span, or with start and end alike only put the caret there."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.offsets.to_units(start))
        cursor.setPosition(self.offsets.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put_caret(self, place: QPointF) -> None:
        """Put the caret between the words at a place of the viewport, unless words are selected."""
        offset = self.sight().caret_at(place.x(), place.y())
        if offset is not None and self.selection() is None:
            edges = (nearest_edge(self.text, offset, edge=edge) for edge in EDGES)
            near = [edge for edge in edges if edge is not None]
            at = min(near, key=lambda edge: abs(edge - offset), default=offset)
            self.select(at, at)

    def show_caret(self, *, on: bool) -> None:
        """Show where keys select from, or hide it; the first key for the caret shows it."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if on:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        if flags != self.textInteractionFlags():
            self.setTextInteractionFlags(flags)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; a selection is never dragged away."""
        if event.button() is LEFT:
            self._pressed = True
            self.show_caret(on=False)
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                caret = self.textCursor()
                caret.clearSelection()
                self.setTextCursor(caret)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a drag will select."""
        if self._given_up:
            return
        super().mouseMoveEvent(event)
        if self._pressed:
            self._frame(self._widened(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or a click with Shift, with whole words; or report a click."""
        self._given_up = False
        super().mouseReleaseEvent(event)
        if event.button() is not LEFT or not self._pressed:
            return
        span = self._widened(event)
        self._frame(None)
        if span is not None:
            self.select(*span)
        self._pressed = False
        if span is not None:
            self.selection_changed.emit()
        else:
            self.clicked.emit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use keys for caret, selection, scrolling and copying; leave all others alone."""
        apart = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.key() in _CARET_KEYS and not event.modifiers() & apart:
            self.show_caret(on=True)
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self._given_up, self._pressed = self._pressed, False
            self._frame(None)
            self.select(*self.selected()[:1] * 2)
        elif event.key() == Qt.Key.Key_Alt and self._pressed:
            self._frame(trim(self.text, *self.selected()))
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Take whole words again in a drag when Alt is let go."""
        if event.key() == Qt.Key.Key_Alt and self._pressed:
            self._frame(snap(self.text, *self.selected()))
        else:
            super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let every shortcut of the window go first."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as they are stored, not as Qt would read them back.

        The clipboard outlives Python, and destroys what it holds when Python is gone: so this must
        be an object of Qt's own making, which a model hands out.
        """
        start, end = self.selected()
        model = QStringListModel([""])
        data = model.mimeData([model.index(0)])
        data.clear()
        data.setText(self.text[start:end])
        return data

    def _frame(self, span: tuple[int, int] | None) -> None:
        """Show another span as what a drag will select, and paint only the lines that change."""
        before, self._dragged = self._dragged, span
        if before != span:
            ends = [at for each in (before, span) if each for at in (each[0], each[1] - 1)]
            blocks = [self.line_of(at) >> LINE_BITS for at in ends]
            self.update_blocks(range(min(blocks), max(blocks) + 1))

    def _widened(self, event: QMouseEvent) -> tuple[int, int] | None:
        widen = trim if event.modifiers() & Qt.KeyboardModifier.AltModifier else snap
        return widen(self.text, *self.selected())

    def _report(self) -> None:
        if not self._pressed:
            self.selection_changed.emit()
