"""Which key was pressed, by the character it makes, digits also by their place."""

from __future__ import annotations

import sys
from collections.abc import Container

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NAMED = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
    **{Qt.Key(Qt.Key.Key_F1 + number): f"F{number + 1}" for number in range(24)},
}
_FIRST_DIGIT = {"linux": 10, "win32": 2}
"""Scan code of the key that says 1 on most keyboards, by platform."""

_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)

_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""What some systems report for AltGr; the sign that it makes is all that counts."""

_CAPITALS = {"İ": "I"}
"""Capitals of letters that have none of their own on the keys of others."""


def name(event: QKeyEvent, *, signs: Container[str] = ()) -> str:
    """Return a pressed key as the table of actions writes it, such as ``Alt+Shift+Left``.

    A sign is named by its character, whatever it takes to make it on this keyboard; a letter by
    its capital; a digit by its character or, where the row above the letters makes other signs
    without Shift, by its place.

    Args:
        event: the key that was pressed.
        signs: keys that mean something: such a sign is no digit, wherever it stands.
    """
    held = event.modifiers()
    if held & _ALT_GR == _ALT_GR and _sign(event) == event.text() and not event.text().isalnum():
        held &= ~_ALT_GR
    if named := _NAMED.get(Qt.Key(event.key())):
        return _with(named, held, shift=True)
    if (digit := _digit(event, signs)) is not None:
        return _with(digit, held, shift=False)
    sign = _sign(event)
    if not sign:
        return ""
    capital = sign.upper()
    return _with(_CAPITALS.get(capital, capital), held, shift=sign.isalpha())


def _with(key: str, held: Qt.KeyboardModifier, *, shift: bool) -> str:
    kept = [word for modifier, word in _MODIFIERS if held & modifier and (shift or word != "Shift")]
    return "+".join([*kept, key])


def _sign(event: QKeyEvent) -> str:
    """The character that the key makes; with Alt or Ctrl some systems give none, but a code."""
    text = event.text()
    if len(text) == 1 and text.isprintable() and not text.isspace():
        return text
    code = event.key()
    return chr(code) if 0x21 <= code <= 0x10FFFF and code < 0x01000000 else ""


def _digit(event: QKeyEvent, signs: Container[str]) -> str | None:
    if event.text() in tuple("0123456789"):
        return event.text()
    first = _FIRST_DIGIT.get(sys.platform)
    code, held = event.nativeScanCode(), event.modifiers()
    if first is None or held != Qt.KeyboardModifier.NoModifier or not first <= code <= first + 9:
        return None
    if _sign(event) in signs:
        return None
    return str((code - first + 1) % 10)
