"""Very long paragraphs in pieces for the view, without moving any offset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import bidirectional, category

LONG = 1500
"""Longest piece that is aimed at (characters); a paragraph without spaces stays whole."""

_SENTENCE_END = re.compile("[.!?…][\"'”’»)]* ")


@dataclass(frozen=True, slots=True)
class View:
    """A text as the page shows it.

    Attributes:
        text: as long as the stored text; spaces at seams are newlines.
        starts: where each block begins (code points).
        seams: numbers of blocks that go on in the next one, without a paragraph gap.
        right_to_left: numbers of blocks whose paragraph runs from right to left, whatever the
            piece by itself begins with.
    """

    text: str
    starts: tuple[int, ...]
    seams: frozenset[int] = frozenset()
    right_to_left: frozenset[int] = frozenset()


def split(text: str) -> View:
    """Cut long paragraphs at spaces, after a sentence where there is one.

    Args:
        text: the stored text.

    Returns:
        What the page shows; the same offsets hold.
    """
    paragraphs = text.split("\n")
    if max(map(len, paragraphs)) <= LONG:
        return View(text, _starts(paragraphs))
    pieces: list[str] = []
    seams: set[int] = set()
    right_to_left: set[int] = set()
    for paragraph in paragraphs:
        if len(paragraph) <= LONG:
            pieces.append(paragraph)
            continue
        first = len(pieces)
        pieces.extend(_pieces(paragraph))
        seams.update(range(first, len(pieces) - 1))
        if _is_right_to_left(paragraph):
            right_to_left.update(range(first, len(pieces)))
    shown = "\n".join(pieces)
    return View(shown, _starts(pieces), frozenset(seams), frozenset(right_to_left))


def _starts(pieces: list[str]) -> tuple[int, ...]:
    return tuple(accumulate((len(piece) + 1 for piece in pieces[:-1]), initial=0))


def _pieces(paragraph: str) -> list[str]:
    pieces = []
    start = 0
    while len(paragraph) - start > LONG:
        seam = _seam(paragraph, start)
        if seam == -1:
            break
        pieces.append(paragraph[start:seam])
        start = seam + 1
    pieces.append(paragraph[start:])
    return pieces


def _seam(paragraph: str, start: int) -> int:
    """Return where the space lies that ends the piece, -1 without any."""
    middle, end = start + LONG * 2 // 3, start + LONG
    ends = [match.end() - 1 for match in _SENTENCE_END.finditer(paragraph, middle, end)]
    for seam in reversed(ends):
        if _fits(paragraph, seam):
            return seam
    seam = paragraph.rfind(" ", start + 1, end)
    while seam != -1 and not _fits(paragraph, seam):
        seam = paragraph.rfind(" ", start + 1, seam)
    if seam != -1:
        return seam
    seam = paragraph.find(" ", end)
    while seam != -1 and not _fits(paragraph, seam):
        seam = paragraph.find(" ", seam + 1)
    return seam


def _fits(paragraph: str, seam: int) -> bool:
    """Say whether nothing clings to the space, such as a combining accent."""
    after = paragraph[seam + 1 : seam + 2]
    return bool(after) and category(after)[0] != "M" and after != "\u200d"


def _is_right_to_left(paragraph: str) -> bool:
    for char in paragraph:
        direction = bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
