"""The key sheet: every action with the keys it has now, in columns, and a field to search it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.keymap import Keymap
from curator.ui.preferring.key_groups import Group, KeyLine, groups, spread
from curator.ui.tokens import Theme
from curator.ui.widgets import caps
from curator.ui.widgets.button import Button
from curator.ui.widgets.glass import Glass
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface, retheme

LINE, HEADING = 29, 44
COLUMNS, COLUMN_LEAST, GAP, SIDE = 4, 232, 28, 32
_PROMPT = _("Find a key or an action")
_WORDS = _("Letters and signs act while the text has the focus, keys with Ctrl anywhere.")
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class KeySheet(QDialog):
    """Stays open beside the review; Esc closes it.

    Signals:
        change(): a person wants other keys.
    """

    change = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget | None = None) -> None:
        """Make the sheet.

        Args:
            theme: its colours.
            keymap: whose keys it shows, also when they change.
            parent: the window of the review.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self._keymap = keymap
        self.lines = _Lines(theme)
        self._field = QLineEdit(placeholderText=_PROMPT)
        self._field.setAccessibleName(_PROMPT)
        self._field.setFixedWidth(260)
        self._glass = Glass(theme, self._field)
        self._field.textChanged.connect(self._show)
        self._field.installEventFilter(self)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.lines)
        keymap.changed.connect(self._show)
        self._lay_out(theme)
        self.resize(_size(parent))
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)
        self._glass.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll while the field keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                bar = self._area.verticalScrollBar()
                bar.setValue(bar.value() + step * LINE)
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self.lines.show_groups(groups(self._keymap, self._field.text()))

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Line(theme, fonts.interface(19, 600), ink="ink", text=_("Keys")))
        words.addWidget(Line(theme, fonts.interface(12.5), text=_WORDS))
        change = Button(theme, _("Change keys …"), icon="settings", height=30)
        change.clicked.connect(self.change)
        top = QHBoxLayout()
        top.setContentsMargins(SIDE, 22, SIDE, 12)
        top.setSpacing(10)
        top.addLayout(words, 1)
        top.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._field, 0, Qt.AlignmentFlag.AlignTop)
        ground = Surface(theme, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)


def _size(window: QWidget | None) -> QSize:
    """Return a size for four columns, within the window that the sheet belongs to."""
    width, height = 2 * SIDE + COLUMNS * 256 + (COLUMNS - 1) * GAP, 1000
    if window is not None:
        width, height = min(width, window.width() - 40), min(height, window.height() - 60)
    return QSize(width, height)


class _Lines(QWidget):
    """Paints groups of lines in as many columns as there is room for.

    Attributes:
        columns: the groups as they stand, from left to right.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._groups: list[Group] = []
        self.columns: list[list[Group]] = []
        self.setAccessibleName(_("Keys"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_groups(self, found: list[Group]) -> None:
        self._groups = found
        told = [f"{one.title}. {'; '.join(line.told for line in one.lines)}." for one in found]
        self.setAccessibleDescription(" ".join(told))
        self._spread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        if not self.columns:
            words = QRectF(SIDE, 20, self.width() - 2 * SIDE, 24)
            nothing = _("No key and no action is called like this.")
            paint.put(painter, words, nothing, fonts.interface(13), theme.ink2)
        width = self._width()
        for place, column in enumerate(self.columns):
            y = 0.0
            for group in column:
                heading = QRectF(SIDE + place * (width + GAP), y + 12, width, 24)
                paint.put(painter, heading, group.title, fonts.interface(12.5, 600), theme.ink)
                y += HEADING
                for line in group.lines:
                    self._line(painter, QRectF(heading.x(), y, width, LINE), line)
                    y += LINE
        painter.end()

    def _line(self, painter: QPainter, rect: QRectF, line: KeyLine) -> None:
        theme, middle = self._theme, rect.center().y()
        right = rect.right()
        if line.hand:
            font = fonts.interface(11.5)
            wide = fonts.wide(line.hand, font)
            hand = QRectF(right - wide, rect.y(), wide + 1, rect.height())
            paint.put(painter, hand, line.hand, font, theme.ink2, elide=False)
            right -= wide + 6
        left = caps.draw(painter, right, middle, line.keys, theme, between=line.between)
        ink = theme.ink if line.keys or line.hand else theme.ink2
        words = rect.adjusted(0, 0, left - rect.right() - 8, 0)
        paint.put(painter, words, line.text, fonts.interface(13), ink)
        paint.hairline(painter, rect.x(), rect.bottom() - 1, rect.width(), theme.line)

    def _count(self) -> int:
        room = self.width() - 2 * SIDE + GAP
        return max(1, min(COLUMNS, room // (COLUMN_LEAST + GAP)))

    def _width(self) -> float:
        count = self._count()
        return (self.width() - 2 * SIDE - (count - 1) * GAP) / count

    def _spread(self) -> None:
        self.columns = spread(self._groups, self._count(), heading=HEADING / LINE)
        highest = max(
            (sum(HEADING + LINE * len(group.lines) for group in one) for one in self.columns),
            default=HEADING,
        )
        self.setMinimumHeight(highest + 10)
        self.update()
