"""Where characters begin and end: what a reader takes for one may be several code points.

They follow the grapheme cluster rules of Unicode Standard Annex 29 as far as `unicodedata` tells
the classes apart: marks, joiners, emoji sequences, flags, Hangul syllables.
"""

from __future__ import annotations

from unicodedata import category

_ZWJ = "\u200d"
_JOINERS = frozenset("\u200c\u200d")


def next_character(text: str, offset: int, direction: int) -> int:
    """Return the nearest character boundary beyond an offset; never inside a grapheme.

    Args:
        text: the text.
        offset: where to start (code points).
        direction: 1 for forwards, -1 for backwards.

    Returns:
        The boundary in code points; the offset itself at the end of the text.
    """
    at = offset + direction
    while 0 < at < len(text) and _joined(text, at):
        at += direction
    return min(max(at, 0), len(text))


def character_at(text: str, offset: int) -> tuple[int, int]:
    """Return the character that holds a code point: a half-open span in code points."""
    start = offset
    while start > 0 and _joined(text, start):
        start -= 1
    return start, next_character(text, start, 1)


def whole_characters(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span (code points, not empty) so that it cuts no character in two."""
    while start > 0 and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    return start, end


def _joined(text: str, at: int) -> bool:
    """Say whether the code points on both sides of an offset make up one character."""
    left, right = text[at - 1], text[at]
    if right.isascii():
        return False
    if _extends(right):
        return not left.isspace() or left == "\u00a0" or right in _JOINERS
    if left == _ZWJ:
        return category(right) == "So"
    if _is_flag(left) and _is_flag(right):
        return _flags_before(text, at) % 2 == 1
    return _joins_hangul(ord(left), ord(right))


def _extends(char: str) -> bool:
    point = ord(char)
    return (
        category(char)[0] == "M"
        or char in _JOINERS
        or 0x1F3FB <= point <= 0x1F3FF
        or 0xE0020 <= point <= 0xE007F
    )


def _is_flag(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF


def _flags_before(text: str, at: int) -> int:
    first = at
    while first > 0 and _is_flag(text[first - 1]):
        first -= 1
    return at - first


def _joins_hangul(left: int, right: int) -> bool:
    leading, syllable = 0x1100 <= left <= 0x115F, 0xAC00 <= left <= 0xD7A3
    vowel, trailing = 0x1160 <= left <= 0x11A7, 0x11A8 <= left <= 0x11FF
    if leading:
        return 0x1100 <= right <= 0x11A7 or 0xAC00 <= right <= 0xD7A3
    open_syllable = syllable and (left - 0xAC00) % 28 == 0
    if vowel or open_syllable:
        return 0x1160 <= right <= 0x11FF
    return (trailing or syllable) and 0x11A8 <= right <= 0x11FF
