"""How results of other threads come home to the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
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
        always: Callable[[Future[T]], Any] = lambda _future: None,
    ) -> None:
        """Tell what a future came to, once it has.

        None of the three may keep the future: it keeps what is called back, and would keep itself
        with its result until the next full collection, for which every thread waits.

        Args:
            future: of another thread.
            done: called with its result.
            failed: called with its error instead of the signal.
            always: called with the future before them, also where it was cancelled.
        """

        def home(came: Future[T]) -> None:
            always(came)
            if not self._open or came.cancelled():
                return
            error = came.exception()
            if error is None:
                done(came.result())
            else:
                (failed or self.failed.emit)(error)

        future.add_done_callback(lambda came: self._came.emit(partial(home, came)))

    def leave(self) -> None:
        """Let what is still under way come to nothing."""
        self._open = False

    def _call(self, job: Callable[[], None]) -> None:
        job()
