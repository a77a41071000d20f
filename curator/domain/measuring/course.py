"""The course of a simulation: what each document took, and averages of windows of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from curator.domain.measuring.effort import ACTIONS, Effort, Kind

WAYS = ("scratch", "base", "learned")
"""Without suggestions, with those of the base model, and with what was learned."""

_WINDOWS = 12
"""So many windows at most."""

_SIZES = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(slots=True)
class Leg:
    """One document's worth of a simulation.

    Attributes:
        id: the sender's id of the document.
        gold: how many annotations it should have.
        base: what the base model's suggestions leave to do.
        learned: what was done with suggestions that learn, one decision after the other.
        opened: what these left to do when the document was opened.
        version: digest of the weights in use; empty for the base model.
    """

    id: str
    gold: int
    base: Effort
    learned: Effort = field(default_factory=Effort)
    opened: Effort = field(default_factory=Effort)
    version: str = ""

    def edits(self, way: str) -> int:
        """Return the edits of one of `WAYS`, or of ``"opened"``."""
        if way == "scratch":
            return self.gold
        return self._effort(way).edits

    def actions(self, way: str) -> int:
        """Return the actions of one of `WAYS`, or of ``"opened"``."""
        if way == "scratch":
            return ACTIONS[Kind.ADD] * self.gold
        return self._effort(way).actions

    def _effort(self, way: str) -> Effort:
        return {"base": self.base, "learned": self.learned, "opened": self.opened}[way]


def edits_per_document(legs: Sequence[Leg], ways: Sequence[str] = WAYS) -> dict[str, float]:
    """Return edits per document by way; zeros for no documents."""
    return {way: sum(leg.edits(way) for leg in legs) / max(1, len(legs)) for way in ways}


def actions_per_annotation(legs: Sequence[Leg], ways: Sequence[str] = WAYS) -> dict[str, float]:
    """Return actions per gold annotation by way; zeros without gold."""
    gold = max(1, sum(leg.gold for leg in legs))
    return {way: sum(leg.actions(way) for leg in legs) / gold for way in ways}


def steps(legs: Sequence[Leg], way: str) -> dict[str, int]:
    """Return how many steps of each kind one way took: ``base``, ``learned`` or ``opened``."""
    whole = Effort()
    for leg in legs:
        whole.add(leg.base if way == "base" else leg.learned if way == "learned" else leg.opened)
    return {kind.value: whole.steps[kind] for kind in Kind}


def windows(legs: Sequence[Leg], f1: Callable[[int, int], dict[str, Any]]) -> list[dict[str, Any]]:
    """Return averages over time.

    Args:
        legs: in the order of the work.
        f1: returns the scores of the documents of a slice [first, last).

    Returns:
        For each window its first and last document, counted from 1, and its averages.
    """
    size = next((n for n in _SIZES if n * _WINDOWS >= len(legs)), _SIZES[-1])
    found = []
    for first in range(0, len(legs), size):
        part = legs[first : first + size]
        found.append(
            {
                "from": first + 1,
                "to": first + len(part),
                "documents": len(part),
                "edits_per_document": edits_per_document(part),
                "actions_per_annotation": actions_per_annotation(part),
                "f1": f1(first, first + len(part)),
            }
        )
    return found
