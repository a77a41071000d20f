"""Entities told by their form: datelines, defined abbreviations, dates in digits, repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from curator.domain.dispatch import Head
from curator.suggest.credits import named_agencies

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
"""Labels whose words are a name wherever they stand."""

SURE = 0.9
"""Score of what a form leaves little doubt about."""

REPEATED = 0.5
"""Score of a name that was only recognised elsewhere in the text."""

_DIGITS = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
_DEFINED = re.compile(r"\s?\(([A-Z][A-Z&.-]{1,9})\)")
_HAS_SHORT = frozenset({"ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "LAW"})
_MISTAKEN_PLACE = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART"})
_SHORTEST_REPEAT = 3


class Mention(NamedTuple):
    """An entity on its way: [start, end) in code points, the suggester's own label, and why."""

    start: int
    end: int
    label: str
    score: float
    pattern: str


def add_forms(text: str, found: Iterable[Mention], head: Head) -> list[Mention]:
    """Correct and complete what a model found by what the form of the text tells.

    The agency of the head is an organisation wherever it is named, and so is one that is known; an
    abbreviation that follows its name in brackets is what the name is; a date in digits is a date;
    the place of the head is a place there; a name that was recognised surely is one where it was
    overlooked.

    Args:
        text: the text, or a piece of one.
        found: mentions that do not overlap.
        head: what the head of the document says; its place is looked for before `body_start`.

    Returns:
        Mentions in reading order that do not overlap.
    """
    mentions = list(found)
    told = [*_agency(text, head), *_dates(text), *_abbreviations(text, mentions)]
    mentions = _override(mentions, without_overlaps(told))
    mentions = _place(text, mentions, head)
    mentions += _repeated(text, mentions)
    return sorted(mentions)


def places_of(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text as words of their own."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(words, start + 1)


def _agency(text: str, head: Head) -> Iterator[Mention]:
    for start, end in named_agencies(text):
        yield Mention(start, end, "ORG", SURE, "agency")
    if not head.agency:
        return
    variants = {head.agency, head.agency.upper()}
    if head.agency.isupper() and len(head.agency) > 3:
        variants.add(head.agency.title())
    for words in sorted(variants):
        for start, end in places_of(text, words):
            yield Mention(start, end, "ORG", SURE, "agency")


def _dates(text: str) -> Iterator[Mention]:
    for match in _DIGITS.finditer(text):
        yield Mention(*match.span(), "DATE", SURE, "date")


def _abbreviations(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        defined = _DEFINED.match(text, mention.end)
        if defined is None or mention.label not in _HAS_SHORT:
            continue
        words = re.findall(r"\w+", text[mention.start : mention.end])
        initials = "".join(word[0] for word in words if word[0].isupper())
        if initials.endswith(re.sub(r"\W", "", defined[1])):
            for start, end in places_of(text, defined[1]):
                yield Mention(start, end, mention.label, mention.score, "abbreviation")


def _override(mentions: list[Mention], told: list[Mention]) -> list[Mention]:
    """Put what the form tells in the place of what it meets, but not inside something longer."""
    at = {place: number for number, one in enumerate(told) for place in range(one.start, one.end)}
    kept: list[Mention] = []
    beaten: set[int] = set()
    for one in mentions:
        met = {at[place] for place in range(one.start, one.end) if place in at}
        if all(_longer(one, told[number]) for number in met):
            kept.append(one)
            beaten |= met
    return kept + [one for number, one in enumerate(told) if number not in beaten]


def _place(text: str, mentions: list[Mention], head: Head) -> list[Mention]:
    """Name the place of the head, where nothing or nothing likely was found."""
    first = next(places_of(text, head.place), None) if head.place else None
    if first is None or first[1] > head.body_start:
        return mentions
    place = Mention(*first, "GPE", SURE, "dateline")
    met = [one for one in mentions if _meet(one, place)]
    mistaken = [one for one in met if one[:2] == first and one.label in _MISTAKEN_PLACE]
    if met != mistaken:
        return mentions
    return [one for one in mentions if one not in met] + [place]


def _repeated(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield names that were recognised elsewhere, surely enough all told."""
    weights: dict[str, dict[str, float]] = {}
    for one in mentions:
        words = text[one.start : one.end]
        if one.label in NAMES and words[0].isupper() and len(words) >= _SHORTEST_REPEAT:
            by_label = weights.setdefault(words, {})
            by_label[one.label] = by_label.get(one.label, 0.0) + one.score
    taken = bytearray(len(text))
    for one in mentions:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for words in sorted(weights, key=lambda words: (-len(words), words)):
        weight, label = max((weight, label) for label, weight in weights[words].items())
        for start, end in places_of(text, words) if weight >= SURE else ():
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield Mention(start, end, label, REPEATED, "repeated")


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep the longer of two that overlap, then the surer, then the first; in reading order."""
    kept: list[Mention] = []
    taken: set[int] = set()
    order = sorted(mentions, key=lambda one: (one.start - one.end, -one.score, one))
    for one in order:
        if taken.isdisjoint(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return sorted(kept)


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _longer(one: Mention, other: Mention) -> bool:
    """Whether one holds the other and more."""
    holds = one.start <= other.start and other.end <= one.end
    return holds and one.end - one.start > other.end - other.start
