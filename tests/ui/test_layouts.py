"""The keys of the page on other keyboards, pressed on the real page."""

from __future__ import annotations

import sys
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from curator.ui.actions import ACTIONS
from curator.ui.keymap import acts_on_page
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT, ALTGR = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.GroupSwitchModifier
NAMED = {
    "Space": (Qt.Key.Key_Space, " "),
    "Delete": (Qt.Key.Key_Delete, "\x7f"),
    "Left": (Qt.Key.Key_Left, ""),
    "Right": (Qt.Key.Key_Right, ""),
    "Up": (Qt.Key.Key_Up, ""),
    "Down": (Qt.Key.Key_Down, ""),
}
FIRST_PLACE = 10
"""Scan code of the first key of the row above the letters (Linux)."""


class Layout(NamedTuple):
    """A keyboard: what its keys make.

    Attributes:
        shifted: signs that need Shift.
        third: signs that need AltGr.
        missing: letters and signs that it does not make at all.
        row: what the keys above the letters make without Shift, from the first.
        capital_i: what Shift makes of the letter i.
    """

    shifted: str
    third: str = ""
    missing: str = ""
    row: str = "1234567890"
    capital_i: str = "I"


LAYOUTS = {
    "English": Layout(shifted=":?{}"),
    "German": Layout(shifted=";:?", third="[]{}"),
    "French": Layout(shifted=".?", third="[]{}", row="&é\"'(-è_çà"),
    "Azerbaijani": Layout(shifted=";:?,", missing="W[]{}", capital_i="İ"),
}


class Stroke(NamedTuple):
    """A key as a keyboard sends it."""

    code: int
    text: str
    held: Qt.KeyboardModifier
    place: int = 0

    def event(self, kind: QEvent.Type) -> QKeyEvent:
        return QKeyEvent(kind, self.code, self.held, self.place, 0, 0, self.text)


def stroke(layout: Layout, key: str) -> Stroke | None:
    """How a keyboard makes a key of the table; None where it cannot."""
    *with_, name = key.split("+") if len(key) > 1 else [key]
    held = NONE
    for one in with_:
        held |= {"Shift": SHIFT, "Alt": ALT}[one]
    if name in NAMED:
        code, text = NAMED[name]
        return Stroke(int(code), text, held)
    if name in layout.missing:
        return None
    if name.isalpha():
        capital = layout.capital_i if name == "I" else name
        text = capital if held & SHIFT else name.lower()
        return Stroke(ord(text.upper()), text, held)
    if name.isdigit():
        place = (int(name) - 1) % 10
        made = layout.row[place]
        return Stroke(ord(made.upper()), made, held, FIRST_PLACE + place)
    held |= SHIFT if name in layout.shifted else ALTGR if name in layout.third else NONE
    return Stroke(ord(name), name, held)


def press(hands: Hands, made: Stroke) -> list[object]:
    """Press a key on the page; returns what it asked for."""
    page, asked = hands.pane.page, []
    hands.pane.triggered.disconnect(hands.controller.do)
    heard = [(hands.pane.triggered, asked.append), (hands.pane.digit, asked.append)]
    for signal, slot in heard:
        signal.connect(slot)
    try:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(page, made.event(kind))
    finally:
        for signal, slot in heard:
            signal.disconnect(slot)
        hands.pane.triggered.connect(hands.controller.do)
    return asked


@pytest.mark.skipif(sys.platform != "linux", reason="scan codes are the platform's")
@pytest.mark.parametrize("name", LAYOUTS)
def test_that_every_key_of_the_page_acts_on_every_layout_that_makes_it(
    hands: Hands, name: str
) -> None:
    layout, asked, wanted = LAYOUTS[name], {}, {}
    hands.go("Monday:DATE?")
    for key, do in hands.window.keymap.page.items():
        if (made := stroke(layout, key)) is not None:
            wanted[key], asked[key] = [do], press(hands, made)
    assert asked == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="scan codes are the platform's")
@pytest.mark.parametrize("name", LAYOUTS)
def test_that_digits_are_found_by_their_place(hands: Hands, name: str) -> None:
    for digit in "123456789":
        made = stroke(LAYOUTS[name], digit)
        assert made is not None
        heard = press(hands, made)
        assert heard == [digit], made


@pytest.mark.parametrize("name", LAYOUTS)
def test_that_no_action_needs_altgr_or_a_key_that_is_not_there(name: str) -> None:
    layout, hard = LAYOUTS[name], []
    for row in ACTIONS:
        page = [key for key in row.keys if acts_on_page(key)]
        made = [stroke(layout, key) for key in page]
        anywhere = len(page) < len(row.keys)
        if page and not anywhere and not any(one and not one.held & ALTGR for one in made):
            hard.append(row.text)
    assert hard == []
