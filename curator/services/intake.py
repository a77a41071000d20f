"""Intake: what the import process has read goes into the project, a chunk at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.import_plan import ImportPlan
from curator.formats.base import Incoming, Problem
from curator.services.carrying import ACT as CARRY
from curator.services.carrying import rule
from curator.services.intake_labels import relabelled
from curator.services.intake_new import New, Sifting
from curator.services.intake_report import ImportReport
from curator.services.intake_rows import Rows, Settled
from curator.services.intake_versions import carry_all, put_in_stories
from curator.services.projects import BLIND_SEED, BLIND_SHARE, set_scheme
from curator.store import incoming, log, schemes
from curator.store.project import Project
from curator.store.transaction import Tx


class Intake:
    """One import; every chunk is a transaction, all of them one act.

    Attributes:
        report: what has become of it so far.
    """

    def __init__(self, project: Project, *, name: str, origin: str, plan: ImportPlan) -> None:
        """Prepare it; the batch is made with the first document.

        Args:
            project: held for writing.
            name: of the batch.
            origin: where it comes from.
            plan: what to make of what comes along.
        """
        self._project = project
        self._origin = origin
        self._plan = plan
        self.report = ImportReport(name=name)

    def take(self, chunk: Sequence[Incoming]) -> Changes:
        """Take a chunk in: one transaction.

        Returns:
            What changed; nothing when every document was a duplicate.
        """
        with self._project.write() as tx:
            new = Sifting(tx, self.report).new_ones(chunk)
            if not new:
                return Changes()
            new = relabelled(new, self._plan, self.report)
            decisions = self._batch(tx)
            rows = Rows(tx, self._plan, scheme=self._scheme(tx, new))
            ids = self._documents(tx, new, rows.scheme.layers)
            for one, (number, blind) in zip(new, ids, strict=True):
                rows.add(number, one.item, blind=blind)
            settled = rows.write()
            self._count(settled, len(new))
            changes = self._logged(tx, decisions + settled.decisions, rows, [n for n, _ in ids])
            return self._versions(tx, new, ids, changes, revision=rows.scheme.revision)

    def _logged(
        self, tx: Tx, decisions: Sequence[log.Decision], rows: Rows, ids: Sequence[int]
    ) -> Changes:
        if not decisions:
            return Changes(documents=frozenset(ids), queue=True)
        row = log.append(
            tx,
            "import",
            decisions,
            facts={"batch": self.report.name, "documents": len(ids)},
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
            documents=frozenset(ids),
            queue=True,
        )

    def _versions(
        self,
        tx: Tx,
        new: Sequence[New],
        ids: Sequence[tuple[int, bool]],
        changes: Changes,
        *,
        revision: int,
    ) -> Changes:
        """Put the new documents into their stories, and carry decisions over to them."""
        told = put_in_stories(tx, new, [number for number, _ in ids], self.report)
        carries = rule(tx) if self._plan.carry is None else self._plan.carry
        found, into = carry_all(tx, told if carries else [])
        if not found.decisions:
            return changes
        row = log.append(
            tx,
            CARRY,
            found.decisions,
            facts={"batch": self.report.name, "n": len(found.decisions), "documents": len(into)},
            revision=revision,
            act=self.report.carry_act or None,
        )
        self.report.carry_act = row.act
        self.report.carried += len(found.decisions)
        return replace(changes, change_set=row.id)

    def refuse(self, problem: Problem) -> None:
        """Keep what the import process could not read, or found worth knowing."""
        (self.report.notes if problem.note else self.report.problems).append(problem)

    def finish(self) -> ImportReport:
        """Keep the report with the batch and return it."""
        if self.report.batch_id:
            with self._project.write() as tx:
                incoming.set_report(tx, self.report.batch_id, self.report.plain())
        return self.report

    def _batch(self, tx: Tx) -> list[log.Decision]:
        if self.report.batch_id:
            return []
        number = incoming.new_batch(tx, name=self.report.name, origin=self._origin)
        self.report.batch_id = number
        added = log.Decision(
            Subject.BATCH, number, Verdict.ADD, How.IMPORT, after={"withdrawn": False}
        )
        return [added]

    def _scheme(self, tx: Tx, new: Sequence[New]) -> Any:
        """Return the scheme in force, with the labels added that are new to it."""
        scheme = schemes.current(tx)
        foreign: dict[Layer, dict[str, None]] = {}
        # A label stands in thousands of rows; the order in which they come is kept.
        given = dict.fromkeys((row[0], row[1]) for one in new for row in one.item.annotations)
        for name, label in given:
            layer = Layer(name)
            if label is not None and scheme.layer(layer).label(label) is None:
                foreign.setdefault(layer, {})[label] = None
        if not foreign or self._plan.labels == "strict":
            return scheme
        for layer, names in foreign.items():
            scheme = scheme.with_labels(layer, names)
            self.report.labels.setdefault(layer.value, []).extend(names)
        set_scheme(tx, scheme)
        return schemes.current(tx)

    def _documents(
        self, tx: Tx, new: Sequence[New], layers: Iterable[Layer]
    ) -> list[tuple[int, bool]]:
        return incoming.insert_documents(
            tx,
            self.report.batch_id,
            [_document(one.item, one.sender_id) for one in new],
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
