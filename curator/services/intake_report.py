"""What became of an import, as it is told and kept with its batch."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from curator.formats.base import Problem


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
    versions: int = 0
    carried: int = 0
    carry_act: int = 0

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept with the batch."""
        return {
            "documents": self.documents,
            "annotations": dict(sorted(self.annotations.items())),
            "duplicates": [_plain(one) for one in self.duplicates],
            "problems": [_plain(one) for one in self.problems],
            "notes": [_plain(one) for one in self.notes],
            "labels": self.labels,
            "versions": self.versions,
            "carried": self.carried,
        }


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "facts": problem.facts,
    }
