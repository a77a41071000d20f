"""Sampling at work: verdicts on a sample are kept, and decide whether the rest is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.decisions import Reason, Verdict
from curator.services import bulk, deciding
from curator.services.together import Item
from curator.services.wording import counted
from curator.store.bulk import Shown
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.bulk.sample import SampleDialog
from curator.ui.session import Session
from curator.ui.window import Window


class Sampling(QObject):
    """Shows a sample of what is to be accepted and writes each verdict at once.

    Signals:
        passed(object): the `Item` that are left to accept.
        left(str): nothing else is accepted, in words.
    """

    passed = Signal(object)
    left = Signal(str)

    def __init__(self, window: Window, session: Session) -> None:
        """Work for a session."""
        super().__init__(session)
        self._main = window
        self._session = session
        self._dialog: SampleDialog | None = None
        self._act: int | None = None

    @property
    def dialog(self) -> SampleDialog | None:
        """The sample, while it is looked at."""
        return self._dialog

    def begin(self, items: Sequence[Item], chosen: Sequence[Item], parent: QWidget) -> None:
        """Show some of what is to be accepted; `passed` hands over the others."""
        if self._dialog is None:
            numbers = [item.number for item in chosen]
            job = partial(bulk.in_context, numbers=numbers)
            self._session.desk.read(job, partial(self._open, items, parent))

    def close(self) -> None:
        """Leave the sample."""
        if self._dialog is not None:
            self._dialog.close()

    def _open(self, items: Sequence[Item], parent: QWidget, shown: list[Shown]) -> None:
        document = self._session.screen.document
        if not shown or self._dialog is not None or not parent.isVisible():
            return
        layer = shown[0].layer
        labels = document.scheme.layer(layer).labels if document is not None else ()
        families = {label.name: label.family for label in labels}
        dialog = SampleDialog(
            self._main.pane.theme,
            shown,
            len(items),
            lambda label: families.get(label, "grey"),
            parent,
        )
        sampled = {one.id for one in shown}
        left = [item for item in items if item.number not in sampled]
        self._dialog, self._act = dialog, None
        dialog.judged.connect(self._judge)
        dialog.passed.connect(partial(self.passed.emit, left))
        dialog.rejected.connect(partial(self._cancel, dialog, len(items)))
        dialog.finished.connect(self._left)
        dialog.open()

    def _left(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _judge(self, shown: Shown, verdict: Verdict) -> None:
        """Have a verdict written; those of a sample are one act."""
        wrong = verdict is Verdict.REJECT and shown.layer is Layer.CLAIM
        reason = Reason.NOT_A_CLAIM.value if wrong else None

        def job(project: Project) -> Changes:
            changes = deciding.judge(
                project, shown.id, verdict, reason=reason, code="sample", join=self._act
            )
            self._act = changes.act or self._act
            return changes

        self._session.reviewer.run(job)

    def _cancel(self, dialog: SampleDialog, total: int) -> None:
        if dialog.seen:
            kept = counted(dialog.seen, "verdict")
            words = _("{kept} of the sample kept; {total:,} others wait as before").format(
                kept=kept, total=total - dialog.seen
            )
            self._session.notifier.say("info", words)
            self.left.emit(words)
