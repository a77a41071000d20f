"""A line that names the key of undo, whichever that is."""

from __future__ import annotations

from curator.translation import gettext as _
from curator.ui.actions import action
from curator.ui.do import Do
from curator.ui.key_caps import shown_key
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.line import Line

UNDO = "\ue000"
"""Stands for the key in what the line says; a character that no text has."""
ONE_STEP = _("One step in the history; {undo} takes all of it back").format(undo=UNDO)


class UndoLine(Line):
    """A line of plain text in which `UNDO` is written as the key that undo has."""

    _key = shown_key(action(Do.UNDO).key)
    _said = ""

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._said = text
        super().set_text(text.replace(UNDO, self._key or "undo"))

    def set_keymap(self, keymap: Keys) -> None:
        """Name the key that undo has now."""
        self._key = shown_key(keymap.key(Do.UNDO))
        self.set_text(self._said)
