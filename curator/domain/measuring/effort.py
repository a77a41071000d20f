"""What it takes to make gold of suggestions: steps of an analyst, counted as edits and actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from curator.domain.measuring.claim_scoring import ENOUGH, ReadClaim, agreement, pairs
from curator.domain.measuring.scoring import Mention


class Kind(StrEnum):
    """What an analyst does with one suggestion or one piece of gold."""

    ACCEPT = "accept"
    RELABEL = "relabel"
    BOUNDARY = "boundary"
    BOTH = "boundary and label"
    REJECT = "reject"
    ADD = "add"


ACTIONS = {
    Kind.ACCEPT: 1,
    Kind.RELABEL: 2,
    Kind.BOUNDARY: 2,
    Kind.BOTH: 4,
    Kind.REJECT: 1,
    Kind.ADD: 4,
}
"""Keys, roughly: go there and press; to add, go there, select start and end, press a label."""


class Step(NamedTuple):
    """One step.

    Attributes:
        kind: what is done.
        shown: place of the suggestion in its list; None for what is added.
        gold: place of the gold in its list; None for what is rejected.
    """

    kind: Kind
    shown: int | None
    gold: int | None


@dataclass(slots=True)
class Effort:
    """Steps by kind, of any number of documents."""

    steps: Counter[Kind] = field(default_factory=Counter)

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Effort:
        """Count steps."""
        return cls(Counter(step.kind for step in steps))

    def add(self, other: Effort) -> None:
        """Count another effort in."""
        self.steps.update(other.steps)

    @property
    def edits(self) -> int:
        """How often something is changed: whatever is wrong with an annotation costs one."""
        return self.steps.total() - self.steps[Kind.ACCEPT]

    @property
    def actions(self) -> int:
        """How many keys that is, accepting included."""
        return sum(ACTIONS[kind] * number for kind, number in self.steps.items())


def entity_steps(shown: Sequence[Mention], gold: Sequence[Mention]) -> list[Step]:
    """Say what an analyst does with suggested entities.

    Suggestions and gold are paired one to one: equal ones, then those at the same place, then
    overlapping ones by intersection over union; where that is equal, the right label goes first.

    Args:
        shown: suggestions as they are read.
        gold: the same; nested ones each count.

    Returns:
        A step for every suggestion, and one for all gold that none was paired with.
    """
    found = sorted(
        (-_iou(mine, theirs), mine.label != theirs.label, place, other)
        for place, mine in enumerate(shown)
        for other, theirs in enumerate(gold)
        if mine.start < theirs.end and theirs.start < mine.end
    )
    steps: dict[int, Step] = {}
    met: set[int] = set()
    for _share, _label, place, other in found:
        if place in steps or other in met:
            continue
        met.add(other)
        steps[place] = Step(_entity_kind(shown[place], gold[other]), place, other)
    return _all_steps(steps, met, len(shown), len(gold))


def _entity_kind(mine: Mention, theirs: Mention) -> Kind:
    if mine[:2] == theirs[:2]:
        return Kind.ACCEPT if mine.label == theirs.label else Kind.RELABEL
    return Kind.BOUNDARY if mine.label == theirs.label else Kind.BOTH


def _iou(one: Mention, other: Mention) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (one.end - one.start + other.end - other.start - common)


def claim_steps(shown: Sequence[ReadClaim], gold: Sequence[ReadClaim]) -> list[Step]:
    """Say what an analyst does with suggested claims.

    They are paired by cue, what is left by content (intersection over union at least one half).
    One that differs from gold in one thing (content, cue, source, or the type where gold has one)
    costs a correction, a relabelling if it is the type; in several things, as both together.

    Args:
        shown: suggestions as they are read.
        gold: the same.

    Returns:
        A step for every suggestion, and one for all gold that none was paired with.
    """
    steps: dict[int, Step] = {}
    met: set[int] = set()
    by_cue = pairs(shown, gold, by="cue")
    by_content = [
        (place, other)
        for place, other in pairs(shown, gold, by="content")
        if agreement(shown[place].content, gold[other].content) >= ENOUGH
    ]
    for place, other in [*by_cue, *by_content]:
        if place not in steps and other not in met:
            met.add(other)
            steps[place] = Step(_claim_kind(shown[place], gold[other]), place, other)
    return _all_steps(steps, met, len(shown), len(gold))


def _claim_kind(mine: ReadClaim, theirs: ReadClaim) -> Kind:
    wanted = theirs.attributes.get("claim_type")
    relabel = wanted is not None and wanted != mine.attributes.get("claim_type")
    parts = (
        (mine.content != theirs.content) + (mine.cue != theirs.cue) + (mine.source != theirs.source)
    )
    if not parts:
        return Kind.RELABEL if relabel else Kind.ACCEPT
    return Kind.BOUNDARY if parts + relabel == 1 else Kind.BOTH


def _all_steps(steps: dict[int, Step], met: set[int], shown: int, gold: int) -> list[Step]:
    """Add what is rejected and what is added to the steps of those that were paired."""
    rejected = [Step(Kind.REJECT, place, None) for place in range(shown) if place not in steps]
    added = [Step(Kind.ADD, None, other) for other in range(gold) if other not in met]
    return [*steps.values(), *rejected, *added]
