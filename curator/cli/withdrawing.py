"""The verb `withdraw`."""

from __future__ import annotations

from typing import Annotated

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import list_lines, say, say_json, verb

Documents = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DOCUMENT…]",
        show_default=False,
        help="The documents' ids, as their sender gave them.",
    ),
]
Batches = Annotated[
    list[str] | None,
    typer.Option(
        "--batch",
        metavar="NAME",
        show_default=False,
        help="All batches of a name; may be repeated.",
    ),
]
Back = Annotated[bool, typer.Option("--back", help="Bring them back as they were.")]


@verb
def withdraw(
    project: ProjectPath,
    documents: Documents = None,
    *,
    batch: Batches = None,
    back: Back = False,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Take documents or batches out, or bring them back.

    They leave queue, counts, search, learning and export. Without names, list what is out.
    """
    from curator.services import withdrawing, wording
    from curator.services.withdrawing import Named
    from curator.store.project import Project

    named = Named(documents or [], batch or [])
    if named == ([], []):
        with Project.open(project, write=False) as opened:
            _list(withdrawing.withdrawn(opened), json=json)
        return
    with Project.open(project, write=True, wait=wait) as opened:
        found = withdrawing.find(opened, named)
        changes = withdrawing.withdraw(opened, found, back=back)
    if json:
        say_json({"act": changes.act, "code": changes.code, **changes.facts})
    elif changes.change_set:
        say(f"{wording.act(changes.code, changes.facts)} (act {changes.act}).")
    else:
        say("All of it is there already." if back else "All of it is out already.")


def _list(gone: tuple[list[str], list[str]], *, json: bool) -> None:
    documents, batches = gone
    if json:
        say_json({"documents": documents, "batches": batches})
        return
    list_lines([*documents, *(f"batch {name}" for name in batches)], show=say)
    if not documents and not batches:
        say("Nothing is withdrawn.")
