"""Done: closing what is in view, by the project's rule for what is left over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from curator.domain.annotation import State
from curator.domain.changes import Changes
from curator.domain.faults import Fault
from curator.services import closing, reading
from curator.store.project import Project
from curator.ui.desk import Desk
from curator.ui.dialogs.leftover import ACCEPTED, REJECTED, LeftoverDialog
from curator.ui.review.open_document import OpenDocument
from curator.ui.review.reviewer import Reviewer
from curator.ui.window import Window

_STATES = {REJECTED: State.REJECTED, ACCEPTED: State.ACCEPTED}


class Closer(QObject):
    """Closes and opens the layers in view of the open document.

    Attributes:
        rule: what becomes of suggestions left over; None where nobody was asked yet.

    Signals:
        refused(object): a `Fault`: it was not closed.
    """

    refused = Signal(object)

    def __init__(self, window: Window, desk: Desk, reviewer: Reviewer) -> None:
        """Ask the project for its rule."""
        super().__init__(reviewer)
        self._window = window
        self._desk = desk
        self._reviewer = reviewer
        self.rule: str | None = None
        self._seen: set[int] = set()
        desk.read(reading.leftover_rule, self._know)
        window.pane.page.verticalScrollBar().valueChanged.connect(self._look)

    def press(self) -> None:
        """Close what is in view; open it again where all of it is closed."""
        document = self._reviewer.document
        if document is None or not self._reviewer.may():
            return
        number = document.view.id
        if document.closed():
            layers = tuple(document.in_view)
            self._reviewer.run(lambda project: closing.reopen(project, number, layers))
            return
        left = document.unresolved()
        rule = self.rule
        if left and rule is None:
            dialog = LeftoverDialog(self._window.pane.theme, len(left), self._window)
            if dialog.exec() != LeftoverDialog.DialogCode.Accepted:
                return
            rule = dialog.rule
            self.set_rule(rule)
        self._close(document, rule or REJECTED)

    def set_rule(self, rule: str | None) -> None:
        """Have the project remember another rule; None asks at the next document."""
        self.rule = rule
        self._desk.write(partial(reading.set_leftover_rule, rule=rule or ""), lambda _none: None)

    def opened(self) -> None:
        """Another document is open: nothing of it has been on the screen but what is now."""
        self._seen.clear()
        self._look()

    def _close(self, document: OpenDocument, rule: str) -> None:
        self._look()
        shown = {one.id for one in document.unresolved()}
        if rule == ACCEPTED and (unseen := shown - self._seen):
            self.refused.emit(Fault("closing.not_seen", left=len(unseen)))
            return
        layers, number = tuple(document.open_layers()), document.view.id

        def job(project: Project) -> Changes:
            # Read anew, because a suggestion may be in the file and not on the page yet.
            stored = reading.open_document(project, number).annotations
            unseen = frozenset(one.id for one in stored) - shown
            leftover = _STATES.get(rule)
            return closing.close(project, number, layers, leftover=leftover, unseen=unseen)

        self._reviewer.run(job)

    def _know(self, rule: str | None) -> None:
        self.rule = rule

    def _look(self) -> None:
        """Note what is on the screen, and not only laid out beyond its edges."""
        document, page = self._reviewer.document, self._window.pane.page
        height = page.viewport().height()
        lines = [line for line in page.sight().lines if 0 < line.baseline < height]
        if document is None or not lines:
            return
        first, last = lines[0].start, lines[-1].end
        self._seen |= {one.id for one in document.between(first, last)}
