"""What the history lists: acts by page and filter, their decisions, and a document's decisions."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from curator.domain.past import Moment, Turn
from curator.store import log
from curator.store.transaction import Tx

_OF_DOCUMENT = (
    "SELECT change_set_id FROM decision WHERE subject = 'annotation' AND subject_id IN "
    "(SELECT id FROM annotation WHERE document_id = ?) UNION SELECT change_set_id FROM decision "
    "WHERE subject IN ('document', 'document-layer') AND subject_id = ?"
)


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act as it is listed.

    Attributes:
        act: its number.
        code, facts: of its first change set, for the words.
        reverts: whether it takes another back.
        beside: whether it ran beside the review.
        actor: who did it.
        time: of its first change set, ISO 8601.
        change_sets, decisions: how many it consists of.
    """

    act: int
    code: str
    facts: dict[str, Any]
    reverts: bool
    beside: bool
    actor: str
    time: str
    change_sets: int
    decisions: int


def acts(
    tx: Tx,
    *,
    before: int | None = None,
    document_id: int | None = None,
    codes: Collection[str] = (),
    words: str = "",
    count: int,
) -> list[ActRow]:
    """Return acts, the newest first.

    Args:
        tx: any transaction.
        before: only acts with lower numbers.
        document_id: only what decided on this document or its annotations.
        codes: only these; empty: all.
        words: all of them stand in what the act is about, or in the title of its document.
        count: so many at most.
    """
    where, values = _conditions(before, document_id, codes, words)
    found = tx.connection.exec_driver_sql(
        "SELECT first.act, first.code, first.facts, first.reverts IS NOT NULL, first.beside, "
        "first.actor, first.time, (SELECT count(*) FROM change_set AS one WHERE one.act = "
        "first.act), (SELECT sum(decisions) FROM change_set AS one WHERE one.act = first.act) "
        f"FROM change_set AS first WHERE {where} ORDER BY first.id DESC LIMIT ?",
        (*values, count),
    )
    return [
        ActRow(row[0], row[1], json.loads(row[2]), bool(row[3]), bool(row[4]), *row[5:])
        for row in found
    ]


def _conditions(
    before: int | None, document_id: int | None, codes: Collection[str], words: str
) -> tuple[str, list[Any]]:
    where, values = ["first.id = first.act"], list[Any]()
    if before is not None:
        where.append("first.act < ?")
        values.append(before)
    if document_id is not None:
        where.append(f"first.act IN (SELECT act FROM change_set WHERE id IN ({_OF_DOCUMENT}))")
        values += [document_id, document_id]
    if codes:
        marks = ", ".join("?" * len(codes))
        where.append(f"first.code IN ({marks})")
        values += codes
    for word in words.split():
        where.append(
            "(first.facts LIKE ? ESCAPE '!' OR json_extract(first.facts, '$.document') IN "
            "(SELECT id FROM document WHERE title LIKE ? ESCAPE '!'))"
        )
        values += [_part(word)] * 2
    return " AND ".join(where), values


def decisions(tx: Tx, act: int, *, count: int) -> list[log.Decision]:
    """Return the first decisions of an act, in order."""
    found: list[log.Decision] = []
    for (number,) in tx.connection.exec_driver_sql(
        "SELECT id FROM change_set WHERE act = ? ORDER BY id", (act,)
    ).all():
        if len(found) < count:
            found += log.decisions(tx, number, count=count - len(found))
    return found


def moments(tx: Tx, document_id: int) -> list[Moment]:
    """Return every decision on a document and its annotations, the oldest first."""
    found = tx.connection.exec_driver_sql(
        "SELECT change_set.id, code, facts, time, subject, subject_id, before, after FROM decision "
        "JOIN change_set ON change_set.id = change_set_id "
        "WHERE (subject = 'annotation' AND subject_id IN "
        "(SELECT id FROM annotation WHERE document_id = ?)) "
        "OR (subject IN ('document', 'document-layer') AND subject_id = ?) ORDER BY decision.id",
        (document_id, document_id),
    )
    return [
        Moment(
            row[0],
            row[1],
            json.loads(row[2]),
            row[3],
            Turn(row[5], _state(row[6]), _state(row[7]))
            if row[4] == "annotation"
            else Turn(0, None, None),
        )
        for row in found
    ]


@dataclass(frozen=True, slots=True)
class Logged:
    """A decision on a document or what is in it, with its change set's facts.

    Attributes:
        change_set: its number.
        act, code, actor, time: of the change set.
        subject, subject_id, layer, verdict, how, reason: of the decision.
        before, after: the annotation as it was and is; None for other subjects.
        score, confidence: as shown, 0–1.
        shown_ms: milliseconds since it was shown.
    """

    change_set: int
    act: int
    code: str
    actor: str
    time: str
    subject: str
    subject_id: int
    layer: str | None
    verdict: str
    how: str
    reason: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    score: float | None
    confidence: float | None
    shown_ms: int | None


def logged(tx: Tx, document_id: int) -> list[Logged]:
    """Return every decision on a document, its layers and its annotations, the oldest first."""
    found = tx.connection.exec_driver_sql(
        "SELECT change_set_id, act, code, actor, time, subject, subject_id, layer, verdict, how, "
        "reason, before, after, score, confidence, shown_ms FROM decision "
        "JOIN change_set ON change_set.id = change_set_id "
        "WHERE (subject = 'annotation' AND subject_id IN "
        "(SELECT id FROM annotation WHERE document_id = ?)) "
        "OR (subject IN ('document', 'document-layer') AND subject_id = ?) ORDER BY decision.id",
        (document_id, document_id),
    )
    return [_logged(row) for row in found]


def _logged(row: Sequence[Any]) -> Logged:
    kept = row[11:13] if row[5] == "annotation" else (None, None)
    return Logged(*(*row[:11], *map(_state, kept), *row[13:]))


def titles(tx: Tx, document_ids: Collection[int]) -> dict[int, str]:
    """Return the titles of documents."""
    return {
        number: title
        for document_id in document_ids
        for number, title in tx.connection.exec_driver_sql(
            "SELECT id, title FROM document WHERE id = ?", (document_id,)
        )
    }


def _state(kept: str | None) -> dict[str, Any] | None:
    return None if kept is None else dict(json.loads(kept))


def _part(word: str) -> str:
    for sign in "!%_":
        word = word.replace(sign, f"!{sign}")
    return f"%{word}%"
