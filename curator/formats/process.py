"""The import process: reads files and sends documents; it never touches a database."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from curator.domain.stories import bands
from curator.formats import limits
from curator.formats.base import Enclosed, Incoming, Item, Problem, ReadOptions, Source
from curator.formats.enclosing import NOTHING_AROUND, Around, laid_out, scratch
from curator.formats.registry import Registry
from curator.pipes import own_pipes, read_frames, write_frame

MOST_DOCUMENTS = 25
MOST_TEXT = 256 * 1024
"""How much one frame holds: documents, and bytes of their sources."""
_MOST_PROBLEMS = 100

Send = Callable[[dict[str, Any]], None]


class Chunks:
    """Collects documents and problems, and sends them in frames.

    A file whose documents have begun to be sent is sent to its end before the next one begins,
    so that the other side always knows which files it has whole.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._documents: list[Any] = []
        self._problems: list[Problem] = []
        self._size = 0
        self._begun = False
        self._whole = -1
        self._bytes = 0
        self._most = 0

    def begin(self, index: int, source: Source) -> None:
        """Say which file comes next."""
        self._begun = False
        self._most = self._bytes + source.size
        self._send({"kind": "file", "index": index, "name": source.name})

    def add(self, item: Item) -> None:
        """Take an item of the file that has begun."""
        if isinstance(item, Problem):
            self._problems.append(item)
            if len(self._problems) >= _MOST_PROBLEMS:
                self.flush()
            return
        if self._documents and self._size + item.source_bytes > MOST_TEXT:
            self.flush()
        self._documents.append(item.plain())
        self._size += item.source_bytes
        # What is packed is larger than its file, which is what progress counts.
        self._bytes = min(self._bytes + item.source_bytes, self._most)
        if len(self._documents) >= MOST_DOCUMENTS or self._size >= MOST_TEXT:
            self.flush()

    def end(self, index: int, read: int) -> None:
        """Say that a file has come to its end.

        Args:
            index: of the file.
            read: bytes of all files up to this one.
        """
        self._whole = index
        self._bytes = read
        if self._begun:
            self.flush()

    def flush(self) -> None:
        """Send what there is: documents first, then what was wrong."""
        self._begun = True
        if self._documents or not self._problems:
            self._send(
                {
                    "kind": "documents",
                    "items": self._documents,
                    "bytes": self._bytes,
                    "whole": self._whole,
                }
            )
        for problem in self._problems:
            self._send({"kind": "problem", **asdict(problem), "whole": self._whole})
        self._documents, self._problems, self._size = [], [], 0


def serve(request: dict[str, Any], send: Send, registry: Registry) -> None:
    """Answer one request with frames.

    Args:
        request: ``paths``, ``format``, ``annotations``, ``encoding``, ``columns``; perhaps
            ``from``, the index of the first file to read, ``without``, names of files to
            leave out, ``scratch``, a folder for files that lie in others, ``seconds``, and
            ``looking``, whether to tell of the columns of tables.
        send: takes a frame.
        registry: the formats.
    """
    found = list(registry.files(request["paths"], format=request.get("format")))
    sources = [one for one in found if isinstance(one, Source)]
    send({"kind": "plan", "files": len(sources), "bytes": sum(one.size for one in sources)})
    first = request.get("from", 0)
    if not first and not request.get("without"):
        for problem in (*_broken(registry), *(one for one in found if isinstance(one, Problem))):
            send({"kind": "problem", **asdict(problem), "whole": -1})
    patience = limits.Patience(request.get("seconds", limits.SECONDS))
    chunks = Chunks(send)
    without = set(request.get("without", ()))
    read = 0
    with scratch(request.get("scratch")) as folder:
        files = _Files(registry, patience, folder)
        if request.get("looking") and not first and not without:
            for told in files.columns(_options(source, request) for source in sources):
                send({"kind": "columns", **told})
        for index, source in enumerate(sources):
            read += source.size
            if index < first or source.name in without:
                continue
            chunks.begin(index, source)
            for item in files.read(_options(source, request)):
                chunks.add(item)
            chunks.end(index, read)
    chunks.flush()
    send({"kind": "done"})


def _broken(registry: Registry) -> Iterator[Problem]:
    """Tell of formats that are installed and cannot be loaded: their files are of no known type."""
    for fault in registry.broken:
        facts = {"reason": fault.facts["reason"]}
        yield Problem(fault.facts["name"], None, "import.plugin_broken", facts, note=True)


def _options(source: Source, request: dict[str, Any]) -> ReadOptions:
    return ReadOptions(
        source,
        request.get("annotations", "as-is"),
        request.get("encoding"),
        request.get("columns") or {},
    )


class _Files:
    """Reads files, and the files that lie in them; whatever a format does, the next one is read."""

    def __init__(self, registry: Registry, patience: limits.Patience, folder: Path) -> None:
        self._registry = registry
        self._patience = patience
        self._folder = folder

    def columns(self, options: Iterable[ReadOptions]) -> Iterator[dict[str, Any]]:
        """Yield the columns of the first table; what is wrong with one is told when it is read."""
        for one in options:
            columns = self._registry.formats[one.source.format].columns
            found: dict[str, str] = {}
            with contextlib.suppress(Exception), self._patience:  # a stranger's may raise anything
                found = columns(one.source.path, one) if columns is not None else {}
            if found:
                yield {"file": one.source.name, "fields": found}
                return

    def read(self, options: ReadOptions, around: Around = NOTHING_AROUND) -> Iterator[Item]:
        """Yield what a file gives, and what keeps the rest of it out."""
        source = options.source
        read = self._registry.formats[source.format].read
        assert read is not None
        try:
            items = read(source.path, options)
            while True:
                with self._patience:
                    item = next(items, None)
                if item is None:
                    return
                if isinstance(item, Enclosed):
                    yield from self._enclosed(item, options, around.within(source.format))
                else:
                    yield item if isinstance(item, Problem) else _wanted(item, options)
        except limits.TimeIsUp:
            yield options.problem(None, "import.time_limit")
        except MemoryError:
            yield options.problem(None, "import.memory_limit")
        except Exception as error:  # noqa: BLE001 - a stranger's format may raise anything
            yield options.problem(None, "import.format_failed", reason=repr(error))

    def _enclosed(self, item: Enclosed, options: ReadOptions, around: Around) -> Iterator[Item]:
        with laid_out(
            item, options, registry=self._registry, around=around, folder=self._folder
        ) as found:
            if isinstance(found, Problem):
                yield found
            else:
                yield from self.read(found, around)


def _wanted(item: Incoming, options: ReadOptions) -> Incoming:
    """Drop what a stranger's format gives although it is to be ignored; count the bands."""
    if options.annotations == "ignore":
        item.annotations.clear()
        item.layers.clear()
    item.bands[:] = bands(item.text)
    return item


def main() -> None:
    """Read one request and answer it; end at once when the pipe closes."""
    incoming, outgoing = own_pipes()
    # A chunk is thousands of lists without a cycle; looking for one takes a tenth of the time.
    gc.set_threshold(100_000, 50, 100)
    request = next(read_frames(incoming), None)
    if request is None:
        return
    limits.end_with(incoming.fileno())
    limits.limit_memory(request.get("memory", limits.MEMORY))
    with contextlib.suppress(BrokenPipeError):
        serve(request, lambda frame: write_frame(outgoing, frame), Registry.installed())


if __name__ == "__main__":
    main()
