"""Shows a guideline: its blocks are written as words in fonts of ours, nothing is loaded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from curator.domain.guideline import Block, Kind, Run, blocks
from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.tokens import Theme

_SIZE = 13.0
_HEADINGS = (17.0, 15.0, 14.0)
_STEP = 18
_MARGIN = 6


class GuidelineView(QTextEdit):
    """A guideline to read, and to copy from."""

    def __init__(self, theme: Theme, *, ground: str = "page") -> None:
        """Show nothing at first.

        Args:
            theme: its colours.
            ground: name of the token that it lies on.
        """
        super().__init__()
        self._theme, self._ground, self._source = theme, ground, ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAccessibleName(_("Guideline"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._write()

    def show_guideline(self, source: str) -> None:
        """Show another guideline, in Markdown."""
        if source != self._source:
            self._source = source
            self._write()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._write()

    def height_for(self, width: int) -> int:
        """Return how high all of it is in a width; both in logical pixels."""
        copy = self.document().clone()
        copy.setTextWidth(width)
        return round(copy.size().height()) + 2

    def _write(self) -> None:
        theme = self._theme
        self.setStyleSheet(
            f"QTextEdit {{ background: {getattr(theme, self._ground)}; color: {theme.ink}; }}"
        )
        fresh = QTextDocument(self)
        fresh.setDocumentMargin(_MARGIN)
        cursor = QTextCursor(fresh)
        for place, block in enumerate(blocks(self._source)):
            shape = _shape(block, first=place == 0)
            if place:
                cursor.insertBlock(shape)
            else:
                cursor.setBlockFormat(shape)
            self._block(cursor, block)
        self.setDocument(fresh)

    def _block(self, cursor: QTextCursor, block: Block) -> None:
        if block.kind is Kind.BULLET:
            cursor.insertText("•  ", self._look(Run(""), block))
        elif block.kind is Kind.NUMBER:
            cursor.insertText(f"{block.mark}  ", self._look(Run(""), block))
        elif block.kind is Kind.RULE:
            cursor.insertText("—" * 3, self._look(Run(""), block, ink=self._theme.ink3))
        for run in block.runs:
            # A line end inside of a block is one, not another block.
            cursor.insertText(run.text.replace("\n", "\u2028"), self._look(run, block))

    def _look(self, run: Run, block: Block, *, ink: str = "") -> QTextCharFormat:
        size, weight = _SIZE, 600 if run.strong else 400
        if block.kind is Kind.HEADING:
            size, weight = _HEADINGS[min(block.level, len(_HEADINGS)) - 1], 600
        font = QFont(fonts.mono(12) if run.code else fonts.interface(size, weight))
        font.setItalic(run.emphasis)
        look = QTextCharFormat()
        look.setFont(font)
        quiet = self._theme.ink2 if block.kind is Kind.QUOTE else self._theme.ink
        look.setForeground(paint.colour(ink or quiet))
        if run.code:
            look.setBackground(paint.colour(self._theme.sunken))
        return look


class GuidelineField(QPlainTextEdit):
    """A guideline to write; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Guideline in Markdown"))
        self.setPlaceholderText(
            _(
                "When is this label right, and when is it not? "
                "Markdown: # heading, - item, **strong**"
            )
        )
        self.setFont(fonts.mono(12))


def _shape(block: Block, *, first: bool) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    item = block.kind in (Kind.BULLET, Kind.NUMBER)
    indent = _STEP * (block.level + 1) if item else _STEP if block.kind is Kind.QUOTE else 0
    shape.setLeftMargin(indent)
    shape.setTextIndent(-_STEP + 2 if item else 0)
    above = 2 if item else 12 if block.kind is Kind.HEADING else 6
    shape.setTopMargin(0 if first else above)
    shape.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return shape
