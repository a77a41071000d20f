"""The verb `import`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli import planning
from curator.cli.options import Json, Profile, ProjectPath, SaveProfile, Wait
from curator.cli.output import PROBLEMS, complain, list_lines, say, say_json, stopping, verb
from curator.cli.progress import progress
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.formats.base import Problem
    from curator.services.intake_report import ImportReport


DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would come in, and what would not.")
]


@verb
def import_(
    project: ProjectPath,
    paths: planning.Paths,
    *,
    format_name: planning.FormatName = None,
    batch: planning.BatchName = None,
    annotations: planning.WayOfAnnotations = None,
    labels: planning.WayOfLabels = None,
    encoding: planning.Encoding = None,
    columns: planning.Columns = None,
    label_map: planning.LabelMap = None,
    carry: planning.Carry = None,
    profile: Profile = None,
    save_profile: SaveProfile = None,
    dry_run: DryRun = False,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Import files and folders as a batch; duplicates are skipped."""
    if dry_run:
        from curator.cli.looking import look

        look(project, paths, locals(), json=json)
    else:
        _run(project, paths, locals(), wait=wait, json=json)


def _run(
    project: Path, paths: Sequence[Path], given: Mapping[str, Any], *, wait: float, json: bool
) -> None:
    """Import as options say."""
    from curator.services.importing import Import, import_paths
    from curator.store.project import Project

    job: Import | None = None
    with (
        stopping(lambda: _stays(None if job is None else job.intake.report)),
        Project.open(project, write=True, wait=wait) as opened,
    ):
        plan = planning.planned(opened, given)
        job = Import(opened, paths, plan)
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
    if notes := report.worth_knowing:
        say("Worth knowing:")
        list_lines([wording.problem(one) for one in notes], show=lambda one: say(f"  {one}"))
    list_lines([wording.problem(one) for one in report.problems], show=complain)


def _plain(report: ImportReport) -> dict[str, Any]:
    return {
        "batch": report.name,
        "batch_id": report.batch_id,
        "act": report.act,
        "documents": report.documents,
        "annotations": dict(sorted(report.annotations.items())),
        "labels": report.labels,
        "mapped": report.plain_mapped(),
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
