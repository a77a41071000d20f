"""Undo and redo in a session: acts are taken back, brought back, and named."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject, Signal

from curator.domain.changes import Changes
from curator.services import reading, undoing, wording
from curator.ui.desk import Desk
from curator.ui.notifier import Notifier
from curator.ui.window import Window


class SessionUndo(QObject):
    """Takes acts back and says what undo and redo would do.

    Signals:
        turned(object): `Changes` of an act that was undone or redone.
    """

    turned = Signal(object)

    def __init__(self, window: Window, desk: Desk, notifier: Notifier, parent: QObject) -> None:
        """Work at a session's desk."""
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._notifier = notifier

    def undo(self) -> None:
        """Take the newest act back."""
        self._desk.write(undoing.undo, self._turned, failed=self._notifier.refuse)

    def undo_act(self, act: int) -> None:
        """Take one act back, such as an import."""
        job = partial(undoing.undo, act=act)
        self._desk.write(job, self._turned, failed=self._notifier.refuse)

    def undo_together(self, acts: Collection[int]) -> None:
        """Take acts back that stand in each other's way, as one."""
        job = partial(undoing.undo_together, acts=acts)
        self._desk.write(job, self._turned, failed=self._notifier.refuse)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._desk.write(undoing.redo, self._turned, failed=self._notifier.refuse)

    def name(self, after: int) -> None:
        """Name in menu and status bar what could be undone and redone after a change set."""
        self._desk.read(reading.acts, self._show, after=after)

    def _turned(self, changes: Changes) -> None:
        words = wording.act(changes.code, changes.facts)
        self._notifier.say("undo" if changes.code == "undo" else "redo", words)
        self.turned.emit(changes)
        self.name(changes.change_set)

    def _show(self, acts: reading.Acts) -> None:
        undo = wording.act(acts.undo.code, acts.undo.facts) if acts.undo else ""
        redo = wording.act(acts.redo.code, acts.redo.facts) if acts.redo else ""
        self._window.status.set_undo(undo)
        self._window.menu_row.name_acts(undo, redo)
