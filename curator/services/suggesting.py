"""Suggest: hand documents to the suggest process and keep what it proposes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curator.domain.annotation import Layer
from curator.domain.changes import Changes, Progress
from curator.domain.document import SuggesterRow
from curator.domain.faults import Fault
from curator.domain.matching import Found
from curator.domain.scheme import Scheme
from curator.services.learning.claim_learning import own_cues
from curator.services.learning.lessons import Lessons
from curator.services.learning.settled import Kept
from curator.services.learning.settling import Settling
from curator.store import documents, queue, schemes
from curator.store.project import Project
from curator.store.transaction import Tx
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer, Done, Failed, Item, Proposed, RequestId, SuggesterInfo

_CHUNK = 10
"""Documents of one transaction at most: what is stored at the end, nothing is suggested beside."""


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
    lessons = Lessons.of(project)
    process.teach(own_cues(project, lessons.claims))
    held: list[Answer] = []
    yield Progress(0, len(numbers), "documents")
    for answer in process.ask(items(project, numbers), scheme=scheme, layers=layers):
        held.append(answer)
        if sum(isinstance(one, Done) for one in held) >= _CHUNK:
            yield _keep(project, held, lessons, report, len(numbers))
            held = []
    if held:
        yield _keep(project, held, lessons, report, len(numbers))


def _keep(
    project: Project,
    answers: Sequence[Answer],
    lessons: Lessons,
    report: SuggestReport,
    total: int,
) -> Progress:
    changes = keep(project, answers, lessons=lessons, report=report)
    report.documents += sum(isinstance(one, Done) for one in answers)
    report.failed += [
        (document_of(one.id), one.fault) for one in answers if isinstance(one, Failed)
    ]
    return Progress(report.documents, total, "documents", changes)


def document_of(request: RequestId) -> int:
    """Return the document that a request is about: its number, whatever stands before a colon."""
    return int(str(request).rpartition(":")[2])


def keep(
    project: Project,
    answers: Sequence[Answer],
    *,
    lessons: Lessons | None = None,
    report: SuggestReport | None = None,
) -> Changes:
    """Keep what was proposed, in one transaction, and count in a report what there is now.

    Stale answers, for another text or for a layer closed meanwhile, are dropped.

    Args:
        project: held for writing.
        answers: of the suggest process.
        lessons: of the project, by which proposals are arranged; None to keep them as they came.
        report: to count in.
    """
    kept = Kept()
    with project.write() as tx:
        scheme = schemes.current(tx)
        for answer in answers:
            if not isinstance(answer, Proposed):
                continue
            document_id = document_of(answer.id)
            text, digest = documents.text(tx, document_id)
            state = documents.layers(tx, document_id).get(answer.layer)
            if digest != answer.digest or state is None or state.reviewed:
                continue
            settling = Settling(
                tx, state, text, digest, scheme=scheme.layer(answer.layer), lessons=lessons
            )
            suggester = _suggester(tx, answer.suggester)
            settling.take(suggester.name, suggester.id, list(_found(answer, scheme)))
            documents.set_suggested(tx, document_id, answer.layer, suggester.id)
            kept.add(document_id, settling)
            if report is not None:
                _count(report, answer.layer, settling)
        return kept.changes(tx, "suggest")


def _suggester(tx: Tx, info: SuggesterInfo) -> SuggesterRow:
    return schemes.suggester(
        tx, name=info.name, version=info.version, layer=info.layer, recipe=info.recipe
    )


def _count(report: SuggestReport, layer: Layer, settling: Settling) -> None:
    """Count what there is now; what yielded to a decision is not counted."""
    for counts, n in ((report.suggestions, settling.shown), (report.candidates, settling.held)):
        counts[layer.value] = counts.get(layer.value, 0) + n


def _found(answer: Proposed, scheme: Scheme) -> Iterator[Found]:
    """Yield what a suggester found; it may have been asked under another revision of the scheme."""
    layer = scheme.layer(answer.layer)
    for one in answer.proposals:
        if (label := layer.now(one.label)) is not None:
            yield Found(
                label=label,
                parts=one.parts,
                attributes=one.attributes,
                score=one.score,
                confidence=one.confidence,
                pattern=one.pattern,
                why=one.candidate_why,
                evidence=one.evidence,
            )
