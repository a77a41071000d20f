"""Export: gold goes out, written beside its place and moved in whole, with a manifest."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator import __version__
from curator.domain.faults import Fault
from curator.domain.gold import Selection
from curator.formats.base import Format
from curator.formats.manifest import manifest, manifest_path, manifest_text
from curator.formats.outgoing import Piece, Report, total
from curator.formats.registry import Registry
from curator.formats.staged_folder import StagedFolder
from curator.formats.writing import Staged, write_whole
from curator.services.measuring.blind_figures import blind_figures
from curator.services.picking import Picker
from curator.services.sentence_source import SentenceSource
from curator.store import gold
from curator.store.project import Project
from curator.store.transaction import Tx


@dataclass(slots=True)
class ExportReport:
    """What an export came to.

    Attributes:
        path: of the file.
        annotations: how many of each layer.
        documents: how many lines or documents it has.
        report: what the format says, with what it could not hold.
    """

    path: Path
    annotations: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    report: Report = field(default_factory=Report)


def writable_formats() -> list[Format]:
    """Return the formats that can be exported, ours first, then by what people call them."""
    found = [one for one in Registry.installed().formats.values() if one.write]
    return sorted(found, key=lambda one: (one.name != "jsonl", (one.title or one.name).lower()))


def export(
    project: Project,
    out: Path,
    *,
    format_name: str,
    selection: Selection | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ExportReport:
    """Write the selected documents to a file and its manifest beside it.

    Args:
        project: open, for reading at least.
        out: where the file goes; replaced when it is there. A format that is a folder of files
            needs a place where there is nothing yet.
        format_name: of one of `writable_formats`.
        selection: what goes out; gold of reviewed documents by default.
        progress: told how many documents are done, and of how many.

    Raises:
        Fault: ``export.format``, ``export.folder``, ``export.disk``, what `Picker` raises, and
            those of the project.
    """
    found = Registry.installed().by_name(format_name)
    if found is None or found.write is None:
        raise Fault(
            "export.format", format=format_name, known=[one.name for one in writable_formats()]
        )
    wanted = selection or Selection()
    with project.read() as tx, SentenceSource(needed=found.needs_tokens) as sentences:
        job = _Export(tx, out, found, wanted, sentences)
        return job.run(progress)


class _Export:
    """One export under way."""

    def __init__(
        self, tx: Tx, out: Path, kind: Format, selection: Selection, sentences: SentenceSource
    ) -> None:
        self._tx = tx
        self._out = out
        self._kind = kind
        self._selection = selection
        self._sentences = sentences
        self._picker = Picker(tx, selection)
        self._reports: list[Report] = []
        self._result = ExportReport(out, self._picker.counted.layers)

    def run(self, progress: Callable[[int, int], None]) -> ExportReport:
        """Write the file, then its manifest."""
        staged: Staged | StagedFolder
        with StagedFolder(self._out) if self._kind.folder else Staged(self._out) as staged:
            with contextlib.closing(self._kind.packed(self._pieces(progress))) as packed:
                for name, data in packed:
                    staged.put(name, data)
            written = staged.seal()
            self._result.report = total(self._reports)
            text = manifest_text(self._manifest(written.digest, written.size))
            write_whole(manifest_path(self._out), [text])
            scheme = self._picker.scheme
            for ending, text in self._kind.beside(scheme) if self._kind.beside else ():
                write_whole(self._out.with_name(self._out.name + ending), [text])
        return self._result

    def _pieces(self, progress: Callable[[int, int], None]) -> Iterator[Piece]:
        numbers = self._picker.numbers()
        assert self._kind.write is not None
        for place, number in enumerate(numbers):
            outgoing = self._picker.outgoing(number, needs_log=self._kind.needs_log)
            self._result.documents += 1
            piece = self._kind.write(outgoing, self._sentences.of(outgoing.text))
            self._reports.append(piece.report)
            yield piece
            progress(place + 1, len(numbers))

    def _manifest(self, digest: str, size: int) -> dict[str, Any]:
        picker, until = self._picker, self._picker.until
        change_sets, head = gold.head(self._tx, until)
        return manifest(
            file=self._out.name,
            format=self._kind.name,
            digest=digest,
            size=size,
            report=self._result.report,
            selection=self._selection.plain(),
            scheme={"name": picker.scheme.name, "revision": gold.revision(self._tx, until)},
            suggesters=[
                {"name": row.name, "version": row.version, "recipe": dict(row.recipe)}
                for row in picker.suggesters.values()
                if row.id in picker.used
            ],
            how=dict(picker.counted.how),
            blind=blind_figures(self._tx) if until is None else {},
            head={"change_sets": change_sets, "digest": head},
            curator=__version__,
        )
