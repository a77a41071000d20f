"""The claim ledger: claims of all documents, filtered, compared, written for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.domain.annotation import State
from curator.domain.faults import Fault
from curator.domain.ledger import Entry, Likeness, Match, Wanted
from curator.formats import ledger as written
from curator.store import ledger as stored
from curator.store.project import Project

WRITERS: dict[str, Callable[[Sequence[Entry], Likeness], str]] = {
    ".csv": written.csv_text,
    ".html": written.html_text,
}
"""Forms of a written ledger, by the suffix of its file."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Claims as they were when they were read, and which of them are alike."""

    entries: tuple[Entry, ...]
    likeness: Likeness

    def listed(self, wanted: Wanted) -> list[Entry]:
        """Return the claims that are wanted, in their order."""
        return [one for one in self.entries if wanted.has(one)]

    def matches(self, annotation_id: int) -> list[Match]:
        """Return the claims that are alike to one."""
        return self.likeness.of(annotation_id)


def read(project: Project, *, suggested: bool = False) -> Ledger:
    """Read the accepted claims of a project, with `suggested` those that wait, too."""
    states = [State.ACCEPTED.value, *([State.SUGGESTED.value] if suggested else [])]
    with project.read() as tx:
        found = tuple(stored.entries(tx, states))
    return Ledger(found, Likeness(found))


def write(ledger: Ledger, entries: Sequence[Entry], out: Path) -> int:
    """Write claims as a table for spreadsheets or a page for people, by the file's suffix.

    Args:
        ledger: knows which claims are alike.
        entries: those to write.
        out: a file; written beside first, so that what stands there is never half a file.

    Returns:
        How many were written.

    Raises:
        Fault: ``ledger.form`` for another suffix, ``ledger.disk``.
    """
    writer = WRITERS.get(out.suffix.lower())
    if writer is None:
        raise Fault("ledger.form", path=str(out), known=sorted(WRITERS))
    draft = out.with_name(f"{out.name}.part")
    try:
        draft.write_text(writer(entries, ledger.likeness), encoding="utf-8", newline="")
        draft.replace(out)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise Fault("ledger.disk", path=str(out), reason=error.strerror or str(error)) from error
    return len(entries)
