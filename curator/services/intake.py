"""Intake: what the import process has read goes into the project, a chunk at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.formats.base import Incoming, Problem
from curator.services.intake_rows import Rows, Settled, Way
from curator.services.projects import BLIND_SEED, BLIND_SHARE, set_scheme
from curator.store import documents, incoming, log, schemes
from curator.store.project import Project
from curator.store.transaction import Tx


@dataclass(slots=True)
class ImportReport:
    """What became of a batch.

    Attributes:
        batch_id: of the batch; 0 when nothing went in.
        act: to undo it by; 0 when nothing went in.
        name: of the batch.
        documents: how many went in.
        annotations: how many of each layer came along.
        duplicates: documents that the project has already, skipped.
        problems: what did not go in, by file, line and reason.
        notes: what is worth knowing of what went in, such as an encoding that was guessed.
        labels: labels that were new to the scheme, by layer.
    """

    batch_id: int = 0
    act: int = 0
    name: str = ""
    documents: int = 0
    annotations: Counter[str] = field(default_factory=Counter)
    duplicates: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept with the batch."""
        return {
            "documents": self.documents,
            "annotations": dict(sorted(self.annotations.items())),
            "duplicates": [_plain(one) for one in self.duplicates],
            "problems": [_plain(one) for one in self.problems],
            "notes": [_plain(one) for one in self.notes],
            "labels": self.labels,
        }


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "facts": problem.facts,
    }


