"""The verb `profiles`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from curator.cli.options import Json, ProjectPath
from curator.cli.output import say, say_json, verb
from curator.services import wording


class KindOf(StrEnum):
    """What a profile is for; as `curator.services.profiles` calls it."""

    EXPORT = "export"
    IMPORT = "import"


Kind = Annotated[KindOf, typer.Option("--kind", help="Those of exports or of imports.")]

Remove = Annotated[str | None, typer.Option("--remove", metavar="NAME", help="Forget a profile.")]

Rename = Annotated[
    str | None,
    typer.Option("--rename", metavar="NAME=NEW", help="Give a profile another name."),
]


@verb
def profiles(
    project: ProjectPath,
    *,
    kind: Kind = KindOf.EXPORT,
    rename: Rename = None,
    remove: Remove = None,
    json: Json = False,
) -> None:
    """List the profiles of a project; rename or forget one."""
    from curator.services import profiles as service
    from curator.store.project import Project

    with Project.open(project, write=remove is not None or rename is not None) as opened:
        if rename is not None:
            name, sign, new = rename.partition("=")
            if not sign:
                raise typer.BadParameter("write NAME=NEW.", param_hint="--rename")
            new = service.rename(opened, kind, name.strip(), new)
            say(f"The profile {name.strip()} is called {new} now.")
        if remove is not None:
            service.remove(opened, kind, remove)
            say(f"Forgot the profile {remove}.")
        found = service.profiles(opened, kind)
    if json:
        say_json(found)
    elif rename is None and remove is None:
        for name, plain in found.items():
            say(f"{name}: {wording.profile(kind, plain)}")
        if not found:
            say(f"No profile is kept yet; curator {kind} --save-profile NAME keeps one.")
