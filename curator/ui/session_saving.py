"""What the window says of acts on their way to the file."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from curator.ui.desk import Desk
from curator.ui.notifier import Notifier
from curator.ui.window import Window


class SessionSaving:
    """Says “saved” only when a commit has returned, and why where one has failed."""

    def __init__(self, window: Window, desk: Desk, notifier: Notifier) -> None:
        """Speak for a session's desk."""
        self._window = window
        self._desk = desk
        self._notifier = notifier

    def begun(self) -> None:
        """An act is on its way."""
        self._window.pane.toast.leave()
        self._window.status.set_saving()

    def saved(self) -> None:
        """An act is in the file."""
        if not self._desk.pending:
            self._window.status.set_saved(time.strftime("%H:%M:%S"))

    def failed(self, error: BaseException, again: Callable[[], Any]) -> None:
        """An act could not be written; `again` tries once more."""
        self._window.status.set_not_saved()
        self._notifier.not_saved(error, again)
