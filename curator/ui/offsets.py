"""The one place where code points (ours) become UTF-16 units (Qt's), and back."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Offsets of one text, counted both ways; the identity for a text within the BMP.

    Args:
        text: the stored text.
    """

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points: list[int] = []
        if not text.isascii() and len(text.encode("utf-16-le")) != 2 * len(text):
            self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return point + bisect_left(self._points, point) if self._points else point

    def to_points(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 offset.

        An offset between the two halves of a surrogate pair, which no caret should have, is
        that of the character.
        """
        return unit - bisect_left(self._units, unit) if self._units else unit
