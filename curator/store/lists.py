"""Word lists: rows in the file, values outside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.canonical import canonical
from curator.domain.faults import Bug
from curator.domain.word_list import WordList
from curator.store.transaction import Tx

_SELECT = "SELECT id, name, layer, label, entries, origin, withdrawn FROM word_list"


def insert(tx: Tx, words: WordList) -> WordList:
    """Insert a list and return it with the id that the file gave it."""
    found = tx.connection.exec_driver_sql(
        "INSERT INTO word_list (name, layer, label, entries, withdrawn, origin) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (*_values(words), words.origin),
    ).lastrowid
    return replace(words, id=int(found or 0))


def update(tx: Tx, words: WordList) -> None:
    """Write a list over its row; where it came from stays."""
    tx.connection.exec_driver_sql(
        "UPDATE word_list SET name = ?, layer = ?, label = ?, entries = ?, withdrawn = ? "
        "WHERE id = ?",
        (*_values(words), words.id),
    )


def get(tx: Tx, number: int) -> WordList:
    """Return one list, also one that is withdrawn.

    Raises:
        Bug: when there is none with this id.
    """
    row = tx.connection.exec_driver_sql(f"{_SELECT} WHERE id = ?", (number,)).first()
    if row is None:
        raise Bug(f"no word list {number}")
    return _list(row)


def every(tx: Tx, *, gone: bool = False) -> list[WordList]:
    """Return the lists of the project by id; `gone`: withdrawn ones too."""
    where = "" if gone else " WHERE NOT withdrawn"
    return [_list(row) for row in tx.connection.exec_driver_sql(f"{_SELECT}{where} ORDER BY id")]


def _values(words: WordList) -> tuple[Any, ...]:
    entries = canonical(list(words.entries))
    return (words.name, words.layer.value, words.label, entries, int(words.withdrawn))


def _list(row: Sequence[Any]) -> WordList:
    entries = tuple(json.loads(row[4]))
    return WordList(row[0], row[1], Layer(row[2]), row[3], entries, row[5], bool(row[6]))
