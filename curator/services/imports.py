"""What became of imports: the reports that are kept with their batches, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from curator.formats.base import Problem
from curator.services import wording
from curator.services.intake_report import label_notes
from curator.store import batches
from curator.store.project import Project


class About(StrEnum):
    """Kinds of lines of a report."""

    PROBLEM = "problem"
    DUPLICATE = "duplicate"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a report: of what kind, about which file, and what is said of it."""

    about: About
    file: str
    words: str


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What became of a batch.

    Attributes:
        id: of the batch.
        name: of the batch.
        origin: the paths that it came from.
        created: when, ISO 8601.
        withdrawn: whether its import is undone.
        documents: how many went in.
        annotations: how many came along, by layer.
        labels: those that were new to the scheme, by layer.
        told: what did not go in, and what is worth knowing; problems first.
    """

    id: int
    name: str
    origin: str
    created: str
    withdrawn: bool
    documents: int
    annotations: dict[str, int]
    labels: dict[str, list[str]]
    told: tuple[Told, ...]

    def count(self, about: About) -> int:
        """Return how many lines are of a kind."""
        return sum(one.about is about for one in self.told)


def reports(project: Project) -> list[BatchReport]:
    """Return the report of each batch, the newest first."""
    with project.read() as tx:
        found = batches.every(tx)
    return [_report(one) for one in found]


def _report(batch: batches.Batch) -> BatchReport:
    kept = batch.report
    told = [
        _told(about, one)
        for about, key in (
            (About.PROBLEM, "problems"),
            (About.DUPLICATE, "duplicates"),
            (About.NOTE, "notes"),
        )
        for one in kept.get(key, ())
    ]
    mapped = [
        Told(About.NOTE, "", wording.problem(one)) for one in label_notes(kept.get("mapped", ()))
    ]
    return BatchReport(
        id=batch.id,
        name=batch.name,
        origin=batch.origin,
        created=batch.created,
        withdrawn=batch.withdrawn,
        documents=int(kept.get("documents", 0)),
        annotations=kept.get("annotations", {}),
        labels=kept.get("labels", {}),
        told=(*told, *mapped),
    )


def _told(about: About, kept: dict[str, Any]) -> Told:
    problem = Problem(kept["file"], kept["line"], kept["code"], kept.get("facts", {}))
    return Told(about, problem.file, wording.problem(problem))
