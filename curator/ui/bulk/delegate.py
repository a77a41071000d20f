"""How headings and groups of the bulk table are painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.bulk.model import NAMES, ROW, WHY, Column, GroupRow, Heading, decided_before
from curator.ui.tokens import Theme
from curator.ui.widgets.in_context import TICK, in_context, tick

Index = QModelIndex | QPersistentModelIndex
GROUP, HEADING = 36, 32
EDGE = 24
"""From the edges of the table to its boxes and lines."""
_METER = 48
_RIGHT = Qt.AlignmentFlag.AlignRight


class BulkDelegate(QStyledItemDelegate):
    """Paints cells by their column.

    Attributes:
        theme: its colours.
        family: gives the colour family of a label.
        figures: whether scores are figures; otherwise one of three levels.
        first_ticks: what is said of the first tier's ticks; may be empty.
    """

    def __init__(self, theme: Theme, family: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.family = theme, family
        self.figures = False
        self.first_ticks = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(40, GROUP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell; a heading spans all of them."""
        row, rect = index.data(ROW), QRectF(option.rect)
        painter.save()
        if isinstance(row, Heading):
            self._heading(painter, rect, row)
        elif isinstance(row, GroupRow):
            self._cell(painter, rect, row, Column(index.column()))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRectF, row: Heading) -> None:
        theme = self.theme
        paint.ground(painter, rect, theme.chrome)
        icon = "right" if row.folded else "down"
        icons.draw(painter, icon, theme.ink3, QPointF(rect.x() + EDGE, rect.y() + 10), 12)
        x, height = rect.x() + 44, rect.height()
        bold = fonts.interface(12, 600)
        name = NAMES[row.tier]
        width = fonts.wide(name, bold)
        paint.put(painter, QRectF(x, rect.y(), width, height), name, bold, theme.ink, elide=False)
        x += width + 10
        count = f"{counted(row.groups, 'group')}, {counted(row.mentions, 'mention')}"
        figures = fonts.figures(12)
        room = fonts.wide(count, figures)
        why = WHY[row.tier] + (self.first_ticks if row.tier == 0 else "")
        words = QRectF(x, rect.y(), rect.right() - EDGE - room - 16 - x, height)
        paint.put(painter, words, why, fonts.interface(12), theme.ink2)
        right = QRectF(rect.x(), rect.y(), rect.width() - EDGE, height)
        paint.put(painter, right, count, figures, theme.ink3, align=_RIGHT)

    def _cell(self, painter: QPainter, rect: QRectF, row: GroupRow, column: Column) -> None:
        theme, group = self.theme, row.group
        inner = rect.adjusted(8, 0, -8, 0)
        middle = rect.center().y()
        match column:
            case Column.TICK:
                at = QPointF(rect.x() + EDGE + 2, middle - TICK / 2)
                tick(painter, at, theme, on=row.ticked)
            case Column.WORDS:
                words = " ".join(group.words.split())
                paint.put(painter, inner, words, fonts.reading(14.5, 500), theme.ink)
            case Column.LABEL:
                at = QPointF(inner.x(), middle - 8)
                family = self.family(group.label)
                paint.chip(painter, at, group.label, family, theme, kind="quiet")
            case Column.MENTIONS | Column.DOCUMENTS:
                number = group.mentions if column is Column.MENTIONS else group.documents
                figures = fonts.figures(13, 450)
                paint.put(painter, inner, f"{number:,}", figures, theme.ink, align=_RIGHT)
            case Column.SCORE:
                self._score(painter, inner, group.score)
            case Column.BEFORE:
                said = decided_before(group, row.detail)
                paint.put(painter, inner, said, fonts.interface(12.5), theme.ink2)
            case Column.CONTEXT:
                self._context(painter, inner.adjusted(0, 0, -EDGE + 8, 0), row)

    def _score(self, painter: QPainter, rect: QRectF, score: float | None) -> None:
        theme, middle = self.theme, rect.center().y()
        x = rect.x() + 12
        if score is None:
            box = QRectF(x, rect.y(), rect.width(), rect.height())
            paint.put(painter, box, _("unknown"), fonts.interface(12), theme.ink3)
        elif self.figures:
            paint.meter(painter, QPointF(x, middle - 2), score, theme, width=_METER)
            box = QRectF(x + _METER + 8, rect.y(), 44, rect.height())
            paint.put(painter, box, paint.score_text(score), fonts.figures(12.5, 500), theme.ink)
        else:
            paint.levels(painter, x + 16, middle, score, theme)

    def _context(self, painter: QPainter, rect: QRectF, row: GroupRow) -> None:
        shown = row.detail.shown if row.detail is not None else None
        if shown is not None:
            before = shown.before
            if shown.start > len(before):
                before = before[before.find(" ") + 1 :]
            words = (before, shown.text, shown.after)
            in_context(painter, rect, words, self.family(row.group.label), self.theme)
