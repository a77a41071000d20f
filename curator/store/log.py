"""The log: change sets of decisions, appended and never changed, each chained to the last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from curator import __version__
from curator.domain.canonical import EMPTY_DIGEST, canonical, digest_change_set
from curator.domain.decisions import How, Subject, Verdict
from curator.domain.undo import ChangeSetRow
from curator.store.transaction import Tx


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict on one subject, as it is logged.

    Attributes:
        subject: what kind of thing is decided.
        subject_id: its id; of a document layer the document's, of a scheme the revision.
        verdict: what is said of it.
        how: by what means.
        layer: of a document layer.
        reason: why it was rejected.
        before: the subject's state before, a plain value; None where it did not exist.
        after: its state afterwards.
        suggester_id: who had proposed it.
        score: what that suggester said, 0–1.
        confidence: the probability as shown, 0–1.
        document_id: the place: the document in which it was decided.
        shown_ms: milliseconds since the subject was shown.
        text_digest: of the document's text.
    """

    subject: Subject
    subject_id: int
    verdict: Verdict
    how: How
    layer: str | None = None
    reason: str | None = None
    before: Any = None
    after: Any = None
    suggester_id: int | None = None
    score: float | None = None
    confidence: float | None = None
    document_id: int | None = None
    shown_ms: int | None = None
    text_digest: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """A change set as it was logged, with its decisions where they were asked for."""

    id: int
    act: int
    code: str
    facts: Mapping[str, Any]
    reverts: int | None
    beside: bool
    actor: str
    time: str
    decisions: int
    digest: str
    rows: tuple[Decision, ...] = field(default=())


SET_COLUMNS = (
    "id, act, code, facts, reverts, beside, actor, time, program, decisions, previous, digest"
)
DECISION_COLUMNS = (
    "subject, subject_id, layer, verdict, how, reason, before, after, suggester_id, score, "
    "confidence, document_id, shown_ms, scheme_revision, text_digest"
)


def append(
    tx: Tx,
    code: str,
    decisions: Sequence[Decision],
    *,
    facts: Mapping[str, Any],
    revision: int,
    act: int | None = None,
    reverts: int | None = None,
    beside: bool = False,
) -> ChangeSetRow:
    """Append a change set.

    Args:
        tx: a writing transaction.
        code: what was done, such as ``"accept"``.
        decisions: in order; none where the reverted change set has nothing to take back.
        facts: plain values for the words.
        revision: of the scheme in force.
        act: the act it belongs to; None for one of its own.
        reverts: the change set that it takes back.
        beside: whether it ran beside the review.
    """
    last, previous = _head(tx)
    logged = ChangeSetRow(last + 1, last + 1 if act is None else act, reverts, beside)
    record = {
        "id": logged.id,
        "act": logged.act,
        "code": code,
        "facts": canonical(facts),
        "reverts": reverts,
        "beside": int(beside),
        "actor": tx.actor,
        "time": tx.clock().isoformat(timespec="milliseconds"),
        "program": __version__,
        "decisions": len(decisions),
    }
    _insert(tx, record, [_row(decision, revision) for decision in decisions], previous)
    tx.logged.append(logged)
    return logged


def _insert(tx: Tx, record: dict[str, Any], rows: list[list[Any]], previous: str) -> None:
    """Write a change set, chained to the one before, and its decisions."""
    values = (*record.values(), previous, digest_change_set(record, rows, previous))
    tx.connection.exec_driver_sql(
        f"INSERT INTO change_set ({SET_COLUMNS}) VALUES ({_marks(12)})", values
    )
    if rows:
        tx.connection.exec_driver_sql(
            f"INSERT INTO decision (change_set_id, {DECISION_COLUMNS}) "
            f"VALUES ({record['id']}, {_marks(15)})",
            [tuple(row) for row in rows],
        )


def _marks(n: int) -> str:
    return ", ".join("?" * n)


def _head(tx: Tx) -> tuple[int, str]:
    found = tx.connection.exec_driver_sql(
        "SELECT id, digest FROM change_set ORDER BY id DESC LIMIT 1"
    ).first()
    return (found[0], found[1]) if found else (0, EMPTY_DIGEST)


def head(tx: Tx) -> tuple[int, str]:
    """Return how many change sets there are, and the digest of the newest."""
    return _head(tx)


def _row(decision: Decision, revision: int) -> list[Any]:
    return [
        decision.subject.value,
        decision.subject_id,
        decision.layer,
        decision.verdict.value,
        decision.how.value,
        decision.reason,
        None if decision.before is None else canonical(decision.before),
        None if decision.after is None else canonical(decision.after),
        decision.suggester_id,
        decision.score,
        decision.confidence,
        decision.document_id,
        decision.shown_ms,
        revision,
        decision.text_digest,
    ]


