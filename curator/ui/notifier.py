"""What is said in passing and what stays: toasts and notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.faults import Fault
from curator.services import wording
from curator.translation import gettext as _
from curator.ui.widgets.notice import Notice
from curator.ui.window import Window

_PASSING = {
    "undo.nothing": "undo",
    "redo.nothing": "redo",
    "export.cancelled": "export",
    "history.replaying": "history",
    "history.nothing": "history",
    "decision.no_split": "edges",
    "decision.no_merge": "edges",
}
"""Faults that are said in passing, because nothing is wrong; with their icons."""


class Notifier(QObject):
    """Speaks through the window's toast and notices."""

    def __init__(self, window: Window) -> None:
        """Speak in a window."""
        super().__init__(window)
        self._window = window
        self._link: Callable[[], Any] = lambda: None
        self._standing: dict[str, Notice] = {}
        self._again: list[Callable[[], Any]] = []
        window.pane.toast.undo.connect(self._follow)

    def say(self, icon: str, words: str) -> None:
        """Say something in passing."""
        self._window.pane.toast.say(icon, words, undoable=False)

    def offer_undo(self, icon: str, words: str, undo: Callable[[], Any]) -> None:
        """Say in passing what was done, with a link that takes it back."""
        self._link = undo
        self._window.pane.toast.say(icon, words)

    def refuse(self, error: BaseException) -> None:
        """Say that something could not be done: in passing where nothing is wrong, else to stay."""
        if isinstance(error, Fault) and (icon := _PASSING.get(error.code)):
            self.say(icon, wording.fault(error).what)
            return
        self.keep("error", error)

    def keep(
        self,
        kind: str,
        error: BaseException,
        *,
        about: str = "",
        action: str = "",
        acted: Callable[[], Any] = lambda: None,
    ) -> Notice:
        """Show a notice about an error: ``error``, ``warn``, ``info`` or ``ok``."""
        words = wording.error(error)
        return self.notice(kind, words.what, words.detail, about=about, action=action, acted=acted)

    def notice(
        self,
        kind: str,
        title: str,
        detail: str,
        *,
        about: str = "",
        action: str = "",
        acted: Callable[[], Any] = lambda: None,
    ) -> Notice:
        """Show a notice with an action; it goes when the action is taken.

        Args:
            kind: ``error``, ``warn``, ``info`` or ``ok``.
            title: what.
            detail: where, and what next.
            about: whoever it is about has one notice at most: a new one takes its place.
            action: words of its link; empty for none.
            acted: called when the link is pressed.
        """
        notices = self._window.pane.notices
        if (old := self._standing.pop(about, None)) is not None:
            notices.remove(old)
        notice = notices.add(kind, title, detail=detail, action=action)
        if about:
            self._standing[about] = notice
            notice.closed.connect(lambda: self._standing.pop(about, None))

        def act() -> None:
            self._standing.pop(about, None)
            notices.remove(notice)
            acted()

        notice.acted.connect(act)
        return notice

    def not_saved(self, error: BaseException, again: Callable[[], Any]) -> None:
        """Say that a decision is not in the file and was taken back on the screen.

        One notice stands for all of them; trying again tries all, in their order.
        """
        self._again.append(again)
        words = wording.error(error)
        title = _("Not saved: {first}{what}").format(
            first=words.what[:1].lower(), what=words.what[1:]
        )
        waiting = len(self._again)
        detail = (
            words.detail
            if waiting == 1
            else _("{waiting} decisions taken back. {detail}").format(
                waiting=waiting, detail=words.detail
            )
        )
        notice = self.notice(
            "error", title, detail, about="saving", action=_("Try again"), acted=self._try_again
        )
        notice.closed.connect(self._again.clear)

    def close(self) -> None:
        """Say nothing any more."""
        self._window.pane.toast.undo.disconnect(self._follow)
        self._window.pane.notices.clear()
        self._window.pane.toast.leave()
        self.deleteLater()

    def _follow(self) -> None:
        self._link()

    def _try_again(self) -> None:
        waiting = list(self._again)
        self._again.clear()
        for again in waiting:
            again()
