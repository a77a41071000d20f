"""The verb `export`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli import choosing
from curator.cli.options import Json, Profile, ProjectPath, SaveProfile
from curator.cli.output import complain, say, say_json, stopping, verb
from curator.cli.progress import progress
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.domain.export_plan import ExportPlan
    from curator.services.exporting import ExportReport
    from curator.store.project import Project


Out = Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="The file.")]

FormatName = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="F", show_default=False, help="Such as jsonl; a wrong one names all."
    ),
]


@verb
def export(
    project: ProjectPath,
    out: Out,
    *,
    format_name: FormatName = None,
    profile: Profile = None,
    save_profile: SaveProfile = None,
    states: choosing.States = None,
    negatives: choosing.Negatives = None,
    masks: choosing.Masks = None,
    documents: choosing.Documents = None,
    words: choosing.Words = None,
    layers: choosing.Layers = None,
    labels: choosing.Labels = None,
    as_of: choosing.AsOf = None,
    blind: choosing.Blind = None,
    candidates: choosing.Candidates = None,
    how: choosing.Means = None,
    edges: choosing.Edges = None,
    nested: choosing.Nested = None,
    split: choosing.SplitInto = None,
    seed: choosing.Seed = None,
    rename: choosing.Rename = None,
    json: Json = False,
) -> None:
    """Write gold to a file, with a manifest beside it."""
    report, plan = _run(project, out, locals())
    if json:
        say_json(_plain(report))
    else:
        _say(report, reviewed=plan.selection.documents == "reviewed")


def _run(path: Path, out: Path, given: Mapping[str, Any]) -> tuple[ExportReport, ExportPlan]:
    """Export by what options come to, and return that, too."""
    from curator.services import exporting
    from curator.store.project import Project

    with (
        stopping(lambda: "nothing was exported"),
        Project.open(path, write=given["save_profile"] is not None) as opened,
        progress("Exporting", unit="document") as told,
    ):
        plan = _plan(opened, given)
        report = exporting.export(
            opened,
            out,
            format_name=plan.format_name,
            selection=plan.selection,
            split=plan.split,
            renamed=plan.renamed,
            progress=told,
        )
    return report, plan


def _plan(project: Project, given: Mapping[str, Any]) -> ExportPlan:
    """Return what options come to, over a profile where one is named; keep it where asked for."""
    from curator.domain.export_plan import ExportPlan
    from curator.services import profiles

    name, kept_as = given["profile"], given["save_profile"]
    if name is None and given["format_name"] is None:
        raise typer.BadParameter("give it, or --profile.", param_hint="--format")
    kept = ExportPlan("") if name is None else profiles.export_plan(project, name)
    plan = ExportPlan(
        given["format_name"] or kept.format_name,
        choosing.chosen(given, otherwise=kept.selection.plain()),
        choosing.split(given["split"], given["seed"], otherwise=kept.split),
        choosing.renamed(given["rename"], otherwise=kept.renamed),
    )
    if kept_as is not None:
        profiles.keep(project, profiles.EXPORT, kept_as, plan.plain())
    return plan


def _say(report: ExportReport, *, reviewed: bool) -> None:
    found = [counted(n, layer) for layer, n in sorted(report.annotations.items()) if n]
    along = f" with {' and '.join(found)}" if found else ""
    say(f"Exported {counted(report.documents, 'document')}{along} to {_places(report)}.")
    if report.read_back is not None:
        say(f"Read back and equal: {wording.read_back(report.read_back)}.")
    reasons = Counter(one.reason for one in report.report.left_out)
    for reason, n in sorted(reasons.items()):
        say(f"Not exported as it stands: {n:,} × {wording.left_out(reason)}.")
    if not report.documents and reviewed:
        complain("no document is reviewed yet; --documents all takes those that are not")


def _places(report: ExportReport) -> str:
    return ", ".join(map(str, report.paths))


def _plain(report: ExportReport) -> dict[str, Any]:
    from curator.formats.manifest import manifest_path

    return {
        "path": str(report.path),
        "paths": [str(path) for path in report.paths],
        "read_back": None if report.read_back is None else report.read_back._asdict(),
        "manifest": str(manifest_path(report.path)),
        "documents": report.documents,
        "annotations": dict(sorted(report.annotations.items())),
        "counts": dict(report.report.counts),
        "left_out": [asdict(one) for one in report.report.left_out],
    }
