"""An edge of the current annotation that was dragged with the mouse is one act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from curator.domain.annotation import Annotation
from curator.ui.do import Do
from curator.ui.page.dragging import EdgeDrag
from curator.ui.session import Session
from curator.ui.window import Window


class EdgeMouse:
    """Lets the edges of the current annotation be dragged where decisions can be made."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to the page's mouse."""
        self._session = session
        self._drag = EdgeDrag(window.pane.page, self._may, session)
        self._drag.dropped.connect(self._dropped)

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return nothing: what the mouse does the edge keys do, too."""
        return {}

    def close(self) -> None:
        """Listen no more."""
        self._drag.close()

    def _may(self) -> bool:
        return self._session.writable and self._session.screen.annotation is not None

    def _dropped(self, one: Annotation) -> None:
        if one.id == self._session.screen.current:
            self._session.reviewer.reshape(one.parts)
