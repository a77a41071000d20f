"""The table of groups: headings fold, Space ticks, headers sort."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from curator.domain.bulk import Group, Sort
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.bulk.delegate import GROUP, HEADING, BulkDelegate
from curator.ui.bulk.model import SORTS, TITLES, BulkModel, Column, GroupRow, Heading
from curator.ui.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    Column.TICK: 56,
    Column.WORDS: 250,
    Column.LABEL: 120,
    Column.MENTIONS: 88,
    Column.DOCUMENTS: 96,
    Column.SCORE: 128,
    Column.BEFORE: 210,
}
_ELASTIC = {Column.WORDS: (170, 250), Column.BEFORE: (140, 210)}
"""Columns that are narrow in a narrow window: their least and their most."""
_NARROW, _WIDE = 1000, 1340
_MARGIN = 40
"""Rows above and below the view whose details are read with it."""
_RIGHT = Qt.AlignmentFlag.AlignRight


class BulkView(QTableView):
    """Shows a `BulkModel`; letters are the window's.

    Signals:
        wanted(object): details of these groups are asked for; answer with `BulkModel.deliver`.
        sorted(object): a header was clicked; its `Sort`.
        chosen(object): go to a place of this group.
        moved(): another row is current.
    """

    wanted = Signal(object)
    sorted = Signal(object)
    chosen = Signal(object)
    moved = Signal()

    def __init__(
        self,
        theme: Theme,
        model: BulkModel,
        family: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            family: gives the colour family of a label.
        """
        super().__init__(parent)
        self._rows = model
        self._headings: list[int] = []
        self.painted = BulkDelegate(theme, family, self)
        self.header = _Header(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.painted)
        self.setHorizontalHeader(self.header)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Groups of suggestions"))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(HEADING)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(GROUP)
        for column, width in _WIDTHS.items():
            self.header.resizeSection(column, width)
        self.header.setStretchLastSection(True)
        self.header.sectionClicked.connect(self._sort)
        model.modelReset.connect(self._span)
        self.verticalScrollBar().valueChanged.connect(self.fetch)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self.painted.theme = self.header.theme = theme
        self.setStyleSheet(f"QTableView {{ background: {theme.page}; }}")
        self.viewport().update()
        self.header.viewport().update()

    @property
    def group(self) -> Group | None:
        """The current group, None on a heading and on nothing."""
        row = self._rows.row(self.currentIndex().row())
        return row.group if isinstance(row, GroupRow) else None

    def go_to(self, row: int) -> None:
        """Make a row current."""
        self.setCurrentIndex(self._rows.index(row, Column.WORDS))

    def fetch(self) -> None:
        """Ask for the details of what is in view, and around it."""
        if not self._rows.rowCount():
            return
        first = max(0, self.rowAt(0) - _MARGIN)
        last = self.rowAt(self.viewport().height() - 1)
        last = self._rows.rowCount() - 1 if last < 0 else last + _MARGIN
        if missing := self._rows.missing(first, last):
            self.wanted.emit(missing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the current row's ground, the cells, and lines between rows."""
        painter = QPainter(self.viewport())
        rect = self._current()
        theme = self.painted.theme
        if rect is not None:
            paint.box(painter, rect, 6, theme.accent_wash)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._lines(painter, event.rect())
        if rect is not None and self.hasFocus():
            paint.focus_ring(painter, rect, 6, theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give words and verdicts as much room as there is, and ask for what came into view."""
        super().resizeEvent(event)
        spare = max(0.0, min(1.0, (self.viewport().width() - _NARROW) / (_WIDE - _NARROW)))
        for column, (least, most) in _ELASTIC.items():
            self.header.resizeSection(column, round(least + spare * (most - least)))
        self.fetch()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row is current."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Paint the row that was current, and the one that is."""
        super().currentChanged(current, previous)
        for index in (previous, current):
            if index.isValid():
                y, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
                self.viewport().update(0, y - GROUP, self.viewport().width(), height + GROUP)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, fold with Left and Right, go to the text with Enter."""
        key, row = event.key(), self.currentIndex().row()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space:
            self._rows.turn(row)
        elif key == Qt.Key.Key_A and control:
            self._rows.turn_all()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(row, folded=key == Qt.Key.Key_Left)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (group := self.group) is not None:
                self.chosen.emit(group)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the box; fold by one on a heading."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if isinstance(self._rows.row(index.row()), Heading):
            self._fold(index.row())
        elif index.isValid() and index.column() == Column.TICK:
            self._rows.turn(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the text, but not by two clicks on a box."""
        index = self.indexAt(event.position().toPoint())
        if index.column() == Column.TICK or self.group is None:
            self.mousePressEvent(event)
        else:
            self.chosen.emit(self.group)

    def _current(self) -> QRectF | None:
        index = self.currentIndex()
        if not index.isValid() or self.group is None:
            return None
        y, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
        return QRectF(8, y + 1, self.viewport().width() - 16, height - 2)

    def _lines(self, painter: QPainter, area: QRect) -> None:
        """Draw a line under every group, but around the current one."""
        theme, width = self.painted.theme, self.viewport().width()
        here = self.currentIndex().row()
        first, last = self.rowAt(max(0, area.top())), self.rowAt(area.bottom())
        last = self._rows.rowCount() - 1 if last < 0 else last
        for row in range(max(0, first), last + 1):
            if row in (here, here - 1) or not isinstance(self._rows.row(row), GroupRow):
                continue
            y = self.rowViewportPosition(row) + GROUP - 1
            paint.hairline(painter, 24, y, width - 48, theme.line)

    def _fold(self, row: int, *, folded: bool | None = None) -> None:
        """Fold the tier of a row; on a group, Left goes to its heading first."""
        if isinstance(self._rows.row(row), GroupRow):
            above = [start for start in self._rows.headings() if start < row]
            if folded and above:
                self.go_to(above[-1])
            return
        self._rows.fold(row, folded=folded)
        self.go_to(row)

    def _span(self) -> None:
        """Let headings span all columns, a little lower than groups."""
        self.clearSpans()
        for row in self._headings:
            self.verticalHeader().resizeSection(row, GROUP)
        self._headings = self._rows.headings()
        for row in self._headings:
            self.setSpan(row, 0, 1, len(Column))
            self.verticalHeader().resizeSection(row, HEADING)
        self.fetch()

    def _sort(self, section: int) -> None:
        if (sort := SORTS.get(Column(section))) is not None:
            self.sorted.emit(sort)


class _Header(QHeaderView):
    """Titles of columns; the one that sorts bears a chevron.

    Attributes:
        theme: its colours.
        sort, falling: by what rows are ordered.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.sort, self.falling = Sort.SCORE, True
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(35)

    def set_sort(self, sort: Sort, *, falling: bool) -> None:
        """Show by what rows are ordered."""
        self.sort, self.falling = sort, falling
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a title on the ground of headers."""
        theme, column = self.theme, Column(section)
        painter.save()
        area = QRectF(rect)
        paint.ground(painter, area, theme.panel)
        paint.hairline(painter, area.x(), area.bottom() - 1, area.width(), theme.line)
        mine = SORTS.get(column) is self.sort
        font, ink = fonts.interface(11.5, 600), theme.ink if mine else theme.ink2
        figures = column in (Column.MENTIONS, Column.DOCUMENTS)
        inner = area.adjusted(20 if column is Column.SCORE else 8, 0, -8, 0)
        title = TITLES[section]
        room = fonts.wide(title, font)
        left = inner.right() - room if figures else inner.x()
        box = QRectF(left, inner.y(), room + 2, inner.height())
        paint.put(painter, box, title, font, ink, elide=False)
        if mine:
            x = left - 15 if figures else left + room + 5
            self._chevron(painter, QPointF(x, inner.center().y() - 6))
        painter.restore()

    def _chevron(self, painter: QPainter, at: QPointF) -> None:
        """Draw the sign of the order: down where the greatest comes first, else up."""
        painter.translate(at)
        if not self.falling:
            painter.translate(12, 12)
            painter.rotate(180)
        icons.draw(painter, "down", self.theme.ink2, QPointF(0, 0), 12)
