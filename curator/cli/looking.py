"""What `import --dry-run` says: what would come in, and what would not."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from curator.cli import planning
from curator.cli.output import PROBLEMS, complain, list_lines, say, say_json, stopping
from curator.cli.progress import progress
from curator.services import wording
from curator.services.import_preview import Coming, FoundLabel
from curator.services.intake_report import ImportReport
from curator.services.rehearsing import Rehearsed, rehearse
from curator.services.wording import counted
from curator.store.project import Project


def look(path: Path, paths: Sequence[Path], given: Mapping[str, Any], *, json: bool) -> None:
    """Say what an import would bring.

    Args:
        path: of the project; nothing is written to it.
        paths: files and folders.
        given: the options of `import`, by name.
        json: for programs.

    Raises:
        typer.Exit: something would not be read, and was told of.
        Fault: as for an import.
    """
    if given["save_profile"] is not None:
        raise typer.BadParameter(
            "an import keeps it, a look does not.", param_hint="--save-profile"
        )
    with (
        stopping(lambda: "nothing was imported"),
        Project.open(path, write=False) as project,
        progress("Reading", unit="bytes") as told,
    ):
        plan = planning.planned(project, given)
        found = rehearse(project, paths, plan, told=lambda step: told(step.done, step.total))
    if json:
        say_json(_plain(found))
    else:
        _say(found)
    if found.report.problems:
        raise typer.Exit(PROBLEMS)


def _say(found: Rehearsed) -> None:
    look, report = found
    there = ", ".join(_counts(report))
    files = f"{counted(look.files, 'file')} ({wording.size(look.size)})"
    say(f"In {files}: {counted(report.documents, 'document')} would come in{there}.")
    list_lines([_line(one) for one in look.coming], show=lambda one: say(f"  {one}"))
    if len(look.coming) < look.documents:
        say(f"  … and {look.documents - len(look.coming):,} more")
    if report.versions:
        say(
            f"{counted(report.versions, 'document')} would repeat or update others: "
            f"{counted(report.carried, 'decision')} carried over."
        )
    for layer, names in report.labels.items():
        say(f"Labels that would be new to the {layer} layer: {', '.join(names)}.")
    for line in _proposals(look.labels):
        say(line)
    if notes := report.worth_knowing:
        say("Worth knowing:")
        list_lines([wording.problem(one) for one in notes], show=lambda one: say(f"  {one}"))
    list_lines([wording.problem(one) for one in report.problems], show=complain)
    complain("nothing was imported: --dry-run")


def _counts(report: ImportReport) -> Iterator[str]:
    """What stands behind the number of documents."""
    if report.documents:
        along = [counted(n, layer) for layer, n in sorted(report.annotations.items()) if n]
        yield f" as batch {report.name}" + (f" with {' and '.join(along)}" if along else "")
    else:
        yield ""
    if report.duplicates:
        yield f"{counted(len(report.duplicates), 'duplicate')} would be skipped"


def _proposals(labels: Sequence[FoundLabel]) -> Iterator[str]:
    """Tell which labels seem to be the scheme's under other names, and how to say so."""
    told = [one for one in labels if one.to != one.label and one.why != "plan"]
    if told:
        named = ",".join(f"{one.label}={one.to}" for one in told)
        yield f"These look like labels of the scheme; --label-map {shlex.quote(named)} makes them:"
    for one in told:
        why = wording.why_label(one.why)
        yield f"  {one.label} → {one.to}, {counted(one.count, 'annotation')}: {why}"


def _line(one: Coming) -> str:
    facts = [fact for fact in (one.date, one.agency, one.language) if fact]
    facts += [counted(one.annotations, "annotation")] if one.annotations else []
    facts += ["in the project already"] if one.known else []
    return f"{one.title} ({', '.join(facts)})" if facts else one.title


def _plain(found: Rehearsed) -> dict[str, Any]:
    look = asdict(found.look)
    del look["columns"], look["offered"]
    return {
        **look,
        "imported": False,
        "report": {"batch": found.report.name, **found.report.plain()},
    }
