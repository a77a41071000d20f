"""Goes through what is to be looked at again: from place to place, across documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.annotation import Layer, State
from curator.domain.changes import Changes
from curator.domain.second_looks import SecondLook, Worklist
from curator.services import second_looks
from curator.services.scheming import ACT
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.schemes.looks_dialog import LooksDialog
from curator.ui.session import Session
from curator.ui.window import Window

_DETAIL = _("Decided before the label changed. B goes to the next, Y keeps it as it is.")
_NONE = _("Nothing is to be looked at again")


class SecondLooks(QObject):
    """The worklist of a session's project."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._window, self._session = window, session
        self._dialog: LooksDialog | None = None
        self._list = Worklist()
        self._numbers: frozenset[int] = frozenset()
        session.noted.connect(self._take)
        self._read()

    @property
    def dialog(self) -> LooksDialog | None:
        """The list, while it is open."""
        return self._dialog

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {
            Do.SECOND_LOOKS: self.open,
            Do.LOOK_AGAIN: self.go_on,
            Do.KEEP: self.keep,
        }

    def open(self) -> None:
        """Open the list, or bring it to the front."""
        document = self._session.screen.document
        if self._dialog is None and document is not None:
            theme, writable = self._window.pane.theme, self._session.writable
            self._dialog = LooksDialog(theme, document.scheme, self._window, writable=writable)
            self._dialog.wanted.connect(self._go)
            self._dialog.kept.connect(lambda one: self._keep([one.annotation_id]))
            self._dialog.all_kept.connect(self._keep_all)
            self._dialog.finished.connect(self._left)
            self._dialog.show_list(self._list)
        if self._dialog is not None:
            self._dialog.show()
            self._dialog.raise_()
            self._dialog.activateWindow()
            self._dialog.focus()

    def close(self) -> None:
        """Close the list."""
        if self._dialog is not None:
            self._dialog.close()

    def go_on(self) -> None:
        """Go to the next place, in this document or another one."""
        document, one = self._session.screen.document, self._session.screen.annotation
        here = document.view.id if document is not None else 0
        found = self._list.after(here, one.start if one else -1, one.id if one else 0)
        if found is None:
            self._session.notifier.say("done", _NONE)
        else:
            self._go(found)

    def keep(self) -> None:
        """Keep the current annotation as it is, and go to the next place."""
        one = self._session.screen.annotation
        if one is not None and one.id in self._numbers and second_looks.can_keep(one):
            self._keep([one.id])
            self._list = self._list.with_looked({one.id})
            self.go_on()
        elif one is not None:
            self._session.notifier.say("info", _("This is not to be looked at again"))

    def _keep(self, numbers: Sequence[int]) -> None:
        self._session.reviewer.run(lambda project: second_looks.keep(project, numbers))

    def _keep_all(self) -> None:
        """Keep everything that is left, as one act."""
        self._keep([one.annotation_id for one in self._list.left])

    def _go(self, place: SecondLook) -> None:
        session = self._session
        if place.state is State.REJECTED:
            self._window.pane.view_bar.rejected_toggled.emit(True)  # noqa: FBT003 - Qt's signal
        document = session.screen.document
        if document is not None and place.layer not in document.in_view:
            session.viewing.set_layers(frozenset(Layer))
        if document is not None and document.view.id == place.document_id:
            session.reviewer.make_current(place.annotation_id)
        else:
            session.open(place.document_id, focus=place.annotation_id)

    def _take(self, changes: Changes) -> None:
        """Note what was decided again; after undo and another scheme the list is read anew."""
        if changes.scheme or changes.queue or (changes.undoes and self._numbers):
            told = changes.code == ACT
            self._read(after=changes.change_set, told=told)
        elif decided := self._numbers & {one.id for one in changes.annotations}:
            self._show(self._list.with_looked(decided))

    def _read(self, *, after: int = 0, told: bool = False) -> None:
        done = partial(self._told, told)
        self._session.desk.read(second_looks.worklist, done, after=after)

    def _told(self, told: bool, worklist: Worklist) -> None:  # noqa: FBT001 - by partial
        before = len(self._list.left)
        self._show(worklist)
        n = len(worklist.left)
        if told and n > before:
            are = _("annotation is") if n == 1 else _("annotations are")
            title = _("{n:,} {are} to be looked at again").format(n=n, are=are)
            self._session.notifier.notice(
                "info", title, _DETAIL, about="second looks", action=_("Show the list"),
                acted=self.open,
            )  # fmt: skip

    def _show(self, worklist: Worklist) -> None:
        self._list = worklist
        self._numbers = frozenset(one.annotation_id for one in worklist.places)
        if self._dialog is not None:
            self._dialog.show_list(worklist)

    def _left(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
