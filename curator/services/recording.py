"""How an act is put on record: its decisions, its facts, its change set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from curator.domain.annotation import Annotation, State
from curator.domain.changes import Changes
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.snapshot import snapshot
from curator.store import documents, log, schemes
from curator.store.transaction import Tx

_QUOTE = 80
"""So many characters of an annotation's words are kept for the sentence that names its act."""


def decision_on(
    before: Annotation | None,
    after: Annotation,
    verdict: Verdict,
    *,
    digest: str,
    how: How = How.KEY,
    shown_ms: int | None = None,
) -> log.Decision:
    """Return the record of one verdict on one annotation.

    Args:
        before: the annotation as it stood, None when it is new.
        after: as it stands now.
        verdict: as given; removing a machine's is recorded as rejecting, and the other way round.
        digest: of the document's text.
        how: by what means.
        shown_ms: milliseconds since it was shown.
    """
    if verdict is Verdict.REJECT and after.state is State.WITHDRAWN:
        verdict = Verdict.REMOVE
    if verdict is Verdict.REMOVE and after.state is State.REJECTED:
        verdict = Verdict.REJECT
    return log.Decision(
        subject=Subject.ANNOTATION,
        subject_id=after.id,
        verdict=verdict,
        how=how,
        layer=None,
        reason=after.reason,
        before=None if before is None else snapshot(before),
        after=snapshot(after),
        suggester_id=after.suggester_id,
        score=after.score,
        confidence=after.confidence,
        document_id=after.document_id,
        shown_ms=shown_ms,
        text_digest=digest,
    )


def facts_of(annotation: Annotation, text: str) -> dict[str, Any]:
    """Return what a sentence about an act on one annotation needs."""
    return {
        "document": annotation.document_id,
        "annotation": annotation.id,
        "layer": annotation.layer.value,
        "label": annotation.label,
        "quote": annotation.quote(text)[:_QUOTE],
    }


def logged(
    tx: Tx,
    code: str,
    decisions: Sequence[log.Decision],
    facts: dict[str, Any],
    annotations: Sequence[Annotation],
    *,
    document_id: int | None = None,
    vanished: tuple[int, ...] = (),
    act: int | None = None,
) -> Changes:
    """Append the change set of an act and say what it changed.

    Args:
        tx: a writing transaction.
        code: what was done.
        decisions: in order.
        facts: what the sentence about it needs.
        annotations: as they stand now.
        document_id: a document that changed though none of its annotations did.
        vanished: what the page showed under these numbers is no more.
        act: to belong to; None for one of its own.
    """
    row = log.append(tx, code, decisions, facts=facts, revision=schemes.revision(tx), act=act)
    touched = {one.document_id for one in annotations}
    if document_id is not None:
        touched.add(document_id)
    return Changes(
        change_set=row.id,
        act=row.act,
        code=code,
        facts=facts,
        documents=frozenset(touched),
        annotations=tuple(annotations),
        vanished=vanished,
        layers=documents.layers_of(tx, touched),
    )
