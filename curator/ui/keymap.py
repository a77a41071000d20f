"""Which keys do what: the table of actions, with what a person changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from curator.translation import gettext as _
from curator.ui.actions import ACTIONS, MENUS, action
from curator.ui.do import Do

if TYPE_CHECKING:
    from curator.ui.preferences import Preferences

_ANYWHERE = re.compile(r"(Alt\+)?(Shift\+)?F\d+$|Ctrl\+")
_MOVES = (
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "PageUp",
    "PageDown",
)
_FREE_MOVES = ("Alt+", "Ctrl+Alt+")
_RESERVED = {
    "Tab": _("Tab goes from one part of the window to the next"),
    "Escape": _("Esc leaves what is open"),
    "Enter": _("Enter accepts the rest of a claim, and presses buttons"),
    "Backspace": _("Backspace belongs to fields"),
}


def acts_on_page(key: str) -> bool:
    """Whether a key acts on the page only: letters and signs do, those with Ctrl or F do not."""
    return not _ANYWHERE.match(key)


def refusal(key: str) -> str:
    """Return why a key cannot be given to an action; empty where it can.

    Args:
        key: as the table of actions writes it.
    """
    name = key.rpartition("+")[2] or "+"
    if key in tuple("123456789"):
        return _("Digits set labels; the label scheme says which")
    if name in _RESERVED:
        return _RESERVED[name]
    if name in _MOVES and not key.startswith(_FREE_MOVES):
        return _("It moves in the text, or selects")
    if key.startswith("Ctrl+Alt+"):
        return _("Ctrl and Alt together make signs on many keyboards")
    menu = next((menu for menu in MENUS if key == f"Alt+{menu[0]}"), None)
    return _("It opens the menu {menu}").format(menu=menu) if menu is not None else ""


class Keymap(QObject):
    """The keys of every action; no key does two things.

    Only what differs from the table is kept. What a person gave an action is taken from the
    action that has it in the table, and comes back to it when it is given up.

    Attributes:
        page: what a key does while the text has the focus.

    Signals:
        changed(): some action has other keys.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        """Take what is kept in the settings, as far as it can be used."""
        super().__init__(parent)
        self._preferences = preferences
        self._own = _sound(preferences.keys())
        self.page: dict[str, Do] = {}
        self._keys: dict[Do, tuple[str, ...]] = {}
        self._spread()

    def keys(self, do: Do) -> tuple[str, ...]:
        """Return the keys of an action, the one that is shown first."""
        return self._keys[do]

    def key(self, do: Do) -> str:
        """Return the key that is shown, empty where there is none."""
        return next(iter(self._keys[do]), "")

    def owner(self, key: str) -> Do | None:
        """Return the action that a key does."""
        return next((do for do, keys in self._keys.items() if key in keys), None)

    def is_changed(self, do: Do) -> bool:
        """Whether an action has other keys than in the table."""
        return self._keys[do] != action(do).keys

    @property
    def is_default(self) -> bool:
        """Whether every action has the keys of the table."""
        return not self._own

    def give(self, do: Do, keys: Iterable[str]) -> None:
        """Give an action these keys alone; who has one of them loses it."""
        self._set({do: tuple(dict.fromkeys(keys))})

    def swap(self, do: Do, key: str, *, old: str) -> None:
        """Give an action a key of another, which gets its old one for it (empty: nothing)."""
        other = self.owner(key)
        if other is None or other is do:
            return
        theirs = [old if one == key else one for one in self._keys[other]]
        mine = [key if one == old else one for one in self._keys[do] if one != key]
        mine = mine if key in mine else [key, *mine]
        self._set({do: tuple(mine), other: tuple(one for one in theirs if one)})

    def reset(self, do: Do) -> None:
        """Give an action the keys of the table again; who has one of them loses it."""
        self._set({do: action(do).keys})

    def reset_all(self) -> None:
        """Give every action the keys of the table."""
        self._own = {}
        self._keep()

    def _set(self, given: Mapping[Do, tuple[str, ...]]) -> None:
        taken = {key for keys in given.values() for key in keys}
        others = {
            do: tuple(key for key in keys if key not in taken)
            for do, keys in self._own.items()
            if do not in given
        }
        own = {**others, **given}
        self._own = {do: keys for do, keys in own.items() if keys != action(do).keys}
        self._keep()

    def _keep(self) -> None:
        self._preferences.set_keys({do.value: keys for do, keys in self._own.items()})
        self._spread()
        self.changed.emit()

    def _spread(self) -> None:
        """Work out who has which key: what a person chose goes before the table."""
        taken = {key for keys in self._own.values() for key in keys}
        self._keys = {
            row.do: self._own.get(row.do, tuple(key for key in row.keys if key not in taken))
            for row in ACTIONS
        }
        self.page = {
            key: do for do, keys in self._keys.items() for key in keys if acts_on_page(key)
        }


def _sound(kept: Mapping[str, Iterable[str]]) -> dict[Do, tuple[str, ...]]:
    """Leave out actions that are none, keys that cannot be given, and a key's second owner."""
    found: dict[Do, tuple[str, ...]] = {}
    taken: set[str] = set()
    for name, keys in kept.items():
        if name in set(Do):
            good = [key for key in dict.fromkeys(keys) if key not in taken and not refusal(key)]
            taken.update(good)
            found[Do(name)] = tuple(good)
    return found
