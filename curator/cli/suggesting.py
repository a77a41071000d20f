"""The verb `suggest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import PROBLEMS, complain, list_lines, say, say_json, stopping, verb
from curator.cli.progress import progress
from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.services.suggesting import SuggestReport
    from curator.store.project import Project


Layers = Annotated[
    list[Layer] | None,
    typer.Option(
        "--layer",
        metavar="entity|claim",
        help="Only this layer; may be given twice. All of the scheme without it.",
    ),
]

Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME|FOLDER",
        show_default=False,
        help="Pipeline to suggest with; else the one that was chosen, see `pipelines`.",
    ),
]

Again = Annotated[
    bool, typer.Option("--again", help="Ask again for documents that were seen before.")
]


@verb
def suggest(
    project: ProjectPath,
    *,
    layer: Layers = None,
    again: Again = False,
    model: Model = None,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Let machines suggest annotations for open documents."""
    from curator.services import pipelines, suggesting
    from curator.services.learning import versions
    from curator.store.project import Project
    from curator.suggest.client import SuggestProcess

    report = suggesting.SuggestReport()
    with (
        stopping(lambda: f"suggestions for {counted(report.documents, 'document')} are kept"),
        Project.open(project, write=True, wait=wait) as opened,
    ):
        layers = _layers(opened, layer or [])
        weights, notice = versions.current_weights(opened), versions.notice(opened)
        process = SuggestProcess(layers=layers, model=pipelines.wanted(model), weights=weights)
        try:
            with progress("Suggesting", unit="document") as told:
                for step in suggesting.suggest(opened, process, report, layers=layers, again=again):
                    told(step.done, step.total)
            broken = process.ready.broken if process.ready else ()
        finally:
            process.close()
        names = _titles(opened, [number for number, _fault in report.failed])
    for fault in (*broken, notice) if notice else broken:
        complain(wording.fault(fault).line)
    if json:
        say_json(_plain(report))
    else:
        _say(report, names)
    if report.failed:
        raise typer.Exit(PROBLEMS)


def _layers(project: Project, wanted: list[Layer]) -> tuple[Layer, ...]:
    """Return the layers to suggest for; one asked for by name must be in the scheme."""
    from curator.services import reading, suggesting

    known = suggesting.layers_of(project)
    for layer in wanted:
        if layer not in known:
            name = reading.scheme(project).name
            raise Fault(
                "suggest.layer", layer=layer.value, scheme=name, known=[one.value for one in known]
            )
    return tuple(layer for layer in known if not wanted or layer in wanted)


def _titles(project: Project, document_ids: list[int]) -> dict[int, str]:
    from curator.services import reading

    return {row.id: row.title for row in reading.rows(project, document_ids)}


def _say(report: SuggestReport, names: dict[int, str]) -> None:
    if not report.documents:
        say("No document waits for suggestions; --again asks for all that are open.")
        return
    by = f" by {', '.join(report.suggesters)}" if report.suggesters else ""
    found = [counted(n, layer) for layer, n in sorted(report.suggestions.items())]
    held = sum(report.candidates.values())
    say(
        f"Suggested {' and '.join(found) or 'nothing'} "
        f"in {counted(report.documents, 'document')}{by}."
    )
    if held:
        say(f"Kept {counted(held, 'candidate')} apart.")
    lines = [
        f"document {number} ({names.get(number, '')}): {wording.fault(fault).line}"
        for number, fault in report.failed
    ]
    list_lines(lines, show=complain)


def _plain(report: SuggestReport) -> dict[str, Any]:
    return {
        "documents": report.documents,
        "suggestions": dict(sorted(report.suggestions.items())),
        "candidates": dict(sorted(report.candidates.items())),
        "suggesters": report.suggesters,
        "failed": [
            {
                "document": number,
                "code": fault.code,
                "facts": fault.facts,
                "words": wording.fault(fault).line,
            }
            for number, fault in report.failed
        ],
    }
