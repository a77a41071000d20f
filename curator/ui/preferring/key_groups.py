"""What the key sheet lists: the table of actions by menus, and the keys that are no actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from curator.translation import gettext as _
from curator.ui.actions import ACTIONS, MENUS, Action
from curator.ui.key_caps import shown_key
from curator.ui.keymap import Keymap


class KeyLine(NamedTuple):
    """A line of the sheet.

    Attributes:
        text: what is done.
        keys: that do it, as the table of actions writes them.
        between: a word between the keys.
        hand: what does it where that is no key.
    """

    text: str
    keys: tuple[str, ...] = ()
    between: str = ""
    hand: str = ""

    def has(self, words: str) -> bool:
        """Whether it is found by words: those of its text, or one of its keys."""
        wanted = words.casefold().strip()
        keys = [shown_key(key).casefold() for key in self.keys]
        if len(wanted) == 1:
            return wanted in keys or self.text.casefold().startswith(wanted)
        told = " ".join((self.text.casefold(), self.hand.casefold(), *keys))
        return all(word in told for word in wanted.split())

    @property
    def told(self) -> str:
        """The line in words, for those who do not see it."""
        joined = f" {self.between or _('or')} ".join(shown_key(key) for key in self.keys)
        return f"{self.text}: {joined or self.hand or _('no key')}"


class Group(NamedTuple):
    """Lines under a heading."""

    title: str
    lines: tuple[KeyLine, ...]


_BESIDE = (
    Group(
        _("Labels and selecting"),
        (
            KeyLine(_("Set or add a label"), ("1", "9"), "…"),
            KeyLine(_("Select text"), ("Shift",), hand=_("arrows")),
            KeyLine(_("Select words"), ("Ctrl+Shift",), hand=_("arrows")),
            KeyLine(_("Stops of the right edge"), ("Alt",), hand=_("held")),
            KeyLine(_("Stops of the left edge"), ("Alt+Shift",), hand=_("held")),
            KeyLine(_("Leave the text"), ("Tab",)),
        ),
    ),
    Group(
        _("Parts of a claim, in edit"),
        (
            KeyLine(_("Next part, part before"), ("Down", "Up")),
            KeyLine(_("Pick what it could be"), hand=_("its letter")),
            KeyLine(_("Keep it"), ("K",)),
            KeyLine(_("Selection, or accept the rest"), ("Enter",)),
            KeyLine(_("Empty the part"), ("Delete",)),
            KeyLine(_("Leave"), ("Escape",)),
        ),
    ),
    Group(
        _("Mouse"),
        (
            KeyLine(_("Make current"), hand=_("click")),
            KeyLine(_("Accept"), hand=_("double-click")),
            KeyLine(_("Select words"), hand=_("drag")),
            KeyLine(_("Select characters"), ("Alt",), hand=_("drag")),
            KeyLine(_("Move an edge"), hand=_("drag it")),
            KeyLine(_("Everything else"), hand=_("right-click")),
        ),
    ),
)
"""What is no action, and cannot have other keys."""


def groups(keymap: Keymap, words: str = "") -> list[Group]:
    """Return the lines that have the words, by the menus of their actions.

    What is done to the text stands first; a menu within a menu is a group of its own.
    """
    by_menu = [(name, _lines(name, keymap)) for menu in _ORDER for name in (menu, *_within(menu))]
    beside = [(one.title, one.lines) for one in _BESIDE]
    found = [*by_menu[:_TEXT], *beside, *by_menu[_TEXT:]]
    kept = [(title, tuple(line for line in lines if line.has(words))) for title, lines in found]
    return [Group(title, lines) for title, lines in kept if lines]


def spread(found: Sequence[Group], columns: int, *, heading: float) -> list[list[Group]]:
    """Spread groups over columns so that the highest is low; each column in the order given.

    Args:
        found: the groups.
        columns: at most so many.
        heading: how high a heading is, in lines.

    The longest group goes first, each into the column that is lowest by then.
    """
    order = sorted(range(len(found)), key=lambda place: -len(found[place].lines))
    filled: list[list[int]] = [[] for _ in range(columns)]
    heights = [0.0] * columns
    for place in order:
        lowest = heights.index(min(heights))
        filled[lowest].append(place)
        heights[lowest] += len(found[place].lines) + heading
    return [[found[place] for place in sorted(one)] for one in sorted(map(sorted, filled)) if one]


def _title(row: Action) -> str:
    return row.within or row.menu


def _within(menu: str) -> list[str]:
    return list(dict.fromkeys(row.within for row in ACTIONS if row.menu == menu and row.within))


def _lines(title: str, keymap: Keymap) -> tuple[KeyLine, ...]:
    rows = [row for row in ACTIONS if _title(row) == title]
    return tuple(KeyLine(row.text, keymap.keys(row.do)) for row in rows)


_FIRST = (_("Annotate"), _("Document"))
_ORDER = (*_FIRST, *(menu for menu in MENUS if menu not in _FIRST))
_TEXT = sum(1 + len(_within(menu)) for menu in _FIRST)
"""Groups of the menus that act on the text."""
