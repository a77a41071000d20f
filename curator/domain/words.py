"""Where words begin and end, for edges that are moved and selections that snap.

Words follow Unicode Standard Annex 29, but for what names want: a hyphen joins, a possessive is
apart, an abbreviation keeps its stops.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from unicodedata import category

from curator.domain.characters import character_at

Edge = Literal["start", "end"]
"""One of the two edges of a span, in reading order."""
EDGES: tuple[Edge, Edge] = ("start", "end")
"""Both of them."""

_APOSTROPHES = frozenset("'’ʼ")
_HYPHENS = frozenset("-‐‑\u00ad")
_GERESH = frozenset("\u05f3\u05f4")
_POINTS = frozenset(".,\u066b\u066c")
"""Signs within numbers, Arabic ones too."""
_BREAK = "\u200b"
_ALONE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x31FF),  # CJK radicals, kana, bopomofo
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Blocks of scripts written without spaces: each of their characters stands for a word."""


def word_set(words: str) -> frozenset[str]:
    """Return words that spaces part as a set."""
    return frozenset(words.split())


def word_bounds(text: str, offset: int) -> tuple[int, int]:
    """Return the word around the character at an offset, or that character alone.

    A hyphen, an apostrophe and, between digits, a stop or comma belong to the word around them;
    a possessive “’s” is a word of its own; an abbreviation keeps its last stop.

    Args:
        text: the text.
        offset: of a character (code points), or the text's length.

    Returns:
        Half-open span in code points; empty at the end of the text.
    """
    if offset >= len(text):
        return len(text), len(text)
    start, end = character_at(text, offset)
    if not _belongs(text, start):
        return start, end
    while start > 0 and _held(text, start):
        start = character_at(text, start - 1)[0]
    while end < len(text) and _held(text, end):
        end = character_at(text, end)[1]
    return start, end


def next_word_edge(text: str, offset: int, direction: int, *, edge: Edge | None = None) -> int:
    """Return where the next word begins or ends beyond an offset; punctuation is passed over.

    Args:
        text: the text.
        offset: where to start (code points).
        direction: 1 for forwards, -1 for backwards.
        edge: which edge of a word to stop at; by default its end forwards, its start backwards.

    Returns:
        The edge in code points; the offset itself when there is no further word.
    """
    side = edge or ("end" if direction > 0 else "start")
    for start, stop in tokens_beyond(text, offset, direction, edge=side):
        if _counts(text, start):
            return stop
    return offset


def tokens_beyond(
    text: str, offset: int, direction: int, *, edge: Edge
) -> Iterator[tuple[int, int]]:
    """Yield words and signs with an edge beyond an offset, the nearest first.

    Args:
        text: the text.
        offset: where to start (code points).
        direction: 1 for forwards, -1 for backwards.
        edge: which edge of a word or sign must lie beyond.

    Yields:
        Where a word or sign begins, and its edge (code points).
    """
    back = 1 if direction < 0 else 0
    at = offset
    while 0 <= at - back < len(text):
        start, end = word_bounds(text, at - back)
        stop = start if edge == "start" else end
        if (stop - offset) * direction > 0:
            yield start, stop
        at = start if back else end


def nearest_edge(text: str, offset: int, *, edge: Edge) -> int | None:
    """Return the edge of a word or sign that is nearest to an offset; white space has none.

    Args:
        text: the text.
        offset: where to look (code points), such as where a dragged edge is.
        edge: which edge of words and signs counts.

    Returns:
        The edge in code points; None in a text of white space.
    """
    found = []
    for direction in (-1, 1):
        from_there = min(max(offset - direction, 0), len(text))
        for _start, stop in tokens_beyond(text, from_there, direction, edge=edge):
            if not text[stop - (edge == "end")].isspace():
                found.append(stop)
                break
    return min(found, key=lambda at: abs(at - offset), default=None)


def snap(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Widen a selection to whole words, without white space around.

    Args:
        text: the text.
        start: where it begins (code points).
        end: where it ends (code points, exclusive).

    Returns:
        The span in code points; None when it covers white space only.
    """
    trimmed = trim(text, start, end)
    if trimmed is None:
        return None
    return word_bounds(text, trimmed[0])[0], word_bounds(text, trimmed[1] - 1)[1]


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a span without the white space around it; None when nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _counts(text: str, start: int) -> bool:
    """Say whether what begins here is worth a stop: all but white space and punctuation."""
    char = text[start]
    return category(char)[0] in "LNMS" or char in "%‰#@&" or is_possessive(text, start)


def _inner(text: str, start: int) -> bool:
    """Say whether the character that begins here is a letter, digit or mark of a spaced script."""
    point = ord(text[start])
    if any(low <= point <= high for low, high in _ALONE) and not _is_katakana(text[start]):
        return False
    return category(text[start])[0] in "LNM" or text[start] == "_"


def _is_katakana(char: str) -> bool:
    """Say whether a character is of the one Japanese script whose words stand together."""
    return "\u30a1" <= char <= "\u30fe" and char != "\u30fb"


def _belongs(text: str, at: int) -> bool:
    """Say whether the character at an offset is in a word together with others."""
    return _inner(text, at) or _links(text, at) or _last_stop(text, at) or is_possessive(text, at)


def _held(text: str, at: int) -> bool:
    """Say whether the characters on both sides of an offset belong to one word."""
    before = character_at(text, at - 1)[0]
    if _inner(text, before):
        if _inner(text, at):
            return _is_katakana(text[before]) == _is_katakana(text[at])
        return _links(text, at) or _last_stop(text, at)
    return _inner(text, at) and (_links(text, before) or is_possessive(text, before))


def _links(text: str, at: int) -> bool:
    """Say whether the sign at an offset joins the word characters around it."""
    sign = text[at]
    if not 0 < at < len(text) - 1:
        return False
    if not (_inner(text, character_at(text, at - 1)[0]) and _inner(text, at + 1)):
        return False
    if sign in _APOSTROPHES:
        return not is_possessive(text, at)
    if sign in _POINTS:
        digits = text[at - 1].isdigit() and text[at + 1].isdigit()
        return digits or (sign == "." and _is_initial(text, at - 1))
    return sign in _HYPHENS | _GERESH or (category(sign) == "Cf" and sign != _BREAK)


def is_possessive(text: str, at: int) -> bool:
    """Say whether “’s” stands at an offset, at the end of a word."""
    if text[at] not in _APOSTROPHES or text[at + 1 : at + 2] not in ("s", "S"):
        return False
    return at + 2 >= len(text) or not _inner(text, at + 2)


def _is_initial(text: str, at: int) -> bool:
    """Say whether a single letter stands at an offset, as in “U.S.”."""
    return text[at].isalpha() and (at == 0 or not _inner(text, at - 1))


def _last_stop(text: str, at: int) -> bool:
    """Say whether the stop at an offset ends an abbreviation such as “U.S.”."""
    if text[at] != "." or at < 3 or not _is_initial(text, at - 1):
        return False
    return text[at - 2] == "." and text[at - 3].isalpha()
