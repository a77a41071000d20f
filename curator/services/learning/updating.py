"""What another version or pipeline would change against what was decided, before it is used."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curator.domain.annotation import Layer, State
from curator.domain.changes import Progress
from curator.domain.document import DocumentView
from curator.domain.faults import Fault
from curator.domain.learning.comparing import Comparison, Difference, Entity, Kind, compare
from curator.domain.scheme import Scheme
from curator.services import suggesting
from curator.store import documents, schemes
from curator.store import versions as stored
from curator.store.project import Project
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Done, Failed, Proposed

_EXAMPLES = 50
"""Examples of each kind that are kept at most."""

_LAYERS = (Layer.ENTITY,)


@dataclass(frozen=True, slots=True)
class Example:
    """One difference, where it can be looked at.

    Attributes:
        document_id: where.
        title: of the document.
        difference: what.
        quote: the words of the accepted or rejected entity, else of what would be suggested.
        found_quote: the words of what would be suggested; empty for what vanishes.
    """

    document_id: int
    title: str
    difference: Difference
    quote: str
    found_quote: str


@dataclass(slots=True)
class Update:
    """What would change.

    Attributes:
        documents: how many reviewed documents were compared.
        reviewed: of how many.
        comparison: the counts.
        examples: some of each kind, in the order of the documents.
        failed: documents for which nothing could be suggested, with the fault.
    """

    documents: int = 0
    reviewed: int = 0
    comparison: Comparison = field(default_factory=Comparison)
    examples: dict[Kind, list[Example]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    failed: list[tuple[int, Fault]] = field(default_factory=list)


def preview(
    project: Project,
    process: SuggestProcess,
    update: Update,
    *,
    most: int = 200,
    seed: int = 0,
) -> Iterator[Progress]:
    """Let a version suggest for reviewed documents, and compare; nothing is stored.

    What the suggesters themselves find is compared, before the project's memory arranges it, so
    that what differs is what the version does.

    Args:
        project: open in any way.
        process: with the version or pipeline that is asked about, for the entity layer.
        update: filled in as answers come.
        most: documents to compare at most; of more, so many are drawn by lot.
        seed: of the lot.

    Yields:
        How far it is, in documents.

    Raises:
        Fault: ``suggest.no_model``, ``child.gone``, and those of the project.
    """
    with project.read() as tx:
        numbers = [one.id for one in stored.reviewed(tx, Layer.ENTITY)]
        scheme = schemes.current(tx)
    update.reviewed = len(numbers)
    if len(numbers) > most:
        numbers = sorted(random.Random(seed).sample(numbers, most))
    yield Progress(0, len(numbers), "documents")
    for number, found in _found(project, process, scheme, numbers, update):
        if found is not None:
            _compare(project, number, found, update)
        update.documents += 1
        yield Progress(update.documents, len(numbers), "documents")


def _found(
    project: Project,
    process: SuggestProcess,
    scheme: Scheme,
    numbers: Sequence[int],
    update: Update,
) -> Iterator[tuple[int, list[Entity] | None]]:
    """Yield each document with what would be suggested; None where a suggester failed on it."""
    found: dict[int, list[Entity] | None] = {number: [] for number in numbers}
    for answer in process.ask(suggesting.items(project, numbers), scheme=scheme, layers=_LAYERS):
        number = suggesting.document_of(answer.id)
        so_far = found.get(number)
        if isinstance(answer, Proposed) and so_far is not None:
            so_far += _suggested(answer, scheme)
        elif isinstance(answer, Failed):
            update.failed.append((number, answer.fault))
            found[number] = None
        elif isinstance(answer, Done):
            yield number, so_far


def _suggested(answer: Proposed, scheme: Scheme) -> list[Entity]:
    shown_from = scheme.layer(Layer.ENTITY).shown_from
    return [
        Entity(one.parts[0].start, one.parts[0].end, one.label)
        for one in answer.proposals
        if one.candidate_why is None and one.confidence >= shown_from
    ]


def _compare(project: Project, number: int, found: list[Entity], update: Update) -> None:
    with project.read() as tx:
        view = documents.view(tx, number)
    accepted = _entities(view, State.ACCEPTED)
    rejected = _entities(view, State.REJECTED)
    unsure = [one.span for one in _entities(view, State.UNSURE)]
    same, differences = compare(accepted, rejected, unsure, found)
    update.comparison.add(len(accepted), len(rejected), same, differences)
    for one in differences:
        if len(update.examples[one.kind]) < _EXAMPLES:
            update.examples[one.kind].append(_example(view, one))


def _entities(view: DocumentView, state: State) -> list[Entity]:
    found = [one for one in view.annotations if one.layer is Layer.ENTITY and one.state is state]
    return [Entity(one.start, one.end, one.label) for one in found]


def _example(view: DocumentView, one: Difference) -> Example:
    decided, found = one.decided, one.found
    seen = view.text[found.start : found.end] if found else ""
    quote = view.text[decided.start : decided.end] if decided else seen
    return Example(view.id, view.title, one, quote, seen)