class Intake:
    """One import; every chunk is a transaction, all of them one act.

    Attributes:
        report: what has become of it so far.
    """

    def __init__(self, project: Project, *, name: str, origin: str, way: Way) -> None:
        """Prepare it; the batch is made with the first document.

        Args:
            project: held for writing.
            name: of the batch.
            origin: where it comes from.
            way: what to make of annotations and labels that come along.
        """
        self._project = project
        self._origin = origin
        self._way = way
        self.report = ImportReport(name=name)

    def take(self, chunk: Sequence[Incoming]) -> Changes:
        """Take a chunk in: one transaction.

        Returns:
            What changed; nothing when every document was a duplicate.
        """
        with self._project.write() as tx:
            new = self._new_ones(tx, chunk)
            if not new:
                return Changes()
            decisions = self._batch(tx)
            rows = Rows(tx, self._way, scheme=self._scheme(tx, new))
            ids = self._documents(tx, new, rows.scheme.layers)
            for (item, _sender_id), (number, blind) in zip(new, ids, strict=True):
                rows.add(number, item, blind=blind)
            settled = rows.write()
            self._count(settled, len(new))
            decisions += settled.decisions
            if not decisions:
                return Changes(documents=frozenset(n for n, _ in ids), queue=True)
            row = log.append(
                tx,
                "import",
                decisions,
                facts={"batch": self.report.name, "documents": len(new)},
                revision=rows.scheme.revision,
                act=self.report.act or None,
                beside=True,
            )
            self.report.act = row.act
            return Changes(
                change_set=row.id,
                act=row.act,
                code="import",
                facts={"batch": self.report.name, "documents": self.report.documents},
                documents=frozenset(n for n, _ in ids),
                queue=True,
            )

    def refuse(self, problem: Problem) -> None:
        """Keep what the import process could not read, or found worth knowing."""
        (self.report.notes if problem.note else self.report.problems).append(problem)

    def finish(self) -> ImportReport:
        """Keep the report with the batch and return it."""
        if self.report.batch_id:
            with self._project.write() as tx:
                incoming.set_report(tx, self.report.batch_id, self.report.plain())
        return self.report

    def _new_ones(self, tx: Tx, chunk: Sequence[Incoming]) -> list[tuple[Incoming, str]]:
        """Return what is to go in with the id it gets; duplicates are noted and left out."""
        given = [item.sender_id for item in chunk if item.sender_id is not None]
        known = documents.known(tx, given) if given else {}
        ids: dict[str, str] = {}
        texts: dict[str, str] = {}
        new: list[tuple[Incoming, str]] = []
        for item in chunk:
            sender_id = item.sender_id
            if sender_id is None:
                twin = texts.get(item.digest) or documents.with_digest(tx, item.digest)
                if twin is not None:
                    self._duplicate(item, "import.same_text", id=twin)
                    continue
                sender_id = _free_id(tx, item, ids)
            elif not self._is_new(item, known.get(sender_id), ids.get(sender_id)):
                continue
            ids[sender_id] = item.digest
            texts[item.digest] = sender_id
            new.append((item, sender_id))
        return new

    def _is_new(
        self, item: Incoming, known: tuple[int, str, bool] | None, digest: str | None
    ) -> bool:
        """Say whether no document has the sender's id; digest is of one in the same chunk."""
        digest = digest or (known[1] if known else None)
        if digest is None:
            return True
        if digest != item.digest:
            problem = Problem(item.file, item.line, "import.id_taken", {"id": item.sender_id})
            self.report.problems.append(problem)
        else:
            code = "import.withdrawn" if known and known[2] else "import.duplicate"
            self._duplicate(item, code, id=item.sender_id)
        return False

    def _duplicate(self, item: Incoming, code: str, **facts: Any) -> None:
        self.report.duplicates.append(Problem(item.file, item.line, code, facts))

    def _batch(self, tx: Tx) -> list[log.Decision]:
        if self.report.batch_id:
            return []
        number = incoming.new_batch(tx, name=self.report.name, origin=self._origin)
        self.report.batch_id = number
        added = log.Decision(
            Subject.BATCH, number, Verdict.ADD, How.IMPORT, after={"withdrawn": False}
        )
        return [added]

    def _scheme(self, tx: Tx, new: Sequence[tuple[Incoming, str]]) -> Any:
        """Return the scheme in force, with the labels added that are new to it."""
        scheme = schemes.current(tx)
        foreign: dict[Layer, dict[str, None]] = {}
        # A label stands in thousands of rows; the order in which they come is kept.
        given = dict.fromkeys((row[0], row[1]) for item, _ in new for row in item.annotations)
        for name, label in given:
            layer = Layer(name)
            if label is not None and scheme.layer(layer).label(label) is None:
                foreign.setdefault(layer, {})[label] = None
        if not foreign or self._way.strict_labels:
            return scheme
        for layer, names in foreign.items():
            scheme = scheme.with_labels(layer, names)
            self.report.labels.setdefault(layer.value, []).extend(names)
        set_scheme(tx, scheme)
        return schemes.current(tx)

    def _documents(
        self, tx: Tx, new: Sequence[tuple[Incoming, str]], layers: Iterable[Layer]
    ) -> list[tuple[int, bool]]:
        return incoming.insert_documents(
            tx,
            self.report.batch_id,
            [_document(item, sender_id) for item, sender_id in new],
            layers=layers,
            seed=schemes.setting(tx, BLIND_SEED),
            blind_share=float(schemes.setting(tx, BLIND_SHARE, "0")),
        )

    def _count(self, settled: Settled, documents: int) -> None:
        self.report.documents += documents
        self.report.annotations.update(settled.annotations)
        self.report.problems += settled.problems


def _document(item: Incoming, sender_id: str) -> incoming.NewDocument:
    return incoming.NewDocument(
        sender_id=sender_id,
        title=item.title,
        text=item.text,
        digest=item.digest,
        source_digest=item.source_digest,
        removed=item.removed,
        agency=item.agency or "",
        date=item.date or "",
        language=item.language or "",
        meta=item.meta,
        extra=item.extra,
    )


def _free_id(tx: Tx, item: Incoming, ids: dict[str, str]) -> str:
    """Return the name without suffix, with the folder before it when another text has it."""
    folder = PurePosixPath(item.folder or PurePosixPath(item.file).parent.name)
    names = [item.stem, str(folder / item.stem)]
    number = 2
    while names:
        name = names.pop(0)
        if name not in ids and not documents.known(tx, [name]):
            return name
        if not names:
            names.append(f"{folder / item.stem}-{number}")
            number += 1
    return item.stem
