"""A document as a foreign format gives it becomes one that is ready for the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.canonical import digest_text
from curator.domain.dispatch import Head, first_sentence, recognise
from curator.domain.text import Normalised, normalise
from curator.formats.annotation_rows import AnnotationRows
from curator.formats.base import Incoming, Item, ReadOptions
from curator.formats.flat import Complaint, regroup


@dataclass(slots=True)
class Given:
    """What a format has read.

    Attributes:
        line: where it stands in its file, from 1.
        raw: the bytes that it was read from.
        text: as it stands there, not normalised; whatever is no text is a problem.
        id: the sender's; None where there is none.
        title: as given.
        meta: what is known of it.
        extra: keys that Curator does not know.
        spans: as our JSONL lists them; offsets in code points of the text.
        relations: head, child and label, the ends by the ids of spans.
        claims: as our JSONL lists them, of a format that has claims; None of any other.
        complaints: code and facts of what the format could not make sense of.
        annotated: whether somebody has annotated it, be it with nothing.
    """

    line: int | None
    raw: bytes
    text: Any
    id: str | None = None
    title: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    spans: list[dict[str, Any]] = field(default_factory=list)
    relations: list[tuple[Any, Any, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] | None = None
    complaints: list[Complaint] = field(default_factory=list)
    annotated: bool = True

    def complain(self, code: str, **facts: Any) -> None:
        """Note something that is left out."""
        self.complaints.append((code, facts))


def assemble(given: Given, options: ReadOptions) -> Iterator[Item]:
    """Yield the document, then what was left out of it; or the problem that keeps it out."""
    name = given.id or f"{options.source.stem}-{given.line}"
    if not isinstance(given.text, str):
        yield options.problem(given.line, "import.no_text", document=name)
        return
    normalised = normalise(given.text)
    if not normalised.text.strip():
        yield options.problem(given.line, "import.empty", document=name)
        return
    rows = AnnotationRows(
        normalised,
        source_length=len(given.text),
        states=options.annotations == "as-is",
        gold=options.annotations == "gold",
    )
    layers: list[str] = []
    complaints: list[Complaint] = []
    if options.annotations != "ignore":
        layers, complaints = _annotate(rows, given)
    bare = _incoming(given, options, name, normalised)
    yield replace(bare, layers=layers, annotations=rows.rows)
    for code, facts in complaints:
        yield options.problem(given.line, code, document=name, **facts)


def _annotate(rows: AnnotationRows, given: Given) -> tuple[list[str], list[Complaint]]:
    """Fill rows; return the layers that there are lists for, and what was left out."""
    made = regroup(given.spans, given.relations)
    complaints = [*given.complaints, *made.complaints]
    layers = []
    claims = [*(given.claims or ()), *made.claims]
    for layer, things in ((Layer.ENTITY, made.spans), (Layer.CLAIM, claims)):
        listed = given.annotated if layer is Layer.ENTITY else given.claims is not None
        if things or listed:
            layers.append(layer.value)
        rows.add(layer, things)
    return layers, complaints + rows.complaints


def _incoming(given: Given, options: ReadOptions, name: str, normalised: Normalised) -> Incoming:
    text = normalised.text
    meta = dict(given.meta)
    title = normalise(given.title).text.strip() or words(meta, "title")
    agency, date = words(meta, "agency"), words(meta, "date")
    head = Head() if title and agency and date else recognise(text)
    return Incoming(
        file=options.source.name,
        line=given.line,
        sender_id=name,
        stem=options.source.stem,
        folder=options.source.folder,
        title=title or head.title or first_sentence(text, head=head),
        agency=agency or head.agency or None,
        date=date or head.date or None,
        language=words(meta, "language") or None,
        meta=meta,
        extra=dict(given.extra),
        text=text,
        digest=digest_text(text),
        source_digest=hashlib.sha256(given.raw).hexdigest(),
        source_bytes=len(given.raw),
        removed=list(normalised.removed),
    )


def words(values: Mapping[str, Any], key: str) -> str:
    """Return a value that is text, else an empty one."""
    value = values.get(key)
    return value if isinstance(value, str) else ""


def sender_id(value: Any) -> str | None:
    """Return an id, which may be a number; None where there is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def objects(given: Given, key: str, value: Any) -> list[dict[str, Any]]:
    """Return a list of objects; what is none is complained of."""
    if value is None:
        return []
    if not isinstance(value, list):
        given.complain("import.key_left_out", key=key)
        return []
    found = [one for one in value if isinstance(one, dict)]
    if len(found) < len(value):
        given.complain("import.key_left_out", key=key)
    return found
