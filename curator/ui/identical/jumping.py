"""Going through the places at which the current words were decided, round through all documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.services import reading
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.session import Session
from curator.ui.window import Window


class Jumping(QObject):
    """Jumps from the strip under the text, and by key."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to the strip until it is closed."""
        super().__init__(session)
        self._window = window
        self._session = session
        window.pane.strip.jumped.connect(self._jump)

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {do: partial(self._jump, do) for do in (Do.JUMP, Do.JUMP_SOURCE)}

    def close(self) -> None:
        """Listen to the strip no more."""
        self._window.pane.strip.jumped.disconnect(self._jump)

    def _jump(self, do: Do) -> None:
        """Look for the next place of the current words, or of a claim's source."""
        document, one = self._session.screen.document, self._session.screen.annotation
        if document is None or one is None:
            return
        job = partial(
            reading.next_place,
            annotation=one,
            text=document.text,
            source=do is Do.JUMP_SOURCE,
            rejected=self._window.pane.view_bar.rejected,
        )
        self._session.desk.read(job, self._go, after=self._session.feed.newest)

    def _go(self, place: tuple[int, int] | None) -> None:
        document = self._session.screen.document
        if place is None:
            self._session.notifier.say("info", _("These words were decided nowhere else"))
        elif document is not None and document.view.id == place[0]:
            self._session.reviewer.make_current(place[1])
        else:
            self._session.open(place[0], focus=place[1])