def rows(tx: Tx, *, after: int = 0) -> Iterator[ChangeSetRow]:
    """Yield what the undo history needs of change sets with higher ids, oldest first."""
    for found in tx.connection.exec_driver_sql(
        "SELECT id, act, reverts, beside FROM change_set WHERE id > ? ORDER BY id", (after,)
    ):
        yield ChangeSetRow(found[0], found[1], found[2], bool(found[3]))


def change_sets(tx: Tx, *, newest: int | None = None) -> list[ChangeSet]:
    """Return change sets without their decisions, oldest first; all, or the newest so many."""
    limit = "" if newest is None else f" LIMIT {int(newest)}"
    found = tx.connection.exec_driver_sql(
        f"SELECT {SET_COLUMNS} FROM change_set ORDER BY id DESC{limit}"
    ).all()
    return [_change_set(row) for row in reversed(found)]


def get(tx: Tx, number: int) -> ChangeSet:
    """Return one change set with its decisions in order."""
    row = tx.connection.exec_driver_sql(
        f"SELECT {SET_COLUMNS} FROM change_set WHERE id = ?", (number,)
    ).one()
    found = tx.connection.exec_driver_sql(
        f"SELECT {DECISION_COLUMNS} FROM decision WHERE change_set_id = ? ORDER BY id", (number,)
    )
    return _change_set(row, tuple(_decision(one) for one in found))


def decisions(tx: Tx, change_set: int, *, count: int) -> list[Decision]:
    """Return the first decisions of a change set, in order."""
    found = tx.connection.exec_driver_sql(
        f"SELECT {DECISION_COLUMNS} FROM decision WHERE change_set_id = ? ORDER BY id LIMIT ?",
        (change_set, count),
    )
    return [_decision(one) for one in found]


def _change_set(row: Sequence[Any], decisions: tuple[Decision, ...] = ()) -> ChangeSet:
    number, act, code, facts, reverts, beside, actor, time, _program, n, _previous, digest = row
    return ChangeSet(
        number, act, code, json.loads(facts), reverts, bool(beside), actor, time, n, digest,
        decisions,
    )  # fmt: skip


def _decision(row: Sequence[Any]) -> Decision:
    return Decision(
        subject=Subject(row[0]),
        subject_id=row[1],
        layer=row[2],
        verdict=Verdict(row[3]),
        how=How(row[4]),
        reason=row[5],
        before=None if row[6] is None else json.loads(row[6]),
        after=None if row[7] is None else json.loads(row[7]),
        suggester_id=row[8],
        score=row[9],
        confidence=row[10],
        document_id=row[11],
        shown_ms=row[12],
        text_digest=row[14],
    )


def touched_later(tx: Tx, change_set: int, subjects: Iterable[Decision]) -> list[int]:
    """Return later change sets that decided any of these subjects, oldest first.

    There is one scheme, whichever revision a decision brought.
    """
    later: set[int] = set()
    for decision in subjects:
        if decision.subject is Subject.SCHEME:
            later.update(
                row[0]
                for row in tx.connection.exec_driver_sql(
                    "SELECT change_set_id FROM decision WHERE subject = 'scheme' "
                    "AND change_set_id > ?",
                    (change_set,),
                )
            )
            continue
        later.update(
            row[0]
            for row in tx.connection.exec_driver_sql(
                "SELECT change_set_id FROM decision WHERE subject = ? AND subject_id = ? "
                "AND layer IS ? AND change_set_id > ?",
                (decision.subject.value, decision.subject_id, decision.layer, change_set),
            )
        )
    return sorted(later)


def never_were(tx: Tx, subject: Subject) -> frozenset[int]:
    """Return subjects of a kind that are as if they had never been: their adding was undone."""
    found = tx.connection.exec_driver_sql(
        "SELECT subject_id FROM decision AS last WHERE subject = ? AND after IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.subject = last.subject "
        "AND later.subject_id = last.subject_id AND later.layer IS last.layer "
        "AND later.id > last.id)",
        (subject.value,),
    )
    return frozenset(row[0] for row in found)


def named(tx: Tx, document_id: int) -> set[int]:
    """Return the annotations of a document that any decision names."""
    found = tx.connection.exec_driver_sql(
        "SELECT DISTINCT subject_id FROM decision JOIN annotation ON annotation.id = subject_id "
        "WHERE subject = 'annotation' AND annotation.document_id = ?",
        (document_id,),
    )
    return {row[0] for row in found}
