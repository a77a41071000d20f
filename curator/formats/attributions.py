"""Claims without types: Citron's quotes as JSON, and attributions like PolNeAR's as JSONL.

Citron (BBC) has a document a file, ``{"text", "quotes": [{"cue", "sources", "contents"}]}``, every
span with its words, as its “Citron Annotation Format” says; offsets are code points. The JSONL has
a document a line, ``{"id", "text", "claims": [{"id", "content", "cue", "source"}]}`` with lists of
``[start, end]``, the shape in which PolNeAR's brat files are often kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from curator.domain.annotation import Annotation, Layer, Part, Role, State
from curator.formats import jsonl
from curator.formats.assembling import Given, assemble, sender_id, words
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.json_items import first_item, json_items
from curator.formats.json_lines import JsonLine
from curator.formats.losses import GOLD, HELD, counts, details, of_document, select
from curator.formats.naming import apart
from curator.formats.outgoing import (
    LeftOut,
    OutAnnotation,
    Outgoing,
    Piece,
    Report,
    Sentences,
    in_order,
)
from curator.translation import gettext as _

_CITRON = frozenset({"id", "title", "text", "meta", "quotes", "coreference_groups"})
_POLNEAR = frozenset({"id", "text", "claims"})
_HELD = (Role.CONTENT, Role.CUE, Role.SOURCE)

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_citron(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document as a file of quotes; ``id``, ``title`` and ``meta`` are ours beside them.

    Citron knows one cue, and no quote without: a claim without a cue is left out, of a cue of
    several spans the first is written. A suggestion's score is its confidence.
    """
    claims, left_out = _claims(outgoing)
    left_out += [LeftOut(outgoing.id, one.id, "no_cue") for one in claims if not _cues(one)]
    written = [one for one in claims if _cues(one)]
    left_out += [
        LeftOut(outgoing.id, one.id, "parts")
        for one in written
        if len(_cues(one)) > 1 or _has_others(one.annotation)
    ]
    left_out += details(outgoing, written, scored=True)
    kept = {key: value for key, value in outgoing.extra.items() if key not in _CITRON}
    if len(kept) < len(outgoing.extra):
        left_out.append(LeftOut(outgoing.id, None, "keys"))
    record: dict[str, Any] = {"id": outgoing.id, "title": outgoing.title, "text": outgoing.text}
    record |= {"meta": in_order(outgoing.meta), **in_order(kept)}
    record |= {"quotes": [_quote(one, outgoing.text) for one in written]}
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    report = Report(counts(outgoing, written), tuple(left_out))
    return Piece(text, report, {"id": outgoing.id})


def _claims(outgoing: Outgoing) -> tuple[list[OutAnnotation], list[LeftOut]]:
    """Return the claims by state, and what neither format holds."""
    chosen, left_out = select(outgoing, written=HELD, told=GOLD)
    claims = [one for one in chosen if one.annotation.layer is Layer.CLAIM]
    left_out += [
        LeftOut(outgoing.id, one.id, "entity")
        for one in chosen
        if one.annotation.layer is Layer.ENTITY
    ]
    left_out += [LeftOut(outgoing.id, one.id, "claim_type") for one in claims]
    left_out += [LeftOut(outgoing.id, one.id, "relation") for one in claims if one.links]
    return claims, left_out


def _cues(one: OutAnnotation) -> tuple[Part, ...]:
    return one.annotation.spans(Role.CUE)


def _has_others(annotation: Annotation) -> bool:
    return any(part.role not in _HELD for part in annotation.parts)


def _quote(one: OutAnnotation, text: str) -> dict[str, Any]:
    annotation = one.annotation
    quote: dict[str, Any] = {
        "cue": _span(annotation.spans(Role.CUE)[0], text),
        "sources": [_span(part, text) for part in annotation.spans(Role.SOURCE)],
        "contents": [_span(part, text) for part in annotation.spans(Role.CONTENT)],
        "id": one.id,
    }
    if annotation.state is State.SUGGESTED and annotation.score is not None:
        quote["confidence"] = annotation.score
    return quote


def _span(part: Part, text: str) -> dict[str, Any]:
    return {"start": part.start, "end": part.end, "text": text[part.start : part.end]}


