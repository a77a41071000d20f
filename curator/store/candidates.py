"""Candidates, which suggesters found and no page shows by itself: rows here, values outside."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from curator.domain.annotation import Annotation, Layer, Link
from curator.domain.canonical import canonical
from curator.domain.document import Candidate
from curator.domain.faults import Fault
from curator.domain.scheme import Scheme
from curator.store import annotations as stored
from curator.store import schemes
from curator.store.transaction import Tx

_AT_ONCE = 400
"""Documents asked for in one statement."""

COLUMNS = (
    'document_id, layer, label, start, "end", quote, parts, attributes, suggester_id, score, '
    "confidence, pattern, why, sender_id, extra, evidence, comment, links"
)
HELD = (
    "NOT EXISTS (SELECT 1 FROM annotation AS taken WHERE taken.id = candidate.promoted "
    "AND taken.state <> 'withdrawn')"
)
"""Whether they are still that, and no annotation."""

INSERT = f"INSERT INTO candidate ({COLUMNS}) VALUES ({', '.join('?' * 18)})"


def of_document(tx: Tx, document_id: int) -> list[Candidate]:
    """Return a document's candidates by place, under the labels that they have now."""
    found = tx.connection.exec_driver_sql(
        f"SELECT id, {COLUMNS} FROM candidate WHERE document_id = ? AND {HELD} "
        'ORDER BY start, "end", id',
        (document_id,),
    ).all()
    scheme = schemes.current(tx) if found else None
    return [_candidate(tx, row, scheme) for row in found]


def get(tx: Tx, number: int) -> Candidate:
    """Return one candidate.

    Raises:
        Fault: ``decision.gone`` when there is none with this id any more.
    """
    row = tx.connection.exec_driver_sql(
        f"SELECT id, {COLUMNS} FROM candidate WHERE id = ? AND {HELD}", (number,)
    ).first()
    if row is None:
        raise Fault("decision.gone", annotation=-number)
    return _candidate(tx, row, schemes.current(tx))


def insert(tx: Tx, found: Iterable[Candidate], text: str) -> None:
    """Insert candidates of one document; their ids are given by the file."""
    rows = [_row_of(one, text) for one in found]
    if rows:
        tx.connection.exec_driver_sql(INSERT, rows)


def add(tx: Tx, found: Candidate, text: str) -> int:
    """Insert one candidate and return the id that the file gave it."""
    return int(tx.connection.exec_driver_sql(INSERT, _row_of(found, text)).lastrowid)


def delete(tx: Tx, document_id: int, layer: Layer, suggesters: Iterable[int]) -> None:
    """Delete the candidates of a layer of one document that these suggesters found."""
    tx.connection.exec_driver_sql(
        "DELETE FROM candidate WHERE document_id = ? AND layer = ? AND suggester_id = ? "
        f"AND {HELD}",
        [(document_id, layer.value, number) for number in sorted(suggesters)],
    )


def update(tx: Tx, found: Iterable[Candidate], text: str) -> None:
    """Write candidates of one document over their rows."""
    sets = ", ".join(f"{name.strip()} = ?" for name in COLUMNS.split(","))
    rows = [(*_row_of(one, text), one.annotation.id) for one in found]
    if rows:
        tx.connection.exec_driver_sql(f"UPDATE candidate SET {sets} WHERE id = ?", rows)


def remove(tx: Tx, numbers: Iterable[int]) -> None:
    """Delete candidates by id; the caller has made sure that they are no annotations."""
    rows = [(number,) for number in numbers]
    if rows:
        tx.connection.exec_driver_sql("DELETE FROM candidate WHERE id = ?", rows)


def promote(tx: Tx, number: int, annotation_id: int) -> None:
    """Note which annotation a candidate became."""
    tx.connection.exec_driver_sql(
        "UPDATE candidate SET promoted = ? WHERE id = ?", (annotation_id, number)
    )


def promoted_from(tx: Tx, document_ids: Collection[int]) -> dict[int, int]:
    """Return which annotations of some documents were candidates, with the candidates' ids."""
    wanted = sorted(document_ids)
    found: dict[int, int] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[first : first + _AT_ONCE])
        rows = tx.connection.exec_driver_sql(
            "SELECT promoted, min(id) FROM candidate WHERE promoted IS NOT NULL "
            f"AND document_id IN ({', '.join('?' * len(some))}) GROUP BY promoted",
            some,
        )
        found.update((row[0], row[1]) for row in rows)
    return found


def promoted_in(tx: Tx, document_id: int, *, but: str) -> frozenset[int]:
    """Return the annotations of a document that were candidates before somebody decided on them.

    Args:
        tx: any transaction.
        document_id: of the document.
        but: candidates that were held back for this reason do not count.
    """
    found = tx.connection.exec_driver_sql(
        "SELECT promoted FROM candidate WHERE document_id = ? AND promoted IS NOT NULL "
        "AND why <> ?",
        (document_id, but),
    )
    return frozenset(row[0] for row in found)


def count(tx: Tx) -> dict[Layer, int]:
    """Return how many candidates each layer has in documents that are shown."""
    found = tx.connection.exec_driver_sql(
        "SELECT layer, count(*) FROM candidate JOIN document ON document.id = document_id "
        "JOIN batch ON batch.id = batch_id WHERE NOT document.withdrawn AND NOT batch.withdrawn "
        f"AND {HELD} GROUP BY layer ORDER BY layer"
    )
    return {Layer(row[0]): row[1] for row in found}


def _row_of(one: Candidate, text: str) -> tuple[Any, ...]:
    row = stored.row_of(one.annotation, text)
    links = [[link.role, link.target] for link in one.annotation.links]
    return (
        *row[1:9], *row[10:14], one.why, *row[17:20], row[16], canonical(links) if links else None,
    )  # fmt: skip


def _links(tx: Tx, stored_links: str | None) -> tuple[Link, ...]:
    """Return the links that still lead somewhere."""
    if stored_links is None:
        return ()
    links = [Link(role, target) for role, target in json.loads(stored_links)]
    return tuple(link for link in links if _exists(tx, link.target))


def _exists(tx: Tx, annotation_id: int) -> bool:
    found = tx.connection.exec_driver_sql(
        "SELECT 1 FROM annotation WHERE id = ?", (annotation_id,)
    ).first()
    return found is not None


def _candidate(tx: Tx, row: Sequence[Any], scheme: Scheme | None) -> Candidate:
    """Return a row as a value; what was found under a label that moved has its name now."""
    layer = Layer(row[2])
    now = scheme.layer(layer).now(row[3]) if scheme is not None else None
    annotation = Annotation(
        id=row[0],
        document_id=row[1],
        layer=layer,
        label=now or row[3],
        parts=stored.parts_of(layer, row[4], row[5], row[7]),
        attributes=json.loads(row[8]) if row[8] else {},
        suggester_id=row[9],
        score=row[10],
        confidence=row[11],
        pattern=row[12],
        sender_id=row[14],
        extra=json.loads(row[15]) if row[15] else None,
        evidence=json.loads(row[16]) if row[16] else None,
        comment=row[17],
        links=_links(tx, row[18]),
    )
    return Candidate(annotation, row[13])
