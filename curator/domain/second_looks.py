"""Places to look at again: decided before their label came to mean something else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Self

from curator.domain.annotation import Layer, State


@dataclass(frozen=True, slots=True)
class SecondLook:
    """An annotation that was decided under an older revision of its label.

    Attributes:
        annotation_id: its id.
        batch_id: of its document.
        document_id: where it is.
        title: of the document.
        layer: entity or claim.
        label: that changed.
        start: where it begins (code points).
        quote: its words.
        state: as it was decided.
        looked: whether it was decided again, or kept, since.
    """

    annotation_id: int
    batch_id: int
    document_id: int
    title: str
    layer: Layer
    label: str
    start: int
    quote: str
    state: State
    looked: bool


@dataclass(frozen=True, slots=True)
class Worklist:
    """Everything to look at again.

    Attributes:
        places: in the order of the queue and of the texts; also those that were looked at.
    """

    places: tuple[SecondLook, ...] = ()

    @classmethod
    def of(cls, found: Iterable[SecondLook]) -> Self:
        """Put places in order."""
        return cls(tuple(sorted(found, key=_place)))

    def with_looked(self, numbers: Collection[int]) -> Self:
        """Return the list after annotations were decided again."""
        return replace(
            self,
            places=tuple(
                replace(one, looked=True) if one.annotation_id in numbers else one
                for one in self.places
            ),
        )

    @property
    def left(self) -> tuple[SecondLook, ...]:
        """What still has to be looked at."""
        return tuple(one for one in self.places if not one.looked)

    @property
    def looked(self) -> int:
        """How many were looked at."""
        return len(self.places) - len(self.left)

    def after(self, document_id: int, start: int, number: int) -> SecondLook | None:
        """Return the next place to look at behind one, going round; None when none is left.

        Args:
            document_id: where one is now; 0 for nowhere.
            start: where the annotation there begins (code points).
            number: its id, 0 for none.
        """
        left = self.left
        here = [place for place, one in enumerate(left) if one.document_id == document_id]
        if not here:
            return left[0] if left else None
        later = (
            left[place]
            for place in here
            if (left[place].start, left[place].annotation_id) > (start, number)
        )
        return next(later, left[(here[-1] + 1) % len(left)])


def _place(one: SecondLook) -> tuple[int, int, int, int]:
    """The order of the queue: the newest batch first."""
    return (-one.batch_id, one.document_id, one.start, one.annotation_id)
