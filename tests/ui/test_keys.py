"""Keys are named by the character they make, digits also by their place."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from curator.ui import keys
from curator.ui.actions import ACTIONS
from curator.ui.do import Do
from curator.ui.keymap import acts_on_page

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALTGR = Qt.KeyboardModifier.GroupSwitchModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
Key = Qt.Key
DEFAULT = {key: row.do for row in ACTIONS for key in row.keys if acts_on_page(key)}


def pressed(
    code: int | Key, text: str = "", held: Qt.KeyboardModifier = NONE, *, place: int = 0
) -> str:
    """What a key is called; `place` is its scan code."""
    event = QKeyEvent(QEvent.Type.KeyPress, int(code), held, place, 0, 0, text)
    return keys.name(event, signs=DEFAULT)


def test_that_a_letter_is_named_by_its_capital_whether_shift_or_caps_lock_made_it() -> None:
    assert pressed(Key.Key_A, "a") == "A"
    assert pressed(Key.Key_A, "A") == "A"
    assert pressed(Key.Key_N, "N", SHIFT) == "Shift+N"


@pytest.mark.parametrize(
    ("layout", "code", "text", "held", "name"),
    [
        ("English", Key.Key_BraceRight, "}", SHIFT, "}"),
        ("German", Key.Key_BraceRight, "}", ALTGR, "}"),
        ("German on Windows", Key.Key_BraceRight, "}", CTRL | ALT, "}"),
        ("French", Key.Key_BracketRight, "]", ALTGR, "]"),
        ("English", Key.Key_Period, ".", NONE, "."),
        ("French", Key.Key_Period, ".", SHIFT, "."),
        ("French", Key.Key_Period, ".", SHIFT | ALT, "Alt+."),
        ("English", Key.Key_Comma, ",", ALT, "Alt+,"),
        ("a system that gives no text with Alt", Key.Key_Period, "", ALT, "Alt+."),
        ("Azerbaijani", Key.Key_X, "x", NONE, "X"),
        ("Azerbaijani", 0x18F, "ə", NONE, "Ə"),
        ("Azerbaijani", Key.Key_I, "i", NONE, "I"),
        ("Azerbaijani", 0x130, "İ", SHIFT, "Shift+I"),
        ("Azerbaijani", 0x131, "ı", NONE, "I"),
        ("German", Key.Key_Odiaeresis, "ö", NONE, "Ö"),
    ],
)
def test_that_a_sign_is_named_by_its_character(
    layout: str, code: int | Key, text: str, held: Qt.KeyboardModifier, name: str
) -> None:
    assert pressed(code, text, held) == name, layout


def test_that_the_edge_keys_act_on_every_layout() -> None:
    for name in ("]", "[", "{", "}", ".", ",", "Alt+.", "Alt+,"):
        assert name in DEFAULT
    for held in ("Alt", "Alt+Shift"):
        assert {f"{held}+{way}" for way in ("Up", "Down", "Left", "Right")} <= DEFAULT.keys()


def test_that_splitting_and_merging_have_letters_that_every_layout_makes() -> None:
    assert DEFAULT[pressed(Key.Key_S, "s")] is Do.SPLIT
    assert DEFAULT[pressed(Key.Key_J, "j")] is Do.MERGE


@pytest.mark.skipif(sys.platform != "linux", reason="scan codes are the platform's")
@pytest.mark.parametrize(
    ("place", "sign", "digit"),
    [(10, "&", "1"), (11, "é", "2"), (16, "è", "7"), (18, "ç", "9"), (19, "à", "0")],
)
def test_that_a_digit_is_found_by_its_place_on_a_french_keyboard(
    place: int, sign: str, digit: str
) -> None:
    assert pressed(ord(sign.upper()), sign, place=place) == digit
    assert pressed(ord(digit), digit, SHIFT, place=place) == digit


@pytest.mark.skipif(sys.platform != "linux", reason="scan codes are the platform's")
def test_that_a_sign_made_with_shift_above_a_digit_is_no_digit() -> None:
    """Shift with 7 makes a slash in German; it must not set a label by accident."""
    assert pressed(Key.Key_Slash, "/", SHIFT, place=16) == "/"
    assert pressed(Key.Key_Exclam, "!", SHIFT, place=10) == "!"


def test_that_digits_of_the_keypad_are_digits() -> None:
    assert pressed(Key.Key_3, "3", KEYPAD) == "3"


@pytest.mark.parametrize(
    ("code", "text", "held", "name"),
    [
        (Key.Key_Right, "", ALT, "Alt+Right"),
        (Key.Key_Left, "", ALT | SHIFT, "Alt+Shift+Left"),
        (Key.Key_Right, "", SHIFT, "Shift+Right"),
        (Key.Key_Space, " ", NONE, "Space"),
        (Key.Key_Delete, "\x7f", NONE, "Delete"),
        (Key.Key_Return, "\r", NONE, "Enter"),
        (Key.Key_Enter, "\r", KEYPAD, "Enter"),
        (Key.Key_Escape, "\x1b", NONE, "Escape"),
        (Key.Key_Z, "\x1a", CTRL, "Ctrl+Z"),
        (Key.Key_A, "a", CTRL | ALT, "Ctrl+Alt+A"),
        (Key.Key_Backtab, "", SHIFT, "Shift+Tab"),
        (Key.Key_PageDown, "", CTRL, "Ctrl+PageDown"),
        (Key.Key_F1, "", NONE, "F1"),
        (Key.Key_F12, "", SHIFT, "Shift+F12"),
        (Key.Key_Shift, "", SHIFT, ""),
    ],
)
def test_that_other_keys_have_names(
    code: Key, text: str, held: Qt.KeyboardModifier, name: str
) -> None:
    assert pressed(code, text, held) == name


def test_that_letters_with_ctrl_do_nothing_on_the_page() -> None:
    for name in ("Ctrl+A", "Ctrl+X", "Ctrl+D", "Ctrl+1"):
        assert name not in DEFAULT


def test_that_keys_with_and_without_alt_go_to_different_edges() -> None:
    assert DEFAULT["."] is Do.RIGHT_OUT_CHARACTER
    assert DEFAULT["Alt+."] is Do.LEFT_IN_CHARACTER
