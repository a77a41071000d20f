"""What a new version would suggest beside what was decided: where the two differ, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""


class Kind(StrEnum):
    """How a suggestion differs from what was decided."""

    NEW = "new"
    VANISHED = "vanished"
    MOVED = "moved"
    RELABELLED = "relabelled"
    CONTRADICTING = "contradicting"


class Entity(NamedTuple):
    """A labelled span in code points."""

    start: int
    end: int
    label: str

    @property
    def span(self) -> Span:
        """Where it lies."""
        return (self.start, self.end)


class Difference(NamedTuple):
    """One thing that is another.

    Attributes:
        kind: how.
        decided: the accepted or, of a contradiction, the rejected entity; None for a new one.
        found: what would be suggested; None for one that vanishes.
    """

    kind: Kind
    decided: Entity | None
    found: Entity | None


@dataclass(slots=True)
class Comparison:
    """How often what would be suggested is what was decided, and how often not.

    Attributes:
        same: accepted entities that would be suggested as they are.
        accepted: accepted entities altogether.
        rejected: rejected ones altogether.
        differences: how many there are of each kind.
    """

    same: int = 0
    accepted: int = 0
    rejected: int = 0
    differences: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))

    def add(self, accepted: int, rejected: int, same: int, found: Iterable[Difference]) -> None:
        """Count a document: its accepted and rejected entities, and what `compare` returned."""
        self.accepted += accepted
        self.rejected += rejected
        self.same += same
        for one in found:
            self.differences[one.kind] += 1


def compare(
    accepted: Iterable[Entity],
    rejected: Iterable[Entity],
    unsure: Iterable[Span],
    found: Iterable[Entity],
) -> tuple[int, list[Difference]]:
    """Compare what would be suggested in a reviewed document with what was decided there.

    An accepted entity meets the finding on the same span, else the one that it shares most with.
    What is unsure is compared with nothing.

    Args:
        accepted: the document's accepted entities.
        rejected: its rejected ones; one that a finding with its span and label brings back is
            contradicted.
        unsure: where nobody is sure.
        found: what would be suggested.

    Returns:
        How many accepted entities are found as they are, and the differences in reading order.
    """
    blurred = list(unsure)
    left = [one for one in sorted(set(found)) if not _meets(one.span, blurred)]
    wanted = sorted(set(accepted))
    same = [one for one in wanted if one in left]
    left = [one for one in left if one not in same]
    differences = list(_pair([one for one in wanted if one not in same], left))
    met = {one.found for one in differences}
    banned = {(one.span, one.label): one for one in rejected}
    for one in left:
        if one in met:
            continue
        before = banned.get((one.span, one.label))
        kind = Kind.NEW if before is None else Kind.CONTRADICTING
        differences.append(Difference(kind, before, one))
    return len(same), sorted(differences, key=_place)


def _pair(wanted: Sequence[Entity], found: Sequence[Entity]) -> Iterator[Difference]:
    """Yield what became of each accepted entity that is not found as it is."""
    free = list(found)
    for one in sorted(wanted, key=lambda one: not any(one.span == other.span for other in free)):
        near = [other for other in free if _shared(one.span, other.span)]
        if not near:
            yield Difference(Kind.VANISHED, one, None)
            continue
        other = max(
            near, key=lambda two: (two.span == one.span, _shared(one.span, two.span), -two.start)
        )
        free.remove(other)
        kind = Kind.RELABELLED if other.span == one.span else Kind.MOVED
        yield Difference(kind, one, other)


def _place(one: Difference) -> tuple[int, int]:
    entity = one.decided or one.found
    return (0, 0) if entity is None else entity.span


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(_shared(span, other) for other in others)
