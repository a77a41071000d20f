"""The options that choose what goes out, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import listed
from curator.domain.annotation import GONE, Layer, State
from curator.domain.decisions import How
from curator.domain.faults import Fault

if TYPE_CHECKING:
    from curator.domain.gold import Selection
    from curator.domain.splits import Split


class Which(StrEnum):
    """Which documents go out."""

    REVIEWED = "reviewed"
    ALL = "all"


class EdgesOf(StrEnum):
    """What is done where an entity's edge lies inside a token."""

    SPLIT = "split"
    EXPAND = "expand"
    CONTRACT = "contract"
    DROP = "drop"


class NestedOf(StrEnum):
    """Which of nested entities a flat format keeps."""

    OUTERMOST = "outermost"
    INNERMOST = "innermost"


class BlindOf(StrEnum):
    """Whether documents in which suggestions were held back come along."""

    ANY = "any"
    ONLY = "only"
    WITHOUT = "without"


Edges = Annotated[
    EdgesOf | None,
    typer.Option(
        "--edges",
        help="In formats of tokens: what is done where an edge lies inside a token; split unless "
        "said.",
    ),
]

Nested = Annotated[
    NestedOf | None,
    typer.Option(
        "--nested", help="In flat formats: which of nested entities is kept; outermost unless said."
    ),
]

States = Annotated[
    str | None,
    typer.Option(
        "--states",
        metavar="STATE,…",
        help="suggested, accepted, rejected, unsure; accepted unless said.",
    ),
]

Documents = Annotated[
    Which | None,
    typer.Option(
        "--documents", help="Those with a layer that is closed, or all; reviewed unless said."
    ),
]

Candidates = Annotated[
    bool | None,
    typer.Option(
        "--candidates/--no-candidates", help="Candidates too, in the state candidate; or not."
    ),
]

Means = Annotated[
    str | None,
    typer.Option(
        "--how",
        metavar="HOW,…",
        help="Only what was decided so: key, bulk, identical, closing, import, carried.",
    ),
]

Words = Annotated[
    str | None,
    typer.Option(
        "--filter",
        metavar="WORDS",
        help="Only documents that the queue lists for these words, such as "
        "'batch:May date:2024-05..2024-06 source:Wire'.",
    ),
]

Layers = Annotated[
    str | None, typer.Option("--layers", metavar="LAYER,…", help="Only these: entity, claim.")
]

Labels = Annotated[
    str | None,
    typer.Option(
        "--labels",
        metavar="LABEL,…",
        help="Only these; of a layer of which none is named, all.",
    ),
]

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="WHEN",
        help="What was decided then: a date (its end), a time, or a number of change sets.",
    ),
]

Blind = Annotated[
    BlindOf | None,
    typer.Option(
        "--blind", help="Of documents in which suggestions were held back: any, only, without."
    ),
]

Negatives = Annotated[
    bool | None,
    typer.Option(
        "--negatives/--no-negatives", help="What was rejected too, where the format can say so."
    ),
]

Masks = Annotated[
    bool | None,
    typer.Option(
        "--masks/--no-masks", help="Where somebody was unsure too, where the format can say so."
    ),
]


SplitInto = Annotated[
    str | None,
    typer.Option(
        "--split",
        metavar="A/B/C",
        help="Shares of train, dev and test, such as 80/10/10, each a file; stories stay whole.",
    ),
]

Seed = Annotated[
    str | None,
    typer.Option("--seed", metavar="SEED", help="Of the split: a word or number; 0 unless said."),
]


Rename = Annotated[
    list[str] | None,
    typer.Option(
        "--rename",
        metavar="LABEL=NAME",
        help="What a label is called outside, such as PERSON=PER; without a name it is left out.",
    ),
]


def renamed(given: list[str] | None, *, otherwise: Mapping[str, str]) -> dict[str, str]:
    """Return what labels are called outside.

    Raises:
        Fault: ``export.rename`` for what has another form.
    """
    names = dict(otherwise)
    for one in given or ():
        label, sign, name = one.partition("=")
        if not sign or not label.strip():
            raise Fault("export.rename", given=one)
        names[label.strip()] = name.strip()
    return names


def split(shares: str | None, seed: str | None, *, otherwise: Split | None) -> Split | None:
    """Return the split that options come to.

    Args:
        shares: of train, dev and test; an empty one is none.
        seed: of the dice.
        otherwise: what counts where nothing is given.

    Raises:
        Fault: ``export.split``.
    """
    from curator.domain.splits import split_of

    if shares == "":
        return None
    if shares is not None:
        return split_of(shares, seed=seed or (otherwise.seed if otherwise else "0"))
    if otherwise is not None and seed is not None:
        return replace(otherwise, seed=seed)
    return otherwise


def chosen(given: Mapping[str, Any], *, otherwise: Mapping[str, Any]) -> Selection:
    """Return the selection that options come to.

    Args:
        given: the options by the names of the fields of `Selection.plain`; None where not given.
        otherwise: what counts where an option is not given, as `Selection.plain` writes it.

    Raises:
        typer.BadParameter: for a value that there is not.
        Fault: what `Selection` raises.
    """
    from curator.domain.gold import selection_from_plain

    kept = {key: value for key, value in given.items() if value is not None}
    if "states" in kept:
        known = [state for state in State if state not in GONE]
        kept["states"] = listed(kept["states"], known, option="--states")
    if "how" in kept:
        kept["how"] = listed(kept["how"], list(How), option="--how")
    if "layers" in kept:
        kept["layers"] = listed(kept["layers"], list(Layer), option="--layers")
    for name in ("documents", "blind", "edges", "nested"):
        if name in kept:
            kept[name] = str(kept[name])
    if "labels" in kept:
        kept["labels"] = [one.strip() for one in kept["labels"].split(",") if one.strip()]
    return selection_from_plain({**otherwise, **kept})
