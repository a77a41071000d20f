"""Text files line by line, in constant memory, for formats whose lines are words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.formats.base import LONGEST, Problem, ReadOptions

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line: its number from 1, its words without its end, its bytes with it."""

    number: int
    words: str
    raw: bytes


def numbered(path: Path, options: ReadOptions) -> Iterator[Numbered | Problem]:
    """Yield the lines of a file in UTF-8; a problem for each that cannot be read.

    Lines end with LF or CRLF and with nothing else; a byte order mark is passed over.
    """
    try:
        with path.open("rb") as stream:
            number = 0
            while raw := stream.readline(LONGEST + 1):
                number += 1
                if len(raw) > LONGEST:
                    yield options.problem(number, "import.too_long", limit=LONGEST)
                    return
                yield _decoded(number, raw, options)
    except OSError as error:
        yield options.problem(None, "import.unreadable", reason=error.strerror or str(error))


def _decoded(number: int, raw: bytes, options: ReadOptions) -> Numbered | Problem:
    line = raw.removeprefix(_BOM) if number == 1 else raw
    try:
        words = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8")
    except UnicodeDecodeError as error:
        return options.problem(number, "import.not_utf8", at=error.start)
    return Numbered(number, words, raw)
