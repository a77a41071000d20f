"""The list “In this document”: heading, order, rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from curator.domain.annotation import Annotation, State
from curator.domain.scheme import Scheme
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.inspector.listing import ROW, ListModel, ListRow, Order
from curator.ui.metrics import COMFORTABLE, Metrics
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight
_AHEAD = 3
"""Rows that come into view with one that was scrolled to."""


class DocumentList(Surface):
    """All annotations in view, a row each.

    Signals:
        picked(int): a row was clicked, or chosen with Enter; the annotation's id.
    """

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", lines="top", parent=parent)
        self._model = ListModel(self)
        self._delegate = _Delegate(theme, self)
        self._current: int | None = None
        self._view = _View(theme.panel)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setAccessibleName(_("Annotations in this document"))
        self._view.clicked.connect(self._pick)
        self._view.activated.connect(self._pick)
        self._count = Line(theme, fonts.interface(12), ink="ink3")
        self._order = Button(
            theme, Order.PLACE.value, kind="ghost", name=_("Order"), height=24, after="down"
        )
        self._order.clicked.connect(self._turn)
        self._lay_out(theme)

    def show_annotations(
        self, annotations: Iterable[Annotation], text: str, scheme: Scheme, *, figures: bool
    ) -> None:
        """List annotations; what is not in view is left out by who calls.

        Args:
            figures: whether scores are figures; otherwise one of three levels.
        """
        self._delegate.figures = figures
        self._model.set_annotations(annotations, text, scheme)
        self._count.set_text(f"{self._model.rowCount():,}")
        self.set_current(self._current)

    def change(self, annotations: Iterable[Annotation], gone: Iterable[int]) -> None:
        """Show some annotations as they stand now, and others not any more."""
        self._model.change(annotations, gone)
        self._count.set_text(f"{self._model.rowCount():,}")
        self.set_current(self._current)

    def set_current(self, annotation_id: int | None) -> None:
        """Mark the current annotation and bring it into view."""
        self._current = annotation_id
        row = self._model.row_of(annotation_id)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self._view.setCurrentIndex(index)
        if row >= 0:
            self._view.bring_into_view(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current annotation in view."""
        super().resizeEvent(event)
        self.set_current(self._current)

    def set_metrics(self, metrics: Metrics) -> None:
        """Take the rows of another density."""
        self._view.verticalHeader().setDefaultSectionSize(metrics.list_row)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._delegate.theme = theme
        self._view.ground = theme.panel
        self._view.viewport().update()

    def _pick(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, ListRow):
            self.picked.emit(row.annotation.id)

    def _turn(self) -> None:
        order = Order.SCORE if self._model.order is Order.PLACE else Order.PLACE
        self._model.set_order(order)
        self._order.set_look(text=order.value)
        self.set_current(self._current)

    def _lay_out(self, theme: Theme) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(18, 6, 8, 2)
        heading.setSpacing(7)
        title = fonts.interface(12, 600)
        heading.addWidget(Line(theme, title, ink="ink", text=_("In this document")))
        heading.addWidget(self._count)
        heading.addStretch(1)
        heading.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self._view, 1)


class _View(QTableView):
    """One column of rows of one height: unlike a list view it lays no row out to know its place,
    which ten thousand of them would feel at every change of size.

    Attributes:
        ground: the colour that it is painted on; rows that are scrolled are not painted anew.
    """

    def __init__(self, ground: str) -> None:
        super().__init__()
        self.ground = ground
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        # A table would paint a selected row in its own way, and there is only the current one.
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(COMFORTABLE.list_row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and rows."""
        painter = QPainter(self.viewport())
        paint.ground(painter, event.rect(), self.ground)
        painter.end()
        super().paintEvent(event)

    def bring_into_view(self, index: QModelIndex) -> None:
        """Scroll a row that is out of view into it, with those that come after or before it.

        Rows that stay in view are moved, not painted; one that is far away comes to the middle.
        """
        view, place = self.viewport().rect(), self.visualRect(index)
        if view.contains(place):
            return
        beyond = place.bottom() - view.bottom() if place.top() > view.top() else place.top()
        if abs(beyond) > view.height() // 2:
            self.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
            return
        more = _AHEAD if beyond > 0 else -_AHEAD
        row = min(max(0, index.row() + more), self.model().rowCount() - 1)
        self.scrollTo(index.siblingAtRow(row))

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first and last row with Home and End, as in a list."""
        ends = (QTableView.CursorAction.MoveHome, QTableView.CursorAction.MoveEnd)
        if action in ends:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)


class _Delegate(QStyledItemDelegate):
    """Mark, chip, words, score."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.figures = theme, False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ListRow):
            return
        rect = QRectF(option.rect)
        # The scroll bar takes its room from the margin, not from the words.
        rect.setWidth(min(rect.width() + 10, option.widget.width()))
        painter.save()
        self._ground(painter, rect, option, index)
        theme, one = self.theme, row.annotation
        middle = rect.center().y()
        at = QPointF(rect.x() + 18, middle - 6)
        tone = theme.strong(row.family)
        paint.state_mark(painter, at, one.state, tone, theme, corrected=one.corrected)
        x = rect.x() + 38 + 14 * min(row.depth, 3)
        chip = QPointF(x, middle - 8)
        x += paint.chip(painter, chip, one.label, row.family, theme, kind="quiet") + 8
        words = QRectF(x, rect.y(), rect.right() - x - 62, rect.height())
        if one.comment:
            words.setRight(words.right() - 20)
            dot = QPointF(words.right() + 4, middle - 7)
            icons.draw(painter, "comment", theme.warn, dot, 14)
        self._words(painter, words, row)
        self._score(painter, rect, row)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        view = option.widget
        if not isinstance(view, QTableView):
            return
        inner = rect.adjusted(8, 0, -8, 0)
        if view.currentIndex().row() == index.row():
            paint.box(painter, inner, 5, self.theme.accent_wash)
            if view.hasFocus():
                paint.focus_ring(painter, inner, 5, self.theme)
        elif rect.contains(QPointF(view.viewport().mapFromGlobal(view.cursor().pos()))):
            paint.box(painter, inner, 5, self.theme.hover)

    def _words(self, painter: QPainter, rect: QRectF, row: ListRow) -> None:
        font, theme = fonts.reading(13), self.theme
        rejected = row.annotation.state is State.REJECTED
        paint.put(painter, rect, row.quote, font, theme.ink3 if rejected else theme.ink)
        if rejected:
            length = min(rect.width(), fonts.wide(row.quote, font))
            paint.hairline(painter, rect.x(), rect.center().y() + 1, length, theme.ink3)

    def _score(self, painter: QPainter, rect: QRectF, row: ListRow) -> None:
        if row.score is None:
            return
        right = rect.right() - 18
        if self.figures:
            box = QRectF(right - 40, rect.y(), 40, rect.height())
            font, text = fonts.figures(11.5, 450), paint.score_text(row.score)
            paint.put(painter, box, text, font, self.theme.ink2, align=_RIGHT)
        else:
            paint.levels(painter, right, rect.center().y(), row.score, self.theme)
