"""Reads the claims of the whole project with who makes them and where."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from curator.domain.ledger import Entry
from curator.store.transaction import Tx

_SELECT = """
SELECT annotation.id, document.id, annotation.label, annotation.quote, annotation.parts,
    annotation.attributes, annotation.state, document.title, document.date, document.agency,
    coalesce(identity.id, 0), coalesce(identity.name, '')
FROM annotation JOIN document ON document.id = annotation.document_id
LEFT JOIN reference ON reference.annotation_id = annotation.id AND reference.role = 'is'
LEFT JOIN identity ON identity.id = reference.identity_id AND NOT identity.withdrawn
WHERE annotation.layer = 'claim' AND annotation.state IN ({states}) AND NOT document.withdrawn
ORDER BY document.date DESC, document.id, annotation.start, annotation.id
"""


def entries(tx: Tx, states: Collection[str]) -> Iterator[Entry]:
    """Yield the claims in some states, the newest documents first.

    Args:
        tx: any transaction; rows come as they are read.
        states: names of states.
    """
    marks = ", ".join("?" * len(states))
    found = tx.connection.exec_driver_sql(_SELECT.format(states=marks), tuple(states))
    last = 0
    for row in found:
        if row[0] == last:  # a claim whose source is two
            continue
        last = row[0]
        words = _words(row[4], row[3])
        yield Entry(
            annotation_id=row[0],
            document_id=row[1],
            source=words.get("source", ""),
            identity_id=row[10],
            identity=row[11],
            type=row[2],
            cue=words.get("cue", ""),
            content=words.get("content", ""),
            attributes=json.loads(row[5]) if row[5] else {},
            state=row[6],
            title=row[7],
            date=row[8] or "",
            agency=row[9] or "",
        )


def _words(parts: str | None, quote: str) -> dict[str, str]:
    """Return the words of each role on one line; of a claim without parts its content."""
    if parts is None:
        return {"content": " ".join(quote.split())}
    found: dict[str, list[str]] = {}
    for role, _start, _end, words in json.loads(parts):
        found.setdefault(role, []).append(" ".join(words.split()))
    return {role: " … ".join(pieces) for role, pieces in found.items()}
