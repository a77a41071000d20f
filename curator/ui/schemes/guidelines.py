"""H shows the guideline of the current annotation's label, and follows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRect

from curator.domain.scheme import Label
from curator.ui.do import Do
from curator.ui.schemes.guideline_card import GuidelineCard
from curator.ui.session import Session
from curator.ui.window import Window


class Guidelines(QObject):
    """Shows a card over the page while it is wanted."""

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._window, self._session = window, session
        self._card: GuidelineCard | None = None
        session.changed.connect(self._follow)
        session.reviewer.acted.connect(self._follow)
        window.pane.escaped.connect(self._hide)

    @property
    def card(self) -> GuidelineCard | None:
        """The card, while it is shown."""
        return self._card

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.GUIDELINE: self.turn}

    def turn(self) -> None:
        """Show the guideline, or show it no more."""
        if self._card is not None:
            self._hide()
        elif self._label() is not None:
            pane = self._window.pane
            self._card = GuidelineCard(pane.theme, pane.page, pane, hides=self._lies_under)
            self._card.closed.connect(self._hide)
            self._follow()

    def close(self) -> None:
        """Take the card away, and listen no more."""
        self._window.pane.escaped.disconnect(self._hide)
        self._hide()

    def _hide(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            card.leave()

    def _follow(self, *_changes: object) -> None:
        label = self._label()
        if self._card is not None and label is not None:
            self._card.show_label(label)

    def _lies_under(self, rect: QRect) -> bool:
        """Whether the current annotation lies under a rectangle of the page."""
        page, current = self._window.pane.page, self._session.screen.current
        at = page.viewport().geometry().topLeft()
        xs, ys = range(rect.left(), rect.right(), 16), range(rect.top(), rect.bottom(), 10)
        sight = page.sight()
        offsets = {sight.offset_at(x - at.x(), y - at.y()) for y in ys for x in xs}
        return any(current in page.at(offset) for offset in offsets if offset is not None)

    def _label(self) -> Label | None:
        """The label of the current annotation."""
        one, document = self._session.screen.annotation, self._session.screen.document
        if one is None or document is None:
            return None
        return document.scheme.layer(one.layer).label(one.label) or Label(one.label)
