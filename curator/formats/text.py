"""Plain text: one file is one document."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from pathlib import Path

from curator.domain.canonical import digest_text
from curator.domain.dispatch import first_sentence, recognise
from curator.domain.text import normalise
from curator.formats.base import LONGEST, Format, Incoming, Item, ReadOptions

_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WIDEST = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read UTF-8, with or without a byte order mark, or UTF-16 with one.

    Args:
        path: the file.
        options: how it is called.

    Yields:
        The document, or the problem that it has.
    """
    try:
        if path.stat().st_size > LONGEST:
            yield options.problem(None, "import.too_long", limit=LONGEST)
            return
        source = path.read_bytes()
    except OSError as error:
        yield options.problem(None, "import.unreadable", reason=error.strerror or str(error))
        return
    try:
        text = _decoded(source)
    except UnicodeDecodeError as error:
        yield options.problem(None, "import.not_utf8", at=error.start)
        return
    yield _document(text, source, options) or options.problem(None, "import.empty")


def _decoded(source: bytes) -> str:
    """Decode; a byte order mark becomes U+FEFF, which normalising takes away."""
    if source.startswith(_WIDEST):
        return source.decode("utf-8")
    return source.decode(_WIDE.get(source[:2], "utf-8"))


def _document(source_text: str, source: bytes, options: ReadOptions) -> Incoming | None:
    normalised = normalise(source_text)
    text = normalised.text
    if not text.strip():
        return None
    stem = options.source.stem
    head = recognise(text, file_name=stem)
    said = {"agency": head.agency, "date": head.date, "place": head.place, "title": head.title}
    return Incoming(
        file=options.source.name,
        line=None,
        sender_id=None,
        stem=stem,
        folder=options.source.folder,
        title=head.title or first_sentence(text, head=head),
        agency=head.agency or None,
        date=head.date or None,
        language=None,
        meta={name: value for name, value in said.items() if value},
        extra={},
        text=text,
        digest=digest_text(text),
        source_digest=hashlib.sha256(source).hexdigest(),
        source_bytes=len(source),
        removed=list(normalised.removed),
    )


FORMAT = Format(name="text", suffixes=(".txt",), read=read)
