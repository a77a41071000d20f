"""Stories: documents that are versions of one text, and what their near duplicates are found by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from curator.store.documents import SHOWN
from curator.store.transaction import Tx

_AT_ONCE = 400
"""Documents asked for in one statement."""
_LOOKED = -1
"""The key of a row which only says that the bands of its document are here."""


class Member(NamedTuple):
    """A document of a story, as it is listed."""

    id: int
    sender_id: str
    title: str
    date: str


def stories(tx: Tx, document_ids: Iterable[int]) -> dict[int, int]:
    """Return the story of each document that shares one with others.

    Args:
        tx: any transaction.
        document_ids: of documents, withdrawn ones too.

    Returns:
        The number of the story by document: the id of the document that it began with. Documents
        that are alone are left out.
    """
    wanted = list(document_ids)
    found: dict[int, int] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[first : first + _AT_ONCE])
        marks = ", ".join("?" * len(some))
        rows = tx.connection.exec_driver_sql(
            f"SELECT id, story FROM document WHERE id IN ({marks}) AND story IS NOT NULL", some
        )
        found.update((number, story) for number, story in rows)
    return found


def versions(tx: Tx, story: int) -> list[Member]:
    """Return the shown documents of a story, the oldest first.

    They are ordered by date, or as they were imported where one of them has none.
    """
    found = [
        Member(*row)
        for row in tx.connection.exec_driver_sql(
            "SELECT document.id, document.sender_id, document.title, document.date "
            f"FROM {SHOWN} WHERE document.story = ? ORDER BY document.id",
            (story,),
        )
    ]
    return sorted(found, key=lambda one: one.date) if all(one.date for one in found) else found


def members(tx: Tx, story: int) -> list[int]:
    """Return the ids of the same documents."""
    return [one.id for one in versions(tx, story)]


def numbers(tx: Tx) -> list[int]:
    """Return the numbers of all stories that have a shown document."""
    found = tx.connection.exec_driver_sql(
        f"SELECT DISTINCT document.story FROM {SHOWN} WHERE document.story IS NOT NULL ORDER BY 1"
    )
    return [row[0] for row in found]


def join(tx: Tx, older: int, newer: int) -> int:
    """Put two documents into one story and return its number; stories of both become one."""
    known = stories(tx, (older, newer))
    numbers = sorted({known.get(one, one) for one in (older, newer)})
    tx.connection.exec_driver_sql(
        "UPDATE document SET story = ? WHERE id IN (?, ?) OR story = ?",
        (numbers[0], older, newer, numbers[-1]),
    )
    return numbers[0]


def keep_bands(tx: Tx, bands: Iterable[tuple[int, Sequence[int]]]) -> None:
    """Keep the bands of documents (`curator.domain.stories.bands`)."""
    rows = [(key, number) for number, keys in bands for key in (_LOOKED, *keys)]
    if rows:
        tx.connection.exec_driver_sql("INSERT OR IGNORE INTO document_band VALUES (?, ?)", rows)


def without_bands(tx: Tx, *, after: int, count: int) -> list[tuple[int, str]]:
    """Return documents with a larger id whose bands are not kept, with their texts, some."""
    found = tx.connection.exec_driver_sql(
        "SELECT document_id, text FROM document_text WHERE document_id > ? AND NOT EXISTS "
        "(SELECT 1 FROM document_band AS band WHERE key = ? AND "
        "band.document_id = document_text.document_id) ORDER BY document_id LIMIT ?",
        (after, _LOOKED, count),
    )
    return [(row[0], row[1]) for row in found]


def sharing(tx: Tx, keys: Sequence[int], *, before: int, most: int) -> list[int]:
    """Return shown documents that have any of some bands, those first that have most of them.

    Args:
        tx: any transaction.
        keys: the bands of a text.
        before: only documents with a smaller id.
        most: how many documents to return at most.
    """
    marks = ", ".join("?" * len(keys))
    found = tx.connection.exec_driver_sql(
        f"SELECT document.id FROM document_band AS band JOIN ({SHOWN}) "
        f"ON document.id = band.document_id WHERE band.key IN ({marks}) "
        "AND band.document_id < ? GROUP BY document.id "
        "ORDER BY count(*) DESC, document.id DESC LIMIT ?",
        (*keys, before, most),
    )
    return [row[0] for row in found]


def is_decided(tx: Tx, document_id: int) -> bool:
    """Say whether anything in a document is accepted, rejected or unsure."""
    return bool(
        tx.connection.exec_driver_sql(
            "SELECT EXISTS (SELECT 1 FROM annotation WHERE document_id = ? "
            "AND state IN ('accepted', 'rejected', 'unsure'))",
            (document_id,),
        ).scalar()
    )
