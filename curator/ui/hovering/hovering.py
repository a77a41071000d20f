"""When the card beside the pointer is shown, and when it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer

from curator.domain.annotation import Annotation
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.hovering.card import HoverCard
from curator.ui.session import Session
from curator.ui.window import Window

RESTS = 450
"""Milliseconds that the pointer rests before the card comes."""
_LEAVES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.Leave,
        QEvent.Type.FocusOut,
    }
)
"""What the card makes room for, at once."""


class Hovering(QObject):
    """Shows the card of the annotation on which the pointer rests."""

    def __init__(self, window: Window, session: Session) -> None:
        """Watch the page until the session is closed."""
        super().__init__(session)
        self._session = session
        self._pane, self._page = window.pane, window.pane.page
        self._card = HoverCard(window.pane.theme, window.pane)
        self._number: int | None = None
        self._at = QPoint()
        self._later = QTimer(self, singleShot=True, interval=RESTS)
        self._later.timeout.connect(self._show)
        self._heard: list[tuple[Any, Callable[..., Any]]] = [
            (self._page.hovered, self._hovered),
            (self._page.verticalScrollBar().valueChanged, self._leave),
            (session.noted, self._leave),
            (session.opened, self._leave),
        ]
        for signal, slot in self._heard:
            signal.connect(slot)
        for watched in (self._page, self._page.viewport()):
            watched.installEventFilter(self)

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return nothing: it is the pointer's; keys have the inspector, which says the same."""
        return {}

    def close(self) -> None:
        """Take the card away; the window's parts outlive the session."""
        self._leave()
        for signal, slot in self._heard:
            signal.disconnect(slot)
        for watched in (self._page, self._page.viewport()):
            watched.removeEventFilter(self)
        self._card.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for whatever is done; a pointer that moves has not come to rest."""
        if event.type() in _LEAVES:
            self._leave()
        elif event.type() is QEvent.Type.MouseMove and self._later.isActive():
            self._later.start()
        return super().eventFilter(watched, event)

    def _hovered(self, number: int | None, at: QPoint) -> None:
        self._leave()
        self._number, self._at = number, at
        if number is not None:
            self._later.start()

    def _leave(self) -> None:
        self._later.stop()
        self._card.hide()

    def _show(self) -> None:
        document = self._session.screen.document
        one = document.get(self._number) if document is not None else None
        piece = self._piece(one) if one is not None else None
        if one is None or piece is None:
            return
        facts = self._session.screen.facts(one)
        why = (("relabel", _("added by hand")),) if one.by_hand else facts.why[:1]
        more = (("comment", one.comment),) if one.comment else ()
        others = len(self._page.at(one.anchor.start)) - 1
        if others > 0:
            more = (
                *more,
                ("overlap", _("{others} more here: O goes through them").format(others=others)),
            )
        self._card.show_facts(replace(facts, why=(*why, *more)), beside=piece)

    def _piece(self, one: Annotation) -> QRect | None:
        """Return where the piece of an annotation nearest the pointer stands on the pane."""
        sight, measures = self._page.sight(), self._page.measures
        runs = [run for part in one.parts for run in sight.runs(part.start, part.end)]
        if not runs:
            return None
        at = self._at
        run = min(runs, key=lambda run: (abs(run.baseline - at.y()), abs(run.left - at.x())))
        top = QPoint(round(run.left), round(run.baseline) - measures.ascent)
        corner = self._page.viewport().mapTo(self._pane, top)
        below = measures.height + round(2 * measures.lane_pitch)
        return QRect(corner.x(), corner.y(), round(run.right - run.left), below)
