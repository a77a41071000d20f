"""The verb `diagnostics`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from curator.cli.options import Json
from curator.cli.output import say, say_json, verb

Of = Annotated[
    Path | None,
    typer.Argument(metavar="[PROJECT]", show_default=False, help="A project to tell of, too."),
]


@verb
def diagnostics(project: Of = None, *, json: Json = False) -> None:
    """Tell versions and sizes, for a report; no document's words."""
    from curator.services import diagnostics as service
    from curator.store.project import Project

    if project is None:
        found = service.diagnostics()
    else:
        with Project.open(project, write=False) as opened:
            found = service.diagnostics(opened)
    if json:
        say_json(found)
    else:
        say(service.plain(found).rstrip())
