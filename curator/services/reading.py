"""What screens read: documents, the queue, names of acts, what a string was decided to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from curator.domain.annotation import Annotation, Layer, Role
from curator.domain.document import DocumentView, SuggesterRow
from curator.domain.learning.claim_links import SOURCE
from curator.domain.queue import DocumentRow, QueueFilter, QueueOutline
from curator.domain.scheme import Scheme
from curator.services import undoing
from curator.store import annotations as stored
from curator.store import documents, log, mentions, queue, schemes
from curator.store.project import Project
from curator.store.transaction import Tx

_ALL = QueueFilter()
DONE_BEFORE_FIGURES = 20
"""So many documents must be done before confidence is shown as a figure."""


@dataclass(frozen=True, slots=True)
class Acts:
    """What undo and redo would do, for their names: code and facts of an act, or None."""

    undo: log.ChangeSet | None
    redo: log.ChangeSet | None


@dataclass(frozen=True, slots=True)
class History:
    """What the machine can say of an annotation, and what was decided before.

    Attributes:
        elsewhere: how often this string was accepted with each label, most often first.
        rejected: how often it was rejected.
        documents: in how many documents it was decided.
        last: title and date of the document in which it was decided last; None without any.
        source: of a claim the words of its source, those of the entity it is linked to.
        source_elsewhere: how often these were accepted with each entity label.
    """

    elsewhere: tuple[tuple[str, int], ...] = ()
    rejected: int = 0
    documents: int = 0
    last: tuple[str, str] | None = None
    source: str = ""
    source_elsewhere: tuple[tuple[str, int], ...] = ()


def open_document(project: Project, document_id: int) -> DocumentView:
    """Return a document as it is opened."""
    with project.read() as tx:
        return documents.view(tx, document_id)


def outline(project: Project, wanted: QueueFilter) -> QueueOutline:
    """Return the shape of the queue under a filter."""
    with project.read() as tx:
        return queue.outline(tx, wanted)


def page(
    project: Project, wanted: QueueFilter, *, batch_id: int, offset: int, count: int
) -> list[DocumentRow]:
    """Return rows of one batch in the queue."""
    with project.read() as tx:
        return queue.page(tx, wanted, batch_id=batch_id, offset=offset, count=count)


def rows(project: Project, document_ids: Sequence[int]) -> list[DocumentRow]:
    """Return the rows of single documents."""
    with project.read() as tx:
        return queue.rows(tx, document_ids)


def neighbour(
    project: Project, document_id: int, *, forward: bool, wanted: QueueFilter = _ALL
) -> int | None:
    """Return the next document with work among those that the queue lists, or the one before.

    In an order that looks for work the next one is always the first of all others.
    """
    with project.read() as tx:
        return queue.neighbour(tx, document_id, wanted, forward=forward)


def skip(project: Project, document_id: int) -> None:
    """Put a document last in the orders that look for work; no decision, and not undone."""
    with project.write() as tx:
        queue.skip(tx, document_id)


def scheme(project: Project) -> Scheme:
    """Return the scheme in force."""
    with project.read() as tx:
        return schemes.current(tx)


def suggesters(project: Project) -> dict[int, SuggesterRow]:
    """Return who proposed in the project, by id."""
    with project.read() as tx:
        return schemes.suggesters(tx)


def acts(project: Project) -> Acts:
    """Return what undo and redo would take back and bring back."""
    with project.read() as tx:
        return Acts(undoing.next_undo(project, tx), undoing.next_redo(project, tx))


def history(project: Project, annotation: Annotation, text: str) -> History:
    """Return what the annotation's string (a claim's cue) was decided to be in this project."""
    with project.read() as tx:
        words = annotation.quote(text)
        found = documents.decided_strings(tx, annotation.layer, words)
        last = documents.last_decided(tx, annotation.layer, words) if found else None
        source, _start = _source(tx, annotation, text)
        sources = documents.decided_strings(tx, Layer.ENTITY, source) if source else []
    rejected = sum(state == "rejected" for _label, state, _document in found)
    places = len({row[2] for row in found})
    return History(_accepted(found), rejected, places, last, source, _accepted(sources))


def next_place(
    project: Project, annotation: Annotation, text: str, *, source: bool, rejected: bool
) -> tuple[int, int] | None:
    """Return the next place at which an annotation's words were decided, through all documents.

    Args:
        project: any.
        annotation: whose mention or cue is looked for.
        text: of its document.
        source: whether the words of a claim's source are looked for instead, as entities.
        rejected: whether rejected ones count.

    Returns:
        Document and annotation; None where there is none but this.
    """
    with project.read() as tx:
        if not source:
            here = (annotation.document_id, annotation.start, annotation.id)
            words = annotation.quote(text)
            return mentions.next_decided(tx, annotation.layer, words, here, rejected=rejected)
        words, start = _source(tx, annotation, text)
        here = (annotation.document_id, start + 1, 0)
        return mentions.next_decided(tx, Layer.ENTITY, words, here, rejected=rejected)


def _accepted(found: Sequence[tuple[str, str, int]]) -> tuple[tuple[str, int], ...]:
    """Count the labels with which a string was accepted, most often first."""
    labels = Counter(label for label, state, _document in found if state != "rejected")
    return tuple(sorted(labels.items(), key=lambda pair: (-pair[1], pair[0])))


def _source(tx: Tx, claim: Annotation, text: str) -> tuple[str, int]:
    """Return the words of a claim's source and where they begin; its entity's where it has one."""
    target = next((link.target for link in claim.links if link.role == SOURCE), None)
    if target is not None:
        entity = stored.get(tx, [target])[0]
        return entity.quote(text), entity.start
    parts = claim.spans(Role.SOURCE)
    return (text[parts[0].start : parts[0].end], parts[0].start) if parts else ("", 0)


def leftover_rule(project: Project) -> str | None:
    """Return what becomes of suggestions left over at closing; None when never asked."""
    with project.read() as tx:
        return schemes.setting(tx, LEFTOVER) or None


def set_leftover_rule(project: Project, rule: str) -> None:
    """Keep the project's rule: ``rejected``, ``open`` or ``accepted``; empty to be asked again."""
    with project.write() as tx:
        schemes.set_setting(tx, LEFTOVER, rule)


LEFTOVER = "left over at closing"
