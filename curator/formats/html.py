"""HTML: a saved news page gives its main text, and what it says of itself as metadata."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curator.formats.bare import Bare, document
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.encoding import (
    Decoded,
    Undecodable,
    decoded,
    encoding_notes,
    known_encoding,
    read_bytes,
)
from curator.formats.fields import fitted
from curator.formats.html_text import text_of_html
from curator.translation import gettext as _

_HEAD = 4096
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->")
_ROW = re.compile(r"^\| (.*?) ?\|? *$", re.MULTILINE)
_FIELDS = {"title": "title", "author": "author", "sitename": "source", "date": "date", "url": "url"}
"""What trafilatura calls a thing, and what we do."""


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a page: nothing that it names is fetched.

    Main text and metadata are told by trafilatura (Barbaresi 2021, ACL demonstrations); where it
    finds no main text, all words of the page are taken, and a note says so.

    Args:
        path: the file.
        options: how it is called, and in which encoding it is, if somebody says so.

    Yields:
        The document, or the problem that it has; notes.
    """
    raw = read_bytes(path, options)
    if isinstance(raw, Problem):
        yield raw
        return
    try:
        found = _decoded(raw, options.encoding)
    except Undecodable as error:
        yield options.problem(None, error.code, **error.facts)
        return
    text, meta = _main(found.text.lstrip("\ufeff"))
    bare = Bare(text or text_of_html(found.text), raw, meta)
    item = document(bare, options)
    yield item
    if not text and not isinstance(item, Problem):
        yield options.note(None, "import.no_main_text")
    yield from encoding_notes(found, options)


def _decoded(raw: bytes, said: str | None) -> Decoded:
    """Decode as somebody says, else as the page says of itself, else as it looks."""
    own = _CHARSET.search(raw[:_HEAD])
    if said is None and own is not None and (name := known_encoding(own[1].decode("ascii"))):
        try:
            return decoded(raw, encoding=name)
        except Undecodable:
            return decoded(raw)
    return decoded(raw, encoding=said)


def _main(source: str) -> tuple[str, dict[str, Any]]:
    """Return the main text, a paragraph a line, and the metadata; both may be empty."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        source, include_comments=False, with_metadata=True, favor_precision=False
    )
    if found is None:
        return "", {}
    known = found if isinstance(found, dict) else found.as_dict()
    fields = {ours: known.get(theirs) or "" for theirs, ours in _FIELDS.items()}
    if not fields["url"] and (saved := _SAVED_FROM.search(source[:_HEAD])):
        fields["url"] = saved[1]
    if language := re.search(r"<html[^>]*\slang\s*=\s*[\"']?([A-Za-z]{2})", source[:_HEAD]):
        fields["language"] = language[1].lower()
    words = _ROW.sub(lambda row: "\t".join(row[1].split(" | ")), str(known.get("text") or ""))
    headline = " ".join(fields["title"].split())
    if words and headline:
        words = f"{headline}\n\n{words.removeprefix(headline).lstrip()}"
    return words, fitted(fields, {})


FORMAT = Format(name="html", suffixes=(".html", ".htm", ".xhtml"), read=read, title=_("Web page"))
