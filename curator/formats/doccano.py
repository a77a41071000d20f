"""doccano's JSONL: triples under ``label``, or entities with relations; code points or UTF-16.

doccano itself counts code points; tools around it that were written in JavaScript count UTF-16
units. Nothing in a file says which, so that there is a format for each.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from curator.domain.annotation import Layer
from curator.formats.assembling import Given, assemble, objects, sender_id, words
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.flat import Flat, flatten
from curator.formats.json_lines import JsonLine, json_lines
from curator.formats.kinds import lines_of
from curator.formats.losses import GOLD, HELD, counts, details, select
from curator.formats.outgoing import (
    LeftOut,
    OutAnnotation,
    Outgoing,
    Piece,
    Report,
    Sentences,
    in_order,
)
from curator.formats.units import CodePoints, Utf16
from curator.translation import gettext as _

_TRIPLES = ("label", "labels")
_OURS = ("id", "title", "text", "meta", "reviewed", "spans", "claims")
_KNOWN = frozenset({*_OURS, *_TRIPLES, "entities", "relations"})

_Units = type[CodePoints] | type[Utf16]

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_triples(
    outgoing: Outgoing,
    sentences: Sentences,  # noqa: ARG001 - as a format writes
    *,
    units: _Units,
) -> Piece:
    """Write a document as a line: a triple of start, end and label for each entity."""
    chosen, left_out = select(outgoing, written=HELD, told=GOLD)
    entities = [one for one in chosen if one.annotation.layer is Layer.ENTITY]
    for one in chosen:
        if one.annotation.layer is Layer.CLAIM:
            left_out.append(LeftOut(outgoing.id, one.id, "claim"))
        elif one.links:
            left_out.append(LeftOut(outgoing.id, one.id, "relation"))
    flat = flatten(outgoing.id, [_without_links(one) for one in entities])
    at = units(outgoing.text).from_code_points
    triples = [[at(span.start), at(span.end), span.label] for span in flat.spans]
    return _piece(outgoing, flat, left_out, {"label": triples})


def write_relations(
    outgoing: Outgoing,
    sentences: Sentences,  # noqa: ARG001 - as a format writes
    *,
    units: _Units,
) -> Piece:
    """Write a document as a line with entities and relations; claims are both."""
    chosen, left_out = select(outgoing, written=HELD, told=GOLD)
    flat = flatten(outgoing.id, chosen)
    at = units(outgoing.text).from_code_points
    numbers = {span.id: _number(outgoing.id, span.id) for span in flat.spans}
    entities = [
        {
            "id": numbers[span.id],
            "label": span.label,
            "start_offset": at(span.start),
            "end_offset": at(span.end),
        }
        for span in flat.spans
    ]
    relations = [
        {
            "id": _number(outgoing.id, *one),
            "from_id": numbers[one.head],
            "to_id": numbers[one.child],
            "type": one.label,
        }
        for one in flat.relations
    ]
    return _piece(outgoing, flat, left_out, {"entities": entities, "relations": relations})


def _number(*names: str) -> int:
    """Return a number for a name; doccano takes no words for ids, and none twice in a file."""
    return int(hashlib.sha256("\0".join(names).encode()).hexdigest()[:12], 16)


def _without_links(one: OutAnnotation) -> OutAnnotation:
    return OutAnnotation(one.id, one.annotation, one.suggester)


def _piece(outgoing: Outgoing, flat: Flat, left_out: list[LeftOut], lists: dict[str, Any]) -> Piece:
    record = {"id": outgoing.id, "title": outgoing.title, "text": outgoing.text}
    record |= {"meta": in_order(outgoing.meta), **lists}
    kept = {key: value for key, value in outgoing.extra.items() if key not in _KNOWN}
    if len(kept) < len(outgoing.extra):
        left_out.append(LeftOut(outgoing.id, None, "keys"))
    written = [span.owner for span in flat.spans if span.owner is not None]
    left_out += flat.left_out + details(outgoing, written)
    line = _encode({**record, **in_order(kept)}) + "\n"
    return Piece(line, Report(counts(outgoing, written), tuple(left_out)))


def read(path: Path, options: ReadOptions, *, units: _Units) -> Iterator[Item]:
    """Read both shapes, with triples under ``label`` or ``labels``."""
    for line in json_lines(path, options):
        if isinstance(line, Problem):
            yield line
        else:
            yield from assemble(_given(line, units), options)


def _given(line: JsonLine, units: _Units) -> Given:
    value = line.value
    text = value.get("text")
    meta = value.get("meta")
    given = Given(
        line=line.number,
        raw=line.raw,
        text=text,
        id=sender_id(value.get("id")),
        title=words(value, "title"),
        meta=meta if isinstance(meta, dict) else {},
        extra={key: kept for key, kept in value.items() if key not in _KNOWN},
        annotated=any(key in value for key in (*_TRIPLES, "entities")),
    )
    if meta is not None and not isinstance(meta, dict):
        given.complain("import.key_left_out", key="meta")
    at = units(text if isinstance(text, str) else "").to_code_points
    for one in _spans(given, value):
        start, end = at(one.get("start")), at(one.get("end"))
        given.spans.append({**one, "start": start, "end": end})
    for one in objects(given, "relations", value.get("relations")):
        head, child = (sender_id(one.get(key)) for key in ("from_id", "to_id"))
        given.relations.append((head, child, one.get("type")))
    return given


def _spans(given: Given, value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield spans of both shapes, each with an id of its own."""
    taken: set[str] = set()
    for key in _TRIPLES:
        triples = value.get(key)
        if triples is not None and not isinstance(triples, list):
            given.complain("import.key_left_out", key=key)
            continue
        for number, triple in enumerate(triples or (), start=1):
            whole = isinstance(triple, list) and len(triple) == 3
            start, end, label = triple if whole else (None, None, None)
            yield {"id": f"{key}{number}", "start": start, "end": end, "label": label}
    for number, one in enumerate(objects(given, "entities", value.get("entities")), start=1):
        name = sender_id(one.get("id")) or f"entity{number}"
        while name in taken:
            name += "'"
        taken.add(name)
        place = {"start": one.get("start_offset"), "end": one.get("end_offset")}
        yield {"id": name, "label": one.get("label"), **place}


def _format(name: str, suffixes: tuple[str, ...], title: str, *, wide: bool) -> Format:
    units: _Units = Utf16 if wide else CodePoints
    relations = "relations" in name
    return Format(
        name=name,
        suffixes=suffixes,
        read=partial(read, units=units),
        write=partial(write_relations if relations else write_triples, units=units),
        title=title,
        recognises=lines_of("doccano") if suffixes[-1] == ".jsonl" else None,
    )


FORMAT = _format("doccano", (".doccano.jsonl", ".jsonl"), _("doccano JSONL"), wide=False)
RELATIONS = _format(
    "doccano-relations",
    (".doccano-relations.jsonl",),
    _("doccano JSONL with relations"),
    wide=False,
)
UTF16 = _format("doccano-utf16", (".doccano-utf16.jsonl",), _("doccano JSONL, UTF-16"), wide=True)
UTF16_RELATIONS = _format(
    "doccano-relations-utf16",
    (".doccano-relations-utf16.jsonl",),
    _("doccano JSONL with relations, UTF-16"),
    wide=True,
)
