"""Exporting beside the review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from curator.domain.export_plan import ExportPlan
from curator.domain.faults import Fault
from curator.services.exporting import ExportReport, export
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.desk import Desk


class Exporting(Task):
    """Writes one file, reading the project through a connection of its own.

    Signals:
        exported(object): the `ExportReport`.
        failed(object): the error.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, out: Path, plan: ExportPlan, parent: QObject) -> None:
        """Prepare an export."""
        super().__init__("export", _("Exporting {name}").format(name=out.name), parent)
        self._desk = desk
        self._out = out
        self._plan = plan
        self._cancelled = False

    def start(self) -> None:
        """Begin."""
        self.begin(self._run, self.exported.emit, self.failed.emit)

    def cancel(self) -> None:
        """Stop; the file that was there before stays."""
        self._cancelled = True

    def _run(self) -> ExportReport:
        return export(
            self._desk.project,
            self._out,
            format_name=self._plan.format_name,
            selection=self._plan.selection,
            split=self._plan.split,
            renamed=self._plan.renamed,
            progress=self._step,
        )

    def _step(self, done: int, total: int) -> None:
        if self._cancelled:
            raise Fault("export.cancelled", where=str(self._out))
        self.say(done, total, _("{done} of {total}").format(done=done, total=total))
