"""Verbs about what was done: `log` and `undo`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import say, say_json, verb
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.store.log import ChangeSet


@verb
def log(project: ProjectPath, *, json: Json = False) -> None:
    """List what was done, the newest last, with numbers of acts."""
    from curator.store import log as stored
    from curator.store.project import Project

    with Project.open(project, write=False) as opened, opened.read() as tx:
        rows = stored.change_sets(tx)
    if json:
        say_json([_plain(row) for row in rows])
        return
    for row in rows:
        say(
            f"{row.act:>6}  {_local(row.time)}  {wording.act(row.code, row.facts)}"
            f" · {counted(row.decisions, 'decision')}"
        )


@verb
def undo(
    project: ProjectPath,
    *,
    act: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            show_default=False,
            help="Number of the act, as `log` and `import` say it; else the newest.",
        ),
    ] = None,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Take the newest act back, or a given one."""
    from curator.services import undoing
    from curator.store.project import Project

    with Project.open(project, write=True, wait=wait) as opened:
        changes = undoing.undo(opened, act=act, beside=True)
    words = f"Undone: {wording.act(str(changes.facts.get('of')), changes.facts)}"
    if json:
        say_json(
            {
                "act": changes.act,
                "change_set": changes.change_set,
                "code": changes.code,
                "facts": dict(changes.facts),
                "words": words,
                "documents": sorted(changes.documents),
                "annotations": len(changes.annotations),
            }
        )
        return
    say(f"{words}.")


def _local(time: str) -> str:
    """Return a time of the log as the clock on the wall had it."""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _plain(row: ChangeSet) -> dict[str, Any]:
    return {
        "id": row.id,
        "act": row.act,
        "time": row.time,
        "code": row.code,
        "facts": dict(row.facts),
        "words": wording.act(row.code, row.facts),
        "decisions": row.decisions,
        "reverts": row.reverts,
        "beside": row.beside,
        "actor": row.actor,
        "digest": row.digest,
    }
