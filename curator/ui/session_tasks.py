"""Long work of a session: imports, suggestions, exports, and what they tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from curator.domain.annotation import Layer
from curator.domain.document import DocumentView
from curator.domain.export_plan import ExportPlan
from curator.domain.faults import Fault
from curator.domain.import_plan import ImportPlan
from curator.domain.scheme import Scheme
from curator.services import health, wording
from curator.services.exporting import ExportReport
from curator.services.health import Finding
from curator.services.intake_report import ImportReport
from curator.services.learning.lessons import Lessons
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.background.board import Board
from curator.ui.background.exporting import Exporting
from curator.ui.background.importing import Importing
from curator.ui.background.suggesting import Suggesting
from curator.ui.background.task import Task
from curator.ui.desk import Desk
from curator.ui.notifier import Notifier

Batches = list[tuple[Sequence[Path], str | None]]
"""Paths of each batch, and its name, if it has one."""


class SessionTasks(QObject):
    """Starts tasks, shows them on the board, tells how they ended.

    Signals:
        stepped(object): `Changes` of a step.
        imported(int, str): a batch is in: its act, and a sentence about it.
        all_in(): no batch is left to import.
        ended(): a task is over, well or not.
        report_wanted(): the reports of imports are to be shown.
    """

    stepped = Signal(object)
    imported = Signal(int, str)
    all_in = Signal()
    ended = Signal()
    report_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        notifier: Notifier,
        board: Board,
        parent: QObject,
        *,
        learned: Callable[[Project], Lessons | None],
    ) -> None:
        """Work at a session's desk, with what it has learned."""
        super().__init__(parent)
        self._learned = learned
        self._desk = desk
        self._notifier = notifier
        self._board = board
        self._suggesting: Suggesting | None = None
        self._tasks: list[Task] = []
        self._failed_documents: set[int] = set()

    @property
    def busy(self) -> bool:
        """Whether any task runs."""
        return any(task.running for task in self._tasks)

    def suggest(
        self, scheme: Scheme, *, again: bool = False, layers: Sequence[Layer] | None = None
    ) -> None:
        """Suggest for what waits; with `again` for every open document, in some layers or all."""
        if self._desk.project.read_only:
            return
        if self._suggesting is None:
            task = Suggesting(self._desk, scheme, self, learned=self._learned)
            self._suggesting = task
            task.failed.connect(self._suggest_failed)
            task.restarted.connect(self._restarted)
            task.warned.connect(self._warned)
            task.document_failed.connect(self._document_failed)
            self.watch(task)
        self._suggesting.set_scheme(scheme)
        self._failed_documents.clear()
        self._suggesting.start(again=again, layers=layers)

    def change_pipeline(self) -> None:
        """Have the next suggestions come from the pipeline that was chosen now."""
        self.renew_suggester()
        detail = _("“Suggest again” asks it about documents that were seen before.")
        self._notifier.notice("info", _("Another pipeline suggests from now on"), detail)

    def renew_suggester(self) -> None:
        """Have the next start suggest with what is chosen then: pipeline and version."""
        if self._suggesting is not None:
            self._suggesting.renew()

    def urgent(self, view: DocumentView) -> None:
        """Ask for the open document ahead of the batch."""
        if self._suggesting is not None:
            self._suggesting.urgent(view)

    def bring_in(self, batches: Sequence[tuple[Sequence[Path], str | None]]) -> None:
        """Import batches, one after the other, each with its paths and its name, if it has one."""
        self._import_next(list(batches))

    def bring_in_as(self, paths: Sequence[Path], plan: ImportPlan) -> None:
        """Import a batch as was chosen after a look into it."""
        task = Importing(self._desk, list(paths), self, plan=plan)
        task.imported.connect(partial(self._imported, []))
        task.failed.connect(partial(self._import_failed, [], task))
        self.watch(task)
        task.start()

    def send_out(self, out: Path, plan: ExportPlan) -> None:
        """Export to a file."""
        task = Exporting(self._desk, out, plan, self)
        task.exported.connect(self._exported)
        task.failed.connect(self._notifier.refuse)
        self.watch(task)
        task.start()

    def check(self) -> None:
        """Check the project's health and say what was found."""
        self._desk.read(health.findings, self._checked)

    def close(self) -> None:
        """End everything that runs."""
        for task in self._tasks:
            task.close()
        self._board.close()

    def watch(self, task: Task) -> None:
        """Show a task on the board, and end it with the session."""
        self._tasks.append(task)
        task.stepped.connect(self.stepped)
        task.ended.connect(self.ended)
        self._board.watch(task)

    def _import_next(self, batches: Batches) -> None:
        if not batches:
            self.all_in.emit()
            return
        (paths, name), *rest = batches
        task = Importing(self._desk, list(paths), self, plan=ImportPlan(batch=name or ""))
        task.imported.connect(partial(self._imported, rest))
        task.failed.connect(partial(self._import_failed, rest, task))
        self.watch(task)
        task.start()

    def _import_failed(self, rest: Batches, task: Importing, error: BaseException) -> None:
        """What went in before the error stays in; the next batch may fare better."""
        self._notifier.refuse(error)
        self._imported(rest, task.report)

    def _imported(self, rest: Batches, report: ImportReport) -> None:
        skipped = [*report.problems, *report.duplicates]
        # Labels that go where somebody chose need no notice; what was left out by them does.
        notes = [one for one in report.worth_knowing if one.code != "import.mapped"]
        if told := [*skipped, *notes]:
            lines = [wording.problem(one) for one in told]
            more = (
                _(". And {n} more, kept with the batch.").format(n=len(lines) - 1)
                if len(lines) > 1
                else ""
            )
            kind = "warn" if report.problems else "info"
            title = _("Worth knowing about {name}").format(name=report.name)
            if skipped:
                title = _("{n} skipped while importing {name}").format(
                    n=len(skipped), name=report.name
                )
            show, shown = _("Show the report"), self.report_wanted.emit
            self._notifier.notice(kind, title, lines[0] + more, action=show, acted=shown)
        if report.act:
            n = report.documents
            documents = _("1 document") if n == 1 else _("{n} documents").format(n=n)
            self.imported.emit(
                report.act,
                _("Imported {documents} as {name}").format(documents=documents, name=report.name),
            )
        self._import_next(rest)

    def _exported(self, report: ExportReport) -> None:
        documents = (
            _("1 document")
            if report.documents == 1
            else _("{documents} documents").format(documents=report.documents)
        )
        left_out = len({(one.document, one.annotation) for one in report.report.left_out})
        detail = ", ".join(path.name for path in report.paths)
        if report.read_back is not None:
            detail += _("; {told}, read back and equal").format(
                told=wording.read_back(report.read_back)
            )
        if left_out:
            told = wording.counted(left_out, "annotation")
            detail += _("; {told} not exported in every detail, listed in the manifest").format(
                told=told
            )
        folder = QUrl.fromLocalFile(str(report.path.parent))
        self._notifier.notice(
            "ok",
            _("Exported {documents}").format(documents=documents),
            detail,
            action=_("Open folder"),
            acted=lambda: QDesktopServices.openUrl(folder),
        )

    def _checked(self, findings: list[Finding]) -> None:
        if not findings:
            detail = _("Texts, history, counts and offsets agree with one another.")
            self._notifier.notice("ok", _("The project is sound"), detail, about="health")
            return
        n = len(findings)
        more = _(" And {n} more: curator check.").format(n=n - 1) if n > 1 else ""
        title = (
            _("{n} things are not as they should be").format(n=n)
            if n > 1
            else _("One thing is not as it should be")
        )
        self._notifier.notice("error", title, wording.finding(findings[0]) + more, about="health")

    def _suggest_failed(self, error: BaseException) -> None:
        kind = "warn" if isinstance(error, Fault) else "error"
        self._notifier.keep(kind, error, about="suggester")

    def _warned(self, fault: Fault) -> None:
        self._notifier.keep("warn", fault, about=f"suggester {fault.code}")

    def _restarted(self, error: BaseException) -> None:
        said = error.facts.get("said", "") if isinstance(error, Fault) else str(error)
        title = _("The suggester stopped and was started again")
        detail = said or _("Nothing is lost; the rest goes on.")
        self._notifier.notice("warn", title, detail, about="suggester")

    def _document_failed(self, document: int, fault: Fault) -> None:
        failed = self._failed_documents
        failed.add(document)
        which = (
            _("document {document}").format(document=document)
            if len(failed) == 1
            else _("{n} documents").format(n=len(failed))
        )
        title = _("Nothing could be suggested for {which}").format(which=which)
        self._notifier.notice("warn", title, wording.fault(fault).line, about="documents")
