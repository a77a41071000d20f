"""Verbs about a project as a whole: `new` and `stats`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from curator.cli.options import Json, ProjectPath
from curator.cli.output import say, say_json, table, verb
from curator.domain.annotation import Layer
from curator.services.wording import counted


@verb
def new(
    project: ProjectPath,
    *,
    scheme: Annotated[
        str,
        typer.Option(
            metavar="NAME|FILE",
            help="Label scheme: news, everything, security, claims-only, or a TOML file.",
        ),
    ] = "news",
    blind: Annotated[
        float,
        typer.Option(
            metavar="SHARE", help="Share of documents that show no suggestions until closed, 0–1."
        ),
    ] = 0.05,
    json: Json = False,
) -> None:
    """Make a new project."""
    from curator.services import projects, reading

    with projects.create(project, scheme=scheme, blind_share=blind) as made:
        kept = reading.scheme(made)
        layers = _in_order(kept.layers)
        path = str(made.path)
    if json:
        say_json({"project": path, "scheme": kept.name, "layers": layers, "blind": blind})
        return
    say(f"Made {path}: scheme {kept.name} ({', '.join(layers)}), {blind:.0%} of documents blind.")


@verb
def stats(project: ProjectPath, *, json: Json = False) -> None:
    """Count what a project holds."""
    from curator.services.statistics import statistics
    from curator.store.project import Project

    with Project.open(project, write=False) as opened:
        found = statistics(opened)
    if json:
        say_json(found)
        return
    for line in _lines(found):
        say(line)


def _lines(found: dict[str, Any]) -> list[str]:
    lines = [
        f"{counted(found['documents'], 'document')}, "
        f"scheme {found['scheme']['name']} (revision {found['scheme']['revision']}), "
        f"{counted(found['change_sets'], 'change set')}"
    ]
    batches = [["batch", "documents", "done"]]
    batches += [
        [row["name"], f"{row['documents']:,}", f"{row['done']:,}"] for row in found["batches"]
    ]
    layers = [["layer", "reviewed", *_STATES, "candidates"]]
    for layer in _in_order(found["annotations"]):
        states = found["annotations"][layer]
        counts = [found["reviewed"].get(layer, 0), *(states.get(state, 0) for state in _STATES)]
        counts.append(found["candidates"].get(layer, 0))
        layers.append([layer, *(f"{n:,}" for n in counts)])
    labels = [["label", *_STATES]]
    for layer in _in_order(found["labels"]):
        for name, states in sorted(found["labels"][layer].items()):
            counts = [states.get(state, 0) for state in _STATES]
            labels.append([f"{layer} {name}", *(f"{n:,}" for n in counts)])
    for rows in (batches, layers, labels):
        if len(rows) > 1:
            lines += ["", *table(rows)]
    lines += _blind(found["blind"])
    if found["suggesters"]:
        names = sorted({f"{one['name']} {one['version']}".strip() for one in found["suggesters"]})
        lines += ["", f"Suggested by {', '.join(names)}."]
    return lines


def _blind(figures: dict[str, Any]) -> list[str]:
    """Say what blind documents tell of the machine."""
    lines = [
        f"{layer}: {counted(one['documents'], 'blind document')} done; of what was marked there "
        f"machines find {one['recall']:.0%}, and {one['precision']:.0%} of what they find is right"
        for layer, one in figures.items()
    ]
    return ["", *lines] if lines else []


def _in_order(layers: Iterable[str]) -> list[str]:
    return [layer.value for layer in Layer if layer.value in layers]


_STATES = ("suggested", "accepted", "rejected", "unsure")
