"""How keys are written: in menus, in tooltips, on caps."""

from __future__ import annotations

_CAPS = {
    "Right": "→",
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "Delete": "Del",
    "Insert": "Ins",
    "Escape": "Esc",
    "PageUp": "PgUp",
    "PageDown": "PgDn",
}


def shown_key(key: str) -> str:
    """Return a key as menus and tooltips write it: ``Ctrl+Shift+Z``, ``Alt+→``."""
    return "+".join(caps(key))


def cap(key: str) -> str:
    """Return a key as a single cap shows it: ``Ctrl Z``, ``Alt →``."""
    return " ".join(caps(key))


def caps(key: str) -> list[str]:
    """Return the caps that are pressed together: ``Ctrl``, ``Shift``, ``Z``."""
    held, _plus, last = key[:-1].rpartition("+")
    parts = [*filter(None, held.split("+")), last + key[-1:]] if key else []
    return [_CAPS.get(part, part) for part in parts]
