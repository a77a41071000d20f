"""Identities and who refers to them: rows in the file, values outside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Link
from curator.domain.canonical import canonical
from curator.domain.faults import Bug
from curator.domain.identities.identity import Identity
from curator.store.transaction import Tx

_SELECT = "SELECT id, name, kind, aliases, withdrawn FROM identity"
LIVING = "annotation.state NOT IN ('superseded', 'withdrawn')"
"""Of annotations: whether they are there."""


def insert(tx: Tx, identity: Identity) -> Identity:
    """Insert an identity and return it with the id that the file gave it."""
    found = tx.connection.exec_driver_sql(
        "INSERT INTO identity (name, kind, aliases, withdrawn) VALUES (?, ?, ?, ?)",
        _values(identity),
    ).lastrowid
    return replace(identity, id=int(found or 0))


def update(tx: Tx, identity: Identity) -> None:
    """Write an identity over its row."""
    tx.connection.exec_driver_sql(
        "UPDATE identity SET name = ?, kind = ?, aliases = ?, withdrawn = ? WHERE id = ?",
        (*_values(identity), identity.id),
    )


def get(tx: Tx, number: int) -> Identity:
    """Return one identity, also one that is withdrawn.

    Raises:
        Bug: when there is none with this id.
    """
    row = tx.connection.exec_driver_sql(f"{_SELECT} WHERE id = ?", (number,)).first()
    if row is None:
        raise Bug(f"no identity {number}")
    return _identity(row)


def every(tx: Tx, *, gone: bool = False) -> list[Identity]:
    """Return the identities of the project by id; `gone`: withdrawn ones too."""
    where = "" if gone else " WHERE NOT withdrawn"
    return [
        _identity(row) for row in tx.connection.exec_driver_sql(f"{_SELECT}{where} ORDER BY id")
    ]


def references(tx: Tx, numbers: Iterable[int] | None = None) -> list[tuple[int, int, Link]]:
    """Return who refers to identities: document, annotation, reference; in order of documents.

    Args:
        tx: any transaction.
        numbers: of identities; None for all of them.

    Returns:
        References of annotations that are there, also those in withdrawn documents.
    """
    sql = (
        "SELECT document_id, annotation_id, role, identity_id FROM reference "
        f"JOIN annotation ON annotation.id = annotation_id WHERE {LIVING} {{where}}"
        "ORDER BY document_id, annotation_id, role, identity_id"
    )
    if numbers is None:
        rows = tx.connection.exec_driver_sql(sql.format(where="")).all()
    else:
        one = sql.format(where="AND identity_id = ? ")
        rows = [
            row
            for number in sorted(set(numbers))
            for row in tx.connection.exec_driver_sql(one, (number,))
        ]
    return sorted((row[0], row[1], Link(row[2], row[3])) for row in rows)


def referring(tx: Tx, identity_id: int) -> list[int]:
    """Return the annotations that refer to an identity, whatever they say of it."""
    found = tx.connection.exec_driver_sql(
        "SELECT DISTINCT annotation_id FROM reference WHERE identity_id = ? ORDER BY 1",
        (identity_id,),
    )
    return [row[0] for row in found]


def dangling(tx: Tx) -> list[tuple[int, int]]:
    """Return annotations that are there and refer to an identity that is not: both ids."""
    found = tx.connection.exec_driver_sql(
        "SELECT annotation_id, identity_id FROM reference "
        "JOIN annotation ON annotation.id = annotation_id "
        "JOIN identity ON identity.id = identity_id "
        f"WHERE identity.withdrawn AND {LIVING} ORDER BY annotation_id, identity_id"
    )
    return [(row[0], row[1]) for row in found]


def _values(identity: Identity) -> tuple[Any, ...]:
    aliases = canonical(list(identity.aliases))
    return (identity.name, identity.kind, aliases, int(identity.withdrawn))


def _identity(row: Sequence[Any]) -> Identity:
    return Identity(row[0], row[1], row[2], tuple(json.loads(row[3])), bool(row[4]))
