"""The ledger of claims: who claims what, and which claims of others it agrees with or contradicts.

Two claims are alike when rare words of the project's claims stand in both their contents: the
cosine of their words, weighed by inverse document frequency (Sparck Jones 1972). Alike claims
contradict each other when one says that a thing is so and the other that it is not. That is told by
type, polarity and words of negation alone, so it is a hint where to look, no judgement.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from curator.domain.identities.pronouns import GENDER, OTHERS
from curator.domain.words import word_set

ALIKE = 0.45
"""From this likeness on, 0–1, two claims are shown as about the same."""

PRONOUN = "#pronoun"
"""The key of sources that are only a pronoun."""

_PRONOUNS = OTHERS | GENDER.keys()
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NEGATIONS = word_set("not no never none nobody nothing neither nor without cannot")
_LITTLE = word_set(
    "a an the this that these those and or but if as at by for from in into of on to with "
    "is are was were be been being has have had will would shall should can could may "
    "might must do does did it its he she they we you i his her their our your him them "
    "us who which what there than then"
)
_FEWEST = 2
"""Words that alike claims have in common at least."""

_RARE = 6
"""Words of a claim, the rarest first, by which others that may be alike are looked up."""

_COMMON = 200
"""Claims that a word may stand in to be looked up by."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim in the ledger.

    Attributes:
        annotation_id: of the claim.
        document_id: of its document.
        source: words of who makes it; empty where nobody is named.
        identity_id: whom the source is; 0 where that is not decided.
        identity: name of that identity.
        type: the claim's label.
        cue: words that attribute it.
        content: words of what is claimed.
        attributes: values by name.
        state: where it stands.
        title: of the document.
        date: of the document, ``YYYY-MM-DD`` where the year is known.
        agency: of the document.
    """

    annotation_id: int
    document_id: int
    source: str
    identity_id: int
    identity: str
    type: str
    cue: str
    content: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    state: str = "accepted"
    title: str = ""
    date: str = ""
    agency: str = ""

    @property
    def who(self) -> str:
        """Who makes it: the identity's name, else the words of the source."""
        return self.identity or self.source

    @property
    def key(self) -> str:
        """What is the same for claims of one source, whatever its capitals.

        A pronoun whose identity is not decided says nothing outside its document, so all of those
        are one group.
        """
        if self.identity_id:
            return f"#{self.identity_id}"
        words = self.source.casefold()
        return PRONOUN if words in _PRONOUNS else words

    @property
    def denies(self) -> bool:
        """Whether it says that something is not so."""
        negative = self.type == "denial" or self.attributes.get("polarity") == "negative"
        words = {word.casefold() for word in _WORD.findall(self.content)}
        negated = bool(words & _NEGATIONS) or any(w.endswith(("n't", "n’t")) for w in words)
        return negative is not negated


class Bearing(StrEnum):
    """How alike claims bear on each other."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Match:
    """Another claim that a claim is alike to.

    Attributes:
        entry: the other one.
        likeness: 0–1.
        bearing: whether it agrees or contradicts.
        same_source: whether the same source made it.
    """

    entry: Entry
    likeness: float
    bearing: Bearing
    same_source: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims of the ledger are listed.

    Attributes:
        words: all of them stand in source, cue or content.
        source: the key of a source; empty for all, None for those who name nobody.
        type: of the claim; empty for all.
        since, until: days, ``YYYY-MM-DD``; empty for no limit. Claims without a day pass neither.
        suggested: whether suggestions are listed, too.
    """

    words: str = ""
    source: str = ""
    type: str = ""
    since: str = ""
    until: str = ""
    suggested: bool = False

    def has(self, entry: Entry) -> bool:
        """Say whether a claim is listed."""
        if self.source and entry.key != self.source:
            return False
        if self.type and entry.type != self.type:
            return False
        if (self.since or self.until) and not self._in_time(entry.date):
            return False
        said = f"{entry.who} {entry.source} {entry.cue} {entry.content}".casefold()
        return all(word in said for word in self.words.casefold().split())

    def _in_time(self, date: str) -> bool:
        known = re.match(r"\d{4}-\d\d(-\d\d)?$", date) is not None
        return known and (self.since or date) <= date <= (self.until or date)


class Likeness:
    """Finds the claims that are alike to one, among many.

    Looking one up costs as much as its rare words are common, not as many claims as there are.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Weigh the words of all claims."""
        self._entries = list(entries)
        self._bags = [_bag(one) for one in self._entries]
        spread = Counter(chain.from_iterable(self._bags))
        many = len(self._entries)
        self._weight = {word: math.log(1 + many / count) for word, count in spread.items()}
        self._norm = [self._length(bag) for bag in self._bags]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, bag in enumerate(self._bags):
            for word in self._looked_up(bag, spread):
                self._places[word].append(place)
        self._by_id = {one.annotation_id: n for n, one in enumerate(self._entries)}
        self._spread = spread

    def of(self, annotation_id: int) -> list[Match]:
        """Return the claims that are alike to one, the most alike first; none for a stranger."""
        place = self._by_id.get(annotation_id)
        if place is None:
            return []
        bag = self._bags[place]
        near = {n for word in self._looked_up(bag, self._spread) for n in self._places[word]}
        near.discard(place)
        found = [self._match(place, other) for other in near if self._comparable(place, other)]
        return sorted(
            (one for one in found if one.likeness >= ALIKE),
            key=lambda one: (-one.likeness, one.entry.annotation_id),
        )

    def _comparable(self, place: int, other: int) -> bool:
        """Two words in common at least, and none of them the claim around the other."""
        one, two = self._entries[place], self._entries[other]
        if len(self._bags[place] & self._bags[other]) < _FEWEST:
            return False
        nested = one.content in two.content or two.content in one.content
        return not (nested and one.document_id == two.document_id)

    def _match(self, place: int, other: int) -> Match:
        one, two = self._entries[place], self._entries[other]
        shared = sum(self._weight[word] ** 2 for word in self._bags[place] & self._bags[other])
        likeness = shared / ((self._norm[place] * self._norm[other]) or 1.0)
        bearing = Bearing.AGREES if one.denies is two.denies else Bearing.CONTRADICTS
        same = one.key == two.key and one.key not in ("", PRONOUN)
        return Match(two, likeness, bearing, same)

    def _length(self, bag: frozenset[str]) -> float:
        return math.sqrt(sum(self._weight[word] ** 2 for word in bag))

    @staticmethod
    def _looked_up(bag: frozenset[str], spread: Mapping[str, int]) -> Sequence[str]:
        rare = sorted((spread[word], word) for word in bag if spread[word] <= _COMMON)
        return [word for _count, word in rare[:_RARE]]


def by_source(entries: Iterable[Entry]) -> Iterator[tuple[str, str, int]]:
    """Yield key, name and number of claims of each source, who makes most first."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in entries:
        counts[one.key] += 1
        names.setdefault(one.key, one.who)
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], names[item[0]])):
        yield key, names[key], count


def _bag(entry: Entry) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(entry.content))
    return frozenset(word for word in words if word not in _LITTLE and word not in _NEGATIONS)
