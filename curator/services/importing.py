"""Import: files are read in a process of their own and go in, a chunk at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from curator.domain.changes import Progress
from curator.domain.faults import Fault
from curator.domain.import_plan import LABELS, ImportPlan
from curator.formats.base import ANNOTATIONS, Problem
from curator.formats.encoding import known_encoding
from curator.formats.fields import NAMES
from curator.formats.reading import Columns, Documents, Plan, Reading
from curator.formats.registry import Registry
from curator.services import backups
from curator.services.intake import Intake
from curator.services.intake_bands import Bands, keep, unbanded
from curator.services.intake_report import ImportReport
from curator.store.project import Project
from curator.translation import gettext as _

Frame = Plan | Columns | Documents | Problem | Bands
"""What comes during an import."""

TURN = 0.02
"""Seconds that a turn of an import may last where a person's decisions wait behind it."""
_FIRST = 5
"""Documents of the first turn, before it is known how long one takes."""


def batch_name(paths: Sequence[Path], wanted: str = "", *, day: date | None = None) -> str:
    """Return what a batch is called: after its first file or folder, unless somebody names it.

    Args:
        paths: files and folders.
        wanted: its name, in which ``{name}`` stands for the first path's and ``{date}`` for the
            day; empty for none.
        day: on which it is imported.
    """
    wanted = " ".join(wanted.split()) or "{name}"
    if day is not None:
        wanted = wanted.replace("{date}", day.isoformat())
    return wanted.replace("{name}", _name_of(paths))


def _name_of(paths: Sequence[Path]) -> str:
    if not paths:
        return "import"
    first = paths[0].resolve()
    name = first.name if first.is_dir() else first.stem
    more = _("{name} and {n} more").format(name=name, n=len(paths) - 1)
    return name if len(paths) == 1 else more


def readable_formats() -> list[str]:
    """Return the names of formats that can be imported."""
    return sorted(one.name for one in Registry.installed().formats.values() if one.read)


def readable_suffixes() -> list[str]:
    """Return the suffixes of files that can be imported, with the dot."""
    formats = Registry.installed().formats.values()
    return sorted({suffix for one in formats if one.read for suffix in one.suffixes})


class Import:
    """One import, for whoever drives it: the command line in a loop, the window step by step.

    Iterate `frames`, or `turns`, in any thread; give each to `take` where the project may be
    written; then `finish`.

    Attributes:
        intake: keeps the report.
    """

    def __init__(
        self, project: Project, paths: Sequence[Path], plan: ImportPlan | None = None
    ) -> None:
        """Prepare it.

        Args:
            project: held for writing.
            paths: files and folders.
            plan: how they are imported; None as they are.

        Raises:
            Fault: those of `checked`.
        """
        plan = checked(plan or ImportPlan())
        name = batch_name(paths, plan.batch, day=project.clock().date())
        origin = ", ".join(str(path) for path in paths)
        self._project = project
        self.intake = Intake(project, name=name, origin=origin, plan=plan)
        self._reading = Reading(
            paths,
            format=plan.format_name,
            annotations=plan.annotations,
            encoding=plan.encoding,
            columns=plan.columns,
        )
        self._total: int | None = None
        self._read = 0
        self._spent = 0.0

    def frames(self, *, backup: bool = True) -> Iterator[Frame]:
        """Make a backup, then yield what the import process sends; blocks while it reads.

        Before that come the bands of documents that an older Curator imported, counted here.

        Args:
            backup: whether the project is worth one.

        Raises:
            Fault: ``project.backup``; nothing was read then.
        """
        if backup:
            backups.before(self._project, "import")
        yield from unbanded(self._project)
        yield from self._reading

    def turns(self, seconds: float = TURN) -> Iterator[Frame]:
        """Yield what `frames` does, with no more documents at once than a short turn takes in.

        For a lane on which decisions wait for the turn before them. Each frame must be taken
        before the next is asked for.

        Args:
            seconds: that a turn is to last; a single document may take longer.
        """
        most = _FIRST
        for frame in self.frames():
            if not isinstance(frame, Documents):
                yield frame
                continue
            items, read = frame.items, self._read
            while items:
                some, items = items[:most], items[most:]
                yield Documents(some, read if items else frame.bytes)
                able = int(seconds * len(some) / max(self._spent, 1e-6))
                most = max(1, min(able, 2 * most))

    def take(self, frame: Frame) -> Progress:
        """Take in what came; documents, and bands, are one transaction.

        Returns:
            How far it has come, in bytes read of all files.
        """
        match frame:
            case Plan():
                self._total = frame.bytes
            case Problem():
                self.intake.refuse(frame)
            case Bands():
                keep(self._project, frame)
            case Documents():
                begun = time.perf_counter()
                changes = self.intake.take(frame.items)
                self._spent = time.perf_counter() - begun
                self._read = frame.bytes
                return Progress(self._read, self._total, "bytes", changes)
        return Progress(self._read, self._total, "bytes")

    def cancel(self) -> None:
        """Stop reading; what went in stays in, as one act. Any thread."""
        self._reading.cancel()

    def finish(self) -> ImportReport:
        """Keep the report with the batch and return it."""
        self._reading.cancel()
        return self.intake.finish()


def checked(plan: ImportPlan) -> ImportPlan:
    """Look over how files are to be imported; return it with the encoding in Python's name.

    Raises:
        Fault: ``import.format``, ``import.annotations``, ``import.labels`` and
            ``import.no_encoding``.
    """
    wanted = plan.format_name
    if wanted is not None and wanted not in (known := readable_formats()):
        raise Fault("import.format", format=wanted, known=known)
    if plan.annotations not in ANNOTATIONS:
        raise Fault("import.annotations", given=plan.annotations, known=list(ANNOTATIONS))
    if plan.labels not in LABELS:
        raise Fault("import.labels", given=plan.labels, known=list(LABELS))
    return replace(plan, encoding=_codec(plan.encoding))


def columns_of(given: str) -> dict[str, str]:
    """Read what columns hold, as on the command line: ``text=BODY,title=HEAD,date=``.

    Raises:
        Fault: ``import.map`` where it has another form, or names what no document has.
    """
    columns: dict[str, str] = {}
    for pair in given.split(","):
        field, equals, name = (part.strip() for part in pair.partition("="))
        if not equals or field not in NAMES or field in columns:
            raise Fault("import.map", given=given, known=list(NAMES))
        columns[field] = name
    return columns


def _codec(encoding: str | None) -> str | None:
    if encoding is None:
        return None
    name = known_encoding(encoding)
    if name is None:
        raise Fault("import.no_encoding", encoding=encoding)
    return name


def import_paths(job: Import) -> Iterator[Progress]:
    """Run an import from beginning to end; `Import.intake` has the report.

    Raises:
        Fault: those of the project, and ``child.gone``.
    """
    try:
        for frame in job.frames():
            yield job.take(frame)
    finally:
        job.finish()
