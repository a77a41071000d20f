"""Verbs about what was done: `log` and `undo`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import say, say_json, verb
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.domain.changes import Changes
    from curator.store.log import ChangeSet
    from curator.store.project import Project


@verb
def log(
    project: ProjectPath,
    *,
    act: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, show_default=False, help="What this act did, decision by decision."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List what was done, the newest last; or tell what one act did."""
    from curator.store import log as stored
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        if act is not None:
            _tell(opened, act, json=json)
            return
        with opened.read() as tx:
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
    together: Annotated[
        bool,
        typer.Option("--together", help="With it all later acts that decided the same again."),
    ] = False,
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """Take the newest act back, or a given one."""
    from curator.store.project import Project

    with Project.open(project, write=True, wait=wait) as opened:
        changes, later = _undone(opened, act, together=together)
    words = f"Undone: {wording.act(str(changes.facts.get('of')), changes.facts)}"
    words += f", with {counted(later, 'later act')}" if later else ""
    if not json:
        say(f"{words}.")
        return
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


def _undone(opened: Project, act: int | None, *, together: bool) -> tuple[Changes, int]:
    """Undo the newest act, one, or one with all in its way; return how many those are."""
    from curator.services import history, undoing

    if act is None or not together:
        return undoing.undo(opened, act=act, beside=True), 0
    later = [one.number for one in history.stands_in_the_way(opened, act)]
    return undoing.undo_together(opened, [act, *later]), len(later)


def _tell(opened: Project, act: int, *, json: bool) -> None:
    """Tell what the decisions of an act did."""
    from curator.services import history

    found = history.did(opened, act)
    if json:
        say_json([asdict(one) for one in found])
        return
    for one in found:
        place = f"  ({one.place})" if one.place else ""
        say(f"{one.what}: {one.change}{place}")
    if not found:
        say(f"There is no act {act}, or it decided nothing; see “curator log” for what was done.")


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
