"""Finding words in the open document: they are marked, counted, and gone through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.domain.finding import Finder, Wanted
from curator.ui.do import Do
from curator.ui.finding.search import Search
from curator.ui.session import Session
from curator.ui.window import Window

_LONGEST = 80
"""A longer selection is not what somebody wants to find."""


class Find(QObject):
    """Connects the find bar with the page.

    The place that is gone to is selected on the page, so that a digit gives it a label.
    """

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to the bar until the session is closed."""
        super().__init__(session)
        self._session = session
        self._pane = window.pane
        self._bar = window.pane.find_bar
        self._page = window.pane.page
        self._finder = Finder("")
        self._search = Search(self)
        self._on, self._back = partial(self.step, forward=True), partial(self.step, forward=False)
        self._from: int | None = None
        self._search.grown.connect(self._grown)
        self._search.ended.connect(self._ended)
        session.opened.connect(self._opened)
        session.noted.connect(self._noted)
        self._heard: list[tuple[Any, Callable[..., Any]]] = [
            (self._bar.wanted, self._typed),
            (self._bar.on_wanted, self._on),
            (self._bar.back_wanted, self._back),
            (self._bar.left, self.leave),
            (self._page.selection_changed, self._count),
        ]
        for signal, slot in self._heard:
            signal.connect(slot)

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its actions do."""
        return {
            Do.FIND: self.open,
            Do.FIND_NEXT: self._on,
            Do.FIND_PREVIOUS: self._back,
        }

    def close(self) -> None:
        """Take the bar away; the window's parts outlive the session."""
        for signal, slot in self._heard:
            signal.disconnect(slot)
        self._hide()

    def open(self) -> None:
        """Show the bar with what is selected on the page, and give it the keyboard.

        Words from before are marked again, but nothing is gone to before something is typed.
        """
        words = self.selected_words()
        self._show()
        if words:
            self._bar.fill(words)
        self._from = self._page.selected()[0] if words else None
        self._look(self._bar.now)
        self._bar.focus()

    def go_to(self, words: str) -> None:
        """Show the bar with words, and go to their first place; the text keeps the keyboard."""
        self._show()
        self._bar.fill(words)
        self._from = 0
        self._look(self._bar.now)

    def step(self, *, forward: bool) -> None:
        """Go to the next place, or the one before, round the ends of the text."""
        if self._bar.now.empty:
            self.open()
            return
        if self._bar.isHidden():
            self._show()
            self._look(self._bar.now)
        found, (start, end) = self._page.found, self._page.selected()
        after = start + (found.place_of((start, end)) is not None)
        there = found.at_or_after(after) if forward else found.before(start)
        if there is not None:
            self._go(there)
        elif forward and self._search.running:
            self._from = after
        elif len(found):
            self._go(0 if forward else len(found) - 1)

    def leave(self) -> None:
        """Take the bar and the marks away; the selected place stays selected."""
        if not self._bar.isHidden():
            self._hide()
            self._pane.focus_page()

    def _show(self) -> None:
        if self._bar.isHidden():
            self._bar.show()
            self._finder.prepare()

    def _hide(self) -> None:
        self._search.stop()
        self._bar.hide()
        self._page.mark_found((), fresh=True)

    def _opened(self) -> None:
        """Another text: what is looked for is marked there, too, and nothing is gone to."""
        document = self._session.screen.document
        self._finder = Finder(document.text if document is not None else "")
        if not self._bar.isHidden():
            self._from = None
            self._look(self._bar.now)

    def _noted(self, changes: Changes) -> None:
        """The first suggestions become current; the place that was gone to stays in view."""
        document, span = self._session.screen.document, self._page.selected()
        here = document is not None and document.view.id in changes.documents
        if here and changes.code == "suggest" and self._page.found.place_of(span) is not None:
            self._page.bring_into_view(span[0])

    def _typed(self, wanted: Wanted) -> None:
        """Look for other words, from the place on that is selected."""
        self._from = self._page.selected()[0]
        self._look(wanted)

    def _look(self, wanted: Wanted) -> None:
        self._search.stop()
        self._page.mark_found((), fresh=True)
        self._search.start(self._finder, wanted)

    def _grown(self, spans: Sequence[tuple[int, int]]) -> None:
        if spans:
            self._page.mark_found(spans, fresh=False)
        if self._from is not None:
            there = self._page.found.at_or_after(self._from)
            if there is not None:
                self._go(there)
        self._count()

    def _ended(self) -> None:
        """Nothing from the caret on: go round to the first place."""
        if self._from is not None and len(self._page.found):
            self._go(0)
        self._count()

    def _go(self, place: int) -> None:
        self._from = None
        start, end = self._page.found[place]
        self._page.select(start, end)
        self._page.bring_into_view(start)
        self._count()

    def _count(self) -> None:
        if not self._bar.isHidden():
            found = self._page.found
            place = found.place_of(self._page.selected())
            self._bar.set_count(place, len(found), running=self._search.running)

    def selected_words(self) -> str:
        """Return what is selected on the page, if it is short enough to be looked for."""
        span = self._page.selection()
        if span is None or span[1] - span[0] > _LONGEST:
            return ""
        return self._page.text[slice(*span)]
