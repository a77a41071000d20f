"""What the queue lists: its outline under a filter, and its rows a page at a time."""

from __future__ import annotations

import re
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
    Which,
)
from curator.store import log
from curator.store.transaction import Tx

_WHICH = {
    Which.ALL: "",
    Which.TO_DO: "AND NOT document.done",
    Which.DONE: "AND document.done",
    Which.FLAGGED: "AND document.flagged",
}
_ORDER = {
    Order.IMPORTED: "document.id",
    Order.SAVING: "document.skipped, document.saving DESC, document.id",
    Order.UNCERTAINTY: "document.skipped, document.uncertainty DESC, document.id",
}
_AT_ONCE = 500
"""Documents asked for in one statement."""

_ROW = (
    "document.id, document.batch_id, document.title, document.agency, document.date, "
    "document.flagged"
)


def outline(tx: Tx, wanted: QueueFilter) -> QueueOutline:
    """Return the shape of the queue under a filter."""
    where, values = _where(wanted)
    batches = {
        row[0]: row
        for row in tx.connection.exec_driver_sql(
            "SELECT batch.id, batch.name, count(*), coalesce(sum(document.done), 0) FROM batch "
            "JOIN document ON document.batch_id = batch.id AND NOT document.withdrawn "
            "WHERE NOT batch.withdrawn GROUP BY batch.id ORDER BY batch.id DESC"
        )
    }
    left = {
        row[0]: row[1]
        for row in tx.connection.exec_driver_sql(
            f"SELECT document.batch_id, count(*) FROM document WHERE NOT document.withdrawn {where}"
            " GROUP BY document.batch_id",
            values,
        )
    }
    rows = tuple(
        BatchRow(number, name, left[number], done, total)
        for number, name, total, done in batches.values()
        if left.get(number)
    )
    return QueueOutline(
        batches=rows,
        documents=sum(row.documents for row in rows),
        total=sum(row[2] for row in batches.values()),
        done=sum(row[3] for row in batches.values()),
        change_set=log.head(tx)[0],
    )


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
    where, values = _where(wanted)
    found = tx.connection.exec_driver_sql(
        f"SELECT {_ROW} FROM document WHERE document.batch_id = ? AND NOT document.withdrawn "
        f"{where} ORDER BY {_ORDER[wanted.order]} LIMIT ? OFFSET ?",
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


def neighbour(tx: Tx, document_id: int, *, forward: bool) -> int | None:
    """Return the next document with work in the order of the queue, None when there is no other.

    Batches follow newest first, documents within one by id; it goes round at the end. Work is
    an open layer.
    """
    here = tx.connection.exec_driver_sql(
        "SELECT batch_id FROM document WHERE id = ?", (document_id,)
    ).scalar()
    batches = [
        row[0]
        for row in tx.connection.exec_driver_sql(
            "SELECT id FROM batch WHERE NOT withdrawn ORDER BY id"
        )
    ]
    later = [one for one in batches if here is not None and one > here]
    earlier = [one for one in batches if here is None or one < here]
    order = [*reversed(earlier), *reversed(later)] if forward else [*later, *earlier]
    places = [(one, 0, _LAST) for one in order]
    if here in batches:
        above, below = (here, 0, document_id), (here, document_id, _LAST)
        places = [below, *places, above] if forward else [above, *places, below]
    work = _WORK.format(order="ASC" if forward else "DESC")
    for place in places:
        found = tx.connection.exec_driver_sql(work, place).scalar()
        if found is not None:
            return int(found)
    return None


def first(tx: Tx, document_id: int, order: Order) -> int | None:
    """Return the first document with work in an order, but one; None when there is no other.

    Args:
        tx: any transaction.
        document_id: the one to leave; its batch is looked through first, then the newest.
        order: of the documents within a batch.
    """
    found = tx.connection.exec_driver_sql(
        "SELECT document.id FROM document JOIN batch ON batch.id = batch_id "
        "WHERE NOT batch.withdrawn AND NOT document.withdrawn AND NOT done AND document.id <> ? "
        "ORDER BY batch_id = (SELECT batch_id FROM document WHERE id = ?) DESC, batch_id DESC, "
        f"{_ORDER[order]} LIMIT 1",
        (document_id, document_id),
    ).scalar()
    return None if found is None else int(found)


def skip(tx: Tx, document_id: int) -> None:
    """Put a document behind all others of the orders that look for work."""
    tx.connection.exec_driver_sql(
        "UPDATE document SET skipped = 1 + (SELECT max(skipped) FROM document) WHERE id = ?",
        (document_id,),
    )


_LAST = 2**63 - 1
_WORK = (
    "SELECT id FROM document WHERE batch_id = ? AND id > ? AND id < ? "
    "AND NOT withdrawn AND NOT done ORDER BY id {order} LIMIT 1"
)
"""First or last document of a batch with work between two ids; an index alone tells."""


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


def _where(wanted: QueueFilter) -> tuple[str, tuple[Any, ...]]:
    where = _WHICH[wanted.which]
    words = re.findall(r"\w+", wanted.words)
    if not words:
        return where, ()
    query = " ".join(f'"{word}"*' for word in words)
    titled = " AND ".join("document.title LIKE ? ESCAPE '!'" for _ in words)
    return (
        f"{where} AND (({titled}) OR document.id IN "
        "(SELECT rowid FROM search WHERE search MATCH ?))",
        (*(f"%{word.replace('_', '!_')}%" for word in words), query),
    )


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
    number, batch_id, title, agency, date, flagged = row
    return DocumentRow(
        id=number,
        batch_id=batch_id,
        title=title,
        agency=agency,
        date=date,
        flagged=bool(flagged),
        counts={layer: Counts(*counts.get((number, layer), (0, 0))) for layer in layers},
        reviewed=frozenset(layer for layer, state in layers.items() if state[0]),
        waiting=frozenset(layer for layer, state in layers.items() if state[2] and not state[0]),
        blind=any(state[1] for state in layers.values()),
    )
