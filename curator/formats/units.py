"""Offsets of other formats, in UTF-16 units as JavaScript counts, to code points and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

_FIRST_OF_TWO = "\U00010000"


class CodePoints:
    """Offsets in code points: those that there are anyway."""

    def __init__(self, text: str) -> None:
        """Take the text, as the other units do."""

    def from_code_points(self, offset: int) -> int:
        """Return the offset."""
        return offset

    def to_code_points(self, offset: Any) -> Any:
        """Return the offset, or whatever stands for one."""
        return offset


class Utf16:
    """The offsets of one text; without a character outside of the BMP they are the same."""

    def __init__(self, text: str) -> None:
        """Look where characters of two units stand."""
        self._wide = (
            []
            if text.isascii()
            else [place for place, character in enumerate(text) if character >= _FIRST_OF_TWO]
        )
        self._after = [place + number for number, place in enumerate(self._wide, start=1)]

    def from_code_points(self, offset: int) -> int:
        """Turn an offset in code points into one in units."""
        return offset + bisect_left(self._wide, offset)

    def to_code_points(self, offset: Any) -> Any:
        """Turn an offset in units into one in code points.

        Returns:
            None for one between the two halves of a character; what is no whole number, as it is.
        """
        if type(offset) is not int:
            return offset
        before = bisect_right(self._after, offset)
        if before and self._after[before - 1] == offset:
            return None
        return offset - before
