"""Importing beside the review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from curator.domain.import_plan import ImportPlan
from curator.formats.reading import Documents
from curator.services.importing import Import, batch_name
from curator.services.intake_bands import Bands
from curator.services.intake_report import ImportReport
from curator.store.lanes import Priority
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.desk import Desk


class Importing(Task):
    """Imports one batch; each chunk waits its turn behind decisions.

    Attributes:
        report: what has become of it so far, also when it failed.

    Signals:
        imported(object): the `ImportReport`.
        failed(object): the error.
    """

    imported = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        paths: Sequence[Path],
        parent: QObject,
        *,
        plan: ImportPlan | None = None,
    ) -> None:
        """Prepare an import of files and folders, as was chosen, or as they are."""
        plan = plan or ImportPlan()
        name = batch_name(paths, plan.batch, day=desk.project.clock().date())
        super().__init__("import", _("Importing {batch}").format(batch=name), parent)
        self._desk = desk
        self._paths = paths
        self._plan = plan
        self._job: Import | None = None
        self._cancelled = False
        self.report = ImportReport()

    def start(self) -> None:
        """Begin."""
        self.begin(self._run, self.imported.emit, self.failed.emit)

    def cancel(self) -> None:
        """Stop reading; what went in stays in."""
        self._cancelled = True
        if self._job is not None:
            self._job.cancel()

    def _run(self) -> ImportReport:
        job = Import(self._desk.project, self._paths, self._plan)
        self._job = job
        self.report = job.intake.report
        if self._cancelled:
            job.cancel()
        try:
            for frame in job.turns():
                if isinstance(frame, Documents | Bands):
                    self._take(job, frame)
                else:
                    job.take(frame)
        finally:
            end = self._desk.in_turn(lambda _project: job.finish(), priority=Priority.IMPORT)
            self.report = end.result()
        return self.report

    def _take(self, job: Import, chunk: Documents | Bands) -> None:
        turn = self._desk.in_turn(lambda _project: job.take(chunk), priority=Priority.IMPORT)
        progress = turn.result()
        self.stepped.emit(progress.changes)
        self.say(
            progress.done,
            progress.total,
            _("{documents} documents").format(documents=job.intake.report.documents),
        )
