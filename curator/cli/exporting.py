"""The verb `export`."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli import choosing
from curator.cli.options import Json, ProjectPath
from curator.cli.output import complain, say, say_json, stopping, verb
from curator.cli.progress import progress
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.services.exporting import ExportReport


Out = Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="The file.")]

FormatName = Annotated[
    str,
    typer.Option(
        "--format", metavar="F", show_default=False, help="Such as jsonl; a wrong one names all."
    ),
]


@verb
def export(
    project: ProjectPath,
    out: Out,
    *,
    format_name: FormatName,
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
    json: Json = False,
) -> None:
    """Write gold to a file, with a manifest beside it."""
    selection = choosing.chosen(locals(), otherwise={})
    parts = choosing.split(split, seed, otherwise=None)
    from curator.services import exporting
    from curator.store.project import Project

    with (
        stopping(lambda: "nothing was exported"),
        Project.open(project, write=False) as opened,
        progress("Exporting", unit="document") as told,
    ):
        report = exporting.export(
            opened, out, format_name=format_name, selection=selection, split=parts, progress=told
        )
    if json:
        say_json(_plain(report))
    else:
        _say(report, reviewed=selection.documents == "reviewed")


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
