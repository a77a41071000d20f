"""Plain text: one file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from curator.formats.bare import Bare, document
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.encoding import encoding_notes, read_text
from curator.translation import gettext as _


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a text whose encoding is said or found out.

    Args:
        path: the file.
        options: how it is called, and in which encoding it is, if somebody says so.

    Yields:
        The document, or the problem that it has; a note when its encoding is a guess.
    """
    found = read_text(path, options)
    if isinstance(found, Problem):
        yield found
        return
    yield document(Bare(found.decoded.text, found.raw), options)
    yield from encoding_notes(found.decoded, options)


FORMAT = Format(name="text", suffixes=(".txt",), read=read, title=_("Plain text"))
