"""Bulk review: suggestions grouped by identical words and label, and how sure each group is."""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import NamedTuple, TypeVar

from curator.domain.annotation import Layer, State

Key = tuple[str, str]
"""What a group is known by: its words and its label."""

SURE_FROM = 0.9
"""Mean confidence from which a group can be taken together, 0–1."""
WRONG_BELOW = 0.5
"""Mean confidence below which a group is likely wrong, 0–1."""
AGREED = 0.9
"""Share of earlier verdicts on the same words that a sure group must have on its side."""

SAMPLED_FROM = 50
"""A bulk accept of more than so many is judged by a sample first."""
SAMPLE = 20
"""So many are shown of it, at random."""
ERRORS = 10
"""More than one wrong in so many of a sample stops the rest."""

T = TypeVar("T")


class Tier(IntEnum):
    """How a group is best gone about."""

    SURE = 0
    LOOK = 1
    WRONG = 2


class Sort(StrEnum):
    """By what groups are ordered inside their tier."""

    WORDS = "words"
    LABEL = "label"
    MENTIONS = "mentions"
    DOCUMENTS = "documents"
    SCORE = "score"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class BulkFilter:
    """Which annotations are listed.

    Attributes:
        layer: entities or claims.
        words: that the quote contains, whatever the case; empty for all.
        label: of the scheme; empty for all.
        suggester: its id; 0 for all.
        batch: its id; 0 for all.
        state: suggested, unless decisions are to be looked through again.
        least, most: bounds of the confidence, 0–1; most excludes its value.
        sort: by what, inside the tiers.
        falling: whether the greatest comes first.
    """

    layer: Layer = Layer.ENTITY
    words: str = ""
    label: str = ""
    suggester: int = 0
    batch: int = 0
    state: State = State.SUGGESTED
    least: float = 0.0
    most: float | None = None
    sort: Sort = Sort.SCORE
    falling: bool = True

    @property
    def narrowed(self) -> bool:
        """Whether anything but layer and order is asked for."""
        return replace(self, sort=Sort.SCORE, falling=True) != BulkFilter(self.layer)


class Group(NamedTuple):
    """Annotations with identical words and one label.

    Attributes:
        tier: how it is best gone about.
        words, label: what they have in common.
        mentions, documents: how many there are, and in how many documents.
        score: the mean of their confidences, 0–1: the share of them that should be right; None
            where nobody says.
        agreed: how often the words were accepted with this label before.
        decided: how often they were decided at all.
        first: the annotation that stands for them.
    """

    tier: Tier
    words: str
    label: str
    mentions: int
    documents: int
    score: float | None
    agreed: int
    decided: int
    first: int

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.words, self.label


class Reach(NamedTuple):
    """What an act on some groups would reach, in numbers; `wrong` is how many should be wrong."""

    groups: int = 0
    mentions: int = 0
    documents: int = 0
    wrong: float = 0.0


@dataclass(frozen=True, slots=True)
class Ticks:
    """Which groups are ticked: those of some tiers, save those that were turned.

    Attributes:
        tiers: whose groups are ticked unless turned.
        turned: groups that are the other way.
    """

    tiers: frozenset[Tier] = frozenset()
    turned: frozenset[Key] = frozenset()

    def has(self, group: Group) -> bool:
        """Whether a group is ticked."""
        return (group.tier in self.tiers) is not (group.key in self.turned)

    def chosen(self, groups: Iterable[Group]) -> list[Group]:
        """Return the groups that are ticked."""
        return [group for group in groups if self.has(group)]

    def turn(self, keys: Iterable[Key]) -> Ticks:
        """Return ticks with some groups turned."""
        return replace(self, turned=self.turned ^ frozenset(keys))

    def set(self, groups: Iterable[Group], *, on: bool) -> Ticks:
        """Return ticks with some groups ticked, or not."""
        return self.turn(group.key for group in groups if self.has(group) is not on)


_BOUND = re.compile(r"([<>])=?\s*([01]?\.\d+|[01])")


def asked(typed: str, wanted: BulkFilter, labels: Collection[str]) -> BulkFilter:
    """Return a filter with what was typed into the box: text, a label, ``>.8`` or ``<.5``.

    Args:
        typed: as it stands in the box.
        wanted: the filter so far.
        labels: of the scheme; one that is typed as a word of its own filters by label.
    """
    least, most = 0.0, None
    for sign, figure in _BOUND.findall(typed):
        if sign == ">":
            least = float(figure)
        else:
            most = float(figure)
    words = _BOUND.sub(" ", typed).split()
    by_name = {label.casefold(): label for label in labels}
    named = next((word for word in words if word.casefold() in by_name), "")
    label = by_name.get(named.casefold(), "")
    left = " ".join(word for word in words if not label or word != named)
    return replace(wanted, words=left, label=label, least=least, most=most)


def most_wrong(size: int) -> int:
    """Return how many of a sample may be wrong before it stops the rest."""
    return size // ERRORS


def sample(items: Sequence[T], *, seed: int) -> list[T]:
    """Return a random sample in random order; the same for the same seed."""
    return random.Random(seed).sample(items, min(SAMPLE, len(items)))
