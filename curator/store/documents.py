"""Documents, their texts, their layers and their batches."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.changes import LayerState
from curator.domain.document import Candidate, DocumentView
from curator.domain.faults import Fault
from curator.store import annotations as stored
from curator.store import candidates, log, schemes
from curator.store.transaction import Tx

_VIEW = (
    "SELECT batch_id, sender_id, title, text, digest, meta, flagged, comment FROM document "
    "JOIN document_text ON document_id = id WHERE id = ?"
)
_AT_ONCE = 400
"""Documents asked for in one statement."""
SHOWN = (
    "document JOIN batch ON batch.id = batch_id AND NOT batch.withdrawn AND NOT document.withdrawn"
)


def view(tx: Tx, document_id: int) -> DocumentView:
    """Return a document as it is opened.

    Raises:
        Fault: ``document.missing``.
    """
    row = tx.connection.exec_driver_sql(_VIEW, (document_id,)).first()
    if row is None:
        raise Fault("document.missing", document=document_id)
    return DocumentView(
        id=document_id,
        batch_id=row[0],
        sender_id=row[1],
        title=row[2],
        text=row[3],
        digest=row[4],
        meta=json.loads(row[5]),
        layers=layers(tx, document_id),
        annotations=tuple(stored.of_document(tx, document_id)),
        candidates=_offered(tx, candidates.of_document(tx, document_id)),
        flagged=bool(row[6]),
        comment=row[7],
        change_set=log.head(tx)[0],
    )


def _offered(tx: Tx, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return candidates without those that the scheme has no label for, or a retired one."""
    if not found:
        return ()
    scheme = schemes.current(tx)
    return tuple(
        one for one in found if scheme.layer(one.annotation.layer).now(one.annotation.label)
    )


def text(tx: Tx, document_id: int) -> tuple[str, str]:
    """Return a document's text and its digest."""
    row = tx.connection.exec_driver_sql(
        "SELECT text, digest FROM document_text WHERE document_id = ?", (document_id,)
    ).first()
    if row is None:
        raise Fault("document.missing", document=document_id)
    return row[0], row[1]


def sender_id(tx: Tx, document_id: int) -> str:
    """Return the sender's id of a document."""
    return str(
        tx.connection.exec_driver_sql(
            "SELECT sender_id FROM document WHERE id = ?", (document_id,)
        ).scalar_one()
    )


def extra(tx: Tx, document_id: int) -> dict[str, Any]:
    """Return the keys of the sender that Curator does not know."""
    found = tx.connection.exec_driver_sql(
        "SELECT extra FROM document_text WHERE document_id = ?", (document_id,)
    ).scalar()
    return json.loads(found) if found else {}


def layers(tx: Tx, document_id: int) -> dict[Layer, LayerState]:
    """Return the state of each layer of a document."""
    return {state.layer: state for state in layers_of(tx, [document_id])}


def layers_of(tx: Tx, document_ids: Collection[int]) -> tuple[LayerState, ...]:
    """Return the states of all layers of some documents, by document."""
    wanted = sorted(document_ids)
    found: list[LayerState] = []
    for first in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[first : first + _AT_ONCE])
        rows = tx.connection.exec_driver_sql(
            "SELECT document_id, layer, reviewed, blind, suggester_id FROM document_layer "
            f"WHERE document_id IN ({', '.join('?' * len(some))}) ORDER BY document_id, layer DESC",
            some,
        )
        found += [LayerState(r[0], Layer(r[1]), bool(r[2]), bool(r[3]), r[4]) for r in rows]
    return tuple(found)


def set_reviewed(tx: Tx, layers: Iterable[tuple[int, Layer]], *, reviewed: bool) -> None:
    """Close or open layers of documents; a document with all layers closed is done."""
    rows = list(layers)
    if rows:
        tx.connection.exec_driver_sql(
            "UPDATE document_layer SET reviewed = ? WHERE document_id = ? AND layer = ?",
            [(int(reviewed), document_id, layer.value) for document_id, layer in rows],
        )
        tx.connection.exec_driver_sql(
            "UPDATE document SET done = (SELECT min(reviewed) FROM document_layer "
            "WHERE document_id = document.id) WHERE id = ?",
            [(document_id,) for document_id in sorted({row[0] for row in rows})],
        )
        tx.touched.update(row[0] for row in rows)


def set_suggested(tx: Tx, document_id: int, layer: Layer, suggester_id: int) -> None:
    """Note which suggester has proposed in a layer of a document."""
    tx.connection.exec_driver_sql(
        "UPDATE document_layer SET suggester_id = ? WHERE document_id = ? AND layer = ?",
        (suggester_id, document_id, layer.value),
    )
    tx.touched.add(document_id)


def set_flag(tx: Tx, document_id: int, *, flagged: bool) -> None:
    """Flag a document, or take its flag away."""
    tx.connection.exec_driver_sql(
        "UPDATE document SET flagged = ? WHERE id = ?", (int(flagged), document_id)
    )


