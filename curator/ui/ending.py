"""The window ends in the ordinary way when a signal asks it to."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

from curator.endings import CODE, listen


class Ending(QObject):
    """Wakes the event loop when SIGTERM, SIGHUP or SIGINT comes: Python alone would not be heard.

    Where a pipe cannot be listened to (Windows) the system asks windows to close by itself.

    Args:
        close: called in the UI thread with the first signal.

    Attributes:
        code: the exit code, 0 as long as no signal came.
    """

    def __init__(self, close: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self.code = 0
        self._close = close
        if os.name != "posix":
            return
        self._read, write = os.pipe()
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        listen(lambda _number, _frame: None, "SIGTERM", "SIGHUP", "SIGINT")
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def _asked(self) -> None:
        numbers = os.read(self._read, 16)
        ends = [n for n in numbers if n in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)]
        if ends and not self.code:
            self.code = CODE + ends[0]
            self._close()
