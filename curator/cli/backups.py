"""Verbs about backups: `backup`, `backups` and `restore`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath
from curator.cli.output import list_lines, say, say_json, verb
from curator.services import wording
from curator.services.sentences import backing_up

if TYPE_CHECKING:
    from curator.store.backup import Backup


@verb
def backup(project: ProjectPath, *, json: Json = False) -> None:
    """Make a verified copy beside a project, also while it is open."""
    from curator.services import backups
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        made = backups.back_up(opened)
    if json:
        say_json(_plain(made))
    else:
        say(f"Made {made.path}, {wording.size(made.size)}.")


@verb
def backups(project: ProjectPath, *, json: Json = False) -> None:
    """List the backups of a project, the newest first."""
    from curator.services import backups as kept
    from curator.store.project import with_suffix

    found = kept.listing(with_suffix(project))
    if json:
        say_json([_plain(one) for one in found])
        return
    for one in found:
        facts = f"{wording.size(one.size):>10}  {backing_up.reason(one.reason)}"
        say(f"{one.path.name}  {_local(one.time)}  {facts}")
    if not found:
        say("There is no backup yet; one is made while you work, and by “curator backup”.")


@verb
def restore(
    project: ProjectPath,
    name: Annotated[
        str,
        typer.Argument(
            metavar="BACKUP", show_default=False, help="Its name, as `backups` lists it."
        ),
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be another thing.")
    ] = False,
    json: Json = False,
) -> None:
    """Put a backup in its project's place; that is kept, too."""
    from curator.services import backups
    from curator.store.project import with_suffix

    path = with_suffix(project)
    copy = next(
        (one.path for one in backups.listing(path) if name in (one.path.name, one.path.stem)),
        Path(name),
    )
    if dry_run:
        _tell(path, copy, json=json)
        return
    kept = backups.restore(path, copy)
    if json:
        say_json({"restored": copy.name, "kept": _plain(kept)})
    else:
        say(f"Restored {copy.name}; what was there before is {kept.path.name}.")


def _tell(path: Path, copy: Path, *, json: bool) -> None:
    """Say what would be another thing."""
    from curator.services import backups
    from curator.store.project import Project

    with Project.open(path, write=False) as opened:
        found = backups.difference(opened, copy)
    if json:
        say_json(
            {
                "same_history": found.same_history,
                "change_sets": found.change_sets,
                "decisions": found.decisions,
                "only_there": found.only_there,
                "acts": [
                    {"time": one.time, "words": one.name, "decisions": one.decisions}
                    for one in found.acts
                ],
            }
        )
        return
    say(backing_up.difference(found.change_sets, found.decisions, found.only_there))
    list_lines([_act(one.time, one.name) for one in found.acts], show=say)


def _act(time: str, name: str) -> str:
    return f"  {_local(datetime.fromisoformat(time))}  {name}"


def _local(time: datetime) -> str:
    """Return a time as the clock on the wall had it."""
    return time.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _plain(one: Backup) -> dict[str, Any]:
    return {
        "path": str(one.path),
        "time": one.time.isoformat(),
        "reason": one.reason,
        "bytes": one.size,
    }
