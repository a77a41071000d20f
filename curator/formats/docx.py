"""Word documents (.docx): the body in its order, core properties as metadata."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curator.formats.bare import Bare, document
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.encoding import read_bytes
from curator.formats.fields import fitted
from curator.translation import gettext as _

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = {f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}instrText", f"{_MARKUP}Fallback"}
"""What was taken out under tracked changes, fields' instructions, a second form of the same."""

_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "‑"}
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError),
    *(KeyError, ValueError, AttributeError, TypeError, SyntaxError),
)
"""What zipfile raises, and python-docx for parts that are missing or are no XML."""

_MOST = 256 * 1024 * 1024
"""Bytes that a document may unpack to."""


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a document: headings, paragraphs, lists and tables in their order, then footnotes.

    Tracked insertions are in, deletions are out; a cell of a table is parted from the next by a
    tab, a point of a list begins with a dash. Headers and footers of pages are left out.

    Args:
        path: the file.
        options: how it is called.

    Yields:
        The document, or the problem that it has.
    """
    raw = read_bytes(path, options)
    if isinstance(raw, Problem):
        yield raw
        return
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST:
                yield options.problem(None, "import.too_long", limit=_MOST)
                return
        words, meta = _read(path)
    except _BROKEN as error:
        yield options.problem(None, "import.no_docx", reason=type(error).__name__)
        return
    yield document(Bare(words, raw, meta), options)


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    from docx import Document

    opened = Document(str(path))
    lines = list(_blocks(opened.element.body))
    notes = [part for part in opened.part.package.iter_parts() if _is_footnotes(part)]
    for part in notes:
        lines += _footnotes(part.blob)
    known = opened.core_properties
    date = known.created or known.modified
    fields = {
        "title": known.title or "",
        "author": known.author or "",
        "language": (known.language or "")[:2].lower(),
        "created": date.date().isoformat() if date is not None else "",
    }
    return "\n".join(lines), fitted(fields, {})


def _blocks(body: Any) -> Iterator[str]:
    """Yield lines of a body, of a cell, of a text box in a frame of its own."""
    for block in body:
        if block.tag == f"{_WORD}p":
            words = "".join(_runs(block)).strip()
            heading = _is_heading(block)
            listed = not heading and block.find(f"{_WORD}pPr/{_WORD}numPr") is not None
            yield f"- {words}" if words and listed else words
            if words and heading:
                yield ""
        elif block.tag == f"{_WORD}tbl":
            for row in block.iter(f"{_WORD}tr"):
                cells = (" ".join(filter(None, _blocks(cell))) for cell in row.iter(f"{_WORD}tc"))
                yield "\t".join(cells)
        elif block.tag == f"{_WORD}sdt":
            yield from _blocks(block.find(f"{_WORD}sdtContent") or ())


def _is_heading(paragraph: Any) -> bool:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    name = "" if style is None else style.get(f"{_WORD}val", "").lower()
    return name.startswith(("heading", "title"))


def _runs(element: Any) -> Iterator[str]:
    """Yield the words of a paragraph, without what is not seen."""
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _runs(child)


def _is_footnotes(part: Any) -> bool:
    return str(part.partname).endswith("/footnotes.xml")


def _footnotes(blob: bytes) -> Iterator[str]:
    from docx.oxml import parse_xml

    for note in parse_xml(blob).iter(f"{_WORD}footnote"):
        if note.get(f"{_WORD}type") is None:  # the others are lines between text and notes
            yield from filter(None, _blocks(note))


FORMAT = Format(name="docx", suffixes=(".docx",), read=read, title=_("Word document"))