def read_citron(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read documents with quotes, one a file or several in an array.

    A span whose words are not what stands there keeps its quote out. Of sources and coreferences,
    which Citron swaps in what it predicts, those nearer to the cue are the sources.

    Args:
        path: the file.
        options: how it is called, and what becomes of annotations.

    Yields:
        A document for each object, and a problem for each quote that does not go in.
    """
    for item in json_items(path, options):
        if isinstance(item, Problem):
            yield item
        else:
            yield from assemble(_given(item, options), options)


def _given(item: JsonLine, options: ReadOptions) -> Given:
    value = item.value
    text, meta = value.get("text"), value.get("meta")
    given = Given(
        line=item.number,
        raw=item.raw,
        text=text,
        id=sender_id(value.get("id")) or (options.source.stem if item.number == 1 else None),
        title=words(value, "title"),
        meta=meta if isinstance(meta, dict) else {},
        extra={key: kept for key, kept in value.items() if key not in _CITRON},
        claims=[],
        annotated=False,
    )
    quotes = value.get("quotes")
    if meta is not None and not isinstance(meta, dict):
        given.complain("import.key_left_out", key="meta")
    if not isinstance(quotes, list):
        given.claims = None
        given.complain("import.key_left_out", key="quotes")
    elif isinstance(text, str):
        _add_quotes(given, quotes, text)
    listed = quotes if isinstance(quotes, list) else []
    told = any(isinstance(one, dict) and one.get("coreferences") for one in listed)
    if value.get("coreference_groups") or told:
        given.complain("import.coreference_left_out")
    return given


def _add_quotes(given: Given, quotes: list[Any], text: str) -> None:
    assert given.claims is not None
    for number, quote in enumerate(quotes, start=1):
        facts: dict[str, Any] = {"layer": Layer.CLAIM.value, "number": number}
        try:
            given.claims.append(_claim(quote, text))
        except _Unfit as unfit:
            facts["reason"] = unfit.args[0]
            given.complain("import.annotation_left_out", **facts)


class _Unfit(Exception):
    """A quote that cannot go in; its argument is the reason's name."""


def _claim(quote: Any, text: str) -> dict[str, Any]:
    """Return a quote as our JSONL has claims."""
    if not isinstance(quote, dict):
        raise _Unfit("not_an_object")
    cue = [] if quote.get("cue") is None else _spans([quote["cue"]], text)
    sources, others = _spans(quote.get("sources"), text), _spans(quote.get("coreferences"), text)
    if others and cue and (not sources or _away(others, cue) < _away(sources, cue)):
        sources = others
    claim: dict[str, Any] = {"cue": cue, "content": _spans(quote.get("contents"), text)}
    claim |= {"source": sources, "id": quote.get("id"), "score": _share(quote.get("confidence"))}
    return claim


def _spans(given: Any, text: str) -> list[list[int]]:
    """Return spans whose words are what stands there."""
    if given is None:
        return []
    if not isinstance(given, list):
        raise _Unfit("span")
    found = []
    for one in given:
        if not isinstance(one, dict):
            raise _Unfit("span")
        start, end, said = one.get("start"), one.get("end"), one.get("text")
        if type(start) is not int or type(end) is not int:
            raise _Unfit("offset")
        if not 0 <= start < end <= len(text):
            raise _Unfit("outside")
        if said is not None and said != text[start:end]:
            raise _Unfit("quote")
        found.append([start, end])
    return found


def _away(spans: list[list[int]], cue: list[list[int]]) -> int:
    """Return how many characters lie between spans and a cue, at least."""
    [[start, end]] = cue
    return min(max(low - end, start - high, 0) for low, high in spans)


def _share(value: Any) -> Any:
    """Return a confidence as a number; Citron writes it as words."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _is_citron(path: Path) -> bool:
    first = first_item(path) or {}
    quotes = first.get("quotes")
    return (
        isinstance(first.get("text"), str)
        and isinstance(quotes, list)
        and all(isinstance(one, dict) and "contents" in one for one in quotes)
    )


def write_polnear(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document as a line of attributions; what else the sender's line had comes along."""
    claims, left_out = _claims(outgoing)
    left_out += [
        LeftOut(outgoing.id, one.id, "parts") for one in claims if _has_others(one.annotation)
    ]
    left_out += details(outgoing, claims)
    kept = {key: value for key, value in outgoing.extra.items() if key not in _POLNEAR}
    if len(kept) < len(outgoing.extra):
        left_out.append(LeftOut(outgoing.id, None, "keys"))
    left_out += of_document(replace(outgoing, extra={}))
    listed = [
        {"id": one.id}
        | {role.value: [[*part[1:]] for part in one.annotation.spans(role)] for role in _HELD}
        for one in claims
    ]
    line = _encode({"id": outgoing.id, "text": outgoing.text, "claims": listed, **in_order(kept)})
    return Piece(line + "\n", Report(counts(outgoing, claims), tuple(left_out)))


CITRON = Format(
    name="citron",
    title=_("Citron JSON"),
    suffixes=(".citron.json", ".json"),
    read=read_citron,
    write=write_citron,
    recognises=_is_citron,
    pack=apart(".json"),
    folder=True,
)

POLNEAR = Format(
    name="polnear",
    title=_("Attributions JSONL (PolNeAR)"),
    suffixes=(".polnear.jsonl",),
    read=jsonl.read,
    write=write_polnear,
)
