"""A table: headed columns, painted rows, one of them current."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from curator.ui import fonts, icons, paint
from curator.ui.tokens import Theme
from curator.ui.widgets import caps
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table_model import VALUE, Cell, Column, Index, Kind, Row, TableModel

ROW = 36
_SIDE = 12
_METER = 48


class Table(Surface):
    """Rows under headed columns; arrow keys go through them, Enter chooses one.

    Signals:
        current_changed(): another row is current.
        chosen(object): the key of a row that was double-clicked, or chosen with Enter.
    """

    current_changed = Signal()
    chosen = Signal(object)

    def __init__(
        self, theme: Theme, columns: Sequence[Column], *, name: str, parent: QWidget | None = None
    ) -> None:
        """Make an empty table.

        Args:
            columns: from left to right.
            name: what is listed, for those who do not see it.
        """
        super().__init__(theme, "page", lines="top bottom", parent=parent)
        self._model = TableModel(columns, self)
        self._delegate = _Delegate(theme, self)
        self._view = _View()
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setAccessibleName(name)
        self._view.verticalHeader().setDefaultSectionSize(ROW)
        header = self._view.horizontalHeader()
        header.setFont(fonts.interface(12, 600))
        for place, column in enumerate(columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Fixed if column.width else mode.Stretch)
            if column.width:
                header.resizeSection(place, column.width)
        self._view.activated.connect(self._activate)
        self._view.selectionModel().currentRowChanged.connect(self._moved)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(12, 1, 12, 1)
        column_of_all.addWidget(self._view)
        FocusRing(theme, self._view, radius=0)
        self._dress()

    @property
    def current(self) -> Any:
        """The key of the current row, None when there is none."""
        row = self._model.row(self._view.currentIndex().row())
        return None if row is None else row.key

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays current if it is still there."""
        before = self.current
        self._model.set_rows(rows)
        place = self._model.place_of(before) if before is not None else -1
        if rows:
            self._view.selectRow(max(0, place))
        self.current_changed.emit()

    def update_rows(self, rows: Sequence[Row]) -> None:
        """Show other cells of the same rows; what was put on them stays."""
        self._model.update_rows(rows)

    def put(self, row: int, column: int, widget: QWidget) -> None:
        """Put a widget on a cell, until other rows are shown."""
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(4, 3, 4, 4)
        inside.addWidget(widget)
        self._view.setIndexWidget(self._model.index(row, column), holder)

    def tab_through(self, widgets: Sequence[QWidget]) -> None:
        """Have Tab go from the table to widgets that were put on it, one after the other."""
        for before, after in pairwise([self._view, *widgets]):
            self.setTabOrder(before, after)

    def set_current(self, key: object) -> None:
        """Make the row that stands for a key current, if there is one."""
        if (place := self._model.place_of(key)) >= 0:
            self._view.selectRow(place)

    def on_key(self, key: str, act: Callable[[], object]) -> None:
        """Have something done when a key, such as ``Ctrl+Up``, is pressed in the table."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def focus(self) -> None:
        """Take the keyboard."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._delegate.theme = theme
        self._dress()
        self._view.viewport().update()

    def _dress(self) -> None:
        theme = self.theme
        self._view.setStyleSheet(
            f"QTableView {{ background: {theme.page}; }}"
            f"QHeaderView {{ background: {theme.panel}; }}"
            f"QHeaderView::section {{ background: {theme.panel}; color: {theme.ink2}; border: none;"
            f" border-bottom: 1px solid {theme.line}; padding: 0 {_SIDE}px; height: 34px; }}"
        )

    def _activate(self, index: QModelIndex) -> None:
        if (row := self._model.row(index.row())) is not None:
            self.chosen.emit(row.key)

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit()


class _View(QTableView):
    """A table view without grid, frame or editing."""

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """Paints cells by the kind of their column."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, model, view = index.data(VALUE), index.model(), option.widget
        if not isinstance(cell, Cell) or not isinstance(model, TableModel):
            return
        painter.save()
        rect = QRectF(option.rect)
        current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        if current:
            paint.ground(painter, rect, self.theme.accent_wash)
            if view.hasFocus() and index.column() == 0:
                bar = QRectF(rect.x(), rect.y(), 3, rect.height())
                paint.ground(painter, bar, self.theme.focus)
        paint.hairline(painter, rect.x(), rect.bottom() - 1, rect.width(), self.theme.line)
        self._cell(painter, rect.adjusted(_SIDE, 0, -_SIDE, 0), cell, model.columns[index.column()])
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell, column: Column) -> None:
        theme, ink = self.theme, str(getattr(self.theme, cell.ink))
        if cell.icon:
            icons.draw(painter, cell.icon, ink, QPointF(rect.x(), rect.center().y() - 8))
            rect.setLeft(rect.left() + 22)
        match column.kind:
            case Kind.CHIP if cell.text:
                at = QPointF(rect.x(), rect.center().y() - 8)
                paint.chip(painter, at, cell.text, cell.family, theme, kind="quiet")
            case Kind.FIGURE:
                right = Qt.AlignmentFlag.AlignRight
                paint.put(painter, rect, cell.text, fonts.figures(12.5), ink, align=right)
            case Kind.METER:
                if cell.share is not None:
                    at = QPointF(rect.x(), rect.center().y() - 2)
                    paint.meter(painter, at, cell.share, theme, width=_METER)
                    rect.setLeft(rect.left() + _METER + 10)
                paint.put(painter, rect, cell.text, fonts.figures(12, 600), ink)
            case Kind.KEYS:
                self._keys(painter, rect, cell.text.split("\n") if cell.text else [])
            case Kind.QUOTE:
                paint.put(painter, rect, cell.text, fonts.reading(14.5), ink)
            case _:
                paint.put(painter, rect, cell.text, fonts.interface(12.5), ink)

    def _keys(self, painter: QPainter, rect: QRectF, keys: Sequence[str]) -> None:
        """Paint caps from the left."""
        wide = caps.width(keys)
        caps.draw(painter, rect.x() + wide, rect.center().y(), keys, self.theme)
