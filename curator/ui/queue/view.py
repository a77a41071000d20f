"""The list of the queue: its geometry is computed, never laid out row by row."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from curator.domain.queue import BatchRow, DocumentRow
from curator.translation import gettext as _
from curator.ui import paint
from curator.ui.metrics import Metrics
from curator.ui.queue.delegate import paint_batch, paint_document
from curator.ui.queue.model import ROW, QueueModel
from curator.ui.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
Cursor = QAbstractItemView.CursorAction
_STEPS = {
    Cursor.MoveUp: -1,
    Cursor.MovePrevious: -1,
    Cursor.MoveDown: 1,
    Cursor.MoveNext: 1,
}


class QueueView(QListView):
    """A list view over `QueueModel` that knows where each row lies without asking it.

    Enter or a click opens a document; Left and Right, or a click, fold a batch.

    Signals:
        opened(int): a document was chosen.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._rows, self._over, self._open = theme, model, -1, 0
        self._pressed = -1
        self.setModel(model)
        self.setAccessibleName(_("Documents"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setAutoScroll(False)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.viewport().update()

    def set_metrics(self, metrics: Metrics) -> None:
        """Take the heights of another density; the first row in view stays there."""
        bar = self.verticalScrollBar()
        first = self._rows.row_at(bar.value())
        self._rows.set_metrics(metrics)
        self.doItemsLayout()
        bar.setValue(self._rows.top(first) if first > 0 else 0)

    def set_open(self, document_id: int, *, reveal: bool) -> bool:
        """Mark the open document, 0 for none, and bring it into view if that is wanted.

        Returns:
            Whether it is at hand.
        """
        self._open = document_id
        row = self._rows.row_of(document_id)
        if row >= 0:
            index = self._rows.index(row)
            self.setCurrentIndex(index)
            if reveal:
                self.scrollTo(index)
        self.viewport().update()
        return row >= 0

    def fetch(self) -> None:
        """Ask the model for what is in view."""
        if self._rows.rowCount():
            self.executeDelayedItemsLayout()
            first, last = self._in_view(self.viewport().rect())
            self._rows.want(first, last)

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is shown, in the viewport."""
        if not index.isValid():
            return QRect()
        top = self._rows.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._rows.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = self._rows.row_at(point.y() + self.verticalOffset())
        return self._rows.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as needed for a row to be seen, or to the middle if it is far."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self._rows.top(index.row())
        bottom = top + self._rows.height(index.row())
        centred = hint is QAbstractItemView.ScrollHint.PositionAtCenter
        if centred or top - bar.value() < -height or bottom - bar.value() > 2 * height:
            bar.setValue(top - height // 2)
        elif top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def doItemsLayout(self) -> None:
        """Nothing is laid out; only the scroll bar must know the height."""
        self.setState(QListView.State.NoState)
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how high the list is."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._rows.metrics.queue_row)
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._rows.whole_height + 8 - height))

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled, in logical pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: rows are as wide as the list."""
        return 0

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where the cursor keys lead to."""
        last = self._rows.rowCount() - 1
        row = self.currentIndex().row()
        page = max(1, self.viewport().height() // self._rows.metrics.queue_row - 1)
        steps = _STEPS | {Cursor.MovePageUp: -page, Cursor.MovePageDown: page}
        if action is Cursor.MoveHome:
            row = 0
        elif action is Cursor.MoveEnd:
            row = last
        else:
            row += steps.get(action, 0)
        return self._rows.index(max(0, min(last, row))) if last >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row under a click."""
        self.selectionModel().select(self.indexAt(rect.center()), command)

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        """Return the whole viewport: a row or two are painted anew, not more."""
        return QRegion(self.viewport().rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, fold and unfold with Left and Right."""
        index, key = self.currentIndex(), event.key()
        if index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._activate(index)
        elif index.isValid() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if self._rows.folded(index.row()) == (key == Qt.Key.Key_Right):
                self._fold(index)
        else:
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: it would ask for every row in turn; the filter box searches."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note which row is pressed."""
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._row_at(event) if left else -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than the first of its two clicks did."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the document, or fold the batch, that was pressed."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and pressed == self._row_at(event):
            self._activate(self._rows.index(pressed))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self._row_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that lie in the region, and ask for those that are missing."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), paint.colour(self._theme.panel))
        if self._rows.rowCount():
            first, last = self._in_view(event.rect())
            for row in range(first, last + 1):
                self._paint_row(painter, row)
        painter.end()
        self.fetch()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        index = self._rows.index(row)
        rect, value = QRectF(self.visualRect(index)), index.data(ROW)
        # The scroll bar takes its room from the margin, not from the words.
        rect.setWidth(min(rect.width() + 8, self.width()))
        over = row == self._over
        if isinstance(value, BatchRow):
            folded = self._rows.folded(row)
            paint_batch(painter, rect, value, self._theme, folded=folded, over=over)
        else:
            current = isinstance(value, DocumentRow) and value.id == self._open
            paint_document(painter, rect, value, self._theme, current=current, over=over)
        if self.hasFocus() and row == self.currentIndex().row():
            paint.focus_ring(painter, rect.adjusted(6, 1, -6, -1), 6, self._theme)

    def _in_view(self, rect: QRect) -> tuple[int, int]:
        first = self._rows.row_at(rect.top() + self.verticalOffset())
        last = self._rows.row_at(rect.bottom() + self.verticalOffset())
        return max(0, first), self._rows.rowCount() - 1 if last < 0 else last

    def _row_at(self, event: QMouseEvent) -> int:
        return self._rows.row_at(event.position().toPoint().y() + self.verticalOffset())

    def _hover(self, row: int) -> None:
        if row != self._over:
            self._over = row
            self.viewport().update()

    def _activate(self, index: QModelIndex) -> None:
        value = index.data(ROW) if index.isValid() else None
        if isinstance(value, BatchRow):
            self._fold(index)
        elif isinstance(value, DocumentRow):
            self.opened.emit(value.id)

    def _fold(self, index: QModelIndex) -> None:
        head = index.row() - self._rows.place(index.row()).position - 1
        self.setCurrentIndex(self._rows.index(head))
        self._rows.toggle(head)
