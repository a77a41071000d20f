"""How results of other threads come home to the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Home(QObject):
    """Calls back in the UI thread what a future of another thread came to.

    Signals:
        failed(object): an error that nobody took.
    """

    failed = Signal(object)
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Live in the thread that makes it."""
        super().__init__(parent)
        self._open = True
        self._came.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def bring(
        self,
        future: Future[T],
        done: Callable[[T], Any],
        *,
        failed: Callable[[BaseException], Any] | None = None,
        always: Callable[[], Any] = lambda: None,
    ) -> None:
        """Call `done` with a future's result, or `failed` with its error; `always` before."""

        def home() -> None:
            always()
            if not self._open:
                return
            if future.cancelled():
                return
            error = future.exception()
            if error is None:
                done(future.result())
            else:
                (failed or self.failed.emit)(error)

        future.add_done_callback(lambda _future: self._came.emit(home))

    def leave(self) -> None:
        """Let what is still under way come to nothing."""
        self._open = False

    def _call(self, job: Callable[[], None]) -> None:
        job()
