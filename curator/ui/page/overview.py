"""The strip at the page's right edge: the whole document, its annotations, and what is in sight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from curator.domain.annotation import Annotation, Layer, State
from curator.ui.colour import mix
from curator.ui.metrics import COMFORTABLE
from curator.ui.page.colours import Colours
from curator.ui.page.extents import extent
from curator.ui.page.found import Found
from curator.ui.page.index import Index
from curator.ui.paint import box, colour

_MARGIN = 8
_FAINT = 0.55
_AT_ONCE = 400
"""Annotations whose marks are collected in one turn of the event loop: a millisecond or two."""

Rows = dict[int, dict[int, Annotation]]


class Overview(QWidget):
    """Marks of all annotations by their place in the text; a click or a drag goes there.

    Signals:
        jumped: an offset (code points) that the reader wants to see.

    Args:
        parent: the page.
        colours: of labels.
    """

    jumped = Signal(int)

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        self._colours = colours
        self._index = Index()
        self._length = 1
        self._band = (0, 0)
        self._rows: Rows = defaultdict(dict)
        self._coming: Iterator[int] | None = None
        self._fresh: Rows = defaultdict(dict)
        self._marks = QPixmap()
        self._stale: list[QRect] = []
        self._found = Found()
        self._found_rows: set[int] = set()
        self._counted = 0
        self._tallest = 4
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._collect)
        self.setFixedWidth(COMFORTABLE.overview)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_colours(self, colours: Colours) -> None:
        """Take another theme or scheme."""
        self._colours = colours
        self._draw(self.rect())

    def set_document(self, index: Index, length: int) -> None:
        """Show another document, or the same with something else in view.

        The marks are collected after the next paint and some at a time, so that neither the text
        nor a key waits for them.

        Args:
            index: of its annotations.
            length: of its text (code points).
        """
        if index is not self._index:
            self._marks = QPixmap()
            self._rows = defaultdict(dict)
        self._index, self._length = index, max(length, 1)
        self._collect_anew()

    def replace(self, before: Annotation | None, after: Annotation | None) -> None:
        """Move the mark of one annotation; None where there was, or is, no such annotation."""
        for rows in (self._rows, self._fresh):
            for annotation in (before, after):
                if annotation is not None:
                    rows[self._row(extent(annotation)[0])].pop(annotation.id, None)
            if after is not None and after in self._index.shown:
                rows[self._row(extent(after)[0])][after.id] = after
        for annotation in (before, after):
            if annotation is not None:
                top, height = self._row(extent(annotation)[0]), self._height(annotation)
                self._draw(QRect(0, top, self.width(), height))

    def set_band(self, start: int, end: int) -> None:
        """Tell which stretch of the text (code points) is in sight."""
        if self._band != (start, end):
            self._band = (start, end)
            self.update()

    def mark_found(self, found: Found, *, fresh: bool) -> None:
        """Show where words stand that were looked for; those before stay unless it is `fresh`."""
        if fresh:
            self._found, self._found_rows, self._counted = found, set(), 0
        more = range(self._counted, len(found))
        self._found_rows.update(self._row(found[at][0]) for at in more)
        self._counted = len(found)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Collect the marks for the new height."""
        super().resizeEvent(event)
        self.mark_found(self._found, fresh=True)
        self._collect_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the reader points."""
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        self._go(event.position().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw band, marks, and the pointer of the current annotation."""
        self._renew_marks()
        theme = self._colours.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(theme.page))
        painter.fillRect(QRect(0, 0, 1, self.height()), colour(theme.line))
        top, bottom = (self._row(offset) for offset in self._band)
        if bottom > top:
            tone = mix(theme.edge, theme.page, 0.16)
            box(painter, QRectF(2.5, top, 12, bottom - top), 3, tone)
        painter.drawPixmap(0, 0, self._marks)
        for row in self._found_rows:
            painter.fillRect(QRect(1, row, 3, 2), colour(theme.warn))
        self._paint_pointer(painter)
        painter.end()

    def _collect_anew(self) -> None:
        self._fresh = defaultdict(dict)
        self._coming = None
        self._later.start()

    def _collect(self) -> None:
        """Take some more annotations to their rows; draw all of them when that is done."""
        if not self._index.complete(_AT_ONCE):
            self._later.start()
            return
        if self._coming is None:
            self._coming = iter([one.id for one in self._index.all()])
        shown, some = self._index.shown, list(islice(self._coming, _AT_ONCE))
        for number in some:
            annotation = self._index.get(number)
            if annotation is not None and annotation in shown:
                self._fresh[self._row(extent(annotation)[0])][number] = annotation
        if len(some) == _AT_ONCE:
            self._later.start()
        else:
            self._rows, self._fresh = self._fresh, defaultdict(dict)
            self._draw_all()

    def _draw_all(self) -> None:
        ratio = self.devicePixelRatioF()
        self._marks = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        self._marks.setDevicePixelRatio(ratio)
        self._marks.fill(Qt.GlobalColor.transparent)
        self._draw(self.rect())

    def _draw(self, part: QRect) -> None:
        """Have the marks in a part of the strip drawn anew before it is painted."""
        self._stale.append(part)
        self.update(part.adjusted(0, -6, 0, 6))

    def _renew_marks(self) -> None:
        """Draw the marks that changed, once, so that scrolling need not."""
        stale, self._stale = self._stale, []
        if self._marks.isNull() or not stale:
            return
        painter = QPainter(self._marks)
        for part in stale:
            painter.setClipRect(part)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(part, Qt.GlobalColor.transparent)
            for row in range(part.top() - self._tallest, part.bottom() + 1):
                for mark in _foremost(self._rows[row].values()) if row in self._rows else ():
                    self._paint_mark(painter, row, mark)
        painter.end()

    def _row(self, offset: int) -> int:
        return _MARGIN + round((self.height() - 2 * _MARGIN) * min(1.0, offset / self._length))

    def _height(self, annotation: Annotation) -> int:
        if annotation.layer is Layer.ENTITY:
            return 3
        start, end = extent(annotation)
        height = max(4, self._row(end) - self._row(start))
        self._tallest = max(self._tallest, height)
        return height

    def _paint_mark(self, painter: QPainter, row: int, mark: Annotation) -> None:
        rejected = mark.state is State.REJECTED
        strong = self._colours.theme.ink3 if rejected else self._colours.strong(mark)
        waiting = mark.state is not State.ACCEPTED
        tone = colour(strong, _FAINT if waiting else 1.0)
        if mark.layer is Layer.CLAIM:
            painter.fillRect(QRect(11, row, 2, self._height(mark)), tone)
        else:
            painter.fillRect(QRect(5, row, 4, 3), tone)
            if waiting:
                painter.fillRect(QRect(6, row + 1, 2, 1), Qt.GlobalColor.transparent)

    def _paint_pointer(self, painter: QPainter) -> None:
        current = self._index.get(self._index.shown.current)
        if current is None:
            return
        middle = self._row(extent(current)[0]) + self._height(current) / 2
        path = QPainterPath(QPointF(0, middle - 5))
        path.lineTo(6, middle)
        path.lineTo(0, middle + 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, colour(self._colours.theme.ring))

    def _go(self, y: float) -> None:
        room = max(1, self.height() - 2 * _MARGIN)
        share = min(1.0, max(0.0, (y - _MARGIN) / room))
        self.jumped.emit(round(share * self._length))


def _foremost(marks: Iterable[Annotation]) -> Collection[Annotation]:
    """Return the marks that a row shows, one a layer: rather one that waits than a decided one."""
    shown: dict[Layer, Annotation] = {}
    for one in marks:
        before = shown.setdefault(one.layer, one)
        if one.state is State.SUGGESTED and before.state is not State.SUGGESTED:
            shown[one.layer] = one
    return shown.values()
