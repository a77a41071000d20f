"""Counts of annotations, and what the queue asks of documents: kept up by every transaction."""

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

LEFT = (
    "SELECT coalesce(sum(n), 0) FROM tally WHERE document_id = document.id AND state = 'suggested'"
)
"""How many suggestions wait in a document."""

_HIDDEN = (
    "tally.state = 'suggested' AND EXISTS (SELECT 1 FROM document_layer AS dl "
    "WHERE dl.document_id = document.id AND dl.layer = tally.layer AND dl.blind "
    "AND NOT dl.reviewed)"
)
TRAITS = (
    "SELECT coalesce(group_concat('|' || trait || '|', ''), '') FROM ("
    "SELECT 'label=' || lower(label) AS trait FROM tally WHERE document_id = document.id "
    f"AND state <> 'rejected' AND NOT ({_HIDDEN}) "
    "UNION SELECT layer || '=left' FROM tally WHERE document_id = document.id "
    "AND state = 'suggested' "
    "UNION SELECT layer || iif(reviewed, '=done', '=open') FROM document_layer "
    "WHERE document_id = document.id "
    "UNION SELECT layer || '=unseen' FROM document_layer WHERE document_id = document.id "
    "AND NOT reviewed AND suggester_id IS NULL ORDER BY trait)"
)
"""What the queue filters a document by, as ``|label=org||entity=open|`` (small letters).

Its labels, those that are rejected and those that a blind document hides left out, and how its
layers stand. To look into `tally` and `document_layer` for each of 100,000 documents takes 60 to
200 ms; to look for a word in this, 20.
"""

ASKED = (
    f"UPDATE document SET saving = ({SAVING}), uncertainty = ({UNCERTAINTY}), waiting = ({LEFT}), "
    f"traits = ({TRAITS})"
)
"""Writes all of it; for which documents follows."""


def count_anew(tx: Tx) -> None:
    """Count the annotations of every touched document anew, and what the queue asks of it."""
    rows = [(document,) for document in sorted(tx.touched)]
    if rows:
        tx.connection.exec_driver_sql("DELETE FROM tally WHERE document_id = ?", rows)
        where = "AND document_id = ?"
        tx.connection.exec_driver_sql(f"INSERT INTO tally {COUNTED.format(where=where)}", rows)
        tx.connection.exec_driver_sql(f"{ASKED} WHERE id = ?", rows)
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
