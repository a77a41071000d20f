"""Selecting with the mouse: a drag takes whole words, and shows them before it ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from curator.domain.words import snap, trim
from curator.ui.page.text_view import TextView

LEFT = Qt.MouseButton.LeftButton


class SelectingView(TextView):
    """A text in which a drag selects whole words, with Alt characters.

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
        self._dragged: tuple[int, int] | None = None
        self.selectionChanged.connect(self._report)

    @property
    def dragged(self) -> tuple[int, int] | None:
        """The span that the drag under way will select."""
        return self._dragged

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
        super().mouseMoveEvent(event)
        if self._pressed:
            self._dragged = self._widened(event)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or a click with Shift, with whole words; or report a click."""
        super().mouseReleaseEvent(event)
        if event.button() is not LEFT or not self._pressed:
            return
        span, self._dragged = self._widened(event), None
        if span is not None:
            self.select(*span)
        self._pressed = False
        self.viewport().update()
        if span is not None:
            self.selection_changed.emit()
        else:
            self.clicked.emit(event.position())

    def _widened(self, event: QMouseEvent) -> tuple[int, int] | None:
        widen = trim if event.modifiers() & Qt.KeyboardModifier.AltModifier else snap
        return widen(self.text, *self.selected())

    def _report(self) -> None:
        if not self._pressed:
            self.selection_changed.emit()
