"""Texts are normalised once, at import; here is how, and how offsets follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

NORMALISER = 1
"""The version of the rules below; stored with each text."""

_LINE_END = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1]")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text as it is stored, and where characters of the source went.

    Attributes:
        text: the normalised text.
        removed: ascending offsets (code points of the source) of characters that have no
            counterpart: a leading byte order mark, the carriage return of a CRLF.
    """

    text: str
    removed: tuple[int, ...] = ()

    def to_text(self, offset: int) -> int:
        """Turn an offset into the source (code points) into one into the text."""
        return offset - bisect_left(self.removed, offset)

    def to_source(self, offset: int) -> int:
        """Turn an offset into the text (code points) into one into the source."""
        low, high = 0, len(self.removed)
        while low < high:
            middle = (low + high) // 2
            if self.removed[middle] - middle <= offset:
                low = middle + 1
            else:
                high = middle
        return offset + low


def normalise(source: str) -> Normalised:
    """Normalise a text for good.

    CRLF, CR, FF, VT, NEL, U+2028 and U+2029 become LF; a tab stays; a leading byte order mark
    goes; other C0 controls, lone surrogates and U+FDD0 and U+FDD1 (frame marks in Qt) become
    U+FFFD; nothing else changes, combining characters least of all.

    Args:
        source: the text as it was read.

    Returns:
        The stored text with the offsets of what was removed.
    """
    removed: list[int] = [0] if source.startswith(_BOM) else []
    body = source[1:] if removed else source
    if "\r\n" in body:
        shift = len(removed)
        removed += [match.start() + shift for match in re.finditer("\r\n", body)]
    if not body.isascii() or not body.isprintable():
        body = _UNFIT.sub("\ufffd", _LINE_END.sub("\n", body))
    return Normalised(body, tuple(removed))
