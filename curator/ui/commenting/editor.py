"""The small editor of a comment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from curator.services.commenting import LONGEST
from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line

_WIDTH, _HEIGHT, _TOP = 480, 176, 96


class CommentEditor(QDialog):
    """A few lines to write into; Enter keeps them, Shift+Enter begins a line, Esc leaves.

    Signals:
        kept(str): the comment was written; empty when it was taken away.
    """

    kept = Signal(str)

    def __init__(self, theme: Theme, title: str, words: str, parent: QWidget) -> None:
        """Make one.

        Args:
            title: what is commented on.
            words: of the comment that there is.
            parent: the window; the editor hangs below its upper edge.
        """
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._theme, self._over = theme, parent
        self._words = QPlainTextEdit(words)
        self._words.setAccessibleName(title)
        self._words.setPlaceholderText(_("What should whoever comes next know?"))
        self._words.setTabChangesFocus(True)
        self._words.setFont(fonts.interface(13))
        self._words.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._words.installEventFilter(self)
        self._keep = Button(theme, _("Keep"), key="Enter", kind="primary")
        self._keep.clicked.connect(self._done)
        self._remove = Button(theme, _("Take away"), icon="remove")
        self._remove.setVisible(bool(words))
        self._remove.clicked.connect(self._taken_away)
        self._lay_out(title)

    def sizeHint(self) -> QSize:
        """Return its fixed size."""
        return QSize(_WIDTH, _HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand below the upper edge of the window, the caret behind the words."""
        super().showEvent(event)
        corner = self._over.mapToGlobal(QPoint(0, 0))
        self.move(corner.x() + (self._over.width() - _WIDTH) // 2, corner.y() + _TOP)
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the comment with Enter; with Shift it is the end of a line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._done()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground with its edge."""
        painter = QPainter(self)
        paint.ground(painter, self.rect(), self._theme.panel)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint.box(painter, edge, 0, None, self._theme.edge)
        field = QRectF(self._words.geometry()).adjusted(-8, -6, 8, 6)
        paint.box(painter, field, 6, self._theme.raised, self._theme.focus)
        painter.end()

    def _done(self) -> None:
        words = self._words.toPlainText()[:LONGEST]
        self.accept()
        self.kept.emit(words)

    def _taken_away(self) -> None:
        self.accept()
        self.kept.emit("")

    def _lay_out(self, title: str) -> None:
        self.setFixedSize(self.sizeHint())
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 22, 14)
        column.setSpacing(14)
        column.addWidget(Line(self._theme, fonts.interface(13, 600), ink="ink", text=title))
        column.addWidget(self._words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        hint = _("Shift+Enter begins a line, Esc leaves")
        row.addWidget(Line(self._theme, fonts.interface(11.5), ink="ink3", text=hint), 1)
        row.addWidget(self._remove)
        row.addWidget(self._keep)
        column.addLayout(row)
