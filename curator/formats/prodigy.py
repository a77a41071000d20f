"""Prodigy's JSONL: a task a line, with spans and relations, and an answer for the whole task.

A document becomes one task for each answer that its annotations need, one after the other, and
tasks of the same text that follow each other become one document again. Hashes are not written:
Prodigy makes its own when it reads the file.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from curator.domain.annotation import State
from curator.formats.assembling import Given, assemble, objects, sender_id, words
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.flat import Flat, FlatSpan, flatten
from curator.formats.json_lines import JsonLine, json_lines
from curator.formats.kinds import lines_of
from curator.formats.losses import ATTRIBUTES, REMARKS, counts, details, select
from curator.formats.outgoing import (
    LeftOut,
    OutAnnotation,
    Outgoing,
    Piece,
    Report,
    Sentences,
    in_order,
)
from curator.formats.tokens import Span, fit
from curator.translation import gettext as _

_ANSWERS = {
    State.ACCEPTED.value: "accept",
    State.REJECTED.value: "reject",
    State.UNSURE.value: "ignore",
    State.SUGGESTED.value: None,
}
_STATES = {answer: state for state, answer in _ANSWERS.items() if answer is not None}
_HASHES = ("_input_hash", "_task_hash", "_timestamp", "_view_id", "_session_id", "_annotator_id")
_OURS = ("id", "title", "reviewed", "claims")
_KNOWN = frozenset(
    {"text", "meta", "tokens", "spans", "relations", "answer", "_is_binary", *_HASHES, *_OURS}
)

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:
    """Write a document's tasks, each a line with its end.

    A reviewed document without anything accepted has an accepted task without spans.

    Args:
        outgoing: the document.
        sentences: its tokens, which are cut where an annotation begins or ends in one.
    """
    chosen, left_out = select(outgoing, written=_ANSWERS, told=_ANSWERS)
    groups = {
        answer: [one for one in chosen if one.state == state] for state, answer in _ANSWERS.items()
    }
    fitted = fit(
        len(outgoing.text),
        sentences,
        [(part.start, part.end) for one in chosen for part in one.annotation.parts],
    )
    reviewed = bool(outgoing.reviewed)
    lines = []
    for answer, group in groups.items():
        bare = answer == "accept" if reviewed else answer is None and not chosen
        if not group and not bare:
            continue
        flat = flatten(outgoing.id, group)
        left_out += flat.left_out
        lines.append(_encode(_task(outgoing, flat, fitted.tokens, answer)) + "\n")
    if outgoing.extra.keys() & _KNOWN:
        left_out.append(LeftOut(outgoing.id, None, "keys"))
    left_out += details(outgoing, chosen, held=(ATTRIBUTES, REMARKS), scored=True)
    gone = {one.annotation for one in left_out if one.reason == "label"}
    written = [one for one in chosen if one.id not in gone]
    counted = {"tasks": len(lines), "split_tokens": fitted.cut, **counts(outgoing, written)}
    return Piece("".join(lines), Report(counted, tuple(left_out)))


def _task(outgoing: Outgoing, flat: Flat, tokens: list[Span], answer: str | None) -> dict[str, Any]:
    first = {start: number for number, (start, _) in enumerate(tokens)}
    last = {end: number for number, (_, end) in enumerate(tokens)}
    spans = {span.id: _span(span, first[span.start], last[span.end]) for span in flat.spans}
    task: dict[str, Any] = {"text": outgoing.text, "meta": in_order(outgoing.meta)}
    task |= {"id": outgoing.id, "title": outgoing.title}
    task["tokens"] = list(_tokens(outgoing.text, tokens))
    task["spans"] = [spans[span.id] | _more(span.owner) for span in flat.spans]
    task["relations"] = [
        {
            "head": spans[one.head]["token_end"],
            "child": spans[one.child]["token_end"],
            "label": one.label,
            "head_span": spans[one.head],
            "child_span": spans[one.child],
        }
        for one in flat.relations
    ]
    if answer is not None:
        task["answer"] = answer
    kept = {key: value for key, value in outgoing.extra.items() if key not in _KNOWN}
    return {**task, **in_order(kept)}


def _tokens(text: str, tokens: list[Span]) -> Iterator[dict[str, Any]]:
    for number, (start, end) in enumerate(tokens):
        after = tokens[number + 1][0] if number + 1 < len(tokens) else len(text)
        blank = end < after and text[end] == " "
        yield {"text": text[start:end], "start": start, "end": end, "id": number, "ws": blank}


def _span(span: FlatSpan, first: int, last: int) -> dict[str, Any]:
    return {
        "id": span.id,
        "start": span.start,
        "end": span.end,
        "token_start": first,
        "token_end": last,
        "label": span.label,
    }


def _more(owner: OutAnnotation | None) -> dict[str, Any]:
    if owner is None:
        return {}
    annotation = owner.annotation
    more = {
        "source": owner.suggester,
        "score": annotation.score,
        "attributes": in_order(annotation.attributes) or None,
        "reason": annotation.reason,
        "comment": annotation.comment,
    }
    return {key: value for key, value in more.items() if value is not None}


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read tasks; those of one text that follow each other are one document.

    An answer is the state of everything in its task: accept, reject, and ignore for unsure.
    """
    for same, lines in itertools.groupby(json_lines(path, options), key=_document):
        if same is None:
            yield from (line for line in lines if isinstance(line, Problem))
        else:
            tasks = [line for line in lines if isinstance(line, JsonLine)]
            yield from assemble(_given(tasks), options)


