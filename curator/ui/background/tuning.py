"""Teaching the recogniser beside the review."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from curator.services import pipelines
from curator.services.learning import tuning
from curator.services.learning.tuning import TuneReport
from curator.suggest.tuning.trainer import Trainer
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.desk import Desk


class Tuning(Task):
    """Teaches one version, in a process of its own that can be ended at any moment.

    Signals:
        tuned(object): the `TuneReport`; its version is None when it was cancelled.
        failed(object): the error.
    """

    tuned = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Prepare; `start` begins."""
        super().__init__("learn", _("Learning"), parent)
        self._desk = desk
        self._trainer = Trainer(model=pipelines.wanted())

    def start(self) -> None:
        """Begin, unless it is under way."""
        if not self.running:
            self.begin(self._run, self.tuned.emit, self.failed.emit)

    def cancel(self) -> None:
        """Stop at once; the version in use stays."""
        self._trainer.cancel()

    def close(self) -> None:
        """End the process and the thread."""
        self._trainer.cancel()
        super().close()

    def _run(self) -> TuneReport:
        report = TuneReport()
        for step in tuning.tune(self._desk.project, self._trainer, report=report):
            self.say(
                step.done,
                step.total,
                _("{done} of {total} texts").format(done=step.done, total=step.total),
            )
        return report
