"""Where an annotation lies in a text that may have changed: by its position, else by its words."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from curator.domain.text import normalise

CONTEXT = 32
"""Code points before and after a quote that tell it from others of the same words."""

_MOST = 10_000
"""Places of the same words that are compared; more are no quote to find anything by."""

Span = tuple[int, int]


class Quote(NamedTuple):
    """Words with what stands before and behind them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def quote(text: str, start: int, end: int) -> Quote:
    """Return the words of [start, end) in code points, with their context."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def anchor(text: str, position: Span | None, words: Quote | None) -> Span | None:
    """Return where an annotation lies (code points).

    The position holds when the words stand there, or when there are none to compare. Else the
    words are looked for, as they are or with other white space between them; of several places
    the one with more of the context around it counts, then the one nearest to the position.

    Args:
        text: to look in.
        position: half-open; None where there is none.
        words: what stands there; None where nothing says.

    Returns:
        None where nothing fits, or where two places fit equally well and no position tells.
    """
    inside = position is not None and 0 <= position[0] < position[1] <= len(text)
    if words is None or not words.exact.strip():
        return position if inside else None
    if position is not None and inside and _same(text[slice(*position)], words.exact):
        return position
    ranked = sorted(
        (-_context(text, place, words), _distance(place, position), place)
        for place in _places(text, words.exact)
    )
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return ranked[0][2]


def _same(there: str, words: str) -> bool:
    return there == words or normalise(there).text == normalise(words).text


def _places(text: str, words: str) -> list[Span]:
    """Return where words stand as they are; where there is none, with other white space."""
    return _found(text, re.escape(words)) or _found(
        text, r"\s+".join(map(re.escape, words.split()))
    )


def _found(text: str, pattern: str) -> list[Span]:
    matches = re.finditer(f"(?=({pattern}))", text)
    return [found.span(1) for found in itertools.islice(matches, _MOST)]


def _context(text: str, place: Span, words: Quote) -> int:
    """Return how many code points of the context stand around a place."""
    before = text[max(0, place[0] - len(words.prefix)) : place[0]]
    after = text[place[1] : place[1] + len(words.suffix)]
    return _common(before[::-1], words.prefix[::-1]) + _common(after, words.suffix)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _distance(place: Span, position: Span | None) -> int:
    return 0 if position is None else abs(place[0] - position[0])
