"""The middle of the window: header, view bar, page, elsewhere strip, legend, toast."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import keys
from curator.ui.do import Do
from curator.ui.finding.bar import FindBar
from curator.ui.header import Header
from curator.ui.keymap import Keymap
from curator.ui.legend import Legend
from curator.ui.metrics import PAGE_LEAST
from curator.ui.page.view import Page
from curator.ui.strip import Strip
from curator.ui.tokens import Theme
from curator.ui.view_bar import ViewBar
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.notice import Notices
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.toast import Toast


class ReviewPane(Surface):
    """Lays the parts out, and says which key was pressed on the page.

    Attributes:
        header, view_bar, find_bar, page, strip, legend, notices, toast: the parts.
        keys_taken: keys that go to `key` before anything else, such as a slot's letters.

    Signals:
        triggered(object): an action's key was pressed on the page.
        digit(str): a digit was pressed there, ``1`` to ``9``.
        key(str): a key of `keys_taken` was pressed there.
        empty_acted(): the button of the empty page was pressed.
        escaped(): Esc was pressed on the page, and meant nothing there.
    """

    triggered = Signal(object)
    digit = Signal(str)
    key = Signal(str)
    empty_acted = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", parent=parent)
        self._keymap = keymap
        self.setMinimumWidth(PAGE_LEAST)
        self.header = Header(theme)
        self.view_bar = ViewBar(theme)
        self.find_bar = FindBar(theme)
        self.page = Page()
        self.page.set_theme(theme)
        self.strip = Strip(theme)
        self.legend = Legend(theme)
        self.notices = Notices(theme)
        self.keys_taken: frozenset[str] = frozenset()
        self._empty = EmptyPlace(theme, upright=True)
        self._empty.acted.connect(self.empty_acted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.page)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.notices, self.view_bar, self.find_bar):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)
        column.addWidget(self.legend)
        self.toast = Toast(theme, self)
        self.page.installEventFilter(self)
        self.show_empty("document", _("No document is open"), _("Choose one in the queue."))

    def add_bar(self, bar: QWidget) -> None:
        """Lay a bar under the find bar, until it is deleted."""
        self._column.insertWidget(self._column.indexOf(self.find_bar) + 1, bar)

    def show_page(self) -> None:
        """Show the text and what belongs to it."""
        self._show(page=True)

    def show_empty(
        self,
        icon: str,
        sentence: str,
        detail: str = "",
        *,
        action: str = "",
        do: Do | None = None,
    ) -> None:
        """Show that there is no text, and what can be done about it."""
        self._empty.say(icon, sentence, detail=detail, action=action, do=do)
        self.header.clear()
        self._show(page=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that act while the text has the focus."""
        if watched is self.page and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                return self._claim(event)
            if event.type() is QEvent.Type.KeyPress:
                return self._press(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the find bar away with an Esc that was left over, or hand it on."""
        if event.key() == Qt.Key.Key_Escape and not self.find_bar.isHidden():
            self.find_bar.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, *, page: bool) -> None:
        self._stack.setCurrentIndex(int(page))
        for part in (self.view_bar, self.strip, self.legend):
            part.setVisible(page)
        self.find_bar.setVisible(page and not self.find_bar.isHidden())

    def _claim(self, event: QKeyEvent) -> bool:
        """Keep a menu's mnemonic from taking a key of the page, such as Alt with a sign."""
        mine = keys.name(event, signs=self._keymap.page) in self._keymap.page
        if mine:
            event.accept()
        return mine

    def _press(self, event: QKeyEvent) -> bool:
        pressed = keys.name(event, signs=self._keymap.page)
        if pressed in self.keys_taken:
            self.key.emit(pressed)
        elif (do := self._keymap.page.get(pressed)) is not None:
            self.triggered.emit(do)
        elif pressed in tuple("123456789"):
            self.digit.emit(pressed)
        else:
            return False
        return True

    def focus_page(self) -> None:
        """Give the text the keyboard."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
