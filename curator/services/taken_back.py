"""A verdict on what a suggester took back while it was being given: it is found again, and kept."""

from __future__ import annotations

from dataclasses import replace

from curator.domain.annotation import Annotation
from curator.domain.document import Candidate
from curator.domain.faults import Fault
from curator.store import annotations as stored
from curator.store import candidates, documents
from curator.store.transaction import Tx

TAKEN_BACK = "taken back"
"""Why a finding is only a candidate: its suggester gave it up while a person decided on it."""


def found_again(tx: Tx, number: int, seen: Annotation | None) -> Annotation:
    """Load what a person saw and decided on, wherever it is by now.

    Suggestions are arranged anew beside the review, and what a verdict is about may by then be a
    candidate, bear another id, or be nowhere; in the last case it becomes a candidate once more.

    Args:
        tx: a writing transaction.
        number: under which the page showed it, below zero a candidate's.
        seen: as the page showed it, before the verdict; None where it must bear its number still.

    Returns:
        It, under the number that it has now: below zero, of a candidate.

    Raises:
        Fault: ``decision.gone`` where it is gone and was no undecided suggestion of a machine.
    """
    try:
        return shown(tx, number)
    except Fault:
        if seen is None or not seen.undecided or seen.suggester_id is None:
            raise
    here = seen.document_id
    for one in stored.of_document(tx, here):
        if one.undecided and _alike(one, seen):
            return one
    for held in candidates.of_document(tx, here):
        if _alike(held.annotation, seen):
            return replace(held.annotation, id=-held.annotation.id)
    text, _digest = documents.text(tx, here)
    return shown(tx, -candidates.add(tx, Candidate(replace(seen, id=0), TAKEN_BACK), text))


def shown(tx: Tx, number: int) -> Annotation:
    """Load what the page shows under a number: an annotation, or below zero a candidate."""
    if number >= 0:
        return stored.get(tx, [number])[0]
    return replace(candidates.get(tx, -number).annotation, id=number)


def _alike(one: Annotation, seen: Annotation) -> bool:
    """Whether one says what was seen: the same place under the same label."""
    return (one.layer, one.label, one.parts) == (seen.layer, seen.label, seen.parts)
