"""What can be undone and redone, folded from change sets."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.undo import ChangeSetRow, History


@dataclass
class Log:
    """A log that grows as services would let it."""

    rows: list[ChangeSetRow] = field(default_factory=list)

    @property
    def history(self) -> History:
        return History.of(self.rows)

    def act(self, *, sets: int = 1, beside: bool = False) -> int:
        number = len(self.rows) + 1
        for offset in range(sets):
            self.rows.append(ChangeSetRow(number + offset, number, None, beside))
        return number

    def flip(self, act: int) -> None:
        first = len(self.rows) + 1
        beside = next(row.beside for row in self.rows if row.act == act)
        for place, change_set in enumerate(reversed(self.history.live(act))):
            self.rows.append(ChangeSetRow(first + place, first, change_set, beside))


def test_that_undo_and_redo_move_the_newest_act_to_and_fro() -> None:
    log = Log()
    one, two = log.act(), log.act()
    log.flip(two)
    assert (log.history.done, log.history.undone) == ([one], [two])
    log.flip(one)
    assert (log.history.done, log.history.undone) == ([], [two, one])
    log.flip(one)
    log.flip(two)
    assert (log.history.done, log.history.undone) == ([one, two], [])


def test_that_a_new_act_clears_what_could_be_redone() -> None:
    log = Log()
    one = log.act()
    log.flip(one)
    two = log.act()
    assert (log.history.done, log.history.undone) == ([two], [])


def test_that_what_ran_beside_the_review_is_passed_over_and_clears_nothing() -> None:
    log = Log()
    one = log.act()
    log.flip(one)
    aside = log.act(beside=True)
    assert (log.history.done, log.history.undone) == ([], [one])
    assert log.history.is_done(aside)
    log.flip(aside)
    assert not log.history.is_done(aside)
    assert (log.history.done, log.history.undone) == ([], [one])
    log.flip(aside)
    assert log.history.is_done(aside)


def test_that_an_act_of_several_change_sets_is_flipped_whole_and_newest_first() -> None:
    log = Log()
    act = log.act(sets=3)
    assert log.history.live(act) == (1, 2, 3)
    log.flip(act)
    assert [row.reverts for row in log.rows[3:]] == [3, 2, 1]
    assert log.history.undone == [act]
    log.flip(act)
    assert [row.reverts for row in log.rows[6:]] == [4, 5, 6]
    assert log.history.done == [act]


def test_that_an_older_act_can_be_taken_back_out_of_turn() -> None:
    log = Log()
    one, two = log.act(), log.act()
    log.flip(one)
    assert (log.history.done, log.history.undone) == ([two], [one])


def test_that_acts_above_another_are_those_with_an_earlier_turn() -> None:
    log = Log()
    one, two, three = log.act(), log.act(sets=2), log.act()
    assert log.history.above(one) == {2, 3, 4}
    assert log.history.above(three) == set()
    for act in (three, two, one):
        log.flip(act)
    assert log.history.above(two) == {8}
    assert log.history.above(log.act(beside=True)) == set()


def test_that_an_act_that_was_never_is_not_done() -> None:
    assert not History().is_done(4)
    assert History().live(4) == ()


@pytest.mark.parametrize("cut", range(7))
def test_that_folding_on_is_the_same_as_folding_anew(cut: int) -> None:
    log = Log()
    one = log.act(sets=2)
    log.act(beside=True)
    log.flip(one)
    log.flip(one)
    history = History.of(log.rows[:cut])
    for row in log.rows[cut:]:
        history.append(row)
    assert history == log.history


@given(st.lists(st.sampled_from(["act", "long", "beside", "undo", "redo"]), max_size=40))
def test_that_the_fold_is_what_two_plain_lists_say(steps: list[str]) -> None:
    log = Log()
    done: list[int] = []
    undone: list[int] = []
    for step in steps:
        if step in ("act", "long"):
            done.append(log.act(sets=3 if step == "long" else 1))
            undone.clear()
        elif step == "beside":
            log.act(beside=True)
        elif step == "undo" and done:
            log.flip(done[-1])
            undone.append(done.pop())
        elif step == "redo" and undone:
            log.flip(undone[-1])
            done.append(undone.pop())
        assert (log.history.done, log.history.undone) == (done, undone)
