"""A key that was given to an action reaches it, whatever a text field makes of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from curator.ui.do import Do
from curator.ui.preferring.preferring import Preferring
from curator.ui.widgets.undo_line import UndoLine
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    "key", ["Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+Shift+A", "Q", "Alt+Q", "Shift+Space", "F5"]
)
@pytest.mark.usefixtures("feature")
def test_that_any_key_that_can_be_given_acts_on_the_page(hands: Hands, key: str) -> None:
    flag = hands.pane.header._flag
    hands.window.keymap.give(Do.FLAG, [key])
    hands.press(key)
    hands.until(flag.isChecked)


def test_that_a_field_keeps_its_own_keys(hands: Hands, feature: Preferring) -> None:
    hands.window.keymap.give(Do.FLAG, ["Ctrl+A", "Q"])
    box = hands.filter_box()
    box.setFocus()
    hands.type("q", "w", on=box)
    hands.type("Ctrl+A", on=box)
    assert box.selectedText() == "qw"
    assert not hands.pane.header._flag.isChecked()
    box.clear()
    hands.until(lambda: hands.window.queue.filter.words == "")
    assert feature.sheet is None


@pytest.mark.parametrize("do", [Do.BULK, Do.IDENTICAL])
@pytest.mark.usefixtures("feature")
def test_that_a_window_opened_later_names_the_key_that_undo_has(hands: Hands, do: Do) -> None:
    hands.window.keymap.give(Do.UNDO, ["F5"])
    hands.do_quickly(do)

    def said() -> list[str]:
        lines = [
            line
            for dialog in hands.window.findChildren(QDialog)
            for line in dialog.findChildren(UndoLine)
        ]
        return [line.text() for line in lines if line.isVisible() and "takes all" in line.text()]

    hands.until(said)
    assert said()[0].endswith("F5 takes all of it back")
    hands.window.keymap.give(Do.UNDO, [])
    assert said()[0].endswith("undo takes all of it back")
    for dialog in hands.window.findChildren(QDialog):
        dialog.close()
