"""The verb `imports`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath
from curator.cli.output import list_lines, say, say_json, verb
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.services.imports import BatchReport

BatchName = Annotated[
    str | None,
    typer.Option("--batch", metavar="NAME", show_default=False, help="Only batches of this name."),
]


@verb
def imports(project: ProjectPath, *, batch: BatchName = None, json: Json = False) -> None:
    """Tell what became of each import: what was skipped, and why."""
    from curator.services.imports import reports
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        found = [one for one in reports(opened) if batch in (None, one.name)]
    if json:
        say_json([_plain(one) for one in found])
        return
    for one in found:
        made = datetime.fromisoformat(one.created).astimezone().strftime("%Y-%m-%d %H:%M")
        undone = ", undone" if one.withdrawn else ""
        say(f"{one.name}: {counted(one.documents, 'document')}, {made}{undone}, from {one.origin}")
        list_lines([f"  {told.about.value}: {told.words}" for told in one.told], show=say)
    if not found:
        say("There is no such batch." if batch else "Nothing was imported yet.")


def _plain(one: BatchReport) -> dict[str, Any]:
    return {
        "batch": one.name,
        "batch_id": one.id,
        "origin": one.origin,
        "created": one.created,
        "withdrawn": one.withdrawn,
        "documents": one.documents,
        "annotations": one.annotations,
        "labels": one.labels,
        "told": [
            {"about": told.about.value, "file": told.file, "words": told.words} for told in one.told
        ],
    }
