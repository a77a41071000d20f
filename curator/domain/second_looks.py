"""Places to look at again: decided before their label came to mean something else."""

from __future__ import annotations

from dataclasses import dataclass

from curator.domain.annotation import Layer, State


@dataclass(frozen=True, slots=True)
class SecondLook:
    """An annotation that was decided under an older revision of its label.

    Attributes:
        annotation_id: its id.
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
    """Everything to look at again, in the order of the queue.

    Attributes:
        places: also those that were looked at.
    """

    places: tuple[SecondLook, ...] = ()

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
