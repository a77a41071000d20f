"""Where an entity begins and ends under a scheme's boundary policy."""

from __future__ import annotations

import re

from curator.domain.scheme import Boundary

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:(?<=\w)['’][sS]|(?<=[sS])['’])$")
_POSSESSIVE_AFTER = re.compile(r"['’][sS]\b|(?<=[sS])['’](?!\w)")
_REFERENCE = re.compile(r"\s*(?:\[\s*[\d,\s–-]{0,12}\]?|[⁰¹²³⁴-⁹†‡]+)$")
_WORD = re.compile(r"[\w’'-]+\.?")
_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "‘": "’", "„": "“"}
_BRACKETS = frozenset("([{")
_CLOSERS = frozenset(_PAIRS.values()) - {"’"}
_STRAY = frozenset(",;:!?…–—-•·*|/\\_=~<>")
_LONGEST_TITLE = 5
"""Words."""


def apply(
    text: str, start: int, end: int, policy: Boundary, *, titles: frozenset[str]
) -> tuple[int, int] | None:
    """Move the edges of an entity to where the scheme wants them.

    White space, stray punctuation and unbalanced quotation marks and brackets at the edges go in
    any case. What the policy has outside is cut off, never the last word though; a possessive and
    titles that it has inside are taken in when they stand beside the span. An article that it has
    inside stays if it was there: the one before “Baku conference” is not Baku's.

    Args:
        text: the document's text.
        start: where the span begins (code points).
        end: where it ends (code points, exclusive).
        policy: what is inside.
        titles: ranks and titles in lower case, of one or several words, without full stops; empty
            for labels other than a person's.

    Returns:
        The new edges; None when nothing is left.
    """
    before = None
    while before != (start, end):
        before = (start, end)
        start, end = _trim(text, start, end)
        if not any(character.isalnum() for character in text[start:end]):
            return None
        end = _end(text, start, end, policy)
        start = _start(text, start, end, policy, titles)
    if policy.title and titles:
        start = _take_titles(text, start, titles)
    if policy.possessive and (found := _POSSESSIVE_AFTER.match(text, end)):
        end = found.end()
    return start, end


def _end(text: str, start: int, end: int, policy: Boundary) -> int:
    words = text[start:end]
    if not policy.reference_marks and (mark := _REFERENCE.search(words)) and mark.start():
        return start + mark.start()
    if not policy.possessive and (found := _POSSESSIVE.search(words)) and found.start():
        return start + found.start()
    return end


def _start(text: str, start: int, end: int, policy: Boundary, titles: frozenset[str]) -> int:
    if not policy.article and (found := _ARTICLE.match(text, start, end)):
        start = found.end()
    if not policy.title and titles:
        start = _drop_titles(text, start, end, titles)
    return start


def _drop_titles(text: str, start: int, end: int, titles: frozenset[str]) -> int:
    """Return the start after one title, the longest that leaves a word."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if not words or words[0][0] != start:
        return start
    for count in range(min(_LONGEST_TITLE, len(words) - 1), 0, -1):
        if _is_title(text, words[:count], titles) and not _gap(text, words, count).strip():
            return words[count][0]
    return start


def _take_titles(text: str, start: int, titles: frozenset[str]) -> int:
    """Return the start before the titles that lead up to the span."""
    while True:
        line = text.rfind("\n", 0, start) + 1
        words = [match.span() for match in _WORD.finditer(text, max(line, start - 80), start)]
        if not words or text[words[-1][1] : start] not in (" ", "\u00a0"):
            return start
        for count in range(min(_LONGEST_TITLE, len(words)), 0, -1):
            if _is_title(text, words[-count:], titles) and text[words[-count][0]].isupper():
                start = words[-count][0]
                break
        else:
            return start


def _gap(text: str, words: list[tuple[int, int]], count: int) -> str:
    return text[words[count - 1][1] : words[count][0]]


def _is_title(text: str, words: list[tuple[int, int]], titles: frozenset[str]) -> bool:
    """Whether these words, with nothing but blanks between them, are a title."""
    if any(_gap(text, words, count).strip() for count in range(1, len(words))):
        return False
    return " ".join(text[a:b].rstrip(".").lower() for a, b in words) in titles


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take what belongs to no word off both edges."""
    while start < end and _is_stray_first(text, start, end):
        start += 1
    while start < end and _is_stray_last(text, start, end):
        end -= 1
    if start < end and text[start] in _BRACKETS and _wraps(text, start, end):
        return _trim(text, start + 1, end - 1)
    return start, end


def _is_stray_first(text: str, start: int, end: int) -> bool:
    first, follows = text[start], text[start + 1 : start + 2] if start + 1 < end else ""
    if first.isspace() or (first in _CLOSERS and first not in _PAIRS):
        return True
    if first in ".-’'–":
        return not follows.isdigit() and not (first in "’'" and text[start + 1 : end].isalnum())
    if first in _PAIRS:
        return not _closed_inside(text, start, end)
    return first in _STRAY or (first == '"' and text.count('"', start, end) % 2 == 1)


def _is_stray_last(text: str, start: int, end: int) -> bool:
    last, before = text[end - 1], text[end - 2] if end - 2 >= start else ""
    if last.isspace() or last in _BRACKETS or last in "“«‘„":
        return True
    if last == ".":
        return not before.isalpha()
    if last in "’'":
        return before not in ("s", "S")
    if last in _CLOSERS:
        opener = next(one for one, two in _PAIRS.items() if two == last)
        return text.count(opener, start, end) < text.count(last, start, end)
    return last in _STRAY or (last == '"' and text.count('"', start, end) % 2 == 1)


def _closed_inside(text: str, start: int, end: int) -> bool:
    opener = text[start]
    return text.count(_PAIRS[opener], start, end) >= text.count(opener, start, end)


def _wraps(text: str, start: int, end: int) -> bool:
    """Whether the bracket that opens the span is the one that closes it."""
    opener, closer = text[start], _PAIRS[text[start]]
    depth = 0
    for place in range(start, end):
        depth += (text[place] == opener) - (text[place] == closer)
        if depth == 0:
            return place == end - 1
    return False
