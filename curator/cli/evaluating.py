"""The verbs `evaluate` and `simulate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath, listed
from curator.cli.output import (
    PROBLEMS,
    STOPPED,
    complain,
    list_lines,
    say,
    say_json,
    stopping,
    verb,
)
from curator.cli.progress import progress
from curator.domain.faults import Fault
from curator.services.wording import counted

if TYPE_CHECKING:
    from curator.domain.measuring.scoring import ReadPolicy
    from curator.services.measuring.simulated import Learning
    from curator.services.measuring.simulating import Simulation


GoldPath = Annotated[
    Path,
    typer.Option("--gold", metavar="FILE", show_default=False, help="JSONL with spans or claims."),
]

MergePlaces = Annotated[
    bool,
    typer.Option(
        "--merge-places/--no-merge-places", help="Read GPE, LOC and FAC as one label, LOC."
    ),
]

IgnoreArticles = Annotated[
    bool,
    typer.Option(
        "--ignore-articles/--no-ignore-articles",
        help="Read entities without a leading the, a, an and a trailing ’s.",
    ),
]

Accepted = Annotated[
    bool,
    typer.Option("--accepted", help="Compare what is accepted, not what was first suggested."),
]


@verb
def evaluate(
    project: ProjectPath,
    *,
    gold: GoldPath,
    accepted: Accepted = False,
    merge_places: MergePlaces = True,
    ignore_articles: IgnoreArticles = True,
    json: Json = False,
) -> None:
    """Compare what machines suggested with gold from a file."""
    from curator.cli.tables import evaluation_lines
    from curator.services.measuring import evaluating
    from curator.services.measuring.gold import read
    from curator.store.project import Project

    policy = _policy(merge_places=merge_places, ignore_articles=ignore_articles)
    with (
        stopping(lambda: "nothing was compared"),
        Project.open(project, write=False) as opened,
        progress("Comparing", unit="document") as told,
    ):
        found = evaluating.evaluate(
            opened, read(gold), policy=policy, accepted=accepted, progress=told
        )
    plain = found.plain()
    if json:
        say_json(plain)
    else:
        for line in evaluation_lines(plain):
            say(line)
    list_lines(found.left_out, show=complain)
    if not found.documents:
        complain("the project has none of the documents of the gold")
        raise typer.Exit(PROBLEMS)


Gold = Annotated[
    Path, typer.Argument(metavar="GOLD", show_default=False, help="JSONL with spans or claims.")
]

Learn = Annotated[
    str,
    typer.Option("--learn", metavar="WHAT,…", help="memory, finetune, claims; or none."),
]

Until = Annotated[
    int | None,
    typer.Option("--until", metavar="N", min=1, show_default=False, help="So many documents."),
]

Then = Annotated[
    Path | None,
    typer.Option(
        "--then",
        metavar="FILE",
        show_default=False,
        help="Suggest on this gold file with what was learned, and score it.",
    ),
]

Seed = Annotated[
    int | None,
    typer.Option(
        "--seed",
        metavar="S",
        show_default=False,
        help="Shuffle the documents by it; without it they come as in the file.",
    ),
]

Plot = Annotated[
    Path | None,
    typer.Option(
        "--plot", metavar="FILE.svg", show_default=False, help="Draw edits over time into a file."
    ),
]


@verb
def simulate(
    gold: Gold,
    *,
    learn: Learn = "memory,finetune,claims",
    until: Until = None,
    then: Then = None,
    seed: Seed = None,
    merge_places: MergePlaces = True,
    ignore_articles: IgnoreArticles = True,
    plot: Plot = None,
    json: Json = False,
) -> None:
    """Let a perfect analyst work through a gold file."""
    wanted = _learning(learn)
    from curator.cli.tables import simulation_lines
    from curator.services.measuring.gold import read
    from curator.services.measuring.simulated import Wish
    from curator.services.measuring.simulating import Simulation

    policy = _policy(merge_places=merge_places, ignore_articles=ignore_articles)
    other = None if then is None else read(then)
    simulation = Simulation(read(gold), Wish(wanted, until, seed, policy), then=other)
    stopped = not _ran(simulation)
    result = simulation.result
    plain = {**result.plain(), "stopped": stopped}
    list_lines(result.left_out, show=complain)
    if json:
        say_json(plain)
    else:
        for line in simulation_lines(plain):
            say(line)
    if plot is not None:
        _draw(plot, plain, title=gold.name)
    if stopped:
        complain(f"stopped; these are the figures of {counted(len(result.legs), 'document')}")
        raise typer.Exit(STOPPED)


def _ran(simulation: Simulation) -> bool:
    """Run it; False when Ctrl+C ended it."""
    try:
        with progress("Simulating", unit="step") as told:
            for step in simulation.run():
                told(step.done, step.total)
    except KeyboardInterrupt:
        return False
    return True


def _policy(*, merge_places: bool, ignore_articles: bool) -> ReadPolicy:
    from curator.domain.measuring.scoring import ReadPolicy

    return ReadPolicy(merge_places=merge_places, ignore_articles=ignore_articles)


def _learning(given: str) -> frozenset[Learning]:
    from curator.services.measuring.simulated import Learning

    if given.strip() in ("none", ""):
        return frozenset()
    return listed(given, list(Learning), option="--learn")


def _draw(path: Path, plain: dict[str, Any], *, title: str) -> None:
    from curator.cli.plotting import svg_plot

    learned = ", ".join(plain["learn"]) or "nothing"
    words = f"{title}: {counted(plain['documents'], 'document')}, learning {learned}"
    try:
        path.write_text(svg_plot(plain, title=words), encoding="utf-8")
    except OSError as error:
        raise Fault("plot.disk", path=str(path), reason=error.strerror or str(error)) from error
