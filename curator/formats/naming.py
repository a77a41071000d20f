"""Documents in files of their own, and how these are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from curator.formats.outgoing import Pack, Piece

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u2028\u2029]+')
_TAKEN = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 120


class FileNames:
    """Names that every file system takes, none twice, however it treats capitals."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, document: str) -> str:
        """Return the next name, without a suffix; the document's id wherever that is one."""
        name = _UNFIT.sub("_", document).strip(" .")
        while len(name.encode("utf-8")) > _LONGEST:
            name = name[:-1]
        if not name or name.startswith(("-", ".")) or _TAKEN.fullmatch(name):
            name = f"_{name}"
        chosen, number = name, 2
        while _folded(chosen) in self._taken:
            chosen, number = f"{name}-{number}", number + 1
        self._taken.add(_folded(chosen))
        return chosen


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def apart(suffix: str) -> Pack:
    """Return what puts each document into a file named by its id, which is in `Piece.more`."""

    def pack(pieces: Iterator[Piece]) -> Iterator[tuple[str, str | bytes]]:
        names = FileNames()
        for piece in pieces:
            yield names.of(piece.more["id"]) + suffix, piece.text

    return pack
