"""The command line: every verb by its name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from curator import __version__, endings
from curator.cli import (
    backups,
    diagnostics,
    evaluating,
    exporting,
    finding,
    health,
    history,
    identities,
    importing,
    imports,
    learning,
    ledger,
    lists,
    pipelines,
    profiles,
    project,
    schemes,
    stories,
    suggesting,
    withdrawing,
)
from curator.cli.window import Window, open_window

app = typer.Typer(
    name="curator",
    help="Read documents, decide what machines suggest, keep every decision, export gold.",
    epilog="Exit codes: 0 done, 1 problems in the data or project held by another, 2 wrong use.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - as typer calls it
    if wanted:
        typer.echo(f"curator {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def plain(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - done by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which it is.")
    ] = False,
) -> None:
    """Without a verb: the window, on the last project or the welcome page."""
    if context.invoked_subcommand is None:
        raise typer.Exit(open_window(Window()))


@app.command("open")
def open_(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", show_default=False)],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", show_default=False, help="Imported first."),
    ] = None,
) -> None:
    """Open the window on a project, importing PATHs first."""
    raise typer.Exit(open_window(Window(project, tuple(paths or ()))))


@app.command("try")
def try_() -> None:
    """Open the window on a fresh copy of the sample project."""
    raise typer.Exit(open_window(Window(samples=True)))


app.command("new")(project.new)
app.command("import")(importing.import_)
app.command("imports")(imports.imports)
app.command("suggest")(suggesting.suggest)
app.command("learn")(learning.learn)
app.command("versions")(learning.versions)
app.command("preview")(learning.preview)
app.command("export")(exporting.export)
app.command("profiles")(profiles.profiles)
app.command("evaluate")(evaluating.evaluate)
app.command("simulate")(evaluating.simulate)
app.command("find")(finding.find)
app.command("identities")(identities.identities)
app.command("ledger")(ledger.ledger)
app.command("stories")(stories.stories)
app.command("scheme")(schemes.scheme)
app.command("stats")(project.stats)
app.command("log")(history.log)
app.command("undo")(history.undo)
app.command("withdraw")(withdrawing.withdraw)
app.command("check")(health.check)
app.command("backup")(backups.backup)
app.command("backups")(backups.backups)
app.command("restore")(backups.restore)
app.command("diagnostics")(diagnostics.diagnostics)
app.add_typer(lists.app, name="lists")
app.add_typer(pipelines.app, name="pipelines")


def run(arguments: Sequence[str]) -> int:
    """Run a verb.

    Args:
        arguments: those behind the program's name.

    Raises:
        SystemExit: with the exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that has no letter for a thing still shows that it is there.
            stream.reconfigure(errors="backslashreplace")
    endings.end_verbs()
    app(args=list(arguments), prog_name="curator")
    return 0
