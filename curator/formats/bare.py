"""A document that comes without annotations: its text, and what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from curator.domain.canonical import digest_text
from curator.domain.dispatch import first_sentence, recognise
from curator.domain.text import normalise
from curator.formats.base import Incoming, Problem, ReadOptions

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Bare:
    """What a format has read.

    Attributes:
        text: not normalised.
        raw: the bytes that it was read from.
        meta: what the format knows of it; it goes before what the text's head says.
        line: where it begins in its file, from 1; None where a file is one document.
        id: the sender's; None where there is none.
        stem: what it is called without an id; the file's where this is empty.
        title: what it is called where its metadata has no title.
    """

    text: str
    raw: bytes
    meta: Mapping[str, Any] = field(default_factory=dict)
    line: int | None = None
    id: str | None = None
    stem: str = ""
    title: str = ""


def document(bare: Bare, options: ReadOptions) -> Incoming | Problem:
    """Return the document, or the problem that keeps it out: no text but white space."""
    normalised = normalise(bare.text)
    text = normalised.text
    if not text.strip():
        return options.problem(bare.line, "import.empty")
    stem = bare.stem or options.source.stem
    head = recognise(text, file_name=stem)
    said = {"agency": head.agency, "date": head.date, "place": head.place, "title": head.title}
    meta: dict[str, Any] = {name: value for name, value in said.items() if value}
    if "source" in bare.meta:
        meta.pop("agency", None)
    meta |= bare.meta
    title = " ".join((meta.get("title") or bare.title).split())[:_LONGEST_TITLE]
    return Incoming(
        file=options.source.name,
        line=bare.line,
        sender_id=bare.id,
        stem=stem,
        folder=options.source.folder,
        title=title or first_sentence(text, head=head),
        agency=meta.get("agency") or meta.get("source") or None,
        date=meta.get("date") or None,
        language=meta.get("language") or None,
        meta=meta,
        extra={},
        text=text,
        digest=digest_text(text),
        source_digest=hashlib.sha256(bare.raw).hexdigest(),
        source_bytes=len(bare.raw),
        removed=list(normalised.removed),
    )
