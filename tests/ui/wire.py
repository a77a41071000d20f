"""A small project, proposed by hand: four documents, drawn as pictures; copied for each test."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from curator.domain.annotation import Layer
from curator.services import suggesting
from curator.store.project import Project
from curator.suggest.messages import Answer
from tests.support import projects
from tests.support.pictures import picture

HARVEST, STRIKE, LONG, EMOJI = 1, 2, 3, 4
"""The documents."""

_FIRST = (
    "The [Grain Board:ORG] met in [Velm:GPE] on [Monday:DATE]. Its <head:source> <said:cue> "
    "{the harvest fell:assertion}. [Osmo:PERSON] wept. The <miller:source> <hopes:cue> "
    "{for rain:hope}, and the <baker:source> <fears:cue> {a drought:belief}."
)
_SECOND = "[Velm:GPE] slept. The <mayor:source> <denied:cue> {a strike:denial}."
_THIRD = "\n".join(
    ["[Ruda:GPE] woke.", *(f"Day {day} was dull." for day in range(90)), "[Sill:LOC] lay still."]
)
_FOURTH = "🌊 [Ilse 🙂:PERSON] waved to [Osmo👩‍🚒:PERSON] at noon."

PICTURES = (_FIRST, _SECOND, _THIRD, _FOURTH)
FOUND = 0.9
BELOW = {"hopes": 0.3, "fears": 0.2}
"""Claims below the threshold, by their cue, with their confidence."""


def make(path: Path) -> None:
    """Make the project and close it."""
    with projects.make(path) as project:
        plain = [picture(source).text for source in PICTURES]
        projects.take(project, *plain, batch="wire", annotations="ignore")
        for number in range(1, len(PICTURES) + 1):
            propose(project, number)


def propose(project: Project, number: int, *, source: str = "", version: str = "1") -> None:
    """Have both suggesters propose what a picture of a document shows, its own by default."""
    suggesting.keep(project, answers(project, number, source=source, version=version))


def answers(
    project: Project, number: int, *, source: str = "", version: str = "1"
) -> tuple[Answer, ...]:
    """Return what both suggesters say of a document."""
    drawn = source or PICTURES[number - 1]
    text = picture(drawn).text
    found = []
    for layer in Layer:
        name = f"machine-{layer.value}"
        said = projects.answer(
            project, number, drawn, layer=layer, name=name, version=version, below=BELOW
        )
        proposals = []
        for one in said.proposals:
            cue = next(
                (text[part.start : part.end] for part in one.parts if part.role == "cue"), ""
            )
            sure = BELOW.get(cue, FOUND)
            proposals.append(replace(one, score=sure, confidence=sure))
        found.append(replace(said, proposals=tuple(proposals)))
    return tuple(found)


def copy(template: Path, folder: Path, name: str = "wire.curator") -> Path:
    """Copy the project into a folder."""
    return Path(shutil.copy(template, folder / name))
