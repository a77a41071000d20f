"""Undo is data: what can be undone and redone, folded from the change sets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class ChangeSetRow(NamedTuple):
    """What the fold needs to know of a change set.

    Attributes:
        id: counted per project.
        act: change sets of one act are undone and redone together.
        reverts: the change set that this one takes back; None for an act of its own.
        beside: whether it ran beside the review (an import, a suggester): passed over.
    """

    id: int
    act: int
    reverts: int | None
    beside: bool


@dataclass(slots=True)
class History:
    """Two stacks of acts, and for each act the change sets that undoing it must revert.

    Attributes:
        done: acts that can be undone, the newest last.
        undone: acts that can be redone, the next last.
        beside: acts in force that ran beside the review, the newest last.
    """

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    _live: dict[int, list[int]] = field(default_factory=dict)
    _root: dict[int, tuple[int, bool]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[ChangeSetRow]) -> History:
        """Fold change sets in the order of their ids."""
        history = cls()
        for row in rows:
            history.append(row)
        return history

    def append(self, row: ChangeSetRow) -> None:
        """Take one more change set in."""
        if row.reverts is None:
            self._do(row)
        else:
            self._revert(row)

    def live(self, act: int) -> tuple[int, ...]:
        """Return the change sets that flip an act; they are reverted newest first."""
        return tuple(self._live.get(act, ()))

    def act_of(self, change_set: int) -> int:
        """Return the act that a change set did, or flipped."""
        return self._root[change_set][0]

    def above(self, act: int) -> set[int]:
        """Return the change sets to revert of acts that would be flipped before an act.

        Where one of them decided the same things, the act must wait for its turn, even if all
        came back to where it had led.
        """
        stack = self.done if act in self.done else self.undone
        later = stack[stack.index(act) + 1 :] if act in stack else []
        return {change_set for one in later for change_set in self.live(one)}

    def is_done(self, act: int) -> bool:
        """Whether the act is in force, also one that ran beside the review.

        Its first change set tells: of an import it is the one that is reverted.
        """
        live = self._live.get(act, [])
        return bool(live) and self._root[live[0]][1]

    def _do(self, row: ChangeSetRow) -> None:
        self._root[row.id] = (row.act, True)
        self._live.setdefault(row.act, []).append(row.id)
        if row.beside:
            if row.act not in self.beside:
                self.beside.append(row.act)
            return
        if row.act not in self.done:
            self.done.append(row.act)
        self.undone.clear()

    def _revert(self, row: ChangeSetRow) -> None:
        """Flip the act of the reverted change set; whoever reverts takes its place."""
        assert row.reverts is not None
        act, was_done = self._root[row.reverts]
        self._root[row.id] = (act, not was_done)
        live = self._live[act]
        live[live.index(row.reverts)] = row.id
        if row.beside:
            if was_done and act in self.beside:
                self.beside.remove(act)
            elif not was_done and act not in self.beside:
                self.beside.append(act)
                self.beside.sort()
            return
        source, target = (self.done, self.undone) if was_done else (self.undone, self.done)
        if act in source:
            source.remove(act)
        if act not in target:
            target.append(act)
