"""Splitting the current annotation, and merging it with the next or with what is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from curator.domain import pieces
from curator.domain.annotation import Annotation, Layer, Part, Role
from curator.domain.changes import Changes
from curator.domain.decisions import Change, Verdict, decide
from curator.domain.faults import Fault
from curator.services import pieces as services
from curator.store.project import Project
from curator.ui.do import Do
from curator.ui.review.open_document import OpenDocument
from curator.ui.session import Session
from curator.ui.window import Window


class Pieces:
    """Makes two of the current annotation, or one of several."""

    def __init__(self, window: Window, session: Session) -> None:
        """Work on the page's caret and selection."""
        self._page = window.pane.page
        self._session = session
        self._reviewer = session.reviewer

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what the two actions do."""
        return {Do.SPLIT: self._split, Do.MERGE: self._merge}

    def close(self) -> None:
        """There is nothing to close."""

    def _split(self) -> None:
        """Split at the caret or round the selection; words within a claim's content are cut out."""
        one, document = self._current()
        if one is None or document is None:
            return
        cut = self._page.selection() or self._page.selected()
        if one.layer is Layer.CLAIM and (parts := pieces.without(document.text, one, cut)):
            self._leave_selection()
            self._reviewer.reshape(parts)
            return
        made = pieces.split(document.text, one, cut)
        if made is None:
            self._reviewer.refused.emit(Fault("decision.no_split", quote=one.quote(document.text)))
            self._show_caret(one)
            return
        self._leave_selection()
        shown_ms = self._reviewer.shown_ms
        self._run(
            one,
            made[0],
            lambda project, number: services.split(project, number, cut, shown_ms=shown_ms),
        )

    def _merge(self) -> None:
        """Merge with those of its label in the selection, else with the next one near by."""
        one, document = self._current()
        if one is None or document is None:
            return
        cut = self._page.selection()
        more: list[tuple[int, int]] = []
        if cut is not None:
            others = pieces.selected(one, document.drawn(), cut)
            more = [] if others else [cut]
        else:
            partner = pieces.partner(one, self._page.near(one.end), document.text)
            others = [] if partner is None else [partner]
        if not others and not more:
            self._reviewer.refused.emit(Fault("decision.no_merge", label=one.label))
            return
        first, *rest = sorted([one, *others], key=lambda each: each.place)
        parts = pieces.merged(document.text, [first, *rest], more=more)
        self._leave_selection()
        if not rest:
            self._reviewer.reshape(parts)
            return
        if first is not one:
            self._reviewer.make_current(first.id)
        self._run(first, parts, self._merging([each.id for each in rest]))

    def _merging(self, numbers: list[int]) -> Callable[[Project, int], Changes]:
        shown_ms, stored = self._reviewer.shown_ms, self._reviewer.stored

        def merge(project: Project, number: int) -> Changes:
            return services.merge(project, [number, *map(stored, numbers)], shown_ms=shown_ms)

        return merge

    def _run(
        self,
        one: Annotation,
        parts: tuple[Part, ...],
        service: Callable[[Project, int], Changes],
    ) -> None:
        """Paint what becomes of an annotation, and have the service written with its id."""
        change = Change(parts=parts)
        verdict = Verdict.CORRECT if parts != one.parts else Verdict.ACCEPT
        job = partial(self._job, one.id, service)
        self._reviewer.run(job, before=one, after=decide(one, verdict, change=change))

    def _job(
        self, number: int, service: Callable[[Project, int], Changes], project: Project
    ) -> Changes:
        return service(project, self._reviewer.stored(number))

    def _show_caret(self, one: Annotation) -> None:
        """Put the caret where keys begin to look for the place, and show it."""
        start = (one.spans(Role.CONTENT) or (one.anchor,))[0].start
        self._page.select(start, start)
        self._page.show_caret(on=True)

    def _leave_selection(self) -> None:
        caret = self._page.selected()[0]
        self._page.select(caret, caret)

    def _current(self) -> tuple[Annotation | None, OpenDocument | None]:
        screen = self._session.screen
        return screen.annotation, screen.document
