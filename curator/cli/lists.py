"""The verb `lists`: import, show and remove a project's word lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import PROBLEMS, complain, list_lines, say, say_json, table, verb
from curator.domain.annotation import Layer
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.services.list_reading import Read

app = typer.Typer(
    help="Import, show and remove a project's word lists.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command("import")
@verb
def import_(
    project: ProjectPath,
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    *,
    label: Annotated[
        str | None,
        typer.Option(
            metavar="LABEL",
            show_default=False,
            help="Of entries without one of their own: an entity label, or a claim type.",
        ),
    ] = None,
    layer: Annotated[
        Layer, typer.Option(metavar="entity|claim", help="Names, or cues of claims.")
    ] = Layer.ENTITY,
    name: Annotated[
        str, typer.Option(metavar="NAME", show_default=False, help="Else the file's.")
    ] = "",
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Import a word list: an entry a line, or a table with labels."""
    from curator.services import lists
    from curator.store.project import Project

    with Project.open(project, write=True, wait=wait) as opened:
        found = lists.read(opened, file, label=label, layer=layer)
        changes = lists.keep(
            opened, found, name=name.strip() or file.stem, layer=layer, origin=str(file)
        )
    problems = [wording.problem(one) for one in found.problems]
    if json:
        say_json({"act": changes.act, **changes.facts, "labels": _counts(found),
                  "problems": problems})  # fmt: skip
    else:
        told = " and ".join(f"{label} {n:,}" for label, n in _counts(found).items())
        say(f"{wording.act(changes.code, changes.facts)}: {told} (act {changes.act}).")
        list_lines(problems, show=complain)
    if problems:
        raise typer.Exit(PROBLEMS)


@app.command("show")
@verb
def show(project: ProjectPath, *, json: Json = False) -> None:
    """List the word lists with their numbers."""
    from curator.services import lists
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        found = lists.lists(opened)
    if json:
        say_json([_plain(one) for one in found])
        return
    rows = [(f"{one.id:>4}  {one.name}", f"{one.layer.value} {one.label}",
             counted(len(one.entries), "entry")) for one in found]  # fmt: skip
    for line in table(rows) if rows else ["No word list."]:
        say(line)


@app.command("remove")
@verb
def remove(
    project: ProjectPath,
    number: Annotated[int, typer.Argument(metavar="N", show_default=False)],
    *,
    wait: Wait = 0.0,
) -> None:
    """Take a word list away, by the number that `show` says."""
    from curator.services import lists
    from curator.store.project import Project

    with Project.open(project, write=True, wait=wait) as opened:
        changes = lists.remove(opened, number=number)
    say(f"{wording.act(changes.code, changes.facts)} (act {changes.act}).")


def _counts(found: Read) -> dict[str, int]:
    return {label: len(entries) for label, entries in found.entries.items()}


def _plain(one: Any) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "layer": one.layer.value,
        "label": one.label,
        "origin": one.origin,
        "entries": list(one.entries),
    }
