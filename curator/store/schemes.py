"""Revisions of the label scheme, suggesters, and the settings of a project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.canonical import canonical, digest_text
from curator.domain.document import SuggesterRow
from curator.domain.scheme import Scheme, scheme_from_plain, scheme_to_plain
from curator.store.transaction import Tx


def current(tx: Tx) -> Scheme:
    """Return the scheme in force."""
    row = tx.connection.exec_driver_sql(
        "SELECT revision, scheme FROM scheme_revision ORDER BY revision DESC LIMIT 1"
    ).one()
    return _read(row[0], row[1])


@lru_cache(maxsize=8)
def _read(number: int, stored: str) -> Scheme:
    """Read a revision once: every document is read through it."""
    return scheme_from_plain(json.loads(stored), revision=number)


def revision(tx: Tx) -> int:
    """Return the number of the scheme in force, 0 before there is one."""
    return int(
        tx.connection.exec_driver_sql(
            "SELECT coalesce(max(revision), 0) FROM scheme_revision"
        ).scalar_one()
    )


def add(tx: Tx, scheme: Scheme) -> int:
    """Store a scheme as the next revision and return its number."""
    number = revision(tx) + 1
    tx.connection.exec_driver_sql(
        "INSERT INTO scheme_revision VALUES (?, ?, ?)",
        (number, canonical(scheme_to_plain(scheme)), tx.clock().isoformat()),
    )
    return number


def suggester(
    tx: Tx, *, name: str, version: str, layer: Layer, recipe: Mapping[str, Any]
) -> SuggesterRow:
    """Return the row of a suggester, made where it is new.

    The same name, version, layer and recipe are the same suggester.
    """
    digest = digest_text(canonical([name, version, layer.value, dict(recipe)]))
    found = tx.connection.exec_driver_sql(
        "SELECT id FROM suggester WHERE digest = ?", (digest,)
    ).scalar()
    if found is None:
        found = tx.connection.exec_driver_sql(
            "INSERT INTO suggester (name, version, layer, recipe, figures, digest) "
            "VALUES (?, ?, ?, ?, '{}', ?)",
            (name, version, layer.value, canonical(dict(recipe)), digest),
        ).lastrowid
    return SuggesterRow(int(found), name, version, layer, dict(recipe))


def suggesters(tx: Tx) -> dict[int, SuggesterRow]:
    """Return every suggester that ever proposed in the project, by id."""
    found = tx.connection.exec_driver_sql(
        "SELECT id, name, version, layer, recipe FROM suggester ORDER BY id"
    )
    return {
        row[0]: SuggesterRow(row[0], row[1], row[2], Layer(row[3]), json.loads(row[4]))
        for row in found
    }


def setting(tx: Tx, key: str, default: str = "") -> str:
    """Return a setting of the project."""
    found = tx.connection.exec_driver_sql(
        "SELECT value FROM setting WHERE key = ?", (key,)
    ).scalar()
    return default if found is None else str(found)


def set_setting(tx: Tx, key: str, value: str) -> None:
    """Write a setting of the project."""
    tx.connection.exec_driver_sql(
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
