"""Keys that move the edges of the current annotation, and a preview of where they would go."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from curator.domain.annotation import Annotation
from curator.domain.words import Edge
from curator.ui.do import Do
from curator.ui.page.marks import Mark
from curator.ui.review.edges import By, Move, Side, edges_of, moved, moving, stops
from curator.ui.session import Session
from curator.ui.window import Window

SAME_ACT = 2.0
"""Seconds within which edge keys on one annotation share an act."""

MOVES = {
    Do.RIGHT_OUT: Move("right", outward=True, by=By.WORD),
    Do.RIGHT_IN: Move("right", outward=False, by=By.WORD),
    Do.LEFT_OUT: Move("left", outward=True, by=By.WORD),
    Do.LEFT_IN: Move("left", outward=False, by=By.WORD),
    Do.RIGHT_OUT_STOP: Move("right", outward=True, by=By.STOP),
    Do.RIGHT_IN_STOP: Move("right", outward=False, by=By.STOP),
    Do.LEFT_OUT_STOP: Move("left", outward=True, by=By.STOP),
    Do.LEFT_IN_STOP: Move("left", outward=False, by=By.STOP),
    Do.RIGHT_OUT_CHARACTER: Move("right", outward=True, by=By.CHARACTER),
    Do.RIGHT_IN_CHARACTER: Move("right", outward=False, by=By.CHARACTER),
    Do.LEFT_OUT_CHARACTER: Move("left", outward=True, by=By.CHARACTER),
    Do.LEFT_IN_CHARACTER: Move("left", outward=False, by=By.CHARACTER),
}
_CARD = {
    ("right", "out"): Do.RIGHT_OUT,
    ("right", "in"): Do.RIGHT_IN,
    ("left", "out"): Do.LEFT_OUT,
    ("left", "in"): Do.LEFT_IN,
}
_ARROWS = {True: "↓", False: "↑"}
"""Keys that move an edge out and in, with Alt."""
_HELD = Qt.KeyboardModifier.AltModifier
_LEFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class EdgeKeys(QObject):
    """Moves edges by key; while Alt is held the page shows the stops, with Shift of the left edge.

    In a claim the part in edit moves, its content when none is.
    """

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to the page's keys and to the card."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._page = window.pane.page
        self._at = 0.0
        self._ghost: Side | None = None
        self._page.installEventFilter(self)
        window.inspector.edge_moved.connect(self._card)
        session.reviewer.moved.connect(self._draw)

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what each edge key does."""
        return {do: partial(self._move, move) for do, move in MOVES.items()}

    def close(self) -> None:
        """Listen no more."""
        self._show(None)
        self._page.removeEventFilter(self)
        self._window.inspector.edge_moved.disconnect(self._card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show and hide the stops as Alt and Shift are pressed and let go."""
        if watched is self._page:
            match event.type():
                case QEvent.Type.ShortcutOverride:
                    return self._keep(cast("QKeyEvent", event))
                case QEvent.Type.KeyPress | QEvent.Type.KeyRelease:
                    self._hold(cast("QKeyEvent", event))
                case QEvent.Type.FocusOut:
                    self._show(None)
        return False

    def _keep(self, event: QKeyEvent) -> bool:
        """Keep Alt by itself from the menu bar, which would take the keyboard when it is let go."""
        mine = event.key() == Qt.Key.Key_Alt and self._session.screen.annotation is not None
        if mine:
            event.accept()
        return mine

    def _hold(self, event: QKeyEvent) -> None:
        """Follow Alt and Shift; a modifier's own press and release say nothing of itself."""
        held = event.modifiers()
        own = {
            Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
            Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
        }.get(Qt.Key(event.key()))
        if own is not None:
            pressed = event.type() is QEvent.Type.KeyPress
            held = held | own if pressed else held & ~own
            sides: dict[Qt.KeyboardModifier, Side] = {_HELD: "right", _LEFT: "left"}
            self._show(sides.get(held) if self._page.dragged is None else None)
        elif not held & Qt.KeyboardModifier.AltModifier:
            self._show(None)

    def _show(self, side: Side | None) -> None:
        if side != self._ghost:
            self._ghost = side
            self._draw()

    def _draw(self) -> None:
        """Have the page paint the stops of the current annotation, or none."""
        screen, side = self._session.screen, self._ghost
        one, document = screen.annotation, screen.document
        if one is None or document is None or side is None:
            self._page.show_marks(())
            return
        edge = Move(side, outward=True, by=By.STOP).edge
        known = self._known(one, edge)
        found = stops(document.text, one, side, role=self._session.parts.role, known=known)
        self._page.show_marks(Mark(at, edge, _ARROWS[outward]) for outward, at in found.items())

    def _known(self, one: Annotation, edge: Edge) -> frozenset[int]:
        """Return where others near an annotation begin or end, which are stops for it."""
        near = {other.id: other for at in (one.start, one.end) for other in self._page.near(at)}
        return edges_of(near.values(), edge, but=one)

    def _card(self, side: str, way: str) -> None:
        self._window.triggered.emit(_CARD[side, way])

    def _move(self, move: Move) -> None:
        one, document = self._session.screen.annotation, self._session.screen.document
        if one is None or document is None:
            return
        known = self._known(one, move.edge) if move.by is By.STOP else ()
        parts = moved(document.text, one, move, role=self._session.parts.role, known=known)
        if parts is not None:
            now = time.monotonic()
            soon, self._at = now - self._at < SAME_ACT, now
            self._session.reviewer.reshape(parts, soon=soon)
            self._keep_in_sight(move.side)
            self._draw()

    def _keep_in_sight(self, side: Side) -> None:
        """Scroll to the edge that moved, if it left what is well in sight."""
        one = self._session.screen.annotation
        part = moving(one, side, role=self._session.parts.role) if one is not None else None
        if part is not None:
            self._page.bring_into_view(part.start if side == "left" else part.end - 1)
