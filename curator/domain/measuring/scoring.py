"""How well suggested entities agree with gold: precision, recall and F1."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels that are read as one where places are merged."""

PLACE = "LOC"

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_APOSTROPHES = frozenset("'’")


class Mention(NamedTuple):
    """A labelled span, [start, end) in code points."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ReadPolicy:
    """How labels and edges are read, in gold and suggestions alike.

    Attributes:
        merge_places: GPE, LOC and FAC are one label, LOC.
        ignore_articles: a leading the, a, an and a trailing ’s are outside.
    """

    merge_places: bool = True
    ignore_articles: bool = True

    def label(self, name: str) -> str:
        """Return a label as it is read."""
        return PLACE if self.merge_places and name in PLACES else name

    def mention(self, text: str, mention: Mention) -> Mention:
        """Return a mention as it is read; one that is nothing but an article stays whole."""
        start, end, label = mention
        if self.ignore_articles:
            if article := _ARTICLE.match(text, start, end):
                start = article.end()
            if end - start >= 2 and text[end - 2] in _APOSTROPHES and text[end - 1] in "sS":
                end -= 2
            if start >= end:
                start, end = mention.start, mention.end
        return Mention(start, end, self.label(label))


@dataclass(slots=True)
class Tally:
    """The counts behind one precision, recall and F1.

    Attributes:
        hits: suggestions that are right.
        suggested: how many there are.
        gold: how many there should be.
        found: gold that was met, where that is another number than the hits (overlap).
    """

    hits: int = 0
    suggested: int = 0
    gold: int = 0
    found: int | None = None

    def add(self, hits: int, suggested: int, gold: int, *, found: int | None = None) -> None:
        """Count one document in."""
        self.hits += hits
        self.suggested += suggested
        self.gold += gold
        if found is not None:
            self.found = (self.found or 0) + found

    @property
    def precision(self) -> float:
        """Share of suggestions that are right, 0–1."""
        return self.hits / self.suggested if self.suggested else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was met, 0–1."""
        return (self.hits if self.found is None else self.found) / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0–1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plain(self) -> dict[str, float | int]:
        """Return it as a plain value."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "suggested": self.suggested,
            "gold": self.gold,
        }


@dataclass(slots=True)
class EntityScores:
    """Entities of some documents against gold.

    Spans are compared as sets: nested gold counts in full, a repeated suggestion once.

    Attributes:
        exact: same edges and label.
        span_only: same edges.
        overlap: a suggestion that shares a character with gold is a hit; gold that shares one
            with a suggestion is met.
        by_label: as exact, label by label.
        left_out: suggestions with a label that gold does not have.
    """

    exact: Tally = field(default_factory=Tally)
    span_only: Tally = field(default_factory=Tally)
    overlap: Tally = field(default_factory=Tally)
    by_label: dict[str, Tally] = field(default_factory=dict)
    left_out: int = 0

    def add(self, suggested: Collection[Mention], gold: Collection[Mention]) -> None:
        """Count one document in; mentions as they are read."""
        given, wanted = frozenset(suggested), frozenset(gold)
        self.exact.add(len(given & wanted), len(given), len(wanted))
        for label in {one.label for one in given | wanted}:
            mine = {one for one in given if one.label == label}
            theirs = {one for one in wanted if one.label == label}
            tally = self.by_label.setdefault(label, Tally())
            tally.add(len(mine & theirs), len(mine), len(theirs))
        places = {one[:2] for one in given}
        right = {one[:2] for one in wanted}
        self.span_only.add(len(places & right), len(places), len(right))
        hits, met = _touched(places, right), _touched(right, places)
        self.overlap.add(hits, len(places), len(right), found=met)

    def plain(self) -> dict[str, Any]:
        """Return it as a plain value."""
        return {
            "exact": self.exact.plain(),
            "span_only": self.span_only.plain(),
            "overlap": self.overlap.plain(),
            "per_label": {name: self.by_label[name].plain() for name in sorted(self.by_label)},
            "left_out": self.left_out,
        }


def _touched(places: Iterable[tuple[int, int]], others: Collection[tuple[int, int]]) -> int:
    """Count the places that share a character with any of the others."""
    return sum(
        any(start < other[1] and other[0] < end for other in others) for start, end in places
    )
