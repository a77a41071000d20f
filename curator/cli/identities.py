"""The verb `identities`: who is named in a project, and which of them are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, Wait
from curator.cli.output import list_lines, say, say_json, table, verb
from curator.services import wording
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.services.identity_pages import IdentityRow


@verb
def identities(
    project: ProjectPath,
    *,
    merge: Annotated[
        str,
        typer.Option(
            metavar="N,M,…",
            show_default=False,
            help="Make the identities with these numbers one, the first.",
        ),
    ] = "",
    wait: Wait = 0.0,
    json: Json = False,
) -> None:
    """List who and what is named, with how often; or merge some."""
    from curator.services import identifying, identity_pages
    from curator.store.project import Project

    numbers = _numbers(merge)
    with Project.open(project, write=bool(numbers), wait=wait) as opened:
        changes = identifying.merge(opened, numbers[0], numbers[1:]) if numbers else None
        rows = identity_pages.listed(opened)
    if json:
        say_json([_plain(row) for row in rows])
        return
    if changes:
        say(f"{wording.act(changes.code, changes.facts)} (act {changes.act}).")
        return
    list_lines(list(table([_line(row) for row in rows])), show=say)
    say(counted(len(rows), "identity"))


def _numbers(given: str) -> list[int]:
    words = [word.strip() for word in given.split(",") if word.strip()]
    if given and (len(words) < 2 or not all(word.isdecimal() for word in words)):
        raise typer.BadParameter("give two numbers or more, as in 3,7", param_hint="--merge")
    return [int(word) for word in words]


def _line(row: IdentityRow) -> tuple[str, ...]:
    one = row.identity
    names = f"{one.id:>4}  {one.name}" + (f" ({', '.join(one.aliases)})" if one.aliases else "")
    return (
        f"{names}{f'  {one.kind}' if one.kind else ''}",
        counted(row.mentions, "mention"),
        counted(row.sources, "source"),
        counted(row.documents, "document"),
    )


def _plain(row: IdentityRow) -> dict[str, Any]:
    one = row.identity
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "aliases": list(one.aliases),
        "mentions": row.mentions,
        "sources": row.sources,
        "documents": row.documents,
    }
