"""The health of a project: everything that must hold, and what does not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from curator.domain.canonical import EMPTY_DIGEST, digest_change_set, digest_text
from curator.store import identities, log, queue_tally, replay
from curator.store.tally import COUNTED, LEFT, SAVING, TRAITS, UNCERTAINTY
from curator.store.transaction import Tx

_CLOSE = 1e-6
"""So far apart two sums of the same numbers may be that were added in another order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold; `wording` makes the sentence."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


def check(tx: Tx) -> Iterator[Finding]:
    """Yield every finding; nothing for a healthy project.

    Nothing that stands in a row makes it fall over: nonsense is a finding too, and bytes that are
    no UTF-8 are read with a replacement character.
    """
    raw: Any = tx.connection.connection.driver_connection
    raw.text_factory = _lenient
    try:
        yield from _all(tx)
    finally:
        raw.text_factory = str


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _all(tx: Tx) -> Iterator[Finding]:
    checks: tuple[Callable[[Tx], Iterator[Finding]], ...] = (
        _file, _texts, _chain, _offsets, _parts, _candidates, _references, _tallies, _waiting,
        _done, _replayed, _search,
    )  # fmt: skip
    for one in checks:
        yield from one(tx)


def _file(tx: Tx) -> Iterator[Finding]:
    for (line,) in tx.connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield Finding("check.file", {"line": line})
    for row in tx.connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("check.foreign_key", {"table": row[0], "row": row[1], "parent": row[2]})


def _texts(tx: Tx) -> Iterator[Finding]:
    for number, text, digest in tx.connection.exec_driver_sql(
        "SELECT document_id, text, digest FROM document_text ORDER BY document_id"
    ):
        if digest_text(text) != digest:
            yield Finding("check.text", {"document": number})
    for (number,) in tx.connection.exec_driver_sql(
        "SELECT id FROM document WHERE id NOT IN (SELECT document_id FROM document_text)"
    ):
        yield Finding("check.no_text", {"document": number})


def _chain(tx: Tx) -> Iterator[Finding]:
    """Follow the digests from the first change set to the newest."""
    previous, expected = EMPTY_DIGEST, 1
    for row in tx.connection.exec_driver_sql(
        f"SELECT {log.SET_COLUMNS} FROM change_set ORDER BY id"
    ).all():
        *record, said_previous, digest = row
        names = log.SET_COLUMNS.split(", ")[:-2]
        rows = tx.connection.exec_driver_sql(
            f"SELECT {log.DECISION_COLUMNS} FROM decision WHERE change_set_id = ? ORDER BY id",
            (row[0],),
        ).all()
        again = digest_change_set(
            dict(zip(names, record, strict=True)), [list(one) for one in rows], previous
        )
        if row[0] != expected or said_previous != previous or digest != again:
            yield Finding("check.chain", {"change_set": row[0]})
        previous, expected = digest, row[0] + 1


def _offsets(tx: Tx) -> Iterator[Finding]:
    """An annotation lies inside its text, and its quote stands inside its extent."""
    for table in ("annotation", "candidate"):
        for (number,) in tx.connection.exec_driver_sql(
            f"SELECT {table}.id FROM {table} JOIN document_text USING (document_id) "
            'WHERE start < 0 OR "end" <= start OR "end" > length(text) '
            'OR (parts IS NULL AND substr(text, start + 1, "end" - start) <> quote)'
        ):
            yield Finding("check.offset", {"table": table, "id": number})


def _parts(tx: Tx) -> Iterator[Finding]:
    for table in ("annotation", "candidate"):
        for number, parts, quote, text, start, end in tx.connection.exec_driver_sql(
            f'SELECT {table}.id, parts, quote, text, start, "end" FROM {table} '
            "JOIN document_text USING (document_id) WHERE parts IS NOT NULL"
        ):
            if not _fit(parts, quote, text, (start, end)):
                yield Finding("check.offset", {"table": table, "id": number})


def _fit(parts: str, quote: str, text: str, extent: tuple[int, int]) -> bool:
    """Whether parts make up the extent, and their words and the quote stand where they say."""
    try:
        rows = json.loads(parts)
        anchor = next(row for role in ("cue", "content") for row in rows if row[0] == role)
        return (
            (min(row[1] for row in rows), max(row[2] for row in rows)) == extent
            and all(text[row[1] : row[2]] == row[3] for row in rows)
            and anchor[3] == quote
        )
    except (*replay.UNREADABLE, StopIteration):
        return False


def _candidates(tx: Tx) -> Iterator[Finding]:
    for (number,) in tx.connection.exec_driver_sql(
        "SELECT id FROM candidate WHERE why NOT IN "
        "('below', 'nested', 'blind', 'contradicts', 'overlaps', 'memory', 'taken back')"
    ):
        yield Finding("check.candidate", {"id": number})


def _references(tx: Tx) -> Iterator[Finding]:
    """What is there refers to identities that are there."""
    for annotation, identity in identities.dangling(tx):
        yield Finding("check.reference", {"id": annotation, "identity": identity})


def _tallies(tx: Tx) -> Iterator[Finding]:
    counted = COUNTED.format(where="")
    for (number,) in tx.connection.exec_driver_sql(
        f"SELECT DISTINCT document_id FROM (SELECT * FROM ({counted}) EXCEPT SELECT * FROM tally) "
        f"UNION SELECT document_id FROM (SELECT * FROM tally EXCEPT SELECT * FROM ({counted}))"
    ):
        yield Finding("check.tally", {"document": number})
    for batch in queue_tally.wrong(tx):
        yield Finding("check.queue_tally", {"batch": batch})


def _waiting(tx: Tx) -> Iterator[Finding]:
    """What orders and filters the queue is what annotations and layers add up to."""
    for (number,) in tx.connection.exec_driver_sql(
        f"SELECT id FROM document WHERE abs(saving - ({SAVING})) > {_CLOSE} "
        f"OR abs(uncertainty - ({UNCERTAINTY})) > {_CLOSE} OR skipped < 0 "
        f"OR waiting <> ({LEFT}) OR traits <> ({TRAITS})"
    ):
        yield Finding("check.waiting", {"document": number})


def _done(tx: Tx) -> Iterator[Finding]:
    for (number,) in tx.connection.exec_driver_sql(
        "SELECT id FROM document WHERE done <> coalesce((SELECT min(reviewed) FROM document_layer "
        "WHERE document_id = document.id), 0)"
    ):
        yield Finding("check.done", {"document": number})


def _replayed(tx: Tx) -> Iterator[Finding]:
    for key, logged, now in replay.differences(tx):
        facts = {"subject": key.subject, "id": key.number, "log": logged, "table": now}
        yield Finding("check.replay", facts)


def _search(tx: Tx) -> Iterator[Finding]:
    """Every text is in the search index; FTS5's own check needs a writing connection."""
    missing = tx.connection.exec_driver_sql(
        "SELECT count(*) FROM document_text WHERE document_id NOT IN "
        "(SELECT id FROM search_docsize)"
    ).scalar_one()
    if missing:
        yield Finding("check.search", {"missing": missing})
