"""PDF: the text of its pages in reading order, its properties as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curator.formats.bare import Bare, document
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.encoding import read_bytes
from curator.formats.fields import fitted
from curator.formats.pdf_lines import Line, lines_of, paragraphs, without_running_heads
from curator.translation import gettext as _

_MOST_PAGES = 2_000
_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_PASSWORD = "password"


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read the text that a file holds; pictures of text are not read.

    Lines are joined to paragraphs and parted words made whole; what runs at the head or foot of
    most pages is left out, with a note.

    Args:
        path: the file.
        options: how it is called.

    Yields:
        The document, or the problem that it has; notes.
    """
    raw = read_bytes(path, options)
    if isinstance(raw, Problem):
        yield raw
        return
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = _PASSWORD in str(error).lower()
        yield options.problem(None, "import.pdf_locked" if locked else "import.no_pdf")
        return
    with opened:
        yield from _opened(opened, raw, options)


def _opened(opened: Any, raw: bytes, options: ReadOptions) -> Iterator[Item]:
    """Yield what the pages of an opened file give."""
    tried = range(min(len(opened), _MOST_PAGES))
    pages = [lines for n in tried if (lines := _page(opened, n)) is not None]
    kept, cut = without_running_heads(pages)
    broken, more = len(tried) - len(pages), len(opened) - len(tried)
    if broken and not pages:
        yield options.problem(None, "import.no_pdf")
        return
    if pages and not any(kept):
        yield options.problem(None, "import.pdf_pictures")
        return
    yield document(Bare("\n".join(paragraphs(kept)), raw, _meta(opened)), options)
    if cut:
        yield options.note(None, "import.running_heads")
    if broken:
        yield options.note(None, "import.pdf_broken", pages=broken)
    if more:
        yield options.note(None, "import.pdf_pages", limit=_MOST_PAGES)


def _page(opened: Any, number: int) -> list[Line] | None:
    """Return the lines of a page; None for one that PDFium cannot load."""
    import pypdfium2

    try:
        return _lines(opened[number])
    except pypdfium2.PdfiumError:
        return None


def _lines(page: Any) -> list[Line]:
    words = page.get_textpage()
    try:
        return lines_of(_pieces(words))
    finally:
        words.close()
        page.close()


def _pieces(words: Any) -> Iterator[Line]:
    """Yield what PDFium takes for lines, with where their first and last letters stand."""
    from pypdfium2 import raw

    text, first, last = "", -1, -1
    count = words.count_chars()
    for place in range(count + 1):
        letter = chr(raw.FPDFText_GetUnicode(words, place)) if place < count else "\n"
        if letter in "\r\n":
            if first >= 0:
                left, base, _right, _top = words.get_charbox(first, loose=True)
                right = words.get_charbox(last, loose=True)[2]
                size = raw.FPDFText_GetFontSize(words, first)
                yield Line(" ".join(text.split()), left, right, base, size)
            text, first = "", -1
            continue
        text += letter
        if not letter.isspace():
            first, last = (place if first < 0 else first), place


def _meta(opened: Any) -> dict[str, Any]:
    known = {name: _property(opened, name) for name in ("Title", "Author", "CreationDate")}
    day = _DAY.match(known["CreationDate"])
    created = "-".join(day.groups()) if day else ""
    return fitted({"title": known["Title"], "author": known["Author"], "created": created}, {})


def _property(opened: Any, name: str) -> str:
    """Return a property of a file; one whose letters cannot be read is as good as none."""
    try:
        return str(opened.get_metadata_value(name))
    except UnicodeDecodeError:
        return ""


FORMAT = Format(name="pdf", suffixes=(".pdf",), read=read, title=_("PDF"))
