"""Suggest: hand documents to the suggest process and keep what it proposes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.changes import Changes, Progress
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.document import Candidate
from curator.domain.faults import Fault
from curator.domain.matching import Found, Plan, plan, renewed
from curator.domain.snapshot import snapshot
from curator.store import annotations as stored
from curator.store import candidates, documents, log, queue, schemes
from curator.store.project import Project
from curator.store.transaction import Tx
from curator.suggest.base import Proposal
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer, Done, Failed, Item, Proposed, RequestId

_CHUNK = 25
"""Documents of one transaction at most."""


@dataclass(slots=True)
class SuggestReport:
    """What a run came to.

    Attributes:
        documents: how many were answered.
        failed: documents that a suggester failed on, with the fault.
        suggestions: how many there are now of each layer in these documents.
        candidates: the same for candidates.
        suggesters: who proposed, ``name version``.
    """

    documents: int = 0
    failed: list[tuple[int, Fault]] = field(default_factory=list)
    suggestions: dict[str, int] = field(default_factory=dict)
    candidates: dict[str, int] = field(default_factory=dict)
    suggesters: list[str] = field(default_factory=list)


def layers_of(project: Project, wanted: Sequence[Layer] = tuple(Layer)) -> tuple[Layer, ...]:
    """Return which of the wanted layers the project's scheme has."""
    with project.read() as tx:
        scheme = schemes.current(tx)
    return tuple(layer for layer in wanted if layer in scheme.layers)


def waiting(project: Project, layers: Sequence[Layer], *, again: bool = False) -> list[int]:
    """Return documents to suggest for: open, and not seen yet unless `again`."""
    with project.read() as tx:
        return queue.waiting(tx, layers, again=again)


def items(project: Project, document_ids: Sequence[int]) -> Iterator[Item]:
    """Yield what the suggest process is asked, a document at a time."""
    for document_id in document_ids:
        with project.read() as tx:
            view = documents.view(tx, document_id)
        yield Item(id=document_id, text=view.text, digest=view.digest, head=view.meta)


def suggest(
    project: Project,
    process: SuggestProcess,
    report: SuggestReport,
    *,
    layers: Sequence[Layer],
    again: bool = False,
) -> Iterator[Progress]:
    """Suggest for every document that waits; what is done stays done when it is cut off.

    Args:
        project: held for writing.
        process: started for the same layers.
        report: filled in as answers come.
        layers: those of the scheme to suggest in.
        again: whether documents that were seen before are asked again.

    Yields:
        After each transaction, how far it has come.

    Raises:
        Fault: ``suggest.no_model``, ``child.gone``, and those of the project.
    """
    numbers = waiting(project, layers, again=again)
    with project.read() as tx:
        scheme = schemes.current(tx)
    ready = process.wait_ready()
    report.suggesters = [f"{one.name} {one.version}" for one in ready.suggesters]
    held: list[Answer] = []
    yield Progress(0, len(numbers), "documents")
    for answer in process.ask(items(project, numbers), scheme=scheme, layers=layers):
        held.append(answer)
        if sum(isinstance(one, Done) for one in held) >= _CHUNK:
            yield _keep(project, held, report, len(numbers))
            held = []
    if held:
        yield _keep(project, held, report, len(numbers))


def _keep(
    project: Project, answers: Sequence[Answer], report: SuggestReport, total: int
) -> Progress:
    changes = keep(project, answers, report=report)
    report.documents += sum(isinstance(one, Done) for one in answers)
    report.failed += [
        (document_of(one.id), one.fault) for one in answers if isinstance(one, Failed)
    ]
    return Progress(report.documents, total, "documents", changes)


def document_of(request: RequestId) -> int:
    """Return the document that a request is about: its number, whatever stands before a colon."""
    return int(str(request).rpartition(":")[2])


def keep(
    project: Project, answers: Sequence[Answer], *, report: SuggestReport | None = None
) -> Changes:
    """Keep what was proposed, in one transaction, and count in a report what there is now.

    Stale answers, for another text or for a layer closed meanwhile, are dropped.
    """
    decisions: list[log.Decision] = []
    changed: dict[int, Annotation] = {}
    vanished: list[int] = []
    touched: set[int] = set()
    with project.write() as tx:
        for answer in answers:
            if not isinstance(answer, Proposed):
                continue
            document_id = document_of(answer.id)
            text, digest = documents.text(tx, document_id)
            state = documents.layers(tx, document_id).get(answer.layer)
            if digest != answer.digest or state is None or state.reviewed:
                continue
            touched.add(document_id)
            step = _Step(tx, document_id, text, digest, answer, blind=state.blind)
            decisions += step.decisions
            if report is not None:
                step.count(report)
            changed |= {one.id: one for one in step.changed}
            vanished += step.vanished
        if decisions:
            facts, revision = {"documents": len(touched)}, schemes.revision(tx)
            log.append(tx, "suggest", decisions, facts=facts, revision=revision, beside=True)
        number = tx.logged[-1].id if tx.logged else 0
        layers = tuple(s for n in sorted(touched) for s in documents.layers(tx, n).values())
    return Changes(
        change_set=number,
        code="suggest",
        documents=frozenset(touched),
        annotations=tuple(changed.values()),
        vanished=tuple(vanished),
        layers=layers,
    )


