"""Annotations: rows in the file, values outside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from curator.domain.annotation import Annotation, Layer, Link, Part, Role, State, entity_parts
from curator.domain.canonical import canonical
from curator.domain.faults import Bug, Fault
from curator.domain.snapshot import parts_from_plain, plain_proposal, proposal_from_plain
from curator.store.transaction import Tx

COLUMNS = (
    'id, document_id, layer, label, start, "end", quote, parts, attributes, state, suggester_id, '
    "score, confidence, pattern, reason, proposed, comment, sender_id, extra, evidence"
)
INSERT = f"INSERT INTO annotation ({COLUMNS}) VALUES ({', '.join('?' * 20)})"
_TARGET = {"link": "target_id", "reference": "identity_id"}
_AT_ONCE = 400
"""Annotations asked for in one statement."""
_OF_DOCUMENT = "IN (SELECT id FROM annotation WHERE document_id = ?)"


def next_id(tx: Tx) -> int:
    """Return the id of the next annotation; ids of deleted rows are never used again."""
    row = tx.connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = 'annotation'"
    ).first()
    return 1 + (row[0] if row else 0)


def of_document(tx: Tx, document_id: int, *, gone: bool = False) -> list[Annotation]:
    """Return a document's annotations by place.

    Args:
        tx: any transaction.
        document_id: of the document.
        gone: whether superseded and withdrawn ones come too.
    """
    where = "" if gone else "AND state NOT IN ('superseded', 'withdrawn')"
    found = tx.connection.exec_driver_sql(
        f'SELECT {COLUMNS} FROM annotation WHERE document_id = ? {where} ORDER BY start, "end", id',
        (document_id,),
    ).all()
    links = _links(tx, "link", _OF_DOCUMENT, document_id)
    references = _links(tx, "reference", _OF_DOCUMENT, document_id)
    return [_annotation(row, links.get(row[0], ()), references.get(row[0], ())) for row in found]


def get(tx: Tx, numbers: Iterable[int]) -> list[Annotation]:
    """Return annotations by id, in the order asked for.

    Raises:
        Fault: ``decision.gone`` when there is none with such an id any more.
    """
    wanted = list(numbers)
    found: dict[int, Annotation] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[first : first + _AT_ONCE])
        among = f"IN ({', '.join('?' * len(some))})"
        rows = tx.connection.exec_driver_sql(
            f"SELECT {COLUMNS} FROM annotation WHERE id {among}", some
        ).all()
        links = _links(tx, "link", among, *some)
        references = _links(tx, "reference", among, *some)
        for row in rows:
            found[row[0]] = _annotation(row, links.get(row[0], ()), references.get(row[0], ()))
    for number in wanted:
        if number not in found:
            raise Fault("decision.gone", annotation=number)
    return [found[number] for number in wanted]


def insert(tx: Tx, annotations: Iterable[Annotation], text: str) -> None:
    """Insert annotations of one document."""
    new = list(annotations)
    if new:
        tx.connection.exec_driver_sql(INSERT, [row_of(one, text) for one in new])
        _write_links(tx, new)
        tx.touched.update(one.document_id for one in new)


def update(tx: Tx, annotations: Iterable[Annotation], text: str) -> None:
    """Write annotations of one document over their rows."""
    changed = list(annotations)
    if not changed:
        return
    sets = ", ".join(f"{name.strip()} = ?" for name in COLUMNS.split(",")[1:])
    tx.connection.exec_driver_sql(
        f"UPDATE annotation SET {sets} WHERE id = ?",
        [(*values[1:], values[0]) for values in (row_of(one, text) for one in changed)],
    )
    numbers = [(one.id,) for one in changed]
    tx.connection.exec_driver_sql("DELETE FROM link WHERE annotation_id = ?", numbers)
    tx.connection.exec_driver_sql("DELETE FROM reference WHERE annotation_id = ?", numbers)
    _write_links(tx, changed)
    tx.touched.update(one.document_id for one in changed)


def delete(tx: Tx, annotations: Iterable[Annotation]) -> None:
    """Delete proposals; the caller has made sure that no decision names them."""
    gone = list(annotations)
    if gone:
        numbers = [(one.id,) for one in gone]
        tx.connection.exec_driver_sql("DELETE FROM link WHERE annotation_id = ?", numbers)
        tx.connection.exec_driver_sql("DELETE FROM link WHERE target_id = ?", numbers)
        tx.connection.exec_driver_sql("DELETE FROM reference WHERE annotation_id = ?", numbers)
        tx.connection.exec_driver_sql("DELETE FROM annotation WHERE id = ?", numbers)
        tx.touched.update(one.document_id for one in gone)


def bound(tx: Tx, document_id: int) -> set[int]:
    """Return the annotations of a document that decided ones link to."""
    found = tx.connection.exec_driver_sql(
        "SELECT DISTINCT target_id FROM link JOIN annotation ON annotation.id = target_id "
        "WHERE document_id = ? AND annotation_id IN "
        "(SELECT subject_id FROM decision WHERE subject = 'annotation')",
        (document_id,),
    )
    return {row[0] for row in found}


def parts_column(layer: Layer, parts: tuple[Part, ...], text: str) -> str | None:
    """Return the parts as they are stored: with a quote each, None for an entity."""
    if layer is Layer.ENTITY:
        return None
    return canonical([[p.role.value, p.start, p.end, text[p.start : p.end]] for p in parts])


def row_of(one: Annotation, text: str) -> tuple[Any, ...]:
    """Return an annotation of this text as a row, in the order of `COLUMNS`."""
    if one.end > len(text):
        raise Bug(f"annotation {one.id} ends at {one.end}, its text at {len(text)}")
    return (
        one.id,
        one.document_id,
        one.layer.value,
        one.label,
        one.start,
        one.end,
        one.quote(text),
        parts_column(one.layer, one.parts, text),
        canonical(dict(one.attributes)) if one.attributes else None,
        one.state.value,
        one.suggester_id,
        one.score,
        one.confidence,
        one.pattern,
        one.reason,
        canonical(plain_proposal(one.proposed)) if one.proposed else None,
        one.comment,
        one.sender_id,
        canonical(dict(one.extra)) if one.extra else None,
        canonical(dict(one.evidence)) if one.evidence else None,
    )


def _write_links(tx: Tx, annotations: Iterable[Annotation]) -> None:
    rows = [(one.id, link.role, link.target) for one in annotations for link in one.links]
    if rows:
        tx.connection.exec_driver_sql("INSERT INTO link VALUES (?, ?, ?)", rows)
    rows = [(one.id, link.role, link.target) for one in annotations for link in one.references]
    if rows:
        tx.connection.exec_driver_sql("INSERT INTO reference VALUES (?, ?, ?)", rows)


def _links(tx: Tx, table: str, where: str, *values: int) -> dict[int, tuple[Link, ...]]:
    """Return links or references by the annotation they start from, in a fixed order."""
    links: dict[int, list[Link]] = {}
    for annotation_id, role, target in tx.connection.exec_driver_sql(
        f"SELECT annotation_id, role, {_TARGET[table]} FROM {table} "
        f"WHERE annotation_id {where} ORDER BY 1, 2, 3",
        values,
    ):
        links.setdefault(annotation_id, []).append(Link(role, target))
    return {annotation_id: tuple(found) for annotation_id, found in links.items()}


def _annotation(
    row: Sequence[Any], links: tuple[Link, ...], references: tuple[Link, ...]
) -> Annotation:
    layer = Layer(row[2])
    return Annotation(
        id=row[0],
        document_id=row[1],
        layer=layer,
        label=row[3],
        parts=parts_of(layer, row[4], row[5], row[7]),
        attributes=json.loads(row[8]) if row[8] else {},
        state=State(row[9]),
        suggester_id=row[10],
        score=row[11],
        confidence=row[12],
        pattern=row[13],
        reason=row[14],
        proposed=proposal_from_plain(json.loads(row[15])) if row[15] else None,
        comment=row[16],
        sender_id=row[17],
        extra=json.loads(row[18]) if row[18] else None,
        evidence=json.loads(row[19]) if row[19] else None,
        links=links,
        references=references,
    )


def parts_of(layer: Layer, start: int, end: int, stored: str | None) -> tuple[Part, ...]:
    """Return the parts of a row; [start, end) is its extent (code points)."""
    if stored is None:
        return entity_parts(start, end) if layer is Layer.ENTITY else (Part(Role.CUE, start, end),)
    return parts_from_plain(json.loads(stored))
