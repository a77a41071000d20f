"""The parts of an export: which documents go into which file, and how the files are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator.domain.splits import Split
from curator.formats.base import Format
from curator.formats.outgoing import Report, in_order
from curator.formats.read_back import ReadBack
from curator.formats.writing import Written
from curator.services.picking import Counted


@dataclass(slots=True)
class Part:
    """One file or folder of an export.

    Attributes:
        name: of the part; empty where the export is not split.
        path: where it goes.
        numbers: its documents.
        counted: what goes into it.
        report: what writing it came to.
        written: its digest and size, once it is written.
        read_back: what was found in it; None where its format is not read.
    """

    name: str
    path: Path
    numbers: list[int]
    counted: Counted = field(default_factory=Counted.none)
    report: Report = field(default_factory=Report)
    written: Written = field(default_factory=lambda: Written("", 0))
    read_back: ReadBack | None = None

    def plain(self, kind: Format) -> dict[str, Any]:
        """Return it as the manifest keeps it."""
        told = {
            "name": self.path.name,
            "format": kind.name,
            "sha256": self.written.digest,
            "bytes": self.written.size,
        }
        return told | ({"files": dict(self.written.files)} if self.written.files else {})

    def counts(self) -> dict[str, Any]:
        """Return how much of what is in it."""
        counted = self.counted
        told: dict[str, Any] = in_order(
            {
                "documents": len(self.numbers),
                "layers": counted.layers,
                "labels": counted.labels,
                "states": counted.states,
                "how": counted.how,
            }
        )
        return told


def parts_of(
    out: Path, kind: Format, numbers: list[int], split: Split | None, stories: dict[int, str]
) -> list[Part]:
    """Return the parts of an export.

    Args:
        out: where it goes; a part's name stands before the suffix.
        kind: its format.
        numbers: all documents.
        split: None for one part.
        stories: the key of each document's story, by document.
    """
    if split is None:
        return [Part("", out, numbers)]
    parts = {name: Part(name, path_of(out, kind, name), []) for name in split.parts}
    for number in numbers:
        parts[split.part(stories[number])].numbers.append(number)
    return list(parts.values())


def path_of(out: Path, kind: Format, part: str) -> Path:
    """Return what a part is called: ``gold.train.jsonl``, or a folder ``gold.train``."""
    lower = out.name.lower()
    fitting = [one for one in kind.suffixes if lower.endswith(one) and len(one) < len(lower)]
    suffix = out.name[-max(map(len, fitting)) :] if fitting and not kind.folder else ""
    stem = out.name[: -len(suffix)] if suffix else out.name
    return out.with_name(f"{stem}.{part}{suffix}")
