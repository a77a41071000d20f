"""The verb `import`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import PROBLEMS, complain, list_lines, say, say_json, stopping, verb
from curator.cli.progress import progress
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.formats.base import Problem
    from curator.services.intake_report import ImportReport


class Labels(StrEnum):
    """What becomes of labels that the scheme does not have."""

    ADD = "add"
    STRICT = "strict"


Paths = Annotated[list[Path], typer.Argument(metavar="PATH", show_default=False)]

FormatName = Annotated[
    str | None,
    typer.Option("--format", metavar="F", help="Format of the files; else by suffix and content."),
]

BatchName = Annotated[
    str | None, typer.Option("--batch", metavar="NAME", help="Else the first path's name.")
]

WayOfAnnotations = Annotated[
    str,
    typer.Option(
        "--annotations",
        metavar="WAY",
        help="What to make of annotations: as-is, ignore, suggestions or gold.",
    ),
]

WayOfLabels = Annotated[
    Labels,
    typer.Option("--labels", help="Add labels that are new to the scheme, or leave them out."),
]


Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="E",
        help="Of texts and tables; else by mark, UTF-8, then windows-1252.",
    ),
]


Columns = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,…",
        help="What the columns of tables hold: text, title, date, id, source, url, language …",
    ),
]


Carry = Annotated[
    bool | None,
    typer.Option(
        "--carry/--no-carry",
        show_default=False,
        help="Carry decisions over from older versions, or not; else as the project has it.",
    ),
]


DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would come in, and what would not.")
]


@verb
def import_(
    project: ProjectPath,
    paths: Paths,
    *,
    format_name: FormatName = None,
    batch: BatchName = None,
    annotations: WayOfAnnotations = "as-is",
    labels: WayOfLabels = Labels.ADD,
    encoding: Encoding = None,
    columns: Columns = None,
    carry: Carry = None,
    dry_run: DryRun = False,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Import files and folders as a batch; duplicates are skipped."""
    from curator.cli.looking import look
    from curator.services.importing import columns_of

    reading: dict[str, Any] = {
        "format_name": format_name,
        "annotations": annotations,
        "encoding": encoding,
        "columns": None if columns is None else columns_of(columns),
    }
    if dry_run:
        look(project, paths, **reading, json=json)
    else:
        taking = {"batch": batch, "labels": labels.value, "carry": carry}
        _run(project, paths, wait=wait, json=json, **reading, **taking)


def _run(project: Path, paths: list[Path], *, wait: float, json: bool, **how: Any) -> None:
    """Import; `how` is what `Import` takes."""
    from curator.services.importing import Import, import_paths
    from curator.store.project import Project

    job: Import | None = None
    with (
        stopping(lambda: _stays(None if job is None else job.intake.report)),
        Project.open(project, write=True, wait=wait) as opened,
    ):
        job = Import(opened, paths, **how)
        with progress("Importing", unit="bytes") as told:
            for step in import_paths(job):
                told(step.done, step.total)
        _tell(job.intake.report, json=json)


def _stays(report: ImportReport | None) -> str:
    if report is None or not report.documents:
        return "nothing was imported"
    return f"{counted(report.documents, 'document')} stay in the project, as act {report.act}"


def _tell(report: ImportReport, *, json: bool) -> None:
    if json:
        say_json(_plain(report))
    else:
        _say(report)
    if report.problems:
        raise typer.Exit(PROBLEMS)


def _say(report: ImportReport) -> None:
    if report.documents:
        found = [counted(n, layer) for layer, n in sorted(report.annotations.items()) if n]
        along = f" with {' and '.join(found)}" if found else ""
        say(
            f"Imported {counted(report.documents, 'document')}{along} "
            f"as batch {report.name} (act {report.act})."
        )
    else:
        say("Nothing new to import.")
    if report.versions:
        carried = counted(report.carried, "decision")
        by = f" (act {report.carry_act})" if report.carried else ""
        say(
            f"{counted(report.versions, 'document')} repeat or update others: "
            f"{carried} carried over{by}."
        )
    for layer, names in report.labels.items():
        say(f"New labels of the {layer} layer: {', '.join(names)}.")
    if report.duplicates:
        say(f"Skipped {counted(len(report.duplicates), 'duplicate')}:")
        list_lines(
            [wording.problem(one) for one in report.duplicates], show=lambda one: say(f"  {one}")
        )
    if report.notes:
        say("Worth knowing:")
        list_lines([wording.problem(one) for one in report.notes], show=lambda one: say(f"  {one}"))
    list_lines([wording.problem(one) for one in report.problems], show=complain)


def _plain(report: ImportReport) -> dict[str, Any]:
    return {
        "batch": report.name,
        "batch_id": report.batch_id,
        "act": report.act,
        "documents": report.documents,
        "annotations": dict(sorted(report.annotations.items())),
        "labels": report.labels,
        "versions": report.versions,
        "carried": report.carried,
        "carry_act": report.carry_act,
        "duplicates": [_problem(one) for one in report.duplicates],
        "problems": [_problem(one) for one in report.problems],
        "notes": [_problem(one) for one in report.notes],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "facts": problem.facts,
        "words": wording.problem(problem),
    }
