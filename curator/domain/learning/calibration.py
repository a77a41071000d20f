"""How likely a suggestion is right: accept rates of what was decided, and what stands beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curator.domain.learning.beside import ALONE, Beside, Surroundings, log_odds, look_of, share_of
from curator.domain.learning.strings import key_of

BINS = (0.6, 0.85, 0.97, 0.999)
"""Scores at which the next bin begins: a recogniser's pile up below 1."""

OLD = 0.5
"""What a count is worth that came from older weights than the newest."""

_WEIGHTS = (4.0, 8.0, 8.0, 4.0)
"""How many cases the wider rate is worth against the narrower one: score, label, look, string."""


class Outcome(NamedTuple):
    """What became of a suggestion that was decided.

    Attributes:
        score: what its suggester said, 0–1.
        label: as it was suggested.
        string: its words.
        source: what proposed it: the suggester's name, ``memory``, a list's name.
        suggester: the suggester's id: its version with its weights.
        right: whether it was accepted as it was.
        around: what stands beside it.
    """

    score: float
    label: str
    string: str
    source: str
    suggester: int
    right: bool
    around: Beside = ALONE


_Group = tuple[object, ...]


class Calibration:
    """Accept rates by source and score, label and score, label and look, string and label.

    Each rate is the mean of a Beta distribution whose prior is the wider rate. Counts of older
    weights are worth half. What stands beside a suggestion moves the odds of the narrowest rate:
    whatever proposes it, what goes on beyond its edges is seldom right. Not thread-safe.
    """

    def __init__(self) -> None:
        """Begin without a case."""
        self._counts: dict[_Group, dict[int, list[int]]] = {}
        self._newest: dict[str, int] = {}
        self._surroundings = Surroundings()

    def add(self, outcome: Outcome, n: int = 1) -> None:
        """Note an outcome so many times; fewer below zero."""
        self._surroundings.add(outcome.label, outcome.around, n, right=outcome.right)
        for group in _groups(outcome.source, outcome.score, outcome.label, outcome.string):
            by_suggester = self._counts.setdefault(group, {})
            counts = by_suggester.setdefault(outcome.suggester, [0, 0])
            counts[outcome.right] += n
            if counts == [0, 0]:
                del by_suggester[outcome.suggester]
                if not by_suggester:
                    del self._counts[group]

    def renew(self, source: str, suggester: int) -> None:
        """Say which suggester of a source is the newest; the others' counts are worth half."""
        self._newest[source] = suggester

    def of(
        self, score: float, label: str, string: str, *, source: str, around: Beside = ALONE
    ) -> float:
        """Return the probability that a suggestion is accepted as it is, 0–1.

        Args:
            score: what its suggester says, 0–1.
            label: as it is suggested.
            string: its words.
            source: as in `Outcome`.
            around: what stands beside it.
        """
        newest = self._newest.get(source)
        rate = 0.25 + 0.5 * score
        groups = _groups(source, score, label, string)
        for weight, group in zip(_WEIGHTS, groups, strict=True):
            right = total = 0.0
            for suggester, (wrong_ones, right_ones) in self._counts.get(group, {}).items():
                worth = OLD if newest not in (None, suggester) else 1.0
                right += worth * right_ones
                total += worth * (wrong_ones + right_ones)
            rate = (right + weight * rate) / (total + weight)
        return share_of(log_odds(rate) + self._surroundings.leaning(label, around))

    def cases(self, source: str, string: str, label: str) -> tuple[int, int]:
        """Return how often a source's string was accepted with a label, and how often decided."""
        counts = self._counts.get((source, key_of(string), label), {}).values()
        return sum(one[1] for one in counts), sum(map(sum, counts))


def low_end(score: float) -> float:
    """Return the lowest score of a score's bin: one for all that are counted together."""
    place = bisect_right(BINS, score)
    return BINS[place - 1] if place else 0.0


def _groups(source: str, score: float, label: str, string: str) -> tuple[_Group, ...]:
    place = bisect_right(BINS, score)
    return (
        (source, place),
        (source, place, label),
        (source, "look", look_of(string), label),
        (source, key_of(string), label),
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """Suggestions whose confidence lies in [low, high): how many, mean confidence, share right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Whether confidence means what it says.

    Attributes:
        bins: those that are not empty, in order.
        ece: expected calibration error: the mean distance between confidence and share right,
            weighted by the bins' sizes (Naeini, Cooper and Hauskrecht, AAAI 2015); 0 is best.
        auc: the chance that a right one has the higher confidence (ties count half); None where
            all are right or all are wrong.
        n: how many were decided.
    """

    bins: tuple[Bin, ...]
    ece: float
    auc: float | None
    n: int


def reliability(pairs: Iterable[tuple[float, bool]], *, bins: int = 10) -> Reliability:
    """Compare confidences with what came of them.

    Args:
        pairs: confidence as it was shown, 0–1, and whether it was right.
        bins: so many, equally wide.
    """
    scored = sorted(pairs)
    members: dict[int, list[tuple[float, bool]]] = {}
    for pair in scored:
        members.setdefault(min(int(pair[0] * bins), bins - 1), []).append(pair)
    found = tuple(_bin(place, bins, members[place]) for place in sorted(members))
    distance = sum(one.count * abs(one.confidence - one.right) for one in found)
    n = len(scored)
    return Reliability(found, distance / n if n else 0.0, _auc(scored), n)


def _bin(place: int, bins: int, members: Sequence[tuple[float, bool]]) -> Bin:
    n = len(members)
    mean = sum(confidence for confidence, _right in members) / n
    right = sum(right for _confidence, right in members) / n
    return Bin(place / bins, (place + 1) / bins, n, mean, right)


def _auc(scored: Sequence[tuple[float, bool]]) -> float | None:
    """Mann and Whitney's statistic by ranks, over pairs in order."""
    right = sum(one for _confidence, one in scored)
    wrong = len(scored) - right
    if not right or not wrong:
        return None
    ranks, first = 0.0, 0
    while first < len(scored):
        end = first
        while end < len(scored) and scored[end][0] == scored[first][0]:
            end += 1
        ranks += (first + 1 + end) / 2 * sum(one for _confidence, one in scored[first:end])
        first = end
    return (ranks - right * (right + 1) / 2) / (right * wrong)


class Expected(NamedTuple):
    """What showing suggestions from a confidence on means.

    Attributes:
        shown: how many are shown.
        hidden: how many are not.
        error: the share of the shown ones that is expected to be wrong, 0–1; 0 when none is.
    """

    shown: int
    hidden: int
    error: float


def error_expected(confidences: Iterable[float], threshold: float) -> Expected:
    """Return what to expect of suggestions from a threshold on.

    Args:
        confidences: of all suggestions that could be shown, 0–1.
        threshold: from which they are shown, 0–1.
    """
    known = list(confidences)
    shown = [one for one in known if one >= threshold]
    error = sum(1 - one for one in shown) / len(shown) if shown else 0.0
    return Expected(len(shown), len(known) - len(shown), error)
