"""How other keys reach every widget that shows one."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from curator.ui.do import Do


class Keys(Protocol):
    """Says which key an action has."""

    def key(self, do: Do) -> str:
        """Return the key that is shown, empty where there is none."""


@runtime_checkable
class Keyed(Protocol):
    """Whatever shows the key of an action."""

    def set_keymap(self, keymap: Keys) -> None:
        """Show the keys that actions have now."""


def rekey(root: QWidget, keymap: Keys) -> None:
    """Hand the keys to a widget and to every one below it that shows one."""
    for child in (root, *root.findChildren(QWidget)):
        if isinstance(child, Keyed):
            child.set_keymap(keymap)
