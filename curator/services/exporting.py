"""Export: gold goes out, written beside its place and moved in whole, with a manifest."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curator import __version__
from curator.domain.annotation import Annotation, Layer, State
from curator.domain.document import DocumentView
from curator.domain.faults import Fault
from curator.domain.scheme import Scheme
from curator.formats.base import Format
from curator.formats.manifest import manifest, manifest_path, manifest_text
from curator.formats.outgoing import Fit, OutAnnotation, Outgoing, Piece, Report, total
from curator.formats.registry import Registry
from curator.formats.staged_folder import StagedFolder
from curator.formats.writing import Staged, write_whole
from curator.services import export_log
from curator.services.export_ids import export_ids
from curator.services.measuring.blind_figures import blind_figures
from curator.services.sentence_source import SentenceSource
from curator.store import documents, log, schemes
from curator.store.project import Project
from curator.store.transaction import Tx

GOLD = frozenset({State.ACCEPTED})
"""What is exported unless somebody asks for more."""

STATES = frozenset({State.SUGGESTED, State.ACCEPTED, State.REJECTED, State.UNSURE})
"""States that can be exported."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to go out.

    Attributes:
        states: of annotations; `GOLD` alone leaves out layers that are not reviewed.
        documents: ``reviewed`` (any layer closed) or ``all``.
        candidates: whether what is below the threshold comes too, in the state ``candidate``.
        how: only annotations last decided by these means; empty: all.
        fit: what to do where a format cannot hold an annotation as it is.
    """

    states: frozenset[State] = GOLD
    documents: str = "reviewed"
    candidates: bool = False
    how: frozenset[str] = frozenset()
    fit: Fit = field(default_factory=Fit)

    @property
    def gold(self) -> bool:
        """Whether it is gold and nothing else."""
        return self.states == GOLD and not self.candidates

    def plain(self) -> dict[str, Any]:
        """Return it as the manifest keeps it."""
        return {
            "states": sorted(self.states),
            "documents": self.documents,
            "candidates": self.candidates,
            "how": sorted(self.how),
            "edges": self.fit.edges,
            "nested": self.fit.nested,
        }


@dataclass(slots=True)
class ExportReport:
    """What an export came to.

    Attributes:
        path: of the file.
        documents: how many lines or documents it has.
        annotations: how many of each layer.
        report: what the format says, with what it could not hold.
    """

    path: Path
    documents: int = 0
    annotations: Counter[str] = field(default_factory=Counter)
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
        Fault: ``export.format``, ``export.folder``, ``export.disk``, and those of the project.
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
        self._scheme: Scheme = schemes.current(tx)
        self._colours = {
            layer: {label.name: label.family for label in one.labels}
            for layer, one in self._scheme.layers.items()
        }
        self._suggesters = schemes.suggesters(tx)
        self._used: set[int] = set()
        self._how: Counter[str] = Counter()
        self._reports: list[Report] = []
        self._result = ExportReport(out)

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
            for ending, text in self._kind.beside(self._scheme) if self._kind.beside else ():
                write_whole(self._out.with_name(self._out.name + ending), [text])
        return self._result

    def _pieces(self, progress: Callable[[int, int], None]) -> Iterator[Piece]:
        reviewed = list(self._scheme.layers) if self._selection.documents == "reviewed" else []
        numbers = documents.shown_ids(self._tx, reviewed=reviewed)
        assert self._kind.write is not None
        for place, number in enumerate(numbers):
            outgoing = self._outgoing(documents.view(self._tx, number))
            self._result.documents += 1
            piece = self._kind.write(outgoing, self._sentences.of(outgoing.text))
            self._reports.append(piece.report)
            yield piece
            progress(place + 1, len(numbers))

    def _outgoing(self, view: DocumentView) -> Outgoing:
        reviewed = tuple(layer for layer in Layer if self._is_reviewed(view, layer))
        layers = reviewed if self._selection.gold else tuple(self._scheme.layers)
        chosen = [
            (one, None) for one in view.annotations if one.layer in layers and self._is_chosen(one)
        ]
        chosen = self._by_means(view, chosen)
        rows: list[tuple[Annotation, str | None]] = list(chosen)
        if self._selection.candidates:
            rows += [
                (one.annotation, "candidate")
                for one in view.candidates
                if one.annotation.layer in layers
            ]
        self._used |= {one.suggester_id for one, _state in rows if one.suggester_id is not None}
        self._result.annotations.update(one.layer.value for one, _state in rows)
        annotations = self._out_annotations(rows)
        names = {one.annotation.id: one.id for one in annotations if not one.candidate}
        needs_log = self._kind.needs_log
        return Outgoing(
            id=view.sender_id,
            title=view.title,
            text=view.text,
            meta=view.meta,
            extra=documents.extra(self._tx, view.id),
            reviewed=reviewed,
            annotations=annotations,
            layers=layers,
            fit=self._selection.fit,
            colours=self._colours,
            decisions=export_log.decisions(self._tx, view, names) if needs_log else (),
        )

    def _is_reviewed(self, view: DocumentView, layer: Layer) -> bool:
        return layer in view.layers and view.layers[layer].reviewed

    def _is_chosen(self, one: Annotation) -> bool:
        """A suggestion goes out when it is shown at the layer's default threshold."""
        if one.state not in self._selection.states:
            return False
        shown_from = self._scheme.layer(one.layer).shown_from
        return one.state is not State.SUGGESTED or (
            one.confidence is None or one.confidence >= shown_from
        )

    def _by_means(
        self, view: DocumentView, chosen: list[tuple[Annotation, None]]
    ) -> list[tuple[Annotation, None]]:
        """Keep those decided by the wanted means, and count the means of what goes out."""
        means = log.last_means(self._tx, view.id)
        if self._selection.how:
            chosen = [pair for pair in chosen if means.get(pair[0].id) in self._selection.how]
        self._how.update(means[one.id] for one, _state in chosen if one.id in means)
        return chosen

    def _out_annotations(
        self, rows: list[tuple[Annotation, str | None]]
    ) -> tuple[OutAnnotation, ...]:
        ids = export_ids([one for one, _state in rows])
        names = {one.id: ids[place] for place, (one, state) in enumerate(rows) if state is None}
        return tuple(
            OutAnnotation(
                id=ids[place],
                annotation=one,
                suggester=self._suggester(one),
                links=tuple(
                    (link.role, names[link.target]) for link in one.links if link.target in names
                ),
                candidate=state is not None,
            )
            for place, (one, state) in enumerate(rows)
        )

    def _suggester(self, one: Annotation) -> str | None:
        return None if one.suggester_id is None else self._suggesters[one.suggester_id].name

    def _manifest(self, digest: str, size: int) -> dict[str, Any]:
        change_sets, head = log.head(self._tx)
        return manifest(
            file=self._out.name,
            format=self._kind.name,
            digest=digest,
            size=size,
            report=self._result.report,
            selection=self._selection.plain(),
            scheme={"name": self._scheme.name, "revision": self._scheme.revision},
            suggesters=[
                {"name": row.name, "version": row.version, "recipe": dict(row.recipe)}
                for row in self._suggesters.values()
                if row.id in self._used
            ],
            how=dict(self._how),
            blind=blind_figures(self._tx),
            head={"change_sets": change_sets, "digest": head},
            curator=__version__,
        )
