"""How well suggested claims agree with gold: part by part, and as whole frames."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from curator.domain.annotation import Part, Role
from curator.domain.measuring.scoring import Tally

_WORD = re.compile(r"\w+")
ENOUGH = 0.5
"""Share of common content words from which two contents are the same."""

TALLIES = (
    "frame",
    "strict_frame",
    "cue_overlap",
    "cue_exact",
    "content_token",
    "content_iou",
    "content_exact",
)
"""What is counted, the headline figure first."""


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim as it is compared: the numbers of its words, so that punctuation does not matter.

    Attributes:
        content: numbers of the words in the text.
        cue: the same; one below zero stands for the place of a cue without words, such as a colon.
        source: the same; empty for an implicit source.
        attributes: values by name, the claim's type as ``claim_type``.
    """

    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    attributes: Mapping[str, str] = field(default_factory=dict, compare=False)


class Words:
    """The words of a text, counted."""

    def __init__(self, text: str) -> None:
        """Count them."""
        self._number_at: dict[int, int] = {}
        for number, word in enumerate(_WORD.finditer(text)):
            self._number_at.update(dict.fromkeys(range(word.start(), word.end()), number))

    def read(
        self, parts: Sequence[Part], *, label: str | None, attributes: Mapping[str, str]
    ) -> ReadClaim | None:
        """Return a claim as it is compared, None for one without a word of content.

        Args:
            parts: spans with roles.
            label: the claim's type; None where gold does not say.
            attributes: values by name.
        """
        content, cue, source = (
            self._numbers(parts, role) for role in (Role.CONTENT, Role.CUE, Role.SOURCE)
        )
        if not content:
            return None
        if not cue:
            cue = frozenset(-1 - part.start for part in parts if part.role is Role.CUE)
            cue = frozenset([max(cue)]) if cue else cue
        named = {"claim_type": label} if label else {}
        return ReadClaim(content, cue, source, {**named, **attributes})

    def _numbers(self, parts: Sequence[Part], role: Role) -> frozenset[int]:
        return frozenset(
            self._number_at[place]
            for part in parts
            if part.role is role
            for place in range(part.start, part.end)
            if place in self._number_at
        )


@dataclass(slots=True)
class ClaimScores:
    """Claims of some documents against gold.

    Claims are paired one to one by their cues, those that agree best first; a pair has a common
    cue word. A frame is right when content words agree by half (intersection over union) and the
    sources share a word or both are empty; strictly, when cue, content and source are equal.
    Contents are paired anew by content; content words are counted for all claims of a document
    together.

    Attributes:
        tallies: by the names of `TALLIES`.
        given_cue: of the pairs: which part is how.
        attributes: of the pairs whose gold has the attribute: whether it is equal.
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in TALLIES})
    given_cue: dict[str, list[float]] = field(default_factory=dict)
    attributes: dict[str, list[float]] = field(default_factory=dict)

    def add(self, suggested: Sequence[ReadClaim], gold: Sequence[ReadClaim]) -> None:
        """Count one document in."""
        counts = dict.fromkeys(TALLIES, 0)
        for place, other in pairs(suggested, gold, by="cue"):
            mine, theirs = suggested[place], gold[other]
            counts["cue_overlap"] += 1
            counts["cue_exact"] += mine.cue == theirs.cue
            counts["frame"] += is_frame(mine, theirs)
            counts["strict_frame"] += mine == theirs
            self._given_cue(mine, theirs)
        for place, other in pairs(suggested, gold, by="content"):
            share = agreement(suggested[place].content, gold[other].content)
            counts["content_iou"] += share >= ENOUGH
            counts["content_exact"] += share == 1
        for name in TALLIES:
            if name != "content_token":
                self.tallies[name].add(counts[name], len(suggested), len(gold))
        mine_words = frozenset[int]().union(*(one.content for one in suggested))
        gold_words = frozenset[int]().union(*(one.content for one in gold))
        self.tallies["content_token"].add(
            len(mine_words & gold_words), len(mine_words), len(gold_words)
        )

    def _given_cue(self, mine: ReadClaim, theirs: ReadClaim) -> None:
        told = {
            "content_exact": float(mine.content == theirs.content),
            "content_token_f1": 2
            * len(mine.content & theirs.content)
            / (len(mine.content) + len(theirs.content)),
        }
        if theirs.source:
            told["source_exact"] = float(mine.source == theirs.source)
            told["source_overlap"] = float(bool(mine.source & theirs.source))
        else:
            told["implicit_source"] = float(not mine.source)
        for name, value in told.items():
            self.given_cue.setdefault(name, []).append(value)
        for name, wanted in theirs.attributes.items():
            equal = float(mine.attributes.get(name) == wanted)
            self.attributes.setdefault(name, []).append(equal)

    def plain(self) -> dict[str, Any]:
        """Return it as a plain value."""
        return {
            **{name: tally.plain() for name, tally in self.tallies.items()},
            "given_matched_cue": _shares(self.given_cue),
            "attributes": _shares(self.attributes),
        }


def pairs(
    suggested: Sequence[ReadClaim], gold: Sequence[ReadClaim], *, by: str
) -> list[tuple[int, int]]:
    """Pair claims one to one that share a word, those that agree best first.

    Args:
        suggested: claims.
        gold: claims.
        by: ``"cue"``, of which equal agreements are told apart by content, or ``"content"``.

    Returns:
        Places in the two lists.
    """
    found: list[tuple[float, int, int]] = []
    for place, mine in enumerate(suggested):
        for other, theirs in enumerate(gold):
            left, right = (mine.cue, theirs.cue) if by == "cue" else (mine.content, theirs.content)
            if left & right:
                common = len(mine.content & theirs.content)
                union = len(mine.content | theirs.content)
                found.append((agreement(left, right) + common / (1 + union), place, other))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _share, place, other in sorted(found, reverse=True):
        if place not in paired and other not in taken:
            paired[place] = other
            taken.add(other)
    return list(paired.items())


def agreement(left: frozenset[int], right: frozenset[int]) -> float:
    """Return intersection over union, 0–1; 0 where both are empty."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def is_frame(mine: ReadClaim, theirs: ReadClaim) -> bool:
    """Say of two claims with a common cue whether content and source agree well enough."""
    if agreement(mine.content, theirs.content) < ENOUGH:
        return False
    return bool(mine.source & theirs.source) or not (mine.source or theirs.source)


def _shares(values: Mapping[str, list[float]]) -> dict[str, dict[str, float | int]]:
    return {
        name: {"share": sum(told) / len(told), "of": len(told)}
        for name, told in sorted(values.items())
    }
