"""The full-text index of all documents, asked for the best places of some words."""

from __future__ import annotations

from curator.domain.search import MARKS, Hit, Hits, pieces, query
from curator.store.transaction import Tx

_AROUND = 24
"""Words of a snippet."""
_FROM = (
    "FROM search JOIN document ON document.id = search.rowid AND NOT document.withdrawn "
    "JOIN batch ON batch.id = document.batch_id AND NOT batch.withdrawn WHERE search MATCH ?"
)


def hits(tx: Tx, words: str, *, most: int) -> Hits:
    """Return the documents that have some words, the best first; none for no words.

    Args:
        tx: any transaction.
        words: as typed.
        most: so many are returned at most.
    """
    asked = query(words)
    if not asked:
        return Hits()
    found = tx.connection.exec_driver_sql(
        f"SELECT document.id, document.title, batch.name, snippet(search, 0, ?, ?, '…', {_AROUND}) "
        f"{_FROM} ORDER BY search.rank, document.id LIMIT ?",
        (*MARKS, asked, most),
    ).all()
    total = len(found)
    if total == most:
        total = tx.connection.exec_driver_sql(f"SELECT count(*) {_FROM}", (asked,)).scalar() or 0
    return Hits(tuple(Hit(row[0], row[1], row[2], pieces(row[3])) for row in found), total)
