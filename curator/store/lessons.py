"""What lessons are drawn from: decided entities, texts of closed documents, where strings stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Subject
from curator.domain.learning.strings import key_of
from curator.domain.learning.taught import Row
from curator.store.transaction import Tx

_AT_ONCE = 500
"""Documents asked for in one statement."""

_SHOWN = (
    "document_layer AS dl JOIN document ON document.id = dl.document_id AND NOT document.withdrawn "
    "JOIN batch ON batch.id = document.batch_id AND NOT batch.withdrawn"
)
_ROWS = (
    'SELECT one.document_id, one.label, start, "end", one.state, one.suggester_id, one.score, '
    "pattern, one.evidence, proposed, EXISTS (SELECT 1 FROM candidate WHERE promoted = one.id "
    "AND document_id = one.document_id AND why <> 'blind') "
    "FROM annotation AS one JOIN document_layer AS dl "
    "ON dl.document_id = one.document_id AND dl.layer = one.layer WHERE one.layer = 'entity' "
    "AND (one.state IN ('accepted', 'rejected') OR dl.reviewed AND one.state IN "
    "('unsure', 'suggested')) AND one.document_id IN ({marks}) ORDER BY one.document_id"
)


class Lectern(NamedTuple):
    """A document that teaches about entities.

    Attributes:
        id: the document's.
        text: the document's.
        reviewed: whether its entity layer is closed.
        rows: its entities, as far as they teach.
    """

    id: int
    text: str
    reviewed: bool
    rows: tuple[Row, ...]


class Touched(NamedTuple):
    """What change sets touched.

    Attributes:
        head: the newest of them.
        documents: in which anything may teach otherwise now.
        lists: whether word lists changed.
    """

    head: int
    documents: frozenset[int]
    lists: bool


def teaching(tx: Tx, document_ids: Iterable[int] | None = None) -> Iterator[Lectern]:
    """Yield documents that teach about entities, as they stand; by id.

    A blind document teaches once its layer is closed, a withdrawn one never.

    Args:
        tx: any transaction.
        document_ids: those to look at; None for all.
    """
    found = tx.connection.exec_driver_sql("SELECT id, name FROM suggester")
    names = {row[0]: row[1] for row in found}
    numbers = _numbers(tx) if document_ids is None else sorted(document_ids)
    for first in range(0, len(numbers), _AT_ONCE):
        yield from _portion(tx, numbers[first : first + _AT_ONCE], names)


def _numbers(tx: Tx) -> list[int]:
    found = tx.connection.exec_driver_sql(
        "SELECT document_id FROM document_layer WHERE layer = 'entity' AND reviewed UNION "
        "SELECT document_id FROM annotation WHERE layer = 'entity' AND state IN "
        "('accepted', 'rejected') ORDER BY 1"
    )
    return [row[0] for row in found]


def _portion(tx: Tx, numbers: Sequence[int], names: dict[int, str]) -> Iterator[Lectern]:
    marks = ", ".join("?" * len(numbers))
    rows = tx.connection.exec_driver_sql(_ROWS.format(marks=marks), tuple(numbers))
    by_document = {
        number: tuple(_row(one, names) for one in group)
        for number, group in groupby(rows, key=lambda one: one[0])
    }
    for number, text, reviewed in tx.connection.exec_driver_sql(
        f"SELECT dl.document_id, text, dl.reviewed FROM {_SHOWN} "
        "JOIN document_text ON document_text.document_id = dl.document_id "
        f"WHERE dl.layer = 'entity' AND (dl.reviewed OR NOT dl.blind) "
        f"AND dl.document_id IN ({marks}) ORDER BY dl.document_id",
        tuple(numbers),
    ):
        yield Lectern(number, text, bool(reviewed), by_document.get(number, ()))


def touched(tx: Tx, after: int) -> Touched:
    """Return what change sets with higher numbers touched.

    Args:
        tx: any transaction.
        after: the newest change set that is known already.
    """
    head = tx.connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM change_set").scalar_one()
    found: set[int] = set()
    batches: set[int] = set()
    lists = False
    for subject, number, document_id in tx.connection.exec_driver_sql(
        "SELECT DISTINCT subject, CASE subject WHEN 'annotation' THEN 0 ELSE subject_id END, "
        "document_id FROM decision WHERE change_set_id > ?",
        (after,),
    ):
        match subject:
            case Subject.ANNOTATION if document_id is not None:
                found.add(document_id)
            case Subject.LAYER | Subject.DOCUMENT:
                found.add(number)
            case Subject.BATCH:
                batches.add(number)
            case Subject.LIST:
                lists = True
    for number in batches:
        within = tx.connection.exec_driver_sql(
            "SELECT id FROM document WHERE batch_id = ?", (number,)
        )
        found.update(row[0] for row in within)
    return Touched(int(head), frozenset(found), lists)


def newest_suggesters(tx: Tx) -> dict[str, int]:
    """Return the newest version of each suggester of entities by name."""
    found = tx.connection.exec_driver_sql(
        "SELECT name, max(id) FROM suggester WHERE layer = 'entity' GROUP BY name"
    )
    return {row[0]: row[1] for row in found}


def containing(tx: Tx, string: str, layer: Layer, *, reviewed: bool) -> list[int]:
    """Return shown documents in which a string may stand; in all others it does not.

    Args:
        tx: any transaction.
        string: one or several words.
        layer: whose state counts.
        reviewed: whether the layer is closed in them, or open.
    """
    if string.isascii() and any(map(str.isalnum, string)):
        may = "dl.document_id IN (SELECT rowid FROM search WHERE search MATCH ?)"
        sought = '"' + string.replace('"', " ") + '"'
    else:
        may = (
            "EXISTS (SELECT 1 FROM document_text AS here WHERE here.document_id = dl.document_id "
            "AND instr(here.text, ?))"
        )
        sought = max(key_of(string), key=len, default=string)
    found = tx.connection.exec_driver_sql(
        f"SELECT dl.document_id FROM {_SHOWN} WHERE dl.layer = ? AND dl.reviewed = ? AND {may} "
        "ORDER BY dl.document_id",
        (layer.value, int(reviewed), sought),
    )
    return [row[0] for row in found]


def _row(row: Sequence[Any], names: dict[int, str]) -> Row:
    _document, label, start, end, state, suggester, score, pattern, evidence, proposed, held = row
    first = json.loads(proposed) if proposed else None
    return Row(
        label=label,
        start=start,
        end=end,
        state=State(state),
        suggester=names.get(suggester),
        suggester_id=suggester or 0,
        score=score,
        pattern=pattern,
        evidence=json.loads(evidence) if evidence else None,
        proposed=(first["label"], tuple(first["parts"][0][1:3])) if first else None,
        promoted=bool(held),
    )
