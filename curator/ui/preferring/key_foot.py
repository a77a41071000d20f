"""The line under the table of keys: waits for a key, and asks about one that is taken."""

from __future__ import annotations

from collections.abc import Container
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.preferring.key_field import KeyField
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

_HEIGHT = 34


class KeyFoot(Surface):
    """Rests, waits for a key, or asks what becomes of the action that has it.

    Signals:
        pressed(str): a key was pressed while it waited.
        answered(bool): the key is taken from the other action; True swaps.
        left(): nothing is changed after all.
    """

    pressed = Signal(str)
    answered = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel")
        self.setFixedHeight(_HEIGHT)
        self.field = KeyField(theme)
        self.said = Line(theme, fonts.interface(12.5))
        self._swap = Button(theme, _("Swap"), kind="primary", key="Enter")
        self._take = Button(theme, _("Take it"))
        self._cancel = Button(theme, _("Cancel"), key="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self.said, 1)
        for button in (self._swap, self._take, self._cancel):
            row.addWidget(button)
        self.field.pressed.connect(self.pressed)
        self.field.given_up.connect(self._leave)
        self._swap.clicked.connect(partial(self._answer, swaps=True))
        self._take.clicked.connect(partial(self._answer, swaps=False))
        self._cancel.clicked.connect(self._leave)
        self.rest()

    @property
    def said_words(self) -> str:
        """What it says."""
        return self.said.text()

    def rest(self, words: str = "") -> None:
        """Say what was done, or nothing."""
        self._say(words, "ink2")
        self._show()

    def wait(self, name: str, *, signs: Container[str]) -> None:
        """Wait for the key of an action.

        Args:
            name: of the action.
            signs: keys that mean something, which are no digits by their place.
        """
        self.field.signs = signs
        self._say(_("for “{name}”").format(name=name), "ink2")
        self._show(self.field, self._cancel)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, why: str) -> None:
        """Say why a key cannot be had, and wait for another."""
        self._say(why, "warn")

    def ask(self, key: str, owner: str, *, swaps: bool) -> None:
        """Ask about a key that another action has.

        Args:
            key: as people write it.
            owner: the words of the action that has it.
            swaps: whether there is a key to give for it.
        """
        self._say(_("{key} is “{owner}”").format(key=key, owner=owner), "warn")
        buttons = (self._swap, self._take, self._cancel) if swaps else (self._take, self._cancel)
        self._show(*buttons)
        buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Enter, leave with Esc; buttons pass both on."""
        if self._cancel.isHidden():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.isHidden():
            self._answer(swaps=not self._swap.isHidden() and not self._take.hasFocus())
        else:
            super().keyPressEvent(event)

    def _answer(self, *_pressed: bool, swaps: bool) -> None:
        self.answered.emit(swaps)

    def _leave(self) -> None:
        self.rest()
        self.left.emit()

    def _say(self, words: str, ink: str) -> None:
        self.said.set_ink(ink)
        self.said.set_text(words)

    def _show(self, *shown: KeyField | Button) -> None:
        for control in (self.field, self._swap, self._take, self._cancel):
            control.setVisible(control in shown)
