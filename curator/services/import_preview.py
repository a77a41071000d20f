"""What an import would bring, before anything is: its first documents, and what is skipped."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.import_plan import ImportPlan
from curator.domain.label_proposals import propose
from curator.formats.base import Incoming, Problem
from curator.formats.reading import Columns, Documents, Plan, Reading
from curator.services import wording
from curator.services.imports import About, Told
from curator.store import documents, schemes
from curator.store.project import Project

MOST = 50
"""Documents that are shown."""
SECONDS = 8.0
"""So long files are read for a preview."""
_BEGINNING = 160
_ORDER = (Layer.ENTITY, Layer.CLAIM)

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


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label of the files, and where it goes.

    Attributes:
        layer: of its annotations.
        label: as the files have it.
        count: how many annotations have it, in what was looked at.
        to: what it is called here, as the plan says or else as is proposed; empty where it is left
            out.
        why: one of the reasons of `curator.domain.label_proposals`; ``plan`` where that says so.
    """

    layer: Layer
    label: str
    count: int
    to: str
    why: str


@dataclass(slots=True)
class Preview:
    """What an import would bring.

    Attributes:
        files: how many there are to read.
        size: their bytes altogether.
        documents: how many were looked at.
        new: how many of those the project does not have.
        coming: the first of them, `MOST` at most.
        labels: those of new documents, by layer, the commonest first.
        offered: labels that the scheme offers, by layer.
        columns: of the first table; None where there is none.
        told: what would be skipped, and what is worth knowing.
        more: whether there is more than was looked at.
    """

    files: int = 0
    size: int = 0
    documents: int = 0
    new: int = 0
    coming: list[Coming] = field(default_factory=list)
    labels: list[FoundLabel] = field(default_factory=list)
    offered: dict[Layer, tuple[str, ...]] = field(default_factory=dict)
    columns: Columns | None = None
    told: list[Told] = field(default_factory=list)
    more: bool = False


class Look:
    """Adds up what an import would bring from what its process sends."""

    def __init__(self, project: Project, plan: ImportPlan) -> None:
        """Begin with nothing seen.

        Args:
            project: which has some of the documents already, perhaps.
            plan: as they would be imported.
        """
        self._project, self._plan = project, plan
        self._found = Preview()
        self._seen: set[tuple[str | None, str]] = set()
        self._labels: Counter[tuple[str, str]] = Counter()
        with project.read() as tx:
            self._scheme = schemes.current(tx)

    def see(self, frame: object) -> None:
        """Take in what came; a document before it is in the project."""
        found = self._found
        match frame:
            case Plan():
                found.files, found.size = frame.files, frame.bytes
            case Columns():
                found.columns = frame
            case Problem():
                about = About.NOTE if frame.note else About.PROBLEM
                found.told.append(Told(about, frame.file, wording.problem(frame)))
            case Documents():
                self._documents(frame.items)

    def found(self, *, more: bool) -> Preview:
        """Return what was found so far.

        Args:
            more: whether there is more to read.
        """
        found = self._found
        labels = [self._label(*pair, n) for pair, n in self._labels.items()]
        return replace(
            found,
            coming=list(found.coming),
            told=list(found.told),
            labels=sorted(labels, key=lambda one: (_ORDER.index(one.layer), -one.count)),
            offered={
                layer: tuple(label.name for label in part.offered)
                for layer, part in self._scheme.layers.items()
            },
            more=more,
        )

    @property
    def full(self) -> bool:
        """Whether there are as many documents as are shown."""
        return len(self._found.coming) >= MOST

    def _documents(self, items: Sequence[Incoming]) -> None:
        given = [one.sender_id for one in items if one.sender_id is not None]
        with self._project.read() as tx:
            ids = documents.known(tx, given) if given else {}
            for one in items:
                same = (one.sender_id, one.digest)
                if one.sender_id is not None:
                    there = ids[one.sender_id][1] == one.digest if one.sender_id in ids else False
                else:
                    there = documents.with_digest(tx, one.digest) is not None
                known = there or same in self._seen
                self._seen.add(same)
                self._document(one, known=known)

    def _document(self, one: Incoming, *, known: bool) -> None:
        found = self._found
        found.documents += 1
        if not known:
            found.new += 1
            self._labels.update((row[0], row[1]) for row in one.annotations if row[1] is not None)
        if not self.full:
            found.coming.append(_coming(one, known=known))

    def _label(self, layer_name: str, label: str, count: int) -> FoundLabel:
        layer, said = Layer(layer_name), self._plan.label_map
        if label in said or f"{layer}:{label}" in said:
            return FoundLabel(layer, label, count, self._plan.name_of(layer, label), "plan")
        return FoundLabel(layer, label, count, *propose(layer, self._scheme.layer(layer), label))


class Previewing:
    """Looks into files in the import process; `cancel` may be called from any thread."""

    def __init__(self, paths: Sequence[Path], plan: ImportPlan) -> None:
        """Say what to look into, and how it would be read."""
        self._plan = plan
        self._reading = Reading(
            paths,
            format=plan.format_name,
            annotations=plan.annotations,
            encoding=plan.encoding,
            columns=plan.columns,
            looking=True,
        )

    def cancel(self) -> None:
        """Stop looking; what was seen is returned."""
        self._reading.cancel()

    def run(self, project: Project, *, begun: Callable[[Preview], None] | None = None) -> Preview:
        """Look until everything is read, or time is up; nothing is written.

        Args:
            project: which has some of the documents already, perhaps.
            begun: gets what is found as soon as there are as many documents as are shown; called
                in this thread.

        Raises:
            Fault: ``child.gone``.
        """
        look, until, more = Look(project, self._plan), time.monotonic() + SECONDS, False
        for frame in self._reading:
            look.see(frame)
            if begun is not None and look.full:
                begun(look.found(more=True))
                begun = None
            if time.monotonic() > until:
                more = True
                break
        self._reading.cancel()
        return look.found(more=more)


def _coming(one: Incoming, *, known: bool) -> Coming:
    return Coming(
        title=one.title,
        date=one.date or "",
        agency=one.agency or "",
        language=one.language or "",
        beginning=" ".join(one.text[: 2 * _BEGINNING].split())[:_BEGINNING],
        annotations=len(one.annotations),
        known=known,
    )
