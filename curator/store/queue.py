"""What the queue lists: its outline under a filter, and its rows a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.queue import (
    BatchRow,
    Counts,
    DocumentRow,
    Order,
    QueueFilter,
    QueueOutline,
)
from curator.store import log, queue_filter
from curator.store.transaction import Tx

_PLACED = {
    Order.IMPORTED: ("document.id", "ASC"),
    Order.TITLE: ("document.title COLLATE NOCASE", "ASC"),
    Order.NEWEST: ("document.date", "DESC"),
    Order.OLDEST: ("coalesce(nullif(document.date, ''), '~')", "ASC"),
}
"""What documents are ordered by that one goes through from where one is, and which way."""

_AT_WORK = {
    Order.LEFT: "document.waiting",
    Order.SAVING: "document.saving DESC",
    Order.UNCERTAINTY: "document.uncertainty DESC",
}
"""What they are ordered by where the next one is always the first that was not skipped."""

_WAYS = {"ASC": ">", "DESC": "<"}
_TURNED = {"ASC": "DESC", "DESC": "ASC"}
_AT_ONCE = 500
"""Documents asked for in one statement."""

_ROW = (
    "document.id, document.batch_id, document.title, document.agency, document.date, "
    f"document.flagged, document.comment, {queue_filter.STORIED}"
)


def outline(tx: Tx, wanted: QueueFilter) -> QueueOutline:
    """Return the shape of the queue under a filter."""
    where, values = queue_filter.where(wanted)
    tallied = queue_filter.is_tallied(wanted)
    found = tx.connection.exec_driver_sql(
        "SELECT batch.id, batch.name, sum(documents), sum(documents * document.done), "
        f"sum(documents) FILTER (WHERE 1 {where if tallied else ''}) "
        "FROM batch JOIN queue_tally AS document ON document.batch_id = batch.id "
        "WHERE NOT batch.withdrawn GROUP BY batch.id ORDER BY batch.id DESC",
        values if tallied else (),
    ).all()
    left = {row[0]: row[4] for row in found} if tallied else _left(tx, where, values)
    rows = tuple(
        BatchRow(number, name, left[number], done, total)
        for number, name, total, done, _ in found
        if left.get(number)
    )
    return QueueOutline(
        batches=rows,
        documents=sum(row.documents for row in rows),
        total=sum(row[2] for row in found),
        done=sum(row[3] for row in found),
        change_set=log.head(tx)[0],
    )


def _left(tx: Tx, where: str, values: Sequence[Any]) -> dict[int, int]:
    """Return how many documents of each batch a condition leaves, where it leaves any."""
    found = tx.connection.exec_driver_sql(
        "SELECT batch_id, count(*) FROM document WHERE NOT document.withdrawn "
        f"{where} GROUP BY batch_id",
        tuple(values),
    )
    return {row[0]: row[1] for row in found}


def page(
    tx: Tx, wanted: QueueFilter, *, batch_id: int, offset: int, count: int
) -> list[DocumentRow]:
    """Return rows of one batch in the order asked for.

    Args:
        tx: any transaction.
        wanted: filter and order.
        batch_id: of the batch.
        offset: how many of its rows to pass over.
        count: how many to return at most.
    """
    where, values = queue_filter.where(wanted, batch_id=batch_id)
    found = tx.connection.exec_driver_sql(
        f"SELECT {_ROW} FROM document WHERE document.batch_id = ? AND NOT document.withdrawn "
        f"{where} ORDER BY {_ordered(wanted.order)} LIMIT ? OFFSET ?",
        (batch_id, *values, count, offset),
    ).all()
    return _rows(tx, found)


def rows(tx: Tx, document_ids: Sequence[int]) -> list[DocumentRow]:
    """Return the rows of these documents, those that are withdrawn left out."""
    found: list[Sequence[Any]] = []
    for document_id in document_ids:
        found += tx.connection.exec_driver_sql(
            f"SELECT {_ROW} FROM document WHERE document.id = ? AND NOT document.withdrawn",
            (document_id,),
        ).all()
    return _rows(tx, found)


def neighbour(tx: Tx, document_id: int, wanted: QueueFilter, *, forward: bool) -> int | None:
    """Return the next document with work in the order of the queue, None when there is no other.

    Batches follow newest first; it goes round at the end. Work is an open layer. In the orders
    that look for work the next one is always the first of all others, in this batch if there is
    one; the one before is that by place.

    Args:
        tx: any transaction.
        document_id: where to go on from.
        wanted: only documents that it leaves count.
        forward: False for the one before.
    """
    here = tx.connection.exec_driver_sql(
        "SELECT batch_id FROM document WHERE id = ?", (document_id,)
    ).scalar()
    batches = _from(tx, here, forward=forward)
    if forward and wanted.order in _AT_WORK:
        return _first(tx, wanted, batches, _ordered(wanted.order), but=document_id)
    key, way = _PLACED.get(wanted.order, _PLACED[Order.IMPORTED])
    way, ids = (way, "ASC") if forward else (_TURNED[way], "DESC")
    order = f"{key} {way}, document.id {ids}"
    if here in batches:
        beyond = _beyond(tx, document_id, key, _WAYS[way], _WAYS[ids])
        first = _first(tx, wanted, batches[:1], order, beyond, but=document_id)
        if first is not None:
            return first
        batches = [*batches[1:], *batches[:1]]
    return _first(tx, wanted, batches, order, but=document_id)


def _ordered(order: Order) -> str:
    if order in _AT_WORK:
        return f"document.skipped, {_AT_WORK[order]}, document.id"
    return f"{' '.join(_PLACED[order])}, document.id"


def _from(tx: Tx, here: int | None, *, forward: bool) -> list[int]:
    """Return all batches in the order of the queue, from one on and round."""
    found = tx.connection.exec_driver_sql("SELECT id FROM batch WHERE NOT withdrawn ORDER BY id")
    batches = [row[0] for row in found]
    if forward:
        batches.reverse()
    place = batches.index(here) if here in batches else 0
    return [*batches[place:], *batches[:place]]


def _beyond(tx: Tx, document_id: int, key: str, way: str, ids: str) -> queue_filter.Condition:
    """Return the condition that a document comes after this one."""
    its = tx.connection.exec_driver_sql(
        f"SELECT {key} FROM document WHERE id = ?", (document_id,)
    ).scalar()
    after = f"AND {key} {way}= ? AND ({key} {way} ? OR document.id {ids} ?)"
    return after, (its, its, document_id)


def _first(
    tx: Tx,
    wanted: QueueFilter,
    batches: Sequence[int],
    order: str,
    beyond: queue_filter.Condition = ("", ()),
    *,
    but: int,
) -> int | None:
    """Return the first document with work, but one, of the first batch that has any."""
    for batch in batches:
        where, values = queue_filter.where(wanted, batch_id=batch)
        found = tx.connection.exec_driver_sql(
            "SELECT document.id FROM document WHERE document.batch_id = ? "
            f"AND NOT document.withdrawn AND NOT document.done AND document.id <> ? {beyond[0]} "
            f"{where} ORDER BY {order} LIMIT 1",
            (batch, but, *beyond[1], *values),
        ).scalar()
        if found is not None:
            return int(found)
    return None


def skip(tx: Tx, document_id: int) -> None:
    """Put a document behind all others of the orders that look for work."""
    tx.connection.exec_driver_sql(
        "UPDATE document SET skipped = 1 + (SELECT max(skipped) FROM document) WHERE id = ?",
        (document_id,),
    )


def waiting(tx: Tx, layers: Sequence[Layer], *, again: bool = False) -> list[int]:
    """Return shown documents with an open layer that no suggester has seen.

    Args:
        tx: any transaction.
        layers: those that matter.
        again: whether seen ones count too.
    """
    seen = "" if again else "AND dl.suggester_id IS NULL"
    marks = ", ".join("?" * len(layers))
    found = tx.connection.exec_driver_sql(
        "SELECT DISTINCT document.id FROM document_layer AS dl "
        "JOIN document ON document.id = dl.document_id JOIN batch ON batch.id = document.batch_id "
        "WHERE NOT batch.withdrawn AND NOT document.withdrawn AND NOT dl.reviewed "
        f"AND dl.layer IN ({marks}) {seen} ORDER BY document.batch_id DESC, document.id",
        tuple(layer.value for layer in layers),
    )
    return [row[0] for row in found]


def _rows(tx: Tx, found: Sequence[Sequence[Any]]) -> list[DocumentRow]:
    layers: dict[int, dict[Layer, tuple[bool, bool, bool]]] = {}
    counts: dict[tuple[int, Layer], tuple[int, int]] = {}
    for some in _portions([row[0] for row in found]):
        marks = ", ".join("?" * len(some))
        for number, layer, reviewed, blind, suggester in tx.connection.exec_driver_sql(
            "SELECT document_id, layer, reviewed, blind, suggester_id FROM document_layer "
            f"WHERE document_id IN ({marks})",
            some,
        ):
            state = (bool(reviewed), bool(blind), suggester is None)
            layers.setdefault(number, {})[Layer(layer)] = state
        for number, layer, left, decided in tx.connection.exec_driver_sql(
            "SELECT document_id, layer, sum(n) FILTER (WHERE state = 'suggested'), "
            "sum(n) FILTER (WHERE state <> 'suggested') FROM tally "
            f"WHERE document_id IN ({marks}) GROUP BY document_id, layer",
            some,
        ):
            counts[number, Layer(layer)] = (left or 0, decided or 0)
    return [_row(row, layers.get(row[0], {}), counts) for row in found]


def _portions(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A statement takes only so many values."""
    for first in range(0, len(numbers), _AT_ONCE):
        yield tuple(numbers[first : first + _AT_ONCE])


def _row(
    row: Sequence[Any],
    layers: dict[Layer, tuple[bool, bool, bool]],
    counts: dict[tuple[int, Layer], tuple[int, int]],
) -> DocumentRow:
    number, batch_id, title, agency, date, flagged, comment, versions = row
    return DocumentRow(
        id=number,
        batch_id=batch_id,
        title=title,
        agency=agency,
        date=date,
        flagged=bool(flagged),
        comment=comment or "",
        versions=bool(versions),
        counts={layer: Counts(*counts.get((number, layer), (0, 0))) for layer in layers},
        reviewed=frozenset(layer for layer, state in layers.items() if state[0]),
        waiting=frozenset(layer for layer, state in layers.items() if state[2] and not state[0]),
        blind=any(state[1] for state in layers.values()),
    )
