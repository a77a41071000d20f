"""How likely a claim is one: the shipped prior, moved by what the analyst decided."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

ALWAYS = "always"
"""The feature that every example has: how strict the guideline is over all."""

_RARE = 3
"""A feature that fewer examples have teaches nothing."""

_RIDGE = 6.0
"""How strongly weights are drawn to 0, as the precision of a normal prior."""

_SILENT, _FULL = 50, 130
"""Until so many decisions the prior alone counts, from so many on the weights do in full."""

_EACH = 16
"""So many decisions of either kind it takes for the weights to count in full."""

_SWEEPS = 25
_STEP = 1.0
_STILL = 0.03
"""A weight that would move by less stands still; when all do, the fit is done."""

_LEAST = 0.005
"""Priors are kept so far from 0 and 1."""


@dataclass(frozen=True, slots=True)
class Example:
    """One claim that was decided.

    Attributes:
        prior: what the rules say of it, 0–1.
        features: what it is like, by name; none twice.
        target: 1 for a claim, 0 for none.
        weight: how much it counts; below 1 for what was hidden when it was decided.
        decided: whether somebody decided it by itself.
    """

    prior: float
    features: Sequence[str]
    target: float
    weight: float = 1.0
    decided: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """What the decisions came to.

    Attributes:
        features: by name, what having it adds to the log odds of being a claim.
        decisions: how many they were learned from.
    """

    features: Mapping[str, float] = field(default_factory=dict)
    decisions: int = 0

    def of(self, prior: float, features: Iterable[str]) -> float:
        """Return the probability, 0–1, that something is a claim.

        Args:
            prior: what the rules say of it, 0–1; returned as it is where nothing was learned.
            features: what it is like, by name.
        """
        moved = self.moved(features)
        return prior if moved == 0.0 else _probability(_log_odds(prior) + moved)

    def moved(self, features: Iterable[str]) -> float:
        """Return what the features add to the log odds."""
        if not self.features:
            return 0.0
        known = self.features
        return known.get(ALWAYS, 0.0) + sum(known.get(name, 0.0) for name in features)


def fit(examples: Sequence[Example]) -> Weights:
    """Learn from decisions; see `fitting`."""
    steps = fitting(examples)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            weights: Weights = end.value
            return weights


def fitting(examples: Sequence[Example]) -> Generator[None, None, Weights]:
    """Learn from decisions, a sweep at a time, so that whoever drives it may stop.

    A logistic regression with the prior's log odds as a fixed offset and normal priors on the
    weights, by cyclic coordinate descent (Genkin, Lewis & Madigan 2007, Large-scale Bayesian
    logistic regression for text categorization). With few decisions, or all of one kind, the
    weights are shrunk towards 0, to nothing at first. The same examples in the same order give
    the same weights.

    Args:
        examples: in any fixed order.

    Yields:
        Nothing, after each sweep over the features.

    Returns:
        The weights, as the generator's value.
    """
    counted = [one for one in examples if one.decided]
    trust = _trust(sum(one.target >= 0.5 for one in counted), len(counted))
    if trust == 0.0:
        return Weights(decisions=len(counted))
    descent = _Descent(examples)
    for _sweep in range(_SWEEPS):
        if descent.sweep() == 0.0:
            break
        yield
    features = {
        name: round(trust * weight, 6) for name, weight in descent.weights.items() if weight
    }
    return Weights(features, len(counted))


def explain(weights: Weights, features: Iterable[str], *, most: int = 3) -> list[tuple[str, float]]:
    """Return the features that moved a claim most, with what each adds to the log odds.

    Args:
        weights: what was learned.
        features: of the claim.
        most: so many at most.

    Returns:
        Names and additions, the strongest first; none where nothing was learned.
    """
    moved = [(name, weights.features.get(name, 0.0)) for name in (ALWAYS, *features)]
    moved = [(name, weight) for name, weight in moved if abs(weight) >= 0.05]
    return sorted(moved, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


class _Descent:
    """Weights in the making, with the slope and the bend of each example's loss."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._targets = [one.target for one in examples]
        self._counts = [one.weight for one in examples]
        self._odds = [_log_odds(one.prior) for one in examples]
        self._slope = [0.0] * len(examples)
        self._bend = [0.0] * len(examples)
        self._shift(range(len(examples)), 0.0)
        seen = Counter(name for one in examples for name in one.features)
        having: dict[str, list[int]] = {
            name: [] for name in sorted(seen) if _RARE <= seen[name] < len(examples)
        }
        for place, one in enumerate(examples):
            for name in one.features:
                if name in having:
                    having[name].append(place)
        self._having = {ALWAYS: list(range(len(examples))), **having}
        self._active = list(self._having)
        self.weights = dict.fromkeys(self._active, 0.0)

    def sweep(self) -> float:
        """Move each weight once, those that stood still only when all do; return the most moved."""
        moved = self._move(self._active)
        if not moved:
            moved = self._move(list(self._having))
        self._active = list(moved)
        return max(moved.values(), default=0.0)

    def _move(self, names: Sequence[str]) -> dict[str, float]:
        """Take a Newton step along each weight; return how far those went that did not stand."""
        slope, bend = self._slope.__getitem__, self._bend.__getitem__
        moved: dict[str, float] = {}
        for name in names:
            places, weight = self._having[name], self.weights[name]
            pull = _RIDGE * weight + sum(map(slope, places))
            step = max(-_STEP, min(_STEP, -pull / (_RIDGE + sum(map(bend, places)))))
            if abs(step) >= _STILL:
                self.weights[name] = weight + step
                self._shift(places, step)
                moved[name] = abs(step)
        return moved

    def _shift(self, places: Sequence[int], step: float) -> None:
        """Add to the log odds of some examples."""
        targets, counts, odds = self._targets, self._counts, self._odds
        slope, bend, exp = self._slope, self._bend, math.exp
        for place in places:
            odds[place] += step
            probability = 1.0 / (1.0 + exp(-odds[place]))
            slope[place] = counts[place] * (probability - targets[place])
            bend[place] = counts[place] * probability * (1.0 - probability)


def _trust(claims: int, decisions: int) -> float:
    """Return how far so many decisions, of which so many found claims, are to be trusted, 0–1."""
    grown = (decisions - _SILENT) / (_FULL - _SILENT)
    fewer = min(claims, decisions - claims) / _EACH
    return max(0.0, min(1.0, grown)) * min(1.0, fewer)


def _log_odds(probability: float) -> float:
    kept = min(1.0 - _LEAST, max(_LEAST, probability))
    return math.log(kept / (1.0 - kept))


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-log_odds)) if log_odds > -500.0 else 0.0
