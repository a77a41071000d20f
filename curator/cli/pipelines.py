"""The verb `pipelines`: which there are, which one is chosen, which folders are trusted."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curator.cli.options import Json
from curator.cli.output import say, say_json, verb

if TYPE_CHECKING:
    from curator.services.pipelines import Pipeline

app = typer.Typer(
    help="List the language pipelines; choose one, trust a folder.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", show_default=False)]


@app.callback(invoke_without_command=True)
def pipelines(context: typer.Context, *, json: Json = False) -> None:
    """List the language pipelines; choose one, trust a folder."""
    if context.invoked_subcommand is None:
        _list(json=json)


@verb
def _list(*, json: bool) -> None:
    from curator.services import pipelines as service

    found = service.installed()
    chosen = service.chosen()
    used = service.wanted() or (found[0].name if found else None)
    if json:
        rows = [{**asdict(one), "used": one.name == used} for one in found]
        say_json({"used": used, "chosen": chosen, "pipelines": rows})
        return
    for one in found:
        say(_line(one, used=one.name == used))
    if used not in [one.name for one in found]:
        say(f"Used: {used or 'none, because none is installed'}")


def _line(one: Pipeline, *, used: bool) -> str:
    return f"{'*' if used else ' '} {one.name}  {one.words} ({one.kind})"


@app.command("choose")
@verb
def choose(
    name: Annotated[str | None, typer.Argument(metavar="[NAME|FOLDER]", show_default=False)] = None,
) -> None:
    """Use a pipeline from now on; without a name, the first."""
    from curator.services import pipelines as service

    service.choose(name)
    say(f"Chosen: {service.chosen() or 'what is installed'}.")


@app.command("trust")
@verb
def trust(folder: Folder) -> None:
    """Allow the pipeline in a folder, because you know who made it."""
    from curator.services import pipelines as service

    kept = service.trust(folder)
    say(f"Trusted: {kept.name} ({kept.words}).")


@app.command("distrust")
@verb
def distrust(folder: Folder) -> None:
    """Allow the pipeline in a folder no more."""
    from curator.services import pipelines as service

    service.distrust(folder)
    say(f"No longer trusted: {folder}.")
