"""Identical mentions: where the same words stand, and what a decision would do to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from curator.domain.annotation import State
from curator.domain.characters import next_character

_HYPHENS = "\\-‐‑"


class Fate(StrEnum):
    """What applying a decision does to a place."""

    ACCEPT = "accept"
    RELABEL = "relabel"
    REJECT = "reject"
    ADD = "add"
    KEEP = "keep"


class Place(NamedTuple):
    """Where the words stand: an annotation of them, or an occurrence that nobody marked.

    Attributes:
        document_id, title: of its document.
        number: of the annotation; 0 for an unmarked occurrence.
        start, end: of the words, in code points.
        before, words, after: the words in their context, on one line.
        label: of the annotation; empty for an unmarked occurrence.
        state: of the annotation; None for an unmarked occurrence.
        closed: whether the layer is closed there.
        by_hand: whether a person added it.
        inside: words of another annotation that the unmarked occurrence lies in; empty for none.
    """

    document_id: int
    title: str
    number: int
    start: int
    end: int
    before: str
    words: str
    after: str
    label: str = ""
    state: State | None = None
    closed: bool = False
    by_hand: bool = False
    inside: str = ""

    @property
    def decided(self) -> bool:
        """Whether somebody decided it earlier."""
        return self.state not in (None, State.SUGGESTED)


def flat(words: str) -> str:
    """Return words on one line, with single spaces."""
    return " ".join(words.split())


def same_words(one: str, other: str, *, match_case: bool) -> bool:
    """Whether two quotes are the same words; how they are broken into lines does not matter."""
    first, second = flat(one), flat(other)
    return first == second or (not match_case and first.casefold() == second.casefold())


@lru_cache(maxsize=64)
def _pattern(words: str, *, match_case: bool) -> re.Pattern[str]:
    """Compile words into a pattern that finds them as whole words; a compound is one word."""
    inner = r"\s+".join(re.escape(word) for word in words.split())
    before = rf"(?<!\w)(?<!\w[{_HYPHENS}])" if words.strip()[:1].isalnum() else ""
    after = rf"(?!\w)(?![{_HYPHENS}]\w)" if words.strip()[-1:].isalnum() else ""
    return re.compile(before + inner + after, 0 if match_case else re.IGNORECASE)


def occurrences(text: str, words: str, *, match_case: bool) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text as whole words: spans in code points, in order.

    A mark that combines with the last letter makes another word of them.
    """
    if words.strip():
        for match in _pattern(flat(words), match_case=match_case).finditer(text):
            if _parts(text, match.start()) and _parts(text, match.end()):
                yield match.span()


def _parts(text: str, at: int) -> bool:
    """Whether an offset lies between two characters as people see them."""
    return not 0 < at < len(text) or next_character(text, at - 1, 1) == at


def fate(place: Place, label: str, *, reject: bool) -> Fate:
    """Say what a decision would do to a place.

    Args:
        place: where the words stand.
        label: of the decided annotation.
        reject: whether it is rejected, else accepted.
    """
    if reject:
        settled = place.state is None or place.state is State.REJECTED
        return Fate.KEEP if settled else Fate.REJECT
    if place.state is None:
        return Fate.ADD
    if place.label != label:
        return Fate.RELABEL
    return Fate.KEEP if place.state is State.ACCEPTED else Fate.ACCEPT


def chosen_at_first(place: Place, label: str, *, reject: bool) -> bool:
    """Whether a place is ticked before anybody has looked: never what was decided earlier.

    A rejection is meant for the label that was rejected; unmarked words inside another
    annotation are most often a part of its name.
    """
    if place.decided or place.inside:
        return False
    return not reject or place.label == label
