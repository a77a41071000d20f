"""Where identities are named: how often, in how many documents, and at which places."""

from __future__ import annotations

from typing import Any, NamedTuple

from curator.domain.annotation import Annotation
from curator.domain.identities.identity import IS
from curator.store import annotations as stored
from curator.store import documents
from curator.store.transaction import Tx

_SHOWN = (
    "FROM reference JOIN annotation ON annotation.id = annotation_id "
    "JOIN document ON document.id = document_id JOIN batch ON batch.id = batch_id "
    "WHERE role = ? AND state NOT IN ('superseded', 'withdrawn', 'rejected') "
    "AND NOT document.withdrawn AND NOT batch.withdrawn "
)


class Counts(NamedTuple):
    """How often an identity is named in documents that are shown."""

    mentions: int
    sources: int
    documents: int


class Place(NamedTuple):
    """A place at which an identity is named.

    Attributes:
        annotation: the entity, or the claim whose source it is.
        title: of its document.
        text: of its document.
    """

    annotation: Annotation
    title: str
    text: str


def counts(tx: Tx) -> dict[int, Counts]:
    """Return how often each identity is named; those that never are, are left out."""
    found: Any = tx.connection.exec_driver_sql(
        "SELECT identity_id, sum(layer = 'entity'), sum(layer = 'claim'), "
        f"count(DISTINCT document_id) {_SHOWN} GROUP BY identity_id",
        (IS,),
    )
    return {row[0]: Counts(row[1], row[2], row[3]) for row in found}


def of(tx: Tx, identity_id: int) -> list[Place]:
    """Return the places of an identity by document and place."""
    found = tx.connection.exec_driver_sql(
        f"SELECT annotation_id, document_id, title {_SHOWN} AND identity_id = ? "
        "ORDER BY document_id, start, annotation_id",
        (IS, identity_id),
    ).all()
    texts = {number: documents.text(tx, number)[0] for number in {row[1] for row in found}}
    return [Place(stored.get(tx, [row[0]])[0], row[2], texts[row[1]]) for row in found]
