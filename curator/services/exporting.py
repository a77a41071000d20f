"""Export: gold goes out, written beside its place and moved in whole, with a manifest."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator import __version__
from curator.domain.export_plan import ExportPlan
from curator.domain.faults import Fault
from curator.domain.gold import Selection
from curator.domain.splits import Split
from curator.formats.base import Format
from curator.formats.manifest import manifest, manifest_path, manifest_text
from curator.formats.outgoing import Adding, Piece, Report, total
from curator.formats.read_back import Expected, ReadBack
from curator.formats.registry import Registry
from curator.formats.staged_folder import StagedFolder
from curator.formats.writing import Staged
from curator.services.export_parts import Part, parts_of
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
        paths: of its files; one where it is not split.
        read_back: what was read again and is equal; None where the format is not read.
    """

    path: Path
    annotations: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    report: Report = field(default_factory=Report)
    paths: tuple[Path, ...] = ()
    read_back: ReadBack | None = None


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
    split: Split | None = None,
    renamed: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ExportReport:
    """Write the selected documents to a file and its manifest beside it.

    What was written is read again, where its format can be read, and compared with what was to be
    written; only then it takes its place.

    Args:
        project: open, for reading at least.
        out: where the file goes; replaced when it is there. A format that is a folder of files
            needs a place where there is nothing yet.
        format_name: of one of `writable_formats`.
        selection: what goes out; gold of reviewed documents by default.
        split: into which parts it is split, each a file of its own; None for one.
        renamed: what labels are called outside, as `ExportPlan` has it.
        progress: told how many documents are done, and of how many.

    Raises:
        Fault: ``export.format``, ``export.folder``, ``export.disk``, ``export.read_back``, what
            `Picker` raises, and those of the project.
    """
    found = Registry.installed().by_name(format_name)
    if found is None or found.write is None:
        raise Fault(
            "export.format", format=format_name, known=[one.name for one in writable_formats()]
        )
    plan = ExportPlan(format_name, selection or Selection(), split, renamed or {})
    with project.read() as tx, SentenceSource(needed=found.needs_tokens) as sentences:
        job = _Export(tx, out, found, plan, sentences)
        return job.run(progress)


class _Export:
    """One export under way."""

    def __init__(
        self, tx: Tx, out: Path, kind: Format, plan: ExportPlan, sentences: SentenceSource
    ) -> None:
        self._tx = tx
        self._out = out
        self._kind = kind
        self._plan = plan
        self._sentences = sentences
        self._picker = Picker(tx, plan.selection, plan.renamed)
        self._done = self._all = 0

    def run(self, progress: Callable[[int, int], None]) -> ExportReport:
        """Write and read back all parts, then put them in place, the manifest with them."""
        numbers = self._picker.numbers()
        self._all = len(numbers)
        stories = gold.stories(self._tx) if self._plan.split else {}
        parts = parts_of(self._out, self._kind, numbers, self._plan.split, stories)
        # The manifest takes its place when all that it tells of has.
        with contextlib.ExitStack() as last, contextlib.ExitStack() as stack:
            for part in parts:
                self._write(part, stack, progress)
            beside = dict(self._beside(stack))
            report = total(part.report for part in parts)
            manifest_file = last.enter_context(Staged(manifest_path(self._out)))
            manifest_file.write(manifest_text(self._manifest(parts, report, beside)))
        return _report(self._out, parts, report)

    def _write(
        self, part: Part, stack: contextlib.ExitStack, progress: Callable[[int, int], None]
    ) -> None:
        staged: Staged | StagedFolder
        staged = StagedFolder(part.path) if self._kind.folder else Staged(part.path)
        stack.enter_context(staged)
        with Expected(part.path.parent) as expected:
            pieces = self._pieces(part, expected, progress)
            with contextlib.closing(self._kind.packed(pieces)) as packed:
                for name, data in packed:
                    staged.put(name, data)
            part.written = staged.seal()
            if self._kind.read is not None:
                part.read_back = expected.compare(
                    staged.lies_at,
                    self._kind.name,
                    told=lambda: progress(self._done, self._all),
                )

    def _pieces(
        self, part: Part, expected: Expected, progress: Callable[[int, int], None]
    ) -> Iterator[Piece]:
        assert self._kind.write is not None
        adding = Adding()
        for number in part.numbers:
            outgoing = self._picker.outgoing(
                number, counted=part.counted, needs_log=self._kind.needs_log
            )
            piece = self._kind.write(outgoing, self._sentences.of(outgoing.text))
            adding.add(piece.report)
            expected.add(outgoing, piece.report)
            yield piece
            self._done += 1
            progress(self._done, self._all)
        adding.add(Report({}, tuple(part.counted.lost)))
        part.report = adding.total

    def _beside(self, stack: contextlib.ExitStack) -> Iterator[tuple[str, str]]:
        """Write what is put beside an export; yield the names of the files and their digests."""
        for ending, text in self._kind.beside(self._picker.scheme) if self._kind.beside else ():
            staged = stack.enter_context(Staged(self._out.with_name(self._out.name + ending)))
            staged.write(text)
            yield self._out.name + ending, staged.seal().digest

    def _manifest(
        self, parts: list[Part], report: Report, beside: dict[str, str]
    ) -> dict[str, Any]:
        picker, until, split = self._picker, self._picker.until, self._plan.split
        change_sets, head = gold.head(self._tx, until)
        used, suggesters = picker.used, picker.suggesters.values()
        return manifest(
            files=[part.plain(self._kind) for part in parts],
            split=None if split is None else split.plain(),
            parts={part.name: part.counts() for part in parts},
            beside=beside,
            report=report,
            selection=self._chosen(),
            scheme={"name": picker.scheme.name, "revision": gold.revision(self._tx, until)},
            suggesters=[
                {"name": row.name, "version": row.version, "recipe": dict(row.recipe)}
                for row in suggesters
                if row.id in used
            ],
            how=sum((part.counted.how for part in parts), Counter()),
            blind=blind_figures(self._tx) if until is None else {},
            head={"change_sets": change_sets, "digest": head},
            curator=__version__,
        )

    def _chosen(self) -> dict[str, Any]:
        renamed = dict(self._plan.renamed)
        return self._plan.selection.plain() | ({"renamed": renamed} if renamed else {})


def _report(out: Path, parts: list[Part], report: Report) -> ExportReport:
    back = [part.read_back for part in parts]
    found = [one for one in back if one is not None]
    return ExportReport(
        out,
        sum((part.counted.layers for part in parts), Counter()),
        sum(len(part.numbers) for part in parts),
        report,
        paths=tuple(part.path for part in parts),
        read_back=ReadBack(*map(sum, zip(*found, strict=True))) if found else None,
    )
