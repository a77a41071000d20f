"""Counts per document, layer, label and state, kept in the transaction that changes them."""

from __future__ import annotations

from curator.domain.annotation import Layer, State
from curator.store.transaction import Tx

COUNTED = (
    "SELECT document_id, layer, label, state, count(*) FROM annotation "
    "WHERE state NOT IN ('superseded', 'withdrawn') {where} "
    "GROUP BY document_id, layer, label, state"
)

_CONFIDENCE = "coalesce(confidence, score, 1.0)"
_WAITING = "FROM annotation WHERE document_id = document.id AND state = 'suggested'"
SAVING = f"SELECT coalesce(sum({_CONFIDENCE}), 0.0) {_WAITING}"
"""Edits that a document's suggestions save, as far as they are right: their confidences added."""

UNCERTAINTY = f"SELECT coalesce(avg(1.0 - abs(2.0 * {_CONFIDENCE} - 1.0)), 0.0) {_WAITING}"
"""How much their verdicts teach, 0–1: the mean of how far each is from sure."""

WAITING = f"UPDATE document SET saving = ({SAVING}), uncertainty = ({UNCERTAINTY})"
"""Writes both; for which documents follows."""


def count_anew(tx: Tx) -> None:
    """Count the annotations of every touched document anew, and weigh those that wait."""
    rows = [(document,) for document in sorted(tx.touched)]
    if rows:
        tx.connection.exec_driver_sql("DELETE FROM tally WHERE document_id = ?", rows)
        where = "AND document_id = ?"
        tx.connection.exec_driver_sql(f"INSERT INTO tally {COUNTED.format(where=where)}", rows)
        tx.connection.exec_driver_sql(f"{WAITING} WHERE id = ?", rows)
    tx.touched.clear()


def totals(tx: Tx) -> dict[Layer, dict[str, dict[State, int]]]:
    """Return how many annotations each label has in each state, over all shown documents."""
    found: dict[Layer, dict[str, dict[State, int]]] = {}
    rows = tx.connection.exec_driver_sql(
        "SELECT layer, label, state, sum(n) FROM tally "
        "JOIN document ON document.id = document_id JOIN batch ON batch.id = batch_id "
        "WHERE NOT document.withdrawn AND NOT batch.withdrawn "
        "GROUP BY layer, label, state ORDER BY layer, label, state"
    )
    for layer, label, state, n in rows:
        found.setdefault(Layer(layer), {}).setdefault(label, {})[State(state)] = n
    return found
