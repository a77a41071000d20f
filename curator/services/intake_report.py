"""What became of an import, as it is told and kept with its batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from curator.formats.base import Problem


class Mapped(NamedTuple):
    """A label that came in under another name, as the plan says.

    Attributes:
        layer: of its annotations.
        label: as the files have it.
        to: what it is called here; empty where its annotations were left out.
    """

    layer: str
    label: str
    to: str


@dataclass(slots=True)
class ImportReport:
    """What became of a batch.

    Attributes:
        batch_id: of the batch; 0 when nothing went in.
        act: to undo it by; 0 when nothing went in.
        name: of the batch.
        documents: how many went in.
        annotations: how many of each layer came along.
        duplicates: documents that the project has already, skipped.
        problems: what did not go in, by file, line and reason.
        notes: what is worth knowing of what went in, such as an encoding that was guessed.
        labels: labels that were new to the scheme, by layer.
        mapped: how many annotations came in under another label, or were left out by theirs.
        versions: documents that repeat or update others, and are in their stories.
        carried: decisions that were carried over to them.
        carry_act: to undo the carrying by; 0 when nothing was carried.
    """

    batch_id: int = 0
    act: int = 0
    name: str = ""
    documents: int = 0
    annotations: Counter[str] = field(default_factory=Counter)
    duplicates: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)
    mapped: Counter[Mapped] = field(default_factory=Counter)
    versions: int = 0
    carried: int = 0
    carry_act: int = 0

    @property
    def worth_knowing(self) -> list[Problem]:
        """The notes, those about labels first."""
        return [*label_notes(self.plain_mapped()), *self.notes]

    def plain_mapped(self) -> list[dict[str, Any]]:
        """Return what became of labels as it is kept with the batch."""
        return [one._asdict() | {"n": n} for one, n in sorted(self.mapped.items())]

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept with the batch."""
        return {
            "documents": self.documents,
            "annotations": dict(sorted(self.annotations.items())),
            "duplicates": [_plain(one) for one in self.duplicates],
            "problems": [_plain(one) for one in self.problems],
            "notes": [_plain(one) for one in self.notes],
            "labels": self.labels,
            "mapped": self.plain_mapped(),
            "versions": self.versions,
            "carried": self.carried,
        }


def label_notes(mapped: Iterable[dict[str, Any]]) -> list[Problem]:
    """Return a note for each label that came in under another name, or was left out.

    Args:
        mapped: as `ImportReport.plain_mapped` has it.
    """
    notes = [
        Problem("", None, "import.mapped" if one["to"] else "import.mapped_out", one, note=True)
        for one in mapped
    ]
    return sorted(notes, key=lambda note: note.code, reverse=True)


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "facts": problem.facts,
    }
