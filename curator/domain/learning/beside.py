"""What stands beside a span, what it looks like, and what that says of the span."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from curator.domain.learning.strings import TOKEN, key_of

_REACH = 40
"""Code points in which the token beside a span is looked for."""

_LAST = re.compile(r"(?:\w+|[^\w\s])\Z")

Span = tuple[int, int]
"""Half-open, in code points."""

_LONG = 3
"""Letters beyond which a word of a name begins with a capital: not “of”, “the”, “für”."""

_WORTH = 4.0
"""How many cases the wider rate is worth against the narrower one."""

_SHARE = 0.7
"""How much of what each side says is counted: the two sides often say the same."""


class Beside(NamedTuple):
    """The tokens before and after a span, on its line; empty at the ends of the line."""

    before: str = ""
    after: str = ""


ALONE = Beside()
"""A span with a line of its own."""


def beside(text: str, start: int, end: int) -> Beside:
    """Return what stands beside a span [start, end) (code points) of a text."""
    before, after = token_before(text, start), token_after(text, end)
    return Beside(text[slice(*before)] if before else "", text[slice(*after)] if after else "")


def token_before(text: str, start: int) -> Span | None:
    """Return where the token before a place stands, on its line."""
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    end = line + len(text[line:start].rstrip())
    found = _LAST.search(text, line, end)
    return found and found.span()


def token_after(text: str, end: int) -> Span | None:
    """Return where the token after a place stands, on its line."""
    stop = text.find("\n", end)
    found = TOKEN.search(text, end, min(len(text) if stop < 0 else stop, end + _REACH))
    return found and found.span()


@lru_cache(maxsize=65_536)
def look_of(string: str) -> str:
    """Return what a string looks like: ``figures``, ``capitals``, ``name``, ``mixed``, ``small``.

    A single sign that is neither letter nor figure looks like itself, nothing like nothing.
    """
    words = [word for word in key_of(string) if word[0].isalnum()]
    if not words:
        return string.strip()
    if not any(letter.isalpha() for word in words for letter in word):
        return "figures"
    if string.isupper() and len(string) > 1:
        return "capitals"
    raised = [word[0].isupper() for word in words]
    if all(up or len(word) <= _LONG for up, word in zip(raised, words, strict=True)) and any(
        raised
    ):
        return "name"
    return "mixed" if any(raised) else "small"


class Surroundings:
    """How often suggestions of a label were right with a token beside them; not thread-safe.

    A token is compared with those that look alike, these with all of the label; each difference
    counts the more the more others there are to compare with.
    """

    def __init__(self) -> None:
        """Begin without a case."""
        self._counts: dict[_Group, list[int]] = {}

    def add(self, label: str, around: Beside, n: int = 1, *, right: bool) -> None:
        """Note a decision so many times; fewer below zero."""
        before, after = _sides(label, around)
        for group in (before[0], *before[1:], *after[1:]):
            counts = self._counts.setdefault(group, [0, 0])
            counts[right] += n
            if counts == [0, 0]:
                del self._counts[group]

    def leaning(self, label: str, around: Beside) -> float:
        """Return what both sides add to the log odds that a suggestion is right."""
        return _SHARE * sum(map(self._side, _sides(label, around)))

    def _side(self, groups: tuple[_Group, ...]) -> float:
        """Return how far one side's odds are from those of the label, from wide to narrow."""
        counts = [self._counts.get(group, (0, 0)) for group in groups]
        found = 0.0
        for (wide_wrong, wide_right), (wrong, right) in pairwise(counts):
            of_all, of_these = wide_wrong + wide_right, wrong + right
            wide = (wide_right + 1) / (of_all + 2)
            rate = (right + _WORTH * wide) / (of_these + _WORTH)
            others = of_all - of_these
            found += (log_odds(rate) - log_odds(wide)) * others / (others + _WORTH)
        return found


def log_odds(share: float) -> float:
    """Return the logarithm of the odds of a share, which is neither 0 nor 1."""
    return math.log(share / (1 - share))


def share_of(odds: float) -> float:
    """Return the share with these log odds."""
    return 1 / (1 + math.exp(-odds))


_Group = tuple[str, ...]


def _sides(label: str, around: Beside) -> tuple[tuple[_Group, ...], ...]:
    """Return what a case counts for on either side, from wide to narrow; all begin alike."""
    return tuple(
        ((label,), (label, side, look), (label, side, look, token.lower()))
        for side, token in zip(Beside._fields, around, strict=True)
        for look in (look_of(token),)
    )