def _document(line: JsonLine | Problem) -> tuple[str, str] | None:
    """Return what tasks of one document have in common; None for a problem."""
    if isinstance(line, Problem):
        return None
    return _encode(line.value.get("id")), _encode(line.value.get("text"))


def _given(tasks: list[JsonLine]) -> Given:
    first = tasks[0].value
    meta = first.get("meta")
    given = Given(
        line=tasks[0].number,
        raw=b"\n".join(task.raw for task in tasks),
        text=first.get("text"),
        id=sender_id(first.get("id")),
        title=words(first, "title"),
        meta=meta if isinstance(meta, dict) else {},
        extra={key: kept for key, kept in first.items() if key not in _KNOWN},
        annotated=any("answer" in task.value for task in tasks),
    )
    if meta is not None and not isinstance(meta, dict):
        given.complain("import.key_left_out", key="meta")
    seen: set[str] = set()
    for task in tasks:
        _annotations(given, task.value, seen)
    return given


def _annotations(given: Given, task: dict[str, Any], seen: set[str]) -> None:
    """Take the spans and relations of one task; equal ones of another task are one."""
    answer = task.get("answer")
    if answer is not None and answer not in _ANSWERS.values():
        given.complain("import.key_left_out", key="answer")
        answer = None
    state = None if answer is None else _STATES[answer]
    names: dict[Any, str] = {}
    taken = {span["id"] for span in given.spans}
    for raw in objects(given, "spans", task.get("spans")):
        span = _read_span(raw, state, taken)
        known = _encode([raw.get("id"), raw.get("start"), raw.get("end"), raw.get("label"), state])
        for key in _keys(raw):
            names.setdefault(key, span["id"])
        if known not in seen:
            seen.add(known)
            taken.add(span["id"])
            given.spans.append(span)
    for raw in objects(given, "relations", task.get("relations")):
        head = _end(names, raw.get("head_span"), raw.get("head"))
        child = _end(names, raw.get("child_span"), raw.get("child"))
        given.relations.append((head, child, raw.get("label")))


def _read_span(raw: dict[str, Any], state: str | None, taken: Iterable[str]) -> dict[str, Any]:
    span = {key: raw.get(key) for key in ("start", "end", "label", "score", *_KEPT)}
    name = sender_id(raw.get("id"))
    numbers = itertools.count(1)
    while name is None or name in taken:
        name = f"s{next(numbers)}"
    span |= {"id": name, "state": state, "suggester": raw.get("source")}
    return {key: value for key, value in span.items() if value is not None}


_KEPT = ("attributes", "reason", "comment")


def _keys(span: dict[str, Any]) -> Iterator[Any]:
    """Yield what a relation may call a span by, the surest first."""
    if (name := sender_id(span.get("id"))) is not None:
        yield "id", name
    yield "place", _encode([span.get(key) for key in ("start", "end", "label")])
    yield "place", _encode([span.get(key) for key in ("start", "end")])
    if isinstance(last := span.get("token_end"), int):
        yield "token", last


def _end(names: dict[Any, str], span: Any, token: Any) -> str | None:
    """Return the id of the span that a relation begins or ends at."""
    keys = list(_keys(span)) if isinstance(span, dict) else []
    if isinstance(token, int):
        keys.append(("token", token))
    return next((names[key] for key in keys if key in names), None)


FORMAT = Format(
    name="prodigy",
    suffixes=(".prodigy.jsonl", ".jsonl"),
    read=read,
    write=write,
    needs_tokens=True,
    title=_("Prodigy JSONL"),
    recognises=lines_of("prodigy"),
)
