"""Which documents teach about claims, and what they have of them."""

from __future__ import annotations

from typing import NamedTuple

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.document import Candidate
from curator.store import annotations as stored
from curator.store import candidates, documents
from curator.store.transaction import Tx

_TEACHING = (
    "FROM document JOIN batch ON batch.id = batch_id "
    "WHERE NOT document.withdrawn AND NOT batch.withdrawn AND (EXISTS ("
    "SELECT 1 FROM annotation WHERE annotation.document_id = document.id "
    "AND layer = ? AND state IN ('accepted', 'rejected')) OR EXISTS ("
    "SELECT 1 FROM document_layer WHERE document_layer.document_id = document.id "
    "AND layer = ? AND reviewed))"
)
_LAYERS = (Layer.CLAIM.value, Layer.CLAIM.value)


class Claims(NamedTuple):
    """The claims of a document.

    Attributes:
        text: of the document.
        claims: all of them, gone ones aside.
        held: candidates; none where they teach nothing.
        reviewed: whether the document was reviewed for claims.
    """

    text: str
    claims: list[Annotation]
    held: list[Candidate]
    reviewed: bool


def newest(tx: Tx) -> list[int]:
    """Return the documents that teach about claims, where something was decided last first."""
    found = tx.connection.exec_driver_sql(
        f"SELECT document.id {_TEACHING} ORDER BY "
        "(SELECT max(id) FROM decision WHERE document_id = document.id) DESC, document.id DESC",
        _LAYERS,
    )
    return [row[0] for row in found]


def teaches(tx: Tx, document_id: int) -> bool:
    """Whether a document has decided claims, or was reviewed for claims."""
    found = tx.connection.exec_driver_sql(
        f"SELECT 1 {_TEACHING} AND document.id = ?", (*_LAYERS, document_id)
    )
    return found.first() is not None


def of_document(tx: Tx, document_id: int) -> Claims:
    """Return a document's claims; candidates only where a person said something about them."""
    text, _digest = documents.text(tx, document_id)
    state = documents.layers(tx, document_id).get(Layer.CLAIM)
    claims = [one for one in stored.of_document(tx, document_id) if one.layer is Layer.CLAIM]
    reviewed = state is not None and state.reviewed
    held: list[Candidate] = []
    if reviewed or any(one.by_hand and one.state is State.ACCEPTED for one in claims):
        found = candidates.of_document(tx, document_id)
        held = [one for one in found if one.annotation.layer is Layer.CLAIM]
    return Claims(text, claims, held, reviewed)
