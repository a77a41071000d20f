"""The past of a document: its states, decision by decision, folded from the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from curator.domain.annotation import GONE, Annotation, State
from curator.domain.snapshot import restore


class Turn(NamedTuple):
    """What one decision did to an annotation of the document.

    Attributes:
        annotation_id: of the annotation; 0 where the decision was on the document itself.
        before, after: its snapshots; None where it did not exist.
    """

    annotation_id: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One decision in the life of a document.

    Attributes:
        change_set: that it belongs to.
        code, facts: of its change set, for the words.
        time: of its change set, ISO 8601.
        turn: what it did.
    """

    change_set: int
    code: str
    facts: Mapping[str, Any]
    time: str
    turn: Turn


@dataclass(slots=True)
class Past:
    """A document at one of its moments; it is gone through both ways.

    Attributes:
        document_id: of the document.
        moments: the oldest first.
        place: how many of them have happened.
    """

    document_id: int
    moments: Sequence[Moment]
    place: int
    _now: Mapping[int, Annotation]
    _states: dict[int, Annotation] = field(default_factory=dict)

    @classmethod
    def of(
        cls, document_id: int, annotations: Iterable[Annotation], moments: Sequence[Moment]
    ) -> Past:
        """Begin at the present.

        Args:
            document_id: of the document.
            annotations: all that it has now, those that are gone too.
            moments: its decisions, the oldest first.
        """
        now = {one.id: one for one in annotations}
        return cls(document_id, tuple(moments), len(moments), now, dict(now))

    @property
    def moment(self) -> Moment | None:
        """What happened last; None before anything did."""
        return self.moments[self.place - 1] if self.place else None

    def go(self, place: int) -> list[Annotation]:
        """Go to a place, 0 is before everything; places beyond the ends are the ends.

        Returns:
            The annotations that changed on the way, as they stand there; withdrawn where they
            were not there.
        """
        place = max(0, min(len(self.moments), place))
        changed: set[int] = set()
        while self.place != place:
            forward = self.place < place
            turn = self.moments[self.place if forward else self.place - 1].turn
            self._set(turn.annotation_id, turn.after if forward else turn.before)
            self.place += 1 if forward else -1
            changed.add(turn.annotation_id)
        return [
            self._states.get(number) or replace(self._now[number], state=State.WITHDRAWN)
            for number in sorted(changed & self._now.keys())
        ]

    def shown(self) -> list[Annotation]:
        """Return what the document had at this moment, in reading order."""
        there = (one for one in self._states.values() if one.state not in GONE)
        return sorted(there, key=lambda one: one.place)

    def _set(self, number: int, state: Mapping[str, Any] | None) -> None:
        known = self._now.get(number)
        if known is None:
            return
        if state is None:
            self._states.pop(number, None)
        else:
            self._states[number] = restore(known, dict(state))
