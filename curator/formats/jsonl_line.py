"""The writing side of our JSONL: one document becomes one line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from curator.domain.annotation import CLAIM_ROLES, Annotation, Layer
from curator.domain.faults import Bug
from curator.domain.snapshot import plain_proposal
from curator.formats.outgoing import OutAnnotation, Outgoing, Piece, Report, Sentences, in_order

LIST_KEYS = {Layer.ENTITY: "spans", Layer.CLAIM: "claims"}
"""The key under which a line lists the annotations of a layer."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document as a line with its end; sentences are not needed."""
    layers = Counter(
        one.annotation.layer
        for one in outgoing.annotations
        if one.annotation.layer in outgoing.layers
    )
    counts = {"documents": 1, **{layer.value: count for layer, count in layers.items()}}
    return Piece(line(outgoing) + "\n", Report(counts))


def line(outgoing: Outgoing) -> str:
    """Write a document as one line of JSON, without the line's end.

    Keys stand in a fixed order, those that would be empty are left out, except the lists of a
    claim's parts, ``meta`` and ``reviewed``; what the sender sent and Curator does not know comes
    last. Equal documents give equal lines.

    Raises:
        Bug: when an annotation lies outside the text, or an unknown key bears a known name.
    """
    record: dict[str, Any] = {"id": outgoing.id}
    if outgoing.title:
        record["title"] = outgoing.title
    record["text"] = outgoing.text
    record["meta"] = in_order(outgoing.meta)
    record["reviewed"] = [layer.value for layer in Layer if layer in outgoing.reviewed]
    for layer, key in LIST_KEYS.items():
        if layer in outgoing.layers:
            record[key] = [
                _span(one, outgoing.text) if layer is Layer.ENTITY else _claim(one, outgoing.text)
                for one in outgoing.annotations
                if one.annotation.layer is layer
            ]
    return _encode(_with_extra(record, outgoing.extra))


def _span(out: OutAnnotation, text: str) -> dict[str, Any]:
    annotation = out.annotation
    _check(annotation, text)
    record: dict[str, Any] = {"id": out.id, "start": annotation.start, "end": annotation.end}
    record |= _verdict(out)
    record["quote"] = annotation.quote(text)
    return _with_extra(record | _rest(out), annotation.extra)


def _claim(out: OutAnnotation, text: str) -> dict[str, Any]:
    annotation = out.annotation
    _check(annotation, text)
    record: dict[str, Any] = {"id": out.id, **_verdict(out)}
    for role in _WRITTEN_ROLES:
        record[role.value] = [[part.start, part.end] for part in annotation.spans(role)]
    return _with_extra(record | _rest(out), annotation.extra)


_WRITTEN_ROLES = (CLAIM_ROLES[2], CLAIM_ROLES[1], CLAIM_ROLES[0], *CLAIM_ROLES[3:])
"""Content, cue, source, addressee, medium."""


def _check(annotation: Annotation, text: str) -> None:
    if annotation.end > len(text):
        raise Bug(f"annotation {annotation.id} ends at {annotation.end}, its text at {len(text)}")


def whole(out: OutAnnotation) -> dict[str, Any]:
    """Return all that is known of an annotation but where it lies, as a line has it."""
    return _with_extra({"id": out.id} | _verdict(out) | _rest(out), out.annotation.extra)


def _verdict(out: OutAnnotation) -> dict[str, Any]:
    annotation = out.annotation
    return _filled(
        {
            "label": annotation.label,
            "state": out.state,
            "score": annotation.score,
            "confidence": annotation.confidence,
            "suggester": out.suggester,
        }
    )


def _rest(out: OutAnnotation) -> dict[str, Any]:
    annotation = out.annotation
    links: dict[str, list[str]] = {}
    for role, target in out.links:
        links.setdefault(role, []).append(target)
    proposed = annotation.proposed
    return _filled(
        {
            "attributes": in_order(annotation.attributes) or None,
            "links": links or None,
            "pattern": annotation.pattern or None,
            "reason": annotation.reason or None,
            "proposed": None if proposed is None else in_order(plain_proposal(proposed)),
            "comment": annotation.comment or None,
        }
    )


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}


def _with_extra(record: dict[str, Any], extra: Mapping[str, Any] | None) -> dict[str, Any]:
    if not extra:
        return record
    if both := record.keys() & extra.keys():
        raise Bug(f"kept for the sender, but our own: {sorted(both)}")
    return {**record, **in_order(extra)}
