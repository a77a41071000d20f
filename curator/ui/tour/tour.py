"""A tour through a session: it waits until each step is done, and goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal

from curator.domain.changes import Changes
from curator.ui.key_caps import shown_key
from curator.ui.session import Session
from curator.ui.tour.card import TourCard
from curator.ui.tour.placing import pieces, places
from curator.ui.tour.steps import STEPS, Step
from curator.ui.widgets.keyed import rekey
from curator.ui.window import Window


class Tour(QObject):
    """Walks through the steps while a person works; a step that cannot be done is passed over.

    Signals:
        over(): it was ended, or its last step was done.
    """

    over = Signal()

    def __init__(self, window: Window, session: Session) -> None:
        """Begin with the first step, once there is something to do it with."""
        super().__init__(session)
        self._pane, self._session, self._keymap = window.pane, session, window.keymap
        self._card = TourCard(window.pane.theme, window.pane)
        rekey(self._card, self._keymap)
        self._card.back.connect(self.back)
        self._card.skipped.connect(self.skip)
        self._card.ended.connect(self.over)
        self._at, self._shown, self._looked = 0, False, False
        bar = self._pane.page.verticalScrollBar()
        self._heard: list[tuple[Any, Callable[..., Any]]] = [
            (session.noted, self._noted),
            (session.changed, self._look),
            (session.changed, self._watch_card),
            (session.tasks.ended, self._look),
            (self._keymap.changed, self._say),
            (bar.valueChanged, self._stand),
            (bar.rangeChanged, self._stand),
            (self._pane.triggered, self._watch_card),
            (self._pane.key, self._watch_card),
            (window.triggered, self._watch_card),
            (window.inspector.part_edit, self._watch_card),
        ]
        for signal, slot in self._heard:
            signal.connect(slot)
        self._pane.installEventFilter(self)
        self._look()

    @property
    def step(self) -> Step:
        """The step that is shown, or waited for."""
        return STEPS[self._at]

    def close(self) -> None:
        """Take the card away; the window's parts outlive the tour."""
        for signal, slot in self._heard:
            signal.disconnect(slot)
        self._pane.removeEventFilter(self)
        if self._card.isAncestorOf(self._pane.window().focusWidget() or self._pane):
            self._pane.focus_page()
        self._card.hide()
        self._card.deleteLater()
        self.deleteLater()

    def back(self) -> None:
        """Go to the step before that can be done; stay where there is none."""
        for at in range(self._at - 1, -1, -1):
            if self._can(STEPS[at]):
                self._turn(at)
                return

    def skip(self) -> None:
        """Go to the next step; after the last one it is over."""
        self._turn(self._at + 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what the step is about when the pane changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _turn(self, at: int) -> None:
        if at >= len(STEPS):
            self.over.emit()
            return
        self._at, self._shown, self._looked = at, False, False
        self._look()

    def _noted(self, changes: Changes) -> None:
        """Go on when somebody did what the step is about; taking it back is not doing it."""
        if self._shown and not changes.undoes and changes.code in self.step.codes:
            self.skip()

    def _watch_card(self, *_what: object) -> None:
        """Go on once the card of a claim was opened and is left."""
        editing = self._session.parts.role is not None
        if self._shown and not self.step.codes and self._looked and not editing:
            self.skip()
        else:
            self._looked = editing

    def _can(self, step: Step) -> bool:
        document = self._session.screen.document
        if document is None:
            return False
        return step.lone or step.choose(document.listed()) is not None

    def _look(self) -> None:
        """Show the step, wait while there may be something for it soon, or pass it over."""
        document, screen = self._session.screen.document, self._session.screen
        if self._shown or document is None:
            self._stand()
        elif self._can(self.step):
            self._shown = True
            if not self.step.suits(screen.annotation):
                self._session.reviewer.make_current(self.step.choose(document.listed()))
            self._say()
        elif self._session.tasks.busy:
            self._card.hide()
        else:
            self.skip()

    def _say(self) -> None:
        """Say the step with the keys that actions have now."""
        if self._shown:
            words = self.step.told(lambda do: shown_key(self._keymap.key(do)))
            self._card.say(self.step.title, words, place=self._at, of=len(STEPS))
            self._stand()

    def _stand(self) -> None:
        if not self._shown or self._session.screen.document is None:
            self._card.hide()
            return
        current = pieces(self._pane)
        wanted = places(self._pane, self.step.about, current, self._card.box())
        self._card.stand(wanted, clear_of=current)
