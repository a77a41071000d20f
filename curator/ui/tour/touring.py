"""When there is a tour: by itself the first time that samples are tried, later when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from curator.ui.do import Do
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.tour.tour import Tour
from curator.ui.window import Window


class Touring(QObject):
    """Begins tours in sessions of samples, and remembers that there was one.

    Signals:
        changed(): a tour began or is over.
    """

    changed = Signal()

    def __init__(
        self, window: Window, preferences: Preferences, try_samples: Callable[[], Any]
    ) -> None:
        """Wait for the first page's samples.

        Args:
            window: furnished.
            preferences: remember whether there was a tour, and know where samples are.
            try_samples: opens a fresh one.
        """
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._try_samples = try_samples
        self._due = False
        self._session: Session | None = None
        self._tour: Tour | None = None
        window.welcome.try_samples.connect(self._tried)

    @property
    def running(self) -> bool:
        """Whether a tour is under way."""
        return self._tour is not None

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {
            Do.TOUR: self.take,
            Do.TOUR_SKIP: self._skip,
            Do.TOUR_BACK: self._back,
            Do.TOUR_END: self._end,
        }

    def take(self) -> None:
        """Begin from the first step, in a fresh copy of the samples where the open one is done."""
        if self._session is not None and self._serves(self._session):
            self._begin(self._session)
        else:
            self._due = True
            self._try_samples()

    def began(self, session: Session) -> None:
        """Know the session that began, and begin the tour that was waiting for it."""
        self._session = session
        due, self._due = self._due, False
        if due and session.writable and self._is_sample(session):
            self._begin(session)

    def left(self) -> None:
        """Know that the session is over."""
        self._end()
        self._session = None

    def _tried(self) -> None:
        self._due = self._due or not self._preferences.toured

    def _is_sample(self, session: Session) -> bool:
        folder = self._preferences.samples_folder()
        return session.project.path.resolve().parent == folder.resolve()

    def _serves(self, session: Session) -> bool:
        document = session.screen.document
        waits = document is not None and bool(document.unresolved())
        return session.writable and self._is_sample(session) and waits

    def _begin(self, session: Session) -> None:
        self._end()
        self._preferences.toured = True
        self._tour = Tour(self._window, session)
        self._tour.over.connect(self._end)
        self.changed.emit()

    def _skip(self) -> None:
        if self._tour is not None:
            self._tour.skip()

    def _back(self) -> None:
        if self._tour is not None:
            self._tour.back()

    def _end(self) -> None:
        tour, self._tour = self._tour, None
        if tour is not None:
            tour.close()
            self.changed.emit()
