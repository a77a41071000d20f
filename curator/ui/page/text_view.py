"""The text by itself: laid out, found by code point, and scrolled."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from curator.ui import fonts
from curator.ui.metrics import COMFORTABLE, Metrics
from curator.ui.offsets import Offsets
from curator.ui.page.layout import Leading
from curator.ui.page.measures import Measures, measure
from curator.ui.page.sight import LINE_BITS, Line, Sight, block_lines
from curator.ui.page.split import View, split

_BEYOND = 40
"""How far lines are looked for above and below the viewport: strokes and chips stand out."""
REACH = 30
"""How far strokes, rings and chips stand out of the lines they belong to."""
_TARGET = 0.4
"""Where a line is put that was out of sight, as a share of the viewport's height."""
_CALM = 0.1
"""A line further than this share from the upper and lower edge stays where it is."""
_LINES = 1 << LINE_BITS


class TextView(QPlainTextEdit):
    """A read-only text in our leading; every offset of its own methods is a code point.

    Args:
        parent: the widget around it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._view = View("", (0,))
        self._offsets = Offsets("")
        self._names = False
        self._seen: tuple[tuple[object, ...], Sight] | None = None
        self._metrics = COMFORTABLE
        font = _font(self._metrics)
        self._measures = measure(font, 640, names=False)
        self._document = QTextDocument(self)
        self._leading = Leading(self._document, self._measures)
        self._document.setDocumentLayout(self._leading)
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self.setDocument(self._document)
        self.setFont(font)
        self._behave()

    def _behave(self) -> None:
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setCursorWidth(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def text(self) -> str:
        """The stored text."""
        return self._text

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each block begins."""
        return self._view.starts

    @property
    def offsets(self) -> Offsets:
        """Of the text: code points and the UTF-16 units that Qt counts in."""
        return self._offsets

    @property
    def measures(self) -> Measures:
        """Lengths on the page as it is now."""
        return self._measures

    @property
    def metrics(self) -> Metrics:
        """Density, size and length of line."""
        return self._metrics

    def set_metrics(self, metrics: Metrics) -> None:
        """Take another density, size or length of line; the first line in sight stays there."""
        top = self._top()
        self._metrics = metrics
        self._document.setDefaultFont(_font(metrics))
        self.setFont(self._document.defaultFont())
        if self._renew():
            self._stay_at(top)

    def set_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self._text, self._view, self._offsets = text, split(text), Offsets(text)
        self._leading.prepare(self._view)
        self.setPlainText(self._view.text)
        if len(self._view.starts) == 1:
            self._leading.renew(self._measures)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def sight(self) -> Sight:
        """Return the lines on the viewport and a little above and below it.

        A key asks for it several times; it is kept until the text is scrolled or laid out anew.
        """
        block, size = self.firstVisibleBlock(), self.viewport().size()
        offset, ratio = self.contentOffset(), self.devicePixelRatioF()
        place = (block.blockNumber(), offset.x(), offset.y())
        state = (self._leading.revision, place, size.width(), size.height(), ratio)
        if self._seen is None or self._seen[0] != state:
            self._seen = (state, self._look(block, size.height() + _BEYOND, ratio))
        return self._seen[1]

    def _look(self, block: QTextBlock, bottom: int, ratio: float) -> Sight:
        """Find the lines from a block on as far down as `bottom` on the viewport."""
        place = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        lines: list[Line] = []
        first = last = block.blockNumber()
        while block.isValid() and place.y() < bottom:
            height, last = self.blockBoundingRect(block).height(), block.blockNumber()
            above = self._measures.above if last == 0 else 0
            lines += block_lines(
                block,
                place,
                self._offsets,
                pitch=self._measures.pitch,
                above=above,
                band=(-_BEYOND, bottom),
                ratio=ratio,
            )
            place += QPointF(0, height)
            block = block.next()
        return Sight(self._text, self._offsets, lines, (first, last), ratio)

    def sees(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether any of some stretches of the text (code points) reaches into lines in sight."""
        lines = self.sight().lines
        if not lines:
            return False
        first, last = lines[0].start, lines[-1].end
        return any(start < last and first < end for start, end in spans)

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds an offset, in sight or not."""
        block = self._document.findBlock(self._offsets.to_units(offset))
        self.blockBoundingRect(block)
        unit = self._offsets.to_units(offset) - block.position()
        return block.blockNumber() * _LINES + max(
            0, block.layout().lineForTextPosition(unit).lineNumber()
        )

    def bring_into_view(self, offset: int, *, always: bool = False) -> None:
        """Scroll to an offset if its line is not well inside the viewport.

        Args:
            offset: what is to be seen.
            always: True scrolls also when it is in the middle four fifths.
        """
        height, pitch = self.viewport().height(), self._measures.pitch
        number = self.line_of(offset)
        if not always:
            for line in self.sight().lines:
                if line.number == number:
                    if height * _CALM <= line.top <= height * (1 - _CALM) - pitch:
                        return
                    break
        self._scroll_to(number, height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the size of the text is not the wheel's business."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out for the new width; the first line in sight stays there."""
        top = self._top()
        super().resizeEvent(event)
        if self._renew():
            self._stay_at(top)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go to the text."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def update_blocks(self, blocks: Collection[int]) -> None:
        """Repaint blocks, by number, as far as they are in sight."""
        width = self.viewport().width()
        for line in self.sight().lines if blocks else ():
            if line.number >> LINE_BITS in blocks:
                top = int(line.top) - REACH
                self.viewport().update(0, top, width, self._measures.pitch + 2 * REACH)

    def show_names(self, *, on: bool) -> None:
        """Make room over the lines for names, or take it back."""
        self._names = on
        self._renew()

    def _renew(self) -> bool:
        """Take measures anew and say whether they have changed."""
        font, width = self._document.defaultFont(), self.viewport().width()
        measures = measure(font, width, names=self._names, metrics=self._metrics)
        if measures == self._measures:
            return False
        self._measures = measures
        self._leading.renew(measures)
        self.viewport().update()
        return True

    def _top(self) -> int:
        """Return where the first line in sight begins."""
        lines = self.sight().lines
        return next((line.start for line in lines if line.top > -self._measures.pitch / 2), 0)

    def _stay_at(self, top: int) -> None:
        if top:
            self.verticalScrollBar().setValue(self._ordinal(self.line_of(top)))

    def _ordinal(self, number: int) -> int:
        """Return where a line stands among all lines as far as they are laid out."""
        block = self._document.findBlockByNumber(number // _LINES)
        return block.firstLineNumber() + number % _LINES

    def _scroll_to(self, number: int, height: int) -> None:
        """Put a line into the middle third, laying out what is above and below it."""
        block = self._document.findBlockByNumber(number // _LINES)
        above = float((number % _LINES) * self._measures.pitch)
        below, following = 0.0, block
        while following.isValid() and below < height + above:
            below += self.blockBoundingRect(following).height()
            following = following.next()
        room = height * _TARGET
        while above < room and block.previous().isValid():
            block = block.previous()
            above += self.blockBoundingRect(block).height()
        skipped = max(0, int((above - room) // self._measures.pitch))
        skipped = min(skipped, block.layout().lineCount() - 1)
        self.verticalScrollBar().setValue(block.firstLineNumber() + skipped)


def _font(metrics: Metrics) -> QFont:
    font = fonts.reading(metrics.reading)
    font.setWordSpacing(metrics.word_gap * metrics.scale)
    return font
