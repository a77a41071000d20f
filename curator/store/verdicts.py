"""What became of suggestions: how sure they were, and whether they were accepted as they were."""

from __future__ import annotations

from typing import NamedTuple

from curator.domain.annotation import Layer
from curator.store.transaction import Tx


class Judged(NamedTuple):
    """A machine's suggestion that a person decided.

    Attributes:
        confidence: as it was shown, 0–1.
        right: whether it was accepted as it was; corrected or rejected it was not.
    """

    confidence: float
    right: bool


def judged(tx: Tx, layer: Layer) -> list[Judged]:
    """Return every decided suggestion of a layer in documents that are shown, oldest first.

    Those that nobody is sure of say nothing, and what a person added was never suggested.
    """
    found = tx.connection.exec_driver_sql(
        "SELECT coalesce(confidence, score), annotation.state = 'accepted' AND proposed IS NULL "
        "FROM annotation JOIN document ON document.id = document_id "
        "JOIN batch ON batch.id = batch_id "
        "WHERE layer = ? AND suggester_id IS NOT NULL AND state IN ('accepted', 'rejected') "
        "AND coalesce(confidence, score) IS NOT NULL "
        "AND NOT document.withdrawn AND NOT batch.withdrawn ORDER BY annotation.id",
        (layer.value,),
    )
    return [Judged(row[0], bool(row[1])) for row in found]
