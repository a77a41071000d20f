"""What is said in passing and what stays: toasts and notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.faults import Fault
from curator.services import wording
from curator.ui.widgets.notice import Notice
from curator.ui.window import Window


class Notifier(QObject):
    """Speaks through the window's toast and notices."""

    def __init__(self, window: Window) -> None:
        """Speak in a window."""
        super().__init__(window)
        self._window = window
        self._link: Callable[[], Any] = lambda: None
        self._unsaved: Notice | None = None
        self._again: list[Callable[[], Any]] = []
        window.pane.toast.undo.connect(self._follow)

    def say(self, icon: str, words: str) -> None:
        """Say something in passing."""
        self._window.pane.toast.say(icon, words, action="", key="")

    def offer_undo(self, icon: str, words: str, undo: Callable[[], Any]) -> None:
        """Say in passing what was done, with a link that takes it back."""
        self._link = undo
        self._window.pane.toast.say(icon, words)

    def refuse(self, error: BaseException) -> None:
        """Say that something could not be done: in passing where nothing is wrong, else to stay."""
        if isinstance(error, Fault) and error.code in ("undo.nothing", "redo.nothing"):
            self.say("undo", wording.fault(error).what)
            return
        self.keep("error", error)

    def keep(
        self,
        kind: str,
        error: BaseException,
        *,
        action: str = "",
        acted: Callable[[], Any] = lambda: None,
    ) -> Notice:
        """Show a notice about an error: ``error``, ``warn``, ``info`` or ``ok``."""
        words = self._words(error)
        return self.notice(kind, words.what, words.detail, action=action, acted=acted)

    def notice(
        self,
        kind: str,
        title: str,
        detail: str,
        *,
        action: str = "",
        acted: Callable[[], Any] = lambda: None,
    ) -> Notice:
        """Show a notice with an action; it goes when the action is taken."""
        notices = self._window.pane.notices
        notice = notices.add(kind, title, detail=detail, action=action)

        def act() -> None:
            notices.remove(notice)
            acted()

        notice.acted.connect(act)
        return notice

    def not_saved(self, error: BaseException, again: Callable[[], Any]) -> None:
        """Say that a decision is not in the file and was taken back on the screen.

        One notice stands for all of them; trying again tries all, in their order.
        """
        if self._unsaved is not None:
            self._window.pane.notices.remove(self._unsaved)
        self._again.append(again)
        words = self._words(error)
        title = f"Not saved: {words.what[:1].lower()}{words.what[1:]}"
        waiting = len(self._again)
        detail = words.detail if waiting == 1 else f"{waiting} decisions taken back. {words.detail}"
        notice = self.notice("error", title, detail, action="Try again", acted=self._try_again)
        notice.closed.connect(self._forget_unsaved)
        self._unsaved = notice

    def close(self) -> None:
        """Say nothing any more."""
        self._window.pane.toast.undo.disconnect(self._follow)
        self._window.pane.notices.clear()
        self._window.pane.toast.leave()
        self.deleteLater()

    def _follow(self) -> None:
        self._link()

    def _try_again(self) -> None:
        waiting = self._again
        self._forget_unsaved()
        for again in waiting:
            again()

    def _forget_unsaved(self) -> None:
        self._unsaved, self._again = None, []

    @staticmethod
    def _words(error: BaseException) -> wording.Words:
        if not isinstance(error, Fault):
            error = Fault("bug", reason=f"{type(error).__name__}: {error}")
        return wording.fault(error)
