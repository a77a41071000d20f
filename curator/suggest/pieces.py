"""Long texts are analysed in pieces that end where paragraphs end."""

from __future__ import annotations

import re

LIMIT = 50_000
"""Code points of a piece."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_SPACE = re.compile(r"\s+")


def pieces(text: str, *, limit: int = LIMIT) -> list[tuple[int, int]]:
    """Cut a text into pieces.

    A cut is made after a blank line; inside a paragraph only when it is longer than a piece: then
    after a line, else after white space, else anywhere.

    Args:
        text: the whole text.
        limit: the longest piece (code points).

    Returns:
        Half-open spans in code points that cover the text without gaps.
    """
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > limit:
        cut = _cut(text, start, start + limit)
        found.append((start, cut))
        start = cut
    if start < len(text) or not found:
        found.append((start, len(text)))
    return found


def _cut(text: str, start: int, end: int) -> int:
    for pattern in (_BLANK_LINE, _LINE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, start, end)]
        if ends:
            return ends[-1]
    return end
