"""Import: files are read in a process of their own and go in, a chunk at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from curator.domain.changes import Progress
from curator.domain.faults import Fault
from curator.formats.base import ANNOTATIONS, Problem
from curator.formats.encoding import known_encoding
from curator.formats.fields import NAMES
from curator.formats.reading import Documents, Plan, Reading
from curator.formats.registry import Registry
from curator.services import backups
from curator.services.intake import Intake
from curator.services.intake_bands import Bands, keep, unbanded
from curator.services.intake_report import ImportReport
from curator.services.intake_rows import Way
from curator.store.project import Project
from curator.translation import gettext as _

Frame = Plan | Documents | Problem | Bands
"""What comes during an import."""

TURN = 0.02
"""Seconds that a turn of an import may last where a person's decisions wait behind it."""
_FIRST = 5
"""Documents of the first turn, before it is known how long one takes."""


def batch_name(paths: Sequence[Path]) -> str:
    """Return what a batch is called unless somebody names it: its first file or folder."""
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
        self,
        project: Project,
        paths: Sequence[Path],
        *,
        batch: str | None = None,
        format_name: str | None = None,
        annotations: str = "as-is",
        labels: str = "add",
        encoding: str | None = None,
        columns: Mapping[str, str] | None = None,
        carry: bool | None = None,
    ) -> None:
        """Prepare it.

        Args:
            project: held for writing.
            paths: files and folders.
            batch: its name; by default after the first path.
            format_name: of the format; None goes by the suffix.
            annotations: ``as-is``, ``ignore``, ``suggestions`` or ``gold``.
            labels: ``add`` those that are new to the scheme, or be ``strict`` and refuse them.
            encoding: what texts and tables are in; None finds out.
            columns: names of columns by what they hold, for tables.
            carry: whether decisions on older versions are carried over; None goes by the rule.

        Raises:
            Fault: ``import.format``, ``import.annotations`` and ``import.no_encoding``.
        """
        codec = checked(format_name, annotations, encoding)
        way = Way(annotations, strict_labels=labels == "strict", carry=carry)
        origin = ", ".join(str(path) for path in paths)
        self._project = project
        self.intake = Intake(project, name=batch or batch_name(paths), origin=origin, way=way)
        self._reading = Reading(
            paths, format=format_name, annotations=annotations, encoding=codec, columns=columns
        )
        self._total: int | None = None
        self._read = 0
        self._spent = 0.0

    def frames(self) -> Iterator[Frame]:
        """Make a backup, then yield what the import process sends; blocks while it reads.

        Before that come the bands of documents that an older Curator imported, counted here.

        Raises:
            Fault: ``project.backup``; nothing was read then.
        """
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


def checked(format_name: str | None, annotations: str, encoding: str | None) -> str | None:
    """Look over how files are to be read; return the encoding in Python's name.

    Raises:
        Fault: ``import.format``, ``import.annotations`` and ``import.no_encoding``.
    """
    if format_name is not None and format_name not in (known := readable_formats()):
        raise Fault("import.format", format=format_name, known=known)
    if annotations not in ANNOTATIONS:
        raise Fault("import.annotations", given=annotations, known=list(ANNOTATIONS))
    return _codec(encoding)


def columns_of(given: str) -> dict[str, str]:
    """Read what columns hold, as on the command line: ``text=BODY,title=HEAD``.

    Raises:
        Fault: ``import.map`` where it has another form, or names what no document has.
    """
    columns: dict[str, str] = {}
    for pair in given.split(","):
        field, equals, name = (part.strip() for part in pair.partition("="))
        if not equals or not name or field not in NAMES or field in columns:
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
