"""The verb `export`."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, listed
from curator.cli.output import complain, say, say_json, stopping, verb
from curator.cli.progress import progress
from curator.domain.annotation import GONE, State
from curator.domain.decisions import How
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.services.exporting import ExportReport


class Which(StrEnum):
    """Which documents go out."""

    REVIEWED = "reviewed"
    ALL = "all"


class EdgesOf(StrEnum):
    """What is done where an entity's edge lies inside a token."""

    SPLIT = "split"
    EXPAND = "expand"
    CONTRACT = "contract"
    DROP = "drop"


class NestedOf(StrEnum):
    """Which of nested entities a flat format keeps."""

    OUTERMOST = "outermost"
    INNERMOST = "innermost"


Out = Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="The file.")]

FormatName = Annotated[
    str,
    typer.Option(
        "--format", metavar="F", show_default=False, help="Such as jsonl; a wrong one names all."
    ),
]

Edges = Annotated[
    EdgesOf,
    typer.Option(
        "--edges", help="In formats of tokens: what is done where an edge lies inside a token."
    ),
]

Nested = Annotated[
    NestedOf, typer.Option("--nested", help="In flat formats: which of nested entities is kept.")
]

States = Annotated[
    str,
    typer.Option("--states", metavar="STATE,…", help="suggested, accepted, rejected, unsure."),
]

Documents = Annotated[
    Which, typer.Option("--documents", help="Those with a layer that is closed, or all.")
]

Candidates = Annotated[
    bool, typer.Option("--candidates", help="Candidates too, in the state candidate.")
]

Means = Annotated[
    str | None,
    typer.Option(
        "--how",
        metavar="HOW,…",
        help="Only what was decided so: key, bulk, identical, closing, import, carried.",
    ),
]


@verb
def export(
    project: ProjectPath,
    out: Out,
    *,
    format_name: FormatName,
    states: States = State.ACCEPTED.value,
    documents: Documents = Which.REVIEWED,
    candidates: Candidates = False,
    how: Means = None,
    edges: Edges = EdgesOf.SPLIT,
    nested: Nested = NestedOf.OUTERMOST,
    json: Json = False,
) -> None:
    """Write gold to a file, with a manifest beside it."""
    known = [state for state in State if state not in GONE]
    wanted = listed(states, known, option="--states")
    means = listed(how, list(How), option="--how") if how is not None else frozenset[How]()
    from curator.formats.outgoing import Fit
    from curator.services import exporting
    from curator.store.project import Project

    selection = exporting.Selection(
        states=wanted,
        documents=documents.value,
        candidates=candidates,
        how=frozenset(one.value for one in means),
        fit=Fit(edges.value, nested.value),
    )
    with (
        stopping(lambda: "nothing was exported"),
        Project.open(project, write=False) as opened,
        progress("Exporting", unit="document") as told,
    ):
        report = exporting.export(
            opened, out, format_name=format_name, selection=selection, progress=told
        )
    if json:
        say_json(_plain(report))
    else:
        _say(report, reviewed=documents is Which.REVIEWED)


def _say(report: ExportReport, *, reviewed: bool) -> None:
    found = [counted(n, layer) for layer, n in sorted(report.annotations.items()) if n]
    along = f" with {' and '.join(found)}" if found else ""
    say(f"Exported {counted(report.documents, 'document')}{along} to {report.path}.")
    reasons = Counter(one.reason for one in report.report.left_out)
    for reason, n in sorted(reasons.items()):
        say(f"Not exported as it stands: {n:,} × {wording.left_out(reason)}.")
    if not report.documents and reviewed:
        complain("no document is reviewed yet; --documents all takes those that are not")


def _plain(report: ExportReport) -> dict[str, Any]:
    from curator.formats.manifest import manifest_path

    return {
        "path": str(report.path),
        "manifest": str(manifest_path(report.path)),
        "documents": report.documents,
        "annotations": dict(sorted(report.annotations.items())),
        "counts": dict(report.report.counts),
        "left_out": [asdict(one) for one in report.report.left_out],
    }