def set_comment(tx: Tx, document_id: int, comment: str | None) -> None:
    """Put a comment on a document; None takes it away."""
    tx.connection.exec_driver_sql(
        "UPDATE document SET comment = ? WHERE id = ?", (comment, document_id)
    )


def set_withdrawn(tx: Tx, table: str, number: int, *, withdrawn: bool) -> None:
    """Withdraw or restore a document or a batch.

    Args:
        tx: a writing transaction.
        table: ``"document"`` or ``"batch"``.
        number: its id.
        withdrawn: whether it is out of queue, counts, search and export.
    """
    tx.connection.exec_driver_sql(
        f"UPDATE {table} SET withdrawn = ? WHERE id = ?", (int(withdrawn), number)
    )


def withdrawn(tx: Tx) -> list[str]:
    """Return the senders' ids of documents that were withdrawn by themselves, in their order."""
    found = tx.connection.exec_driver_sql(
        "SELECT sender_id FROM document WHERE withdrawn ORDER BY id"
    )
    return [row[0] for row in found]


def flags(tx: Tx, table: str, number: int) -> dict[str, Any]:
    """Return what the log can change of a document or a batch, as a plain value.

    A comment stands in it only where there is one.
    """
    columns = ("flagged", "withdrawn") if table == "document" else ("withdrawn",)
    said = "comment" if table == "document" else "NULL"
    *row, comment = tx.connection.exec_driver_sql(
        f"SELECT {', '.join(columns)}, {said} FROM {table} WHERE id = ?", (number,)
    ).one()
    kept: dict[str, Any] = {name: bool(one) for name, one in zip(columns, row, strict=True)}
    return kept if comment is None else {**kept, "comment": comment}


def shown_ids(tx: Tx, *, reviewed: Iterable[Layer] = ()) -> list[int]:
    """Return the documents that are not withdrawn, in the order of the queue's batches.

    Args:
        tx: any transaction.
        reviewed: only documents of which any of these layers is closed; empty: all.
    """
    wanted = [layer.value for layer in reviewed]
    where = ""
    if wanted:
        marks = ", ".join("?" * len(wanted))
        where = (
            "WHERE EXISTS (SELECT 1 FROM document_layer AS dl WHERE dl.document_id = document.id "
            f"AND dl.reviewed AND dl.layer IN ({marks}))"
        )
    found = tx.connection.exec_driver_sql(
        f"SELECT document.id FROM {SHOWN} {where} ORDER BY document.id", tuple(wanted)
    )
    return [row[0] for row in found]


def known(tx: Tx, sender_ids: Sequence[str]) -> dict[str, tuple[int, str, bool]]:
    """Return which of the sender's ids exist: document, digest of its text, whether withdrawn."""
    marks = ", ".join("?" * len(sender_ids))
    found = tx.connection.exec_driver_sql(
        "SELECT sender_id, document.id, digest, document.withdrawn OR batch.withdrawn "
        "FROM document JOIN document_text ON document_id = document.id "
        f"JOIN batch ON batch.id = batch_id WHERE sender_id IN ({marks})",
        tuple(sender_ids),
    )
    return {row[0]: (row[1], row[2], bool(row[3])) for row in found}


def with_digest(tx: Tx, digest: str) -> str | None:
    """Return the sender's id of a document with this text, None when there is none."""
    found = tx.connection.exec_driver_sql(
        "SELECT sender_id FROM document_text JOIN document ON id = document_id WHERE digest = ? "
        "ORDER BY id LIMIT 1",
        (digest,),
    ).scalar()
    return None if found is None else str(found)


def decided_strings(tx: Tx, layer: Layer, quote: str) -> list[tuple[str, str, int]]:
    """Return what a string was decided to be in shown documents: label, state, document."""
    found = tx.connection.exec_driver_sql(
        "SELECT label, annotation.state, document.id FROM annotation "
        f"JOIN ({SHOWN}) ON document.id = document_id "
        "WHERE quote = ? AND layer = ? AND annotation.state IN ('accepted', 'rejected') "
        "ORDER BY annotation.id",
        (quote, layer.value),
    )
    return [(row[0], row[1], row[2]) for row in found]


def last_decided(tx: Tx, layer: Layer, quote: str) -> tuple[str, str] | None:
    """Return where a string was decided last in shown documents: title, and date.

    The date is the document's, or the day of the decision where it has none.
    """
    found = tx.connection.exec_driver_sql(
        "SELECT document.title, coalesce(nullif(document.date, ''), substr(time, 1, 10)) "
        "FROM decision JOIN change_set ON change_set.id = change_set_id "
        "JOIN annotation ON annotation.id = subject_id "
        "JOIN document ON document.id = annotation.document_id "
        "JOIN batch ON batch.id = batch_id AND NOT batch.withdrawn AND NOT document.withdrawn "
        "WHERE subject = 'annotation' AND subject_id IN (SELECT id FROM annotation WHERE quote = ? "
        "AND layer = ? AND state IN ('accepted', 'rejected')) ORDER BY decision.id DESC LIMIT 1",
        (quote, layer.value),
    ).first()
    return None if found is None else (found[0], found[1])
