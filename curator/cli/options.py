"""Arguments and options that several verbs have, and lists with commas."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

ProjectPath = Annotated[
    Path,
    typer.Argument(
        metavar="PROJECT",
        show_default=False,
        help="The project's file; without a suffix it gets .curator.",
    ),
]

Json = Annotated[bool, typer.Option("--json", help="Report as JSON on standard output.")]

Wait = Annotated[
    float,
    typer.Option(
        "--wait",
        metavar="SECONDS",
        min=0.0,
        show_default=False,
        help="Wait so long for whoever holds the project.",
    ),
]

Profile = Annotated[
    str | None,
    typer.Option("--profile", metavar="NAME", help="As it was kept; other options go before it."),
]

SaveProfile = Annotated[
    str | None,
    typer.Option("--save-profile", metavar="NAME", help="Keep these choices in the project."),
]

Value = TypeVar("Value", bound=StrEnum)


def listed(given: str, values: list[Value], *, option: str) -> frozenset[Value]:
    """Read a list with commas.

    Args:
        given: as on the command line.
        values: those that there are.
        option: its name, for the complaint.

    Raises:
        typer.BadParameter: for a value that there is not.
    """
    known = {value.value: value for value in values}
    names = [name.strip() for name in given.split(",")]
    if unknown := [name for name in names if name not in known]:
        raise typer.BadParameter(
            f"{unknown[0]!r} is none of {', '.join(known)}.", param_hint=option
        )
    return frozenset(known[name] for name in names)
