"""Keys are changed where they are listed, and everything that shows one follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from curator.ui import palette_entries
from curator.ui.do import Do
from curator.ui.preferring.keys_page import KeysPage
from curator.ui.preferring.preferring import KEYS, Preferring
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(hands: Hands, feature: Preferring) -> KeysPage:
    feature.show_window(KEYS)
    assert feature.window is not None
    hands.until(feature.window.isActiveWindow)
    made = feature.window.page
    assert isinstance(made, KeysPage)
    return made


def at(page: KeysPage, do: Do) -> QTableView:
    """Make an action current, and return where keys are pressed."""
    page.table.set_current(do.value)
    (view,) = page.table.findChildren(QTableView)
    page.table.focus()
    return view


def give(page: KeysPage, do: Do, *keys: str, begin: str = "Enter", hands: Hands) -> None:
    hands.type(begin, on=at(page, do))
    assert page.foot.field.hasFocus()
    hands.type(*keys, on=page.foot.field)


def test_that_a_key_is_set_by_pressing_it_and_everything_follows(
    hands: Hands, page: KeysPage, feature: Preferring
) -> None:
    give(page, Do.ACCEPT, "W", hands=hands)
    keymap, made = hands.window.keymap, hands.window.menu_row.actions_by
    assert keymap.keys(Do.ACCEPT) == ("W",)
    assert made[Do.ACCEPT].text() == "Accept\tW"
    accept = hands.window.inspector._entity.findChildren(type(page._set))
    assert "Accept (W)" in {button.toolTip() for button in accept}
    entry = next(
        one for one in palette_entries.commands(set(Do), keymap, print) if one.text == "Accept"
    )
    assert entry.key == "W"
    assert page.foot.said.text() == "W is Accept"
    feature.window.close()  # type: ignore[union-attr]
    hands.press("A")
    assert hands.stored()[0] == "Grain Board:ORG?"
    hands.press("W")
    assert hands.stored()[0] == "Grain Board:ORG!"


def test_that_a_key_with_ctrl_acts_anywhere_and_a_letter_in_its_place_on_the_page(
    hands: Hands, page: KeysPage
) -> None:
    made = hands.window.menu_row.actions_by
    give(page, Do.FLAG, "Ctrl+J", hands=hands)
    assert made[Do.FLAG].shortcuts() == [QKeySequence("Ctrl+J")]
    assert "\t" not in made[Do.FLAG].text()
    give(page, Do.BULK, "W", hands=hands)
    assert made[Do.BULK].shortcuts() == []
    assert hands.window.keymap.page["W"] is Do.BULK
    assert hands.window.status._undo.toolTip() == "Undo (Ctrl+Z)"
    give(page, Do.UNDO, "F5", hands=hands)
    assert hands.window.status._undo.toolTip() == "Undo (F5)"


def test_that_a_key_that_is_taken_is_swapped_with_enter(hands: Hands, page: KeysPage) -> None:
    give(page, Do.ACCEPT, "X", hands=hands)
    keymap = hands.window.keymap
    assert page.foot.said.text() == "X is “Reject”"
    assert keymap.is_default
    hands.type("Enter", on=page.foot._swap)
    assert (keymap.keys(Do.ACCEPT), keymap.keys(Do.REJECT)) == (("X",), ("A",))
    assert page.foot.said.text() == "X is Accept, A is Reject"


def test_that_it_can_be_left_or_taken_instead(hands: Hands, page: KeysPage) -> None:
    keymap = hands.window.keymap
    give(page, Do.ACCEPT, "X", hands=hands)
    hands.type("Escape", on=page.foot._swap)
    assert keymap.is_default
    assert page.isVisible()
    give(page, Do.ACCEPT, "X", hands=hands)
    hands.click("Take it", within=page)
    assert (keymap.keys(Do.ACCEPT), keymap.keys(Do.REJECT)) == (("X",), ())
    assert page.foot.said.text() == "X is Accept; Reject has no key"


@pytest.mark.parametrize(
    ("key", "why"),
    [("1", "Digits"), ("Left", "moves"), ("Shift+Right", "selects"), ("Alt+F", "menu File")],
)
def test_that_a_key_that_cannot_be_had_is_refused_with_the_reason(
    hands: Hands, page: KeysPage, key: str, why: str
) -> None:
    give(page, Do.ACCEPT, key, hands=hands)
    assert why in page.foot.said.text()
    assert page.foot.field.hasFocus(), "another can be pressed"
    hands.type("Escape", on=page.foot.field)
    assert hands.window.keymap.is_default


def test_that_tab_does_not_leave_while_a_key_is_waited_for(hands: Hands, page: KeysPage) -> None:
    give(page, Do.ACCEPT, hands=hands)
    QTest.keyClick(page.foot.field, Qt.Key.Key_Tab)
    assert page.foot.said.text().startswith("Tab cannot be changed")
    assert page.foot.field.hasFocus()


def test_that_an_action_has_several_keys(hands: Hands, page: KeysPage) -> None:
    keymap = hands.window.keymap
    give(page, Do.ACCEPT, "W", begin="Insert", hands=hands)
    assert keymap.keys(Do.ACCEPT) == ("A", "W")
    give(page, Do.ACCEPT, "W", hands=hands)
    assert keymap.keys(Do.ACCEPT) == ("W",), "the other takes the place of the first"
    give(page, Do.ACCEPT, "X", begin="Insert", hands=hands)
    assert page.foot._swap.isHidden()
    hands.type("Enter", on=page.foot._take)
    assert keymap.keys(Do.ACCEPT) == ("W", "X")
    hands.type("Delete", "Delete", on=at(page, Do.ACCEPT))
    assert keymap.keys(Do.ACCEPT) == ()


def test_that_one_and_all_come_back_to_the_table(hands: Hands, page: KeysPage) -> None:
    keymap = hands.window.keymap
    give(page, Do.REJECT, "A", hands=hands)
    hands.click("Take it", within=page)
    give(page, Do.FLAG, "W", hands=hands)
    at(page, Do.ACCEPT)
    hands.click("Default", within=page)
    assert page.foot.said.text() == "Taken from Reject"
    assert (keymap.keys(Do.ACCEPT), keymap.keys(Do.FLAG)) == (("A",), ("W",))
    hands.click("Restore defaults", within=page)
    assert keymap.is_default
    assert not page._reset_all.isEnabled()


def test_that_the_field_narrows_the_list(hands: Hands, page: KeysPage) -> None:
    page._field.setText("full-screen")
    assert page.do is Do.READ
    page._field.setText("nowhere")
    assert page.do is None
    hands.click("Set key", within=page)
    assert page.foot.field.isHidden()
