"""The reviewer: what keys and clicks do to the annotations of the open document."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from curator.domain.annotation import Annotation, Layer, Part, Role
from curator.domain.changes import Changes
from curator.domain.decisions import Change, Reason, Verdict, decide
from curator.domain.faults import Fault
from curator.services import deciding, reading
from curator.store.project import Project
from curator.ui.desk import Desk
from curator.ui.review.arrivals import Arrivals
from curator.ui.review.open_document import OpenDocument
from curator.ui.review.screen import Screen
from curator.ui.review.under_way import UnderWay


class Reviewer(QObject):
    """Decides: paints a verdict at once, has it written, and takes the paint back if that fails.

    Signals:
        acted(object): `Changes` of an act that is in the file.
        begun(): an act is on its way to the file.
        not_saved(object, object): the error, and a callable that tries again.
        outdated(object): a `Fault`: what was decided is gone, the document must be read anew.
        refused(object): a `Fault`: the act is not possible, nothing was painted.
        moved(): another annotation is current, or none.
    """

    acted = Signal(object)
    begun = Signal()
    not_saved = Signal(object, object)
    outdated = Signal(object)
    refused = Signal(object)
    moved = Signal()

    def __init__(self, desk: Desk, screen: Screen, parent: QObject | None = None) -> None:
        """Work at a desk, on what a screen shows."""
        super().__init__(parent)
        self._desk = desk
        self._screen = screen
        self._under_way = UnderWay()
        self._arrivals = Arrivals(self)
        self._arrivals.due.connect(self._take)
        self._promoted: dict[int, int] = {}
        self._reshaped = 0
        self._edge_act: int | None = None
        self._shown_at = time.monotonic()

    @property
    def document(self) -> OpenDocument | None:
        """The open document."""
        return self._screen.document

    @property
    def shown_ms(self) -> int:
        """Milliseconds since the current annotation was made current."""
        return round(1000 * (time.monotonic() - self._shown_at))

    def make_current(self, number: int | None) -> None:
        """Make an annotation current and look up what was decided of its words."""
        self._screen.set_current(number)
        self._shown_at = time.monotonic()
        one, document = self._screen.annotation, self.document
        if one is not None and document is not None:
            self._desk.read(
                lambda project: reading.history(project, one, document.text),
                partial(self._screen.show_history, one.id),
            )
        self.moved.emit()

    def go(self, *, forward: bool = True) -> None:
        """Go to the next annotation that waits for a verdict, or the one before."""
        if self.document is not None:
            here = self._screen.annotation
            self.make_current(self.document.next(here, forward=forward))

    def judge(self, verdict: Verdict, *, reason: Reason = Reason.NOT_A_CLAIM) -> None:
        """Give the current annotation a verdict and go on; a rejected claim has a reason."""
        one, document = self._screen.annotation, self.document
        if one is None or document is None:
            return
        claim = verdict is Verdict.REJECT and one.layer is Layer.CLAIM
        if self._decide(one, verdict, reason=reason.value if claim else None):
            self.make_current(document.next(one))

    def accept(self, number: int) -> None:
        """Accept an annotation where it is, such as one that was double-clicked."""
        one = self.document.get(number) if self.document else None
        if one is not None:
            self._decide(one, Verdict.ACCEPT)

    def relabel(self, label: str) -> None:
        """Give the current annotation another label; with the label it has, accept it."""
        one = self._screen.annotation
        if one is not None and one.label == label:
            self._decide(one, Verdict.ACCEPT)
        elif one is not None:
            self._decide(one, Verdict.CORRECT, change=Change(label=label))

    def set_attribute(self, name: str, value: str) -> None:
        """Set an attribute of the current claim."""
        one = self._screen.annotation
        if one is not None:
            attributes = {**one.attributes, name: value}
            self._decide(one, Verdict.CORRECT, change=Change(attributes=attributes))

    def set_part(self, role: Role, spans: list[tuple[int, int]]) -> None:
        """Pick the parts of one role of the current claim anew."""
        one = self._screen.annotation
        if one is not None:
            parts = deciding.with_part(one, role, spans)
            self._decide(one, Verdict.CORRECT, change=Change(parts=parts))

    def reshape(self, parts: tuple[Part, ...], *, soon: bool = False) -> None:
        """Give the current annotation other parts.

        Args:
            parts: of the current annotation.
            soon: whether it shares the act of the reshaping before, if that was of the same one.
        """
        one = self._screen.annotation
        if one is not None:
            joins = soon and self._under_way.name(self._reshaped) == one.id
            self._reshaped = one.id
            self._decide(one, Verdict.CORRECT, change=Change(parts=parts), edge=True, joins=joins)

    def add(self, layer: Layer, label: str, parts: tuple[Part, ...]) -> None:
        """Add an annotation by hand and make it current."""
        document = self.document
        if document is None or not self.may():
            return
        here = document.view.id
        job = partial(deciding.add, document_id=here, layer=layer, label=label, parts=parts)
        self._submit(job, None, then=self._added)

    def run(
        self,
        job: Callable[[Project], Changes],
        *,
        before: Annotation | None = None,
        after: Annotation | None = None,
    ) -> None:
        """Have another act written, such as closing; what it changes is shown afterwards.

        Args:
            job: writes it.
            before: the annotation that it is about, if it is one.
            after: the same as the act will leave it, which is painted at once.
        """
        if self.may():
            self._submit(job, before)
            if after is not None:
                self._paint(after)

    def stored(self, number: int) -> int:
        """Return the id that an annotation has in the file by now; for jobs, on their lane."""
        return self._promoted.get(number, number)

    def take(self, changes: Changes) -> None:
        """Take what changed elsewhere, such as by a suggester or an undo."""
        self._arrivals.admit(changes, self.document)

    def _take(self, document: OpenDocument, changes: Changes) -> None:
        if document is not self.document:
            return
        here = self._screen.annotation
        drawn, gone = document.take(self._under_way.settle(changes, document.get))
        for one in changes.returned:
            self._promoted.pop(one.id, None)
        self._screen.put(drawn, gone)
        if here is not None and here.id in gone:
            became = document.get(self._under_way.name(here.id))
            if became is not None:
                self._screen.set_current(became.id)
            else:
                self.make_current(document.next(here))
        elif here is None and document.unresolved():
            self.make_current(document.next(None))

    def _decide(
        self,
        before: Annotation,
        verdict: Verdict,
        *,
        change: Change | None = None,
        reason: str | None = None,
        edge: bool = False,
        joins: bool = False,
    ) -> bool:
        """Paint a verdict and have it written; returns whether it was possible."""
        after = self._after(before, verdict, change, reason)
        if after is None or after is before:
            return after is not None
        shown_ms = self.shown_ms

        def job(project: Project) -> Changes:
            act = self._edge_act if joins else None
            self._edge_act = None
            changes = deciding.judge(
                project,
                self.stored(before.id),
                verdict,
                change=change,
                reason=reason,
                code="edges" if edge else None,
                shown_ms=shown_ms,
                join=act,
                seen=before,
            )
            self._edge_act = changes.act if edge else None
            if before.id in changes.vanished:
                self._promoted[before.id] = changes.annotations[0].id
            return changes

        self._submit(job, before)
        self._paint(after)
        return True

    def _after(
        self, before: Annotation, verdict: Verdict, change: Change | None, reason: str | None
    ) -> Annotation | None:
        """Return what a verdict makes of an annotation; None, and a word why, when it cannot be."""
        if not self.may():
            return None
        try:
            return decide(before, verdict, change=change, reason=reason)
        except Fault as fault:
            self.refused.emit(fault)
            return None

    def _submit(
        self,
        job: Callable[[Project], Changes],
        before: Annotation | None,
        *,
        then: Callable[[Changes], None] | None = None,
    ) -> None:
        """Have an act written; of an annotation that is painted already, or of something else."""
        under_way = self._under_way
        if before is not None:
            under_way.begin(before)
        self.begun.emit()

        def done(changes: Changes) -> None:
            if before is not None:
                under_way.promote(before.id, changes)
                under_way.end(before.id)
            self.take(changes)
            if then is not None:
                then(changes)
            self.acted.emit(changes)

        def failed(error: BaseException) -> None:
            saved = under_way.end(before.id) if before is not None else None
            if saved is not None:
                self._paint(saved)
            if isinstance(error, Fault) and error.code == "decision.gone":
                self.outdated.emit(error)
            else:
                self.not_saved.emit(error, partial(self._submit, job, saved or before, then=then))

        self._desk.write(job, done, failed=failed)

    def may(self) -> bool:
        """Whether decisions can be made; says why not where they cannot."""
        fault = self._screen.held or self._desk.refusal
        if fault is not None:
            self.refused.emit(fault)
        return fault is None

    def _added(self, changes: Changes) -> None:
        document = self.document
        if document is not None and changes.annotations:
            one = changes.annotations[0]
            if one.document_id == document.view.id:
                self.make_current(one.id)

    def _paint(self, one: Annotation) -> None:
        if self.document is not None and one.document_id == self.document.view.id:
            self._screen.put(*self.document.put([one]))
