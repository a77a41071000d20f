"""Imported documents go in: plain rows by executemany, nothing per annotation in Python twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.blind import is_blind
from curator.domain.canonical import canonical
from curator.domain.text import NORMALISER
from curator.store import annotations as stored
from curator.store import candidates
from curator.store.transaction import Tx


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that is to go in.

    Attributes:
        sender_id: unique in the project.
        title: its title, or its first sentence.
        text: normalised.
        digest: of the text.
        source_digest: of the bytes it was read from.
        removed: offset map of the normaliser.
        agency: who sent it.
        date: as in its metadata.
        language: as in its metadata, empty when unknown.
        meta: what is known of it.
        extra: keys of the sender that Curator does not know.
    """

    sender_id: str
    title: str
    text: str
    digest: str
    source_digest: str
    removed: Sequence[int]
    agency: str
    date: str
    language: str
    meta: dict[str, Any]
    extra: dict[str, Any]


def new_batch(tx: Tx, *, name: str, origin: str) -> int:
    """Make a batch and return its id."""
    found = tx.connection.exec_driver_sql(
        "INSERT INTO batch (name, origin, created, report, withdrawn) VALUES (?, ?, ?, '{}', 0)",
        (name, origin, tx.clock().isoformat(timespec="seconds")),
    ).lastrowid
    return int(found or 0)


def report(tx: Tx, batch_id: int) -> dict[str, Any]:
    """Return what was skipped in a batch and why."""
    found = tx.connection.exec_driver_sql(
        "SELECT report FROM batch WHERE id = ?", (batch_id,)
    ).scalar_one()
    return dict(json.loads(found))


def set_report(tx: Tx, batch_id: int, report: dict[str, Any]) -> None:
    """Keep with a batch what was skipped and why."""
    tx.connection.exec_driver_sql(
        "UPDATE batch SET report = ? WHERE id = ?", (canonical(report), batch_id)
    )


def insert_documents(
    tx: Tx,
    batch_id: int,
    documents: Sequence[NewDocument],
    *,
    layers: Iterable[Layer],
    seed: str,
    blind_share: float,
) -> list[tuple[int, bool]]:
    """Insert documents with their texts and open layers.

    Args:
        tx: a writing transaction.
        batch_id: of the batch they came with.
        documents: with ids of the sender's that are new to the project.
        layers: of the scheme.
        seed: of the project; which documents are blind follows from it.
        blind_share: how many are, 0–1.

    Returns:
        Their ids in order, each with whether it is blind.
    """
    first = 1 + int(
        tx.connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM document").scalar_one()
    )
    ids = list(range(first, first + len(documents)))
    blind = [blind_share > 0 and is_blind(seed, d.digest, blind_share) for d in documents]
    names = [layer.value for layer in layers]
    for sql, rows in _inserts(batch_id, list(zip(ids, documents, blind, strict=True)), names):
        if rows:
            tx.connection.exec_driver_sql(sql, rows)
    tx.touched.update(ids)
    return list(zip(ids, blind, strict=True))


def _inserts(
    batch_id: int, new: Sequence[tuple[int, NewDocument, bool]], layers: Sequence[str]
) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Return the statements that documents go in by, each with its rows."""
    return [
        (
            "INSERT INTO document (id, batch_id, sender_id, title, agency, date, language, done, "
            "flagged, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
            [(n, batch_id, d.sender_id, d.title, d.agency, d.date, d.language) for n, d, _ in new],
        ),
        (
            "INSERT INTO document_text (document_id, text, digest, source_digest, normaliser, "
            f"removed, meta, extra) VALUES (?, ?, ?, ?, {NORMALISER}, ?, ?, ?)",
            [_text_row(n, d) for n, d, _ in new],
        ),
        (
            "INSERT INTO document_layer (document_id, layer, reviewed, blind) VALUES (?, ?, 0, ?)",
            [(n, layer, int(hidden)) for n, _, hidden in new for layer in layers],
        ),
        ("INSERT INTO search (rowid, text) VALUES (?, ?)", [(n, d.text) for n, d, _ in new]),
    ]


def _text_row(number: int, document: NewDocument) -> tuple[Any, ...]:
    return (
        number,
        document.text,
        document.digest,
        document.source_digest,
        canonical(list(document.removed)) if document.removed else None,
        canonical(document.meta),
        canonical(document.extra) if document.extra else None,
    )


def insert_rows(tx: Tx, rows: Sequence[Sequence[Any]]) -> None:
    """Insert annotation rows in the order of `annotations.COLUMNS`, checked by the importer."""
    if rows:
        tx.connection.exec_driver_sql(stored.INSERT, rows)
        tx.touched.update(row[1] for row in rows)


def insert_candidate_rows(tx: Tx, rows: Sequence[Sequence[Any]]) -> None:
    """Insert candidate rows in the order of `candidates.COLUMNS`."""
    if rows:
        tx.connection.exec_driver_sql(candidates.INSERT, rows)


def insert_links(tx: Tx, rows: Sequence[tuple[int, str, int]]) -> None:
    """Insert links between imported annotations: annotation, role, target."""
    if rows:
        tx.connection.exec_driver_sql("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", list(rows))
