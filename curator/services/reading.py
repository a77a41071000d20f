"""What screens read: documents, the queue, names of acts, what a string was decided to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.domain.annotation import Annotation
from curator.domain.document import DocumentView, SuggesterRow
from curator.domain.queue import DocumentRow, Order, QueueFilter, QueueOutline
from curator.domain.scheme import Scheme
from curator.services import undoing
from curator.store import documents, log, queue, schemes
from curator.store.project import Project

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
    """

    elsewhere: tuple[tuple[str, int], ...] = ()
    rejected: int = 0
    documents: int = 0
    last: tuple[str, str] | None = None


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
    project: Project, document_id: int, *, forward: bool, order: Order = Order.IMPORTED
) -> int | None:
    """Return the next document with work, or the one before.

    In an order that looks for work the next one is always the first of all others.
    """
    with project.read() as tx:
        if forward and order is not Order.IMPORTED:
            return queue.first(tx, document_id, order)
        return queue.neighbour(tx, document_id, forward=forward)


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
    labels: dict[str, int] = {}
    rejected = 0
    for label, state, _document in found:
        if state == "rejected":
            rejected += 1
        else:
            labels[label] = labels.get(label, 0) + 1
    ordered = sorted(labels.items(), key=lambda pair: (-pair[1], pair[0]))
    return History(tuple(ordered), rejected, len({row[2] for row in found}), last)


def leftover_rule(project: Project) -> str | None:
    """Return what becomes of suggestions left over at closing; None when never asked."""
    with project.read() as tx:
        return schemes.setting(tx, LEFTOVER) or None


def set_leftover_rule(project: Project, rule: str) -> None:
    """Keep the project's rule: ``rejected``, ``open`` or ``accepted``."""
    with project.write() as tx:
        schemes.set_setting(tx, LEFTOVER, rule)


LEFTOVER = "left over at closing"
