"""The top row: menus from the table of actions, the field of the palette, the project's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, icons
from curator.ui.actions import ACTIONS, MENUS, Action
from curator.ui.do import Do
from curator.ui.key_caps import shown_key
from curator.ui.keymap import Keymap, acts_on_page
from curator.ui.metrics import MENU_ROW
from curator.ui.tokens import Theme
from curator.ui.widgets.line import Line
from curator.ui.widgets.search_field import SearchField
from curator.ui.widgets.surface import Surface

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu


class MenuRow(Surface):
    """Menus on the left, the palette's field in the middle, the project on the right.

    Keys of the page are only written beside the words; those with Ctrl are shortcuts.

    Attributes:
        actions_by: Qt's action for each action of the table, once they are filled in.

    Signals:
        triggered(object): an action was chosen.
    """

    triggered = Signal(object)

    def __init__(self, theme: Theme, keymap: Keymap, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "chrome", lines="bottom", parent=parent)
        self.setFixedHeight(MENU_ROW)
        self._keymap = keymap
        self._words = {row.do: row.text for row in ACTIONS}
        self._bar = QMenuBar()
        self._bar.setFont(fonts.interface(12.5, 450))
        self._bar.setNativeMenuBar(False)
        self._bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menus = {name: self._bar.addMenu(f"&{name}") for name in MENUS}
        self._inner: dict[str, QMenu] = {}
        self.actions_by: dict[Do, QAction] = {}
        self.field = SearchField(theme, _("Find a command, document or label"), do=Do.PALETTE)
        self.field.clicked.connect(lambda: self.triggered.emit(Do.PALETTE))
        self._project = Line(theme, fonts.interface(12, 500), align=Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 16, 1)
        row.addWidget(self._bar, 1)
        row.addWidget(self.field, 0)
        row.addWidget(self._project, 1)

    def pop_up(self, menu: str, at: QPoint) -> None:
        """Show one of the menus at a place of the screen, such as under the pointer."""
        self._menus[menu].popup(at)

    def set_project(self, name: str) -> None:
        """Show the open project's name; empty for none."""
        self._project.set_text(name)

    def name_acts(self, undo: str, redo: str) -> None:
        """Name what undo would take back and redo bring back; empty where there is nothing."""
        for do, word, act in ((Do.UNDO, _("Undo"), undo), (Do.REDO, _("Redo"), redo)):
            words = act.replace("&", "&&")
            self._words[do] = f"{word}: {words}" if act else word
            self._write(do)

    def mark(self, do: Do, *, on: bool) -> None:
        """Show beside an action whether it is in force."""
        self.actions_by[do].setCheckable(True)
        self.actions_by[do].setChecked(on)

    def fill(self) -> None:
        """Put the actions into the menus, once; nobody hears them before the first paint."""
        from PySide6.QtGui import QAction

        for row in ACTIONS:
            menu = self._menu(row)
            made = QAction(self)
            made.triggered.connect(self._emitter(row.do))
            menu.addAction(made)
            self.actions_by[row.do] = made
        self.show_keys()
        for name, menu in self._menus.items():
            menu.aboutToShow.connect(partial(self._draw_icons, name))

    def show_keys(self) -> None:
        """Write the keys that actions have now beside them, and have the window take its own."""
        from PySide6.QtGui import QKeySequence

        for do, made in self.actions_by.items():
            window = [key for key in self._keymap.keys(do) if not acts_on_page(key)]
            made.setShortcuts([QKeySequence(key) for key in window])
            self._write(do)

    def _write(self, do: Do) -> None:
        """Write an action's words; a key of the page is words, too, because Qt must not take it."""
        key = self._keymap.key(do)
        beside = f"\t{shown_key(key)}" if key and acts_on_page(key) else ""
        self.actions_by[do].setText(self._words[do] + beside)

    def _menu(self, row: Action) -> QMenu:
        """Return the menu of an action, with a line where it is parted from what is above."""
        menu = self._menus[row.menu]
        if row.within and row.within not in self._inner:
            menu.addSeparator()
            self._inner[row.within] = menu.addMenu(f"&{row.within}")
        elif row.parted:
            self._inner.get(row.within, menu).addSeparator()
        return self._inner.get(row.within, menu)

    def _draw_icons(self, menu: str) -> None:
        """Draw a menu's icons when it opens: before that they only cost time."""
        for row in ACTIONS:
            if row.menu == menu and row.icon:
                self.actions_by[row.do].setIcon(icons.icon(row.icon, self.theme))

    def _emitter(self, do: Do) -> Callable[[], None]:
        return lambda: self.triggered.emit(do)
