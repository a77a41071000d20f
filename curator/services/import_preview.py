"""What an import would bring, before anything is: its first documents, and what is skipped."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from curator.domain.import_plan import ImportPlan
from curator.formats.base import Incoming, Problem
from curator.formats.reading import Documents, Plan, Reading
from curator.services import wording
from curator.services.imports import About, Told
from curator.store import documents
from curator.store.project import Project

MOST = 50
"""Documents that are looked at."""
SECONDS = 8.0
"""So long files are read for a preview."""
_BEGINNING = 160

ENCODINGS = (
    *("utf-8", "utf-16", "windows-1252", "iso-8859-15", "windows-1250", "iso-8859-2"),
    *("windows-1251", "koi8-r", "windows-1253", "windows-1254", "windows-1255", "windows-1256"),
    *("shift_jis", "euc-jp", "gb18030", "big5", "euc-kr", "mac-roman"),
)
"""What can be chosen where none is said, the commonest first."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A document as it would come in.

    Attributes:
        title, date, agency, language: as given or recognised; may be empty.
        beginning: its first words.
        annotations: how many come along.
        known: whether the project has it already, so that it would be skipped.
    """

    title: str
    date: str
    agency: str
    language: str
    beginning: str
    annotations: int
    known: bool


@dataclass(slots=True)
class Preview:
    """What an import would bring.

    Attributes:
        files: how many there are to read.
        size: their bytes altogether.
        coming: the first documents, `MOST` at most.
        told: what would be skipped, and what is worth knowing.
        more: whether there is more than was looked at.
    """

    files: int = 0
    size: int = 0
    coming: list[Coming] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    more: bool = False


class Previewing:
    """Looks into files in the import process; `cancel` may be called from any thread."""

    def __init__(self, paths: Sequence[Path], plan: ImportPlan) -> None:
        """Say what to look into, and how it would be read."""
        self._reading = Reading(
            paths,
            format=plan.format_name,
            annotations=plan.annotations,
            encoding=plan.encoding,
            columns=plan.columns,
        )

    def cancel(self) -> None:
        """Stop looking; what was seen is returned."""
        self._reading.cancel()

    def run(self, project: Project) -> Preview:
        """Look until there are enough documents, or time is up; nothing is written.

        Args:
            project: which has some of the documents already, perhaps.

        Raises:
            Fault: ``child.gone``.
        """
        found, until = Preview(), time.monotonic() + SECONDS
        for frame in self._reading:
            match frame:
                case Plan():
                    found.files, found.size = frame.files, frame.bytes
                case Problem():
                    about = About.NOTE if frame.note else About.PROBLEM
                    found.told.append(Told(about, frame.file, wording.problem(frame)))
                case Documents():
                    found.coming += _coming(project, frame.items)
            if len(found.coming) >= MOST or time.monotonic() > until:
                found.more = True
                break
        self._reading.cancel()
        del found.coming[MOST:]
        return found


def _coming(project: Project, items: Sequence[Incoming]) -> list[Coming]:
    given = [one.sender_id for one in items if one.sender_id is not None]
    with project.read() as tx:
        ids = documents.known(tx, given) if given else {}
        return [
            Coming(
                title=one.title,
                date=one.date or "",
                agency=one.agency or "",
                language=one.language or "",
                beginning=" ".join(one.text[: 2 * _BEGINNING].split())[:_BEGINNING],
                annotations=len(one.annotations),
                known=one.sender_id in ids
                or (one.sender_id is None and documents.with_digest(tx, one.digest) is not None),
            )
            for one in items
        ]
