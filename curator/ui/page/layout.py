"""The plain-text layout with a line pitch, an indented column and gaps between paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from curator.ui.page.measures import Measures
from curator.ui.page.split import View

_EMPTY = 6
"""Height of an empty line between paragraphs, which have a gap of their own (logical pixels)."""


class Leading(QPlainTextDocumentLayout):
    """Lays lines at our own pitch, which `QPlainTextEdit` by itself cannot.

    Blocks are laid out when they are first asked for, as in the base class. Whoever sets a text
    calls `prepare` before, and after it `renew` when it is a single block: the base class lays
    out a block that was changed in place in its own way.

    Attributes:
        revision: another one whenever lines that were laid out before are no more.

    Args:
        document: whose layout this is; the caller keeps references to both.
        measures: pitch, gap, column and indent.
    """

    def __init__(self, document: QTextDocument, measures: Measures) -> None:
        super().__init__(document)
        self._measures = measures
        self._view = View("", (0,))
        self.revision = 0

    def prepare(self, view: View) -> None:
        """Know what blocks the text that is about to be set will have."""
        self._view = view

    def renew(self, measures: Measures) -> None:
        """Take new measures; all blocks are laid out anew when they are seen."""
        self._measures = measures
        self.revision += 1
        block = self.document().begin()
        while block.isValid():
            block.clearLayout()
            block = block.next()

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Forget lines, as Qt does for another text or font (UTF-16 units)."""
        self.revision += 1
        super().documentChanged(start, removed, added)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Lay a block out if it is not yet, and return its rectangle at the origin."""
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        lines = layout.lineCount()
        if not lines:
            lines = self._lay_out(block)
        measures = self._measures
        number = block.blockNumber()
        extra = 0 if number in self._view.seams else measures.gap
        if number == 0:
            extra += measures.above
        width = measures.left + measures.column
        if number and block.length() == 1:
            return QRectF(0, 0, width, _EMPTY)
        return QRectF(0, 0, width, lines * measures.pitch + extra)

    def _lay_out(self, block: QTextBlock) -> int:
        measures, layout = self._measures, block.layout()
        layout.setTextOption(self._option(block))
        layout.beginLayout()
        top = measures.pitch - measures.tight
        if block.blockNumber() == 0:
            top += measures.above
        while (line := layout.createLine()).isValid():
            line.setLineWidth(measures.column)
            inset = round((measures.tight - line.height()) / 2)
            line.setPosition(QPointF(measures.left, top + inset))
            top += measures.pitch
        layout.endLayout()
        lines = layout.lineCount()
        if block.lineCount() != lines:
            block.setLineCount(lines)
            self.documentSizeChanged.emit(self.documentSize())
        return lines

    def _option(self, block: QTextBlock) -> QTextOption:
        option = self.document().defaultTextOption()
        if block.blockNumber() in self._view.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        return option
