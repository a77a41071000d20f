"""What of the open document is in view: which layers, and from which confidence."""

from __future__ import annotations

from curator.domain.annotation import Layer
from curator.ui.review.reviewer import Reviewer
from curator.ui.review.screen import Screen


class Viewing:
    """Brings layers and suggestions into view; what is out of view does not stay current."""

    def __init__(self, screen: Screen, reviewer: Reviewer) -> None:
        """Change what a screen shows, and what a reviewer has current."""
        self._screen = screen
        self._reviewer = reviewer

    def set_layers(self, layers: frozenset[Layer]) -> None:
        """Bring layers into view; the current annotation stays if it is still in view."""
        document, one = self._screen.document, self._screen.annotation
        if document is None:
            return
        document.in_view = layers
        self._screen.show_view()
        if one is None or one.layer not in layers:
            self._reviewer.make_current(document.next(self._screen.current))

    def show_from(self, value: float) -> None:
        """Show suggestions of the layer in view from another confidence (0–1)."""
        document, here = self._screen.document, self._screen.current
        if document is None:
            return
        document.show_from(value)
        self._screen.redraw()
        if here is not None and not document.shows(here):
            self._reviewer.make_current(document.next(here))