class _Step:
    """One suggester's answer for one document, carried out."""

    def __init__(
        self, tx: Tx, document_id: int, text: str, digest: str, answer: Proposed, *, blind: bool
    ) -> None:
        self.decisions: list[log.Decision] = []
        self.changed: list[Annotation] = []
        self.vanished: list[int] = []
        self._shown = self._held = 0
        self._tx = tx
        self._text = text
        self._digest = digest
        self._document_id = document_id
        self._layer = answer.layer
        info = answer.suggester
        self._suggester = schemes.suggester(
            tx, name=info.name, version=info.version, layer=info.layer, recipe=info.recipe
        ).id
        self._named = frozenset(log.named(tx, document_id) | stored.bound(tx, document_id))
        own = frozenset(one.id for one in schemes.suggesters(tx).values() if one.name == info.name)
        existing = [
            one
            for one in stored.of_document(tx, document_id, gone=True)
            if one.layer is answer.layer
        ]
        self._carry_out(
            plan(
                text,
                answer.layer,
                existing,
                [_found(one) for one in answer.proposals],
                named=self._named,
                own=own,
                blind=blind,
            ),
            own,
        )
        documents.set_suggested(tx, document_id, answer.layer, self._suggester)

    def count(self, report: SuggestReport) -> None:
        """Add what there is now to a report; what yielded to a decision is not counted."""
        name = self._layer.value
        for counts, n in ((report.suggestions, self._shown), (report.candidates, self._held)):
            counts[name] = counts.get(name, 0) + n

    def _carry_out(self, settled: Plan, own: frozenset[int]) -> None:
        stored.delete(self._tx, settled.delete)
        self.vanished += [one.id for one in settled.delete]
        updated = [
            (before, renewed(before, found, self._suggester)) for before, found in settled.update
        ]
        updated += [(one, replace(one, state=State.SUPERSEDED)) for one in settled.supersede]
        stored.update(self._tx, [after for _before, after in updated], self._text)
        first = stored.next_id(self._tx)
        new = [self._annotation(first + place, found) for place, found in enumerate(settled.insert)]
        stored.insert(self._tx, new, self._text)
        candidates.delete(self._tx, self._document_id, self._layer, own)
        held = [Candidate(self._annotation(0, found), why) for found, why in settled.candidates]
        candidates.insert(self._tx, held, self._text)
        self._shown, self._held = len(new) + len(settled.update), len(held)
        self.changed += new + [after for _before, after in updated]
        for before, after in updated:
            if before.id in self._named and snapshot(before) != snapshot(after):
                self.decisions.append(self._decision(before, after))

    def _annotation(self, number: int, found: Found) -> Annotation:
        return Annotation(
            id=number,
            document_id=self._document_id,
            layer=self._layer,
            label=found.label,
            parts=found.parts,
            attributes=found.attributes,
            suggester_id=self._suggester,
            score=found.score,
            confidence=found.confidence,
            pattern=found.pattern,
            evidence=found.evidence,
        )

    def _decision(self, before: Annotation, after: Annotation) -> log.Decision:
        """What a machine does to a proposal that a decision once named is on record too."""
        gone = after.state is State.SUPERSEDED
        return log.Decision(
            subject=Subject.ANNOTATION,
            subject_id=after.id,
            verdict=Verdict.WITHDRAW if gone else Verdict.RESTORE,
            how=How.MACHINE,
            before=snapshot(before),
            after=snapshot(after),
            suggester_id=self._suggester,
            score=after.score,
            confidence=after.confidence,
            document_id=self._document_id,
            text_digest=self._digest,
        )


def _found(proposal: Proposal) -> Found:
    return Found(
        label=proposal.label,
        parts=proposal.parts,
        attributes=proposal.attributes,
        score=proposal.score,
        confidence=proposal.confidence,
        pattern=proposal.pattern,
        why=proposal.candidate_why,
        evidence=proposal.evidence,
    )
