"""Files and documents for the tests of formats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from curator.domain.annotation import Annotation, Layer, State, entity_parts
from curator.domain.snapshot import parts_from_plain, proposal_from_plain
from curator.formats import jsonl
from curator.formats.base import Format, Incoming, Item, Problem, ReadOptions, Row, Source
from curator.formats.outgoing import CANDIDATE, OutAnnotation, Outgoing


def read(path: Path, form: Format, *, annotations: str = "as-is", **options: Any) -> list[Item]:
    assert form.read is not None
    source = Source(path, path.name, "", path.stat().st_size, form.name)
    return list(form.read(path, ReadOptions(source, annotations, **options)))


def read_lines(path: Path, *lines: str | bytes | dict[str, Any], **options: str) -> list[Item]:
    """Write lines to a file and read it as our JSONL."""
    raw = [
        line
        if isinstance(line, bytes)
        else line.encode("utf-8", "surrogatepass")
        if isinstance(line, str)
        else json.dumps(line).encode()
        for line in lines
    ]
    path.write_bytes(b"\n".join(raw))
    return read(path, jsonl.FORMAT, **options)


def one(items: list[Item]) -> Incoming:
    (document,) = items
    assert isinstance(document, Incoming), document
    return document


def rows(document: Incoming) -> list[Row]:
    return [Row(*row) for row in document.annotations]


def problems(items: list[Item]) -> list[tuple[int | None, str]]:
    return [(item.line, item.code) for item in items if isinstance(item, Problem)]


def notes(items: list[Item]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem) and item.note]


def entity(
    start: int, end: int, label: str = "ORG", *, name: str = "", state: State = State.ACCEPTED
) -> OutAnnotation:
    annotation = Annotation(1, 1, Layer.ENTITY, label, entity_parts(start, end), state=state)
    return OutAnnotation(name or f"{label}{start}-{end}", annotation)


def outgoing_again(document: Incoming) -> Outgoing:
    """What a store would export of a document that was imported as it is."""
    annotations = [_annotation(number, row) for number, row in enumerate(rows(document), start=1)]
    return Outgoing(
        id=document.sender_id or document.stem,
        title=document.title,
        text=document.text,
        meta=document.meta,
        extra=document.extra,
        reviewed=tuple(map(Layer, document.reviewed or ())),
        annotations=tuple(annotations),
        layers=tuple(map(Layer, document.layers)),
    )


def _annotation(number: int, row: Row) -> OutAnnotation:
    parts = parts_from_plain(json.loads(row.parts)) if row.parts else None
    annotation = Annotation(
        id=number,
        document_id=1,
        layer=Layer(row.layer),
        label=row.label or "other",
        parts=parts or entity_parts(row.start, row.end),
        attributes=json.loads(row.attributes or "{}"),
        state=State.SUGGESTED if row.state in {None, CANDIDATE} else State(row.state),
        score=row.score,
        confidence=row.confidence,
        pattern=row.pattern,
        reason=row.reason,
        proposed=proposal_from_plain(json.loads(row.proposed)) if row.proposed else None,
        comment=row.comment,
        sender_id=row.sender_id,
        extra=json.loads(row.extra or "{}"),
    )
    assert (annotation.start, annotation.end) == (row.start, row.end)
    links = tuple((role, target) for role, target in json.loads(row.links or "[]"))
    return OutAnnotation(
        row.sender_id or str(number), annotation, row.suggester, links, row.state == CANDIDATE
    )
