"""The options that say how files are imported, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from curator.domain.import_plan import ImportPlan
    from curator.store.project import Project


class Labels(StrEnum):
    """What becomes of labels that the scheme does not have."""

    ADD = "add"
    STRICT = "strict"


Paths = Annotated[list[Path], typer.Argument(metavar="PATH", show_default=False)]

FormatName = Annotated[
    str | None,
    typer.Option("--format", metavar="F", help="Format of the files; else by suffix and content."),
]

BatchName = Annotated[
    str | None,
    typer.Option(
        "--batch",
        metavar="NAME",
        help="Else the first path's name, which {name} stands for; {date} is the day.",
    ),
]

WayOfAnnotations = Annotated[
    str | None,
    typer.Option(
        "--annotations",
        metavar="WAY",
        help="What to make of annotations: as-is, ignore, suggestions or gold; as-is unless said.",
    ),
]

WayOfLabels = Annotated[
    Labels | None,
    typer.Option(
        "--labels",
        help="Add labels that are new to the scheme, or leave them out; add unless said.",
    ),
]

Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="E",
        help="Of texts and tables; else by mark, UTF-8, then windows-1252.",
    ),
]

Columns = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,…",
        help="What the columns of tables hold: text, title, date, id, source, url, language …",
    ),
]

LabelMap = Annotated[
    list[str] | None,
    typer.Option(
        "--label-map",
        metavar="LABEL=NAME,…",
        help="What labels of the files are called here, such as PER=PERSON; without a name they "
        "are left out, and counted.",
    ),
]

Carry = Annotated[
    bool | None,
    typer.Option(
        "--carry/--no-carry",
        show_default=False,
        help="Carry decisions over from older versions, or not; else as the project has it.",
    ),
]


def planned(project: Project, given: Mapping[str, Any]) -> ImportPlan:
    """Return what options come to, over a profile where one is named; keep it where asked for.

    Args:
        project: held for writing where the plan is to be kept.
        given: the options by the names of the fields of `ImportPlan`, None where not given;
            ``profile`` and ``save_profile``.

    Raises:
        Fault: ``profile.missing``, ``profile.name``, and those of `merged` and
            `curator.services.importing.checked`.
    """
    from curator.domain.import_plan import ImportPlan
    from curator.services import profiles
    from curator.services.importing import checked

    name, kept_as = given["profile"], given["save_profile"]
    kept = ImportPlan() if name is None else profiles.import_plan(project, name)
    plan = checked(merged(given, otherwise=kept))
    if kept_as is not None:
        profiles.keep(project, profiles.IMPORT, kept_as, plan.plain())
    return plan


def merged(given: Mapping[str, Any], *, otherwise: ImportPlan) -> ImportPlan:
    """Return the plan that options come to.

    Args:
        given: the options by the names of the fields of `ImportPlan`; None where not given.
        otherwise: what counts where an option is not given; columns and labels that are not named
            stay as it has them.

    Raises:
        Fault: ``import.map``, ``import.label_map``.
    """
    from curator.domain.import_plan import label_map_of
    from curator.services.importing import columns_of

    names = ("format_name", "encoding", "annotations", "labels", "carry", "batch")
    said = {name: given[name] for name in names if given[name] is not None}
    if "labels" in said:
        said["labels"] = said["labels"].value
    if given["columns"] is not None:
        said["columns"] = {**otherwise.columns, **columns_of(given["columns"])}
    if given["label_map"]:
        said["label_map"] = {**otherwise.label_map, **label_map_of(given["label_map"])}
    return replace(otherwise, **said)
