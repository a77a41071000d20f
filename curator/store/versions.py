"""What the project's file knows of the recogniser's versions, and of whom they can learn from."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from curator.domain.annotation import Layer
from curator.domain.canonical import canonical
from curator.store import schemes
from curator.store.documents import SHOWN
from curator.store.transaction import Tx

_IN_USE = "weights"
"""Setting that names the version in use; empty for the base model."""


class ReviewedDocument(NamedTuple):
    """A shown document whose layer is closed."""

    id: int
    digest: str
    blind: bool


def reviewed(tx: Tx, layer: Layer) -> list[ReviewedDocument]:
    """Return the shown documents of which a layer is closed, in their order."""
    found = tx.connection.exec_driver_sql(
        f"SELECT document.id, dt.digest, dl.blind FROM {SHOWN} "
        "JOIN document_layer AS dl ON dl.document_id = document.id "
        "JOIN document_text AS dt ON dt.document_id = document.id "
        "WHERE dl.layer = ? AND dl.reviewed ORDER BY document.id",
        (layer.value,),
    )
    return [ReviewedDocument(row[0], row[1], bool(row[2])) for row in found]


def not_reviewed(tx: Tx, layer: Layer) -> list[int]:
    """Return the shown documents of which a layer is open, in their order."""
    found = tx.connection.exec_driver_sql(
        f"SELECT document.id FROM {SHOWN} "
        "JOIN document_layer AS dl ON dl.document_id = document.id "
        "WHERE dl.layer = ? AND NOT dl.reviewed ORDER BY document.id",
        (layer.value,),
    )
    return [row[0] for row in found]


def figures(tx: Tx) -> dict[int, dict[str, Any]]:
    """Return the figures of every suggester that was taught, by its id, oldest first."""
    found = tx.connection.exec_driver_sql(
        "SELECT id, figures FROM suggester WHERE figures <> '{}' ORDER BY id"
    )
    return {row[0]: json.loads(row[1]) for row in found}


def set_figures(tx: Tx, suggester_id: int, known: dict[str, Any]) -> None:
    """Write what is known of a suggester."""
    tx.connection.exec_driver_sql(
        "UPDATE suggester SET figures = ? WHERE id = ?", (canonical(known), suggester_id)
    )


def in_use(tx: Tx) -> str:
    """Return the digest of the version in use; empty for the base model."""
    return schemes.setting(tx, _IN_USE)


def set_in_use(tx: Tx, digest: str) -> None:
    """Say which version is in use; empty for the base model."""
    schemes.set_setting(tx, _IN_USE, digest)
