"""Reading files through the import process, as the parent sees it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from curator.domain.faults import Fault
from curator.formats.base import Incoming, Problem
from curator.pipes import Child

MODULE = "curator.formats.process"


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to read: files, and their bytes altogether."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Documents:
    """A chunk of documents, few enough for one transaction.

    Attributes:
        items: at most 25 documents, or 256 KB of them.
        bytes: read so far, of all files.
    """

    items: list[Incoming]
    bytes: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the first table among the files, for whoever looks before an import.

    Attributes:
        file: as it was named.
        fields: by the names of its columns, in order, what each is recognised to hold; empty for
            none of `curator.formats.fields.NAMES`.
    """

    file: str
    fields: dict[str, str]


Frame = Plan | Columns | Documents | Problem


class Reading:
    """One import's files, read in a process of its own.

    Iterating starts the process and may be done once; `cancel` may be called from any thread.
    A process that dies costs the file that it was in, which is reported as
    ``import.child_gone``; a new one reads the files after it.
    """

    def __init__(
        self,
        paths: Sequence[str | Path],
        *,
        format: str | None = None,  # noqa: A002 - as on the command line
        annotations: str = "as-is",
        encoding: str | None = None,
        columns: Mapping[str, str] | None = None,
        looking: bool = False,
        **limits: float,
    ) -> None:
        """Say what to read.

        Args:
            paths: files and folders.
            format: the name of a format; None goes by the suffix.
            annotations: one of `curator.formats.base.ANNOTATIONS`.
            encoding: what texts are in; None finds out.
            columns: names of columns by what they hold, for tables.
            looking: whether to tell of the columns of tables, too.
            limits: ``seconds`` for a document, ``memory`` in bytes for the process.
        """
        self._request: dict[str, Any] = {
            "paths": [str(path) for path in paths],
            "format": format,
            "annotations": annotations,
            "encoding": encoding,
            "columns": dict(columns or {}),
            "looking": looking,
            **limits,
        }
        self._child: Child | None = None
        self._cancelled = False
        self._file: tuple[int, str] | None = None
        self._whole = -1
        self._planned = False
        self._done = False

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.cancel()

    def __iter__(self) -> Iterator[Frame]:
        """Yield the plan, then documents and problems as they come.

        Raises:
            Fault: ``child.gone`` when the process dies while it is in no file.
        """
        # Files that lie in others are laid out here; this side also clears up after a kill.
        with tempfile.TemporaryDirectory(prefix="curator-", ignore_cleanup_errors=True) as scratch:
            yield from self._read(scratch)

    def _read(self, scratch: str) -> Iterator[Frame]:
        without: list[str] = []
        while not self._done and not self._cancelled:
            request = {
                **self._request,
                "from": self._whole + 1,
                "without": list(without),
                "scratch": scratch,
            }
            child = Child(MODULE)
            yield from self._hear(child, request)
            if self._done or self._cancelled:
                return
            gone = child.gone()
            if self._file is None or self._file[0] <= self._whole:
                raise gone
            without.append(self._file[1])
            facts = {"exit": gone.facts["exit"], "said": gone.facts["said"]}
            yield Problem(self._file[1], None, "import.child_gone", facts)

    @property
    def pid(self) -> int | None:
        """The id of the process that reads; None before it has begun."""
        return self._child.pid if self._child else None

    def cancel(self) -> None:
        """End the process; iterating comes to an end. May be called twice."""
        self._cancelled = True
        child = self._child
        if child is not None:
            child.kill()

    def _hear(self, child: Child, request: dict[str, Any]) -> Iterator[Frame]:
        self._child = child
        self._file = None
        try:
            for frame in self._frames(child, request):
                yield from self._typed(frame)
                if self._done:
                    return
        finally:
            child.close()

    def _frames(self, child: Child, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield frames until the process ends; `cancel` may close the pipe at any moment."""
        frames = child.frames()
        asked = False
        while not self._cancelled:
            try:
                if not asked:
                    child.send(request)
                    asked = True
                frame = next(frames, None)
            except (Fault, ValueError):
                if self._cancelled:
                    return
                raise
            if frame is None:
                return
            yield frame

    def _typed(self, frame: dict[str, Any]) -> Iterator[Frame]:
        self._whole = max(self._whole, frame.pop("whole", -1))
        match frame.pop("kind"):
            case "plan":
                if not self._planned:
                    self._planned = True
                    yield Plan(**frame)
            case "columns":
                yield Columns(**frame)
            case "file":
                self._file = (frame["index"], frame["name"])
            case "documents":
                if frame["items"]:
                    yield Documents(list(map(Incoming.from_plain, frame["items"])), frame["bytes"])
            case "problem":
                yield Problem(**frame)
            case "done":
                self._done = True
