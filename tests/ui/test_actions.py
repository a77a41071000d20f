"""The table of actions: each once, with words, a menu, and somebody who does it."""

from __future__ import annotations

import ast
import inspect
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from curator.ui import controller
from curator.ui.actions import ACTIONS, MENUS, action
from curator.ui.do import Do
from curator.ui.icons import icon
from curator.ui.key_caps import cap, caps, shown_key
from curator.ui.keymap import acts_on_page
from curator.ui.tokens import theme
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_every_action_has_one_row_with_words_and_a_menu() -> None:
    assert Counter(row.do for row in ACTIONS) == Counter(list(Do))
    assert all(row.text and row.menu in MENUS for row in ACTIONS)
    assert len({row.text for row in ACTIONS}) == len(ACTIONS)
    assert {row.menu for row in ACTIONS} == set(MENUS)


def test_that_no_key_stands_twice_in_the_table() -> None:
    twice = [key for key, n in Counter(k for row in ACTIONS for k in row.keys).items() if n > 1]
    assert twice == []


def test_that_every_icon_is_there(qapp: QApplication) -> None:
    for row in ACTIONS:
        if row.icon:
            assert not icon(row.icon, theme("light")).isNull()


def test_that_needs_are_known_words() -> None:
    assert {row.needs for row in ACTIONS} == {"", "project", "document", "annotation", "tour"}
    assert all(row.needs for row in ACTIONS if row.writes)


def test_that_an_action_is_found_by_its_name() -> None:
    assert action(Do.ACCEPT).key == "A"
    assert action(Do.ABOUT).key == ""


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("A", "A"),
        ("Alt+Right", "Alt+→"),
        ("Delete", "Del"),
        ("Ctrl+Shift+Z", "Ctrl+Shift+Z"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
        ("", ""),
    ],
)
def test_that_keys_are_shown_as_they_stand_on_keyboards(key: str, shown: str) -> None:
    assert shown_key(key) == shown


def test_that_the_caps_of_a_key_are_those_that_are_pressed_together() -> None:
    assert caps("Ctrl+Shift+Z") == ["Ctrl", "Shift", "Z"]
    assert caps("Ctrl++") == ["Ctrl", "+"]
    assert cap("Alt+Right") == "Alt →"


def test_that_every_action_is_done_by_somebody(hands: Hands) -> None:
    tree = ast.parse(inspect.getsource(controller))
    cases = [node for node in ast.walk(tree) if isinstance(node, ast.match_case)]
    named = {
        node.attr
        for case in cases
        for node in ast.walk(case.pattern)
        if isinstance(node, ast.Attribute)
    }
    theirs = {Do[name] for name in named}
    commands = hands.controller._commands
    assert commands is not None
    ours, windows = set(commands.handlers), set(hands.controller._own)
    assert theirs | ours | windows == set(Do)
    assert theirs & ours == theirs & windows == ours & windows == set()


def test_that_menus_hold_every_action_with_its_key(hands: Hands) -> None:
    made = hands.window.menu_row.actions_by
    for row in ACTIONS:
        words, _tab, key = made[row.do].text().partition("\t")
        if row.do not in (Do.UNDO, Do.REDO):
            assert words == row.text
        assert key == (shown_key(row.key) if row.key and acts_on_page(row.key) else "")
        anywhere = [QKeySequence(one) for one in row.keys if not acts_on_page(one)]
        assert made[row.do].shortcuts() == anywhere


def test_that_actions_of_one_kind_stand_in_a_menu_of_their_own(hands: Hands) -> None:
    outer = hands.window.menu_row._menus["Annotate"]
    inner = next(one.menu() for one in outer.actions() if one.text() == "&Edges")
    shown = [one for one in inner.actions() if not one.isSeparator()]  # type: ignore[attr-defined]
    assert [hands.window.menu_row.actions_by[row.do] for row in ACTIONS if row.within] == shown
    assert not set(shown) & set(outer.actions())


def test_that_no_two_shortcuts_of_the_window_are_alike(hands: Hands) -> None:
    made = [
        one.toString() for a in hands.window.menu_row.actions_by.values() for one in a.shortcuts()
    ]
    assert sorted(set(made)) == sorted(made)
