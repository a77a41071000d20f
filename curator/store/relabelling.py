"""Which annotations bear a label, whatever has become of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.scheme_draft import Place
from curator.domain.scheme_steps import Use
from curator.store import annotations as stored
from curator.store.transaction import Tx

_LAST = (
    "SELECT after FROM decision WHERE subject = 'annotation' AND subject_id = annotation.id "
    "AND decision.layer IS NULL ORDER BY decision.id DESC LIMIT 1"
)
"""The state in which the log leaves an annotation."""


def uses(tx: Tx) -> dict[Place, Use]:
    """Return how many annotations of all documents bear each label."""
    found: dict[Place, Use] = {}
    for layer, label, waiting, n in tx.connection.exec_driver_sql(
        "SELECT layer, label, sum(n) FILTER (WHERE state = ?), sum(n) FROM tally "
        "GROUP BY layer, label ORDER BY layer, label",
        (State.SUGGESTED.value,),
    ):
        found[Layer(layer), label] = Use(n - (waiting or 0), waiting or 0)
    return found


def bearing(
    tx: Tx, layer: Layer, labels: Collection[str]
) -> Iterator[tuple[int, list[Annotation]]]:
    """Yield documents with the annotations that bear one of some labels, or were proposed as one.

    Those that are gone come too, for undo may bring them back; save those that are as if they had
    never been, because their adding was undone.
    """
    marks = ", ".join("?" * len(labels))
    numbers: dict[int, list[int]] = {}
    for document_id, number in tx.connection.exec_driver_sql(
        f"SELECT document_id, id FROM annotation WHERE layer = ? AND (label IN ({marks}) OR "
        f"(proposed IS NOT NULL AND json_extract(proposed, '$.label') IN ({marks}))) "
        f"AND NOT (state = 'withdrawn' AND ({_LAST}) IS NULL) ORDER BY document_id, id",
        (layer.value, *labels, *labels),
    ):
        numbers.setdefault(document_id, []).append(number)
    for document_id, own in numbers.items():
        wanted = set(own)
        here = stored.of_document(tx, document_id, gone=True)
        yield document_id, [one for one in here if one.id in wanted]
