"""Preferences of keys: the actions with their keys, and how one gets another."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from curator.translation import gettext as _
from curator.ui.actions import ACTIONS, Action, action
from curator.ui.do import Do
from curator.ui.key_caps import shown_key
from curator.ui.keymap import Keymap, refusal
from curator.ui.preferring.key_foot import KeyFoot
from curator.ui.preferring.key_groups import KeyLine
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.glass import Glass
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row
from curator.ui.widgets.titled_page import Page

_COLUMNS = (
    Column(_("Action")),
    Column(_("Menu"), width=110),
    Column(_("Keys"), Kind.KEYS, width=250),
)
_WORDS = _(
    "Letters and signs act while the text has the focus, keys with Ctrl and F keys anywhere. "
    "Menus, tooltips and the key sheet follow at once."
)
_PROMPT = _("Find an action or a key")
OR = "\n"
"""Between the keys of a cell."""


class KeysPage(Surface):
    """Gives actions other keys; a key that another action has is swapped, taken, or left."""

    def __init__(self, theme: Theme, keymap: Keymap) -> None:
        """Make the page.

        Args:
            theme: its colours.
            keymap: the keys, which are changed at once.
        """
        super().__init__(theme, "panel")
        self._keymap = keymap
        self._adds, self._wanted = False, ""
        self.table = Table(theme, _COLUMNS, name=_("Actions and their keys"))
        self.foot = KeyFoot(theme)
        self._field = QLineEdit(placeholderText=_PROMPT)
        self._field.setAccessibleName(_PROMPT)
        self._glass = Glass(theme, self._field)
        self._set = Button(theme, _("Set key"), key="Enter")
        self._add = Button(theme, _("Add key"), icon="add", key="Ins")
        self._remove = Button(theme, _("Remove key"), icon="remove", key="Del")
        self._reset = Button(theme, _("Default"), icon="undo")
        self._reset_all = Button(theme, _("Restore defaults"), icon="undo")
        self._lay_out(theme)
        self._connect()
        self._show()

    @property
    def do(self) -> Do | None:
        """The current action."""
        current = self.table.current
        return Do(current) if current is not None else None

    def ask(self) -> None:
        """Show the keys as they are, and begin at the field."""
        self._show()
        self.foot.rest()
        self.setFocusProxy(self._field)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._glass.set_theme(theme)

    def wait(self, *, adds: bool) -> None:
        """Wait for the key of the current action: another, or one more."""
        if self.do is not None:
            self._adds = adds
            self.foot.wait(action(self.do).text, signs=self._keymap.page)

    def take(self, key: str) -> None:
        """Give the current action a key, if nobody has it and nothing speaks against it."""
        do = self.do
        if do is None:
            return
        owner = self._keymap.owner(key)
        if why := refusal(key):
            self.foot.refuse(
                _("{key} cannot be changed. {why}.").format(key=shown_key(key), why=why)
            )
        elif owner is None or owner is do:
            self._give(do, key)
        else:
            old = "" if self._adds else self._keymap.key(do)
            self.foot.ask(shown_key(key), action(owner).text, swaps=bool(old))
            self._wanted = key

    def _give(self, do: Do, key: str) -> None:
        """Put a key in the place of the one that is shown, or behind the others."""
        before = self._keymap.keys(do)
        self._keymap.give(do, (*before, key) if self._adds else (key, *before[1:]))
        self._done(_("{key} is {text}").format(key=shown_key(key), text=action(do).text))

    def _answer(self, swaps: bool) -> None:  # noqa: FBT001 - what Qt's signal hands over
        """Take the key from the action that has it, or swap."""
        do, key = self.do, self._wanted
        owner = self._keymap.owner(key)
        if do is None or owner is None:
            return
        if swaps:
            self._keymap.swap(do, key, old=self._keymap.key(do))
            theirs = shown_key(self._keymap.key(owner))
            self._done(
                _("{key} is {text}, {theirs} is {other}").format(
                    key=shown_key(key),
                    text=action(do).text,
                    theirs=theirs,
                    other=action(owner).text,
                )
            )
        else:
            self._give(do, key)
            rest = _(" or ").join(map(shown_key, self._keymap.keys(owner))) or _("no key")
            self._done(
                _("{key} is {text}; {other} has {rest}").format(
                    key=shown_key(key),
                    text=action(do).text,
                    other=action(owner).text,
                    rest=rest,
                )
            )

    def _take_away(self) -> None:
        """Take the last key of the current action away."""
        if self.do is not None and self._keymap.keys(self.do):
            self._keymap.give(self.do, self._keymap.keys(self.do)[:-1])

    def _default(self) -> None:
        do = self.do
        if do is None:
            return
        lost = {self._keymap.owner(key) for key in action(do).keys} - {None, do}
        self._keymap.reset(do)
        names = ", ".join(action(one).text for one in lost if one is not None)
        self._done(_("Taken from {names}").format(names=names) if names else "")

    def _done(self, words: str) -> None:
        self.foot.rest(words)
        self.table.focus()

    def _show(self) -> None:
        words = self._field.text()
        self.table.set_rows([self._row(row) for row in ACTIONS if self._line(row).has(words)])
        self._offer()

    def _row(self, row: Action) -> Row:
        name = Cell(row.text, ink="accent" if self._keymap.is_changed(row.do) else "ink")
        menu = Cell(row.within or row.menu, ink="ink2")
        return Row(row.do.value, (name, menu, Cell(OR.join(self._keymap.keys(row.do)))))

    def _line(self, row: Action) -> KeyLine:
        return KeyLine(row.text, self._keymap.keys(row.do), hand=row.menu)

    def _offer(self) -> None:
        do = self.do
        for button in (self._set, self._add):
            button.setEnabled(do is not None)
        self._remove.setEnabled(do is not None and bool(self._keymap.keys(do)))
        self._reset.setEnabled(do is not None and self._keymap.is_changed(do))
        self._reset_all.setEnabled(not self._keymap.is_default)

    def _moved(self) -> None:
        self.foot.rest()
        self._offer()

    def _connect(self) -> None:
        self._keymap.changed.connect(self._show)
        self._field.textChanged.connect(self._show)
        self._field.returnPressed.connect(self.table.focus)
        self.table.current_changed.connect(self._moved)
        self.table.chosen.connect(lambda _do: self.wait(adds=False))
        self.foot.pressed.connect(self.take)
        self.foot.answered.connect(self._answer)
        self.foot.left.connect(self.table.focus)
        self._set.clicked.connect(lambda: self.wait(adds=False))
        self._add.clicked.connect(lambda: self.wait(adds=True))
        self._remove.clicked.connect(self._take_away)
        self._reset.clicked.connect(self._default)
        self._reset_all.clicked.connect(self._keymap.reset_all)
        for key, button in (("Ins", self._add), ("Del", self._remove)):
            self.table.on_key(key, button.click)

    def _lay_out(self, theme: Theme) -> None:
        body = Surface(theme, "panel")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 24, 0)
        top.addWidget(self._field)
        rows.addLayout(top)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.foot)
        buttons = [self._set, self._add, self._remove, self._reset, self._reset_all]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Page(theme, _("Keys"), _WORDS, body, buttons))
