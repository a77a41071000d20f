"""Undo covers every act, survives a restart, and says what stands in its way."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import How, Verdict
from curator.domain.faults import Fault
from curator.domain.queue import QueueFilter
from curator.services import closing, deciding, reading, undoing
from curator.store import log
from curator.store.project import Project
from tests.support.projects import findings, shown, states, take, ticking, view

BOTH = (Layer.ENTITY, Layer.CLAIM)


@pytest.fixture(autouse=True)
def documents(project: Project) -> None:
    take(project, "[Ana:PERSON?] met [Bo:PERSON?]", "[Cy:PERSON?] left; {rain fell:other?}")


def test_that_there_is_nothing_to_undo_or_redo_at_first(project: Project) -> None:
    for do, code in ((undoing.undo, "undo.nothing"), (undoing.redo, "redo.nothing")):
        with pytest.raises(Fault) as raised:
            do(project)
        assert raised.value.code == code
    assert reading.acts(project) == reading.Acts(None, None)


def test_that_undo_appends_what_takes_the_act_back(project: Project) -> None:
    act = deciding.judge(project, 1, Verdict.REJECT, reason="wrong span")
    changes = undoing.undo(project)
    assert (changes.code, changes.undoes, changes.documents) == ("undo", True, {1})
    assert changes.facts == {**act.facts, "of": "reject"}
    with project.read() as tx:
        undone = log.get(tx, changes.change_set)
    assert undone.reverts == act.change_set
    [decision] = undone.rows
    assert (decision.verdict, decision.how) == (Verdict.REOPEN, How.KEY)
    again = undoing.redo(project)
    assert again.code == "redo"
    [one] = again.annotations
    assert (one.state, one.reason) == (State.REJECTED, "wrong span")


def test_that_undo_and_redo_have_the_names_of_their_acts(project: Project) -> None:
    deciding.judge(project, 1, Verdict.ACCEPT)
    closing.flag(project, 2, flagged=True)
    undoing.undo(project)
    acts = reading.acts(project)
    assert acts.undo is not None
    assert acts.redo is not None
    assert (acts.undo.code, acts.redo.code) == ("accept", "flag")
    assert acts.undo.facts["quote"] == "Ana"


def test_that_undo_crosses_documents_and_a_restart(project: Project) -> None:
    deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 3, Verdict.REJECT)
    project.close()
    with Project.open(project.path, write=True, clock=ticking()) as again:
        assert undoing.undo(again).documents == {2}
        assert undoing.undo(again).documents == {1}
        assert {*states(again).values(), *states(again, 2).values()} == {State.SUGGESTED}
    with Project.open(project.path, write=True, clock=ticking()) as again:
        undoing.redo(again)
        assert states(again)[1] is State.ACCEPTED
        assert findings(again) == []


def test_that_a_new_act_clears_redo_and_an_import_does_not(project: Project) -> None:
    deciding.judge(project, 1, Verdict.ACCEPT)
    undoing.undo(project)
    take(project, {"id": "z", "text": "Nobody left"})
    undoing.redo(project)
    undoing.undo(project)
    deciding.judge(project, 2, Verdict.ACCEPT)
    with pytest.raises(Fault, match=r"redo\.nothing"):
        undoing.redo(project)


def test_that_an_older_act_is_taken_back_when_nothing_touched_it_since(project: Project) -> None:
    first = deciding.judge(project, 1, Verdict.ACCEPT)
    deciding.judge(project, 2, Verdict.ACCEPT)
    undoing.undo(project, act=first.act)
    assert states(project) == {1: State.SUGGESTED, 2: State.ACCEPTED}
    undoing.redo(project)
    assert states(project) == {1: State.ACCEPTED, 2: State.ACCEPTED}


def test_that_everything_which_stands_in_the_way_of_undo_is_listed(project: Project) -> None:
    """Only what had touched the first of the subjects was listed."""
    closed = closing.close(project, 1, BOTH, leftover=State.REJECTED)
    second = deciding.judge(project, 1, Verdict.ACCEPT)
    third = deciding.judge(project, 2, Verdict.ACCEPT)
    before = states(project)
    with pytest.raises(Fault) as raised:
        undoing.undo(project, act=closed.act)
    assert raised.value.code == "undo.touched_later"
    assert raised.value.facts["later"] == [second.change_set, third.change_set]
    assert states(project) == before
    for _ in range(2):
        undoing.undo(project)
    undoing.undo(project, act=closed.act)
    assert states(project) == {1: State.SUGGESTED, 2: State.SUGGESTED}


def test_that_what_is_undone_is_not_undone_again(project: Project) -> None:
    act = deciding.judge(project, 1, Verdict.ACCEPT).act
    undoing.undo(project)
    for unknown in (act, 99):
        with pytest.raises(Fault, match=r"undo\.nothing"):
            undoing.undo(project, act=unknown)


def test_that_a_reader_behind_the_writer_undoes_what_it_sees(project: Project) -> None:
    """The history was folded further than the reader saw, who then looked for a row too new."""
    deciding.judge(project, 1, Verdict.ACCEPT)
    with project.read() as tx:
        assert log.head(tx)[0] == 3
        deciding.judge(project, 2, Verdict.REJECT)
        with project.read() as newer:
            assert project.history(newer).done == [3, 4]
        newest = undoing.next_undo(project, tx)
        assert newest is not None
        assert newest.code == "accept"
    with project.read() as tx:
        history = project.history(tx)
        undoing.undo(project)
        assert history.done == [3, 4]


def test_that_a_transaction_taken_back_leaves_no_trace_in_the_history(project: Project) -> None:
    deciding.judge(project, 1, Verdict.ACCEPT)
    with pytest.raises(ZeroDivisionError), project.write() as tx:  # noqa: PT012
        log.append(tx, "accept", [], facts={}, revision=1)
        assert project.history(tx).done == [3, 4]
        raise ZeroDivisionError
    with project.read() as tx:
        assert project.history(tx).done == [3]


class TestClosing:
    """Closing takes what is left over with it, as the rule says, and opens again."""

    @pytest.mark.parametrize(
        ("leftover", "expected"),
        [
            (State.REJECTED, ["Cy:PERSON-", "rain fell:other-"]),
            (State.ACCEPTED, ["Cy:PERSON!", "rain fell:other!"]),
            (None, ["Cy:PERSON?", "rain fell:other?"]),
        ],
    )
    def test_that_the_rule_for_leftovers_holds(
        self, project: Project, leftover: State | None, expected: list[str]
    ) -> None:
        changes = closing.close(project, 2, BOTH, leftover=leftover)
        assert shown(project, 2) == expected
        assert view(project, 2).done
        assert changes.facts["left"] == (2 if leftover else 0)
        assert changes.facts["decided"] == (2 if leftover else 0)
        undoing.undo(project)
        assert shown(project, 2) == ["Cy:PERSON?", "rain fell:other?"]
        assert not view(project, 2).done
        assert findings(project) == []

    def test_that_only_the_layers_in_view_are_closed(self, project: Project) -> None:
        closing.close(project, 2, [Layer.CLAIM], leftover=State.REJECTED)
        assert shown(project, 2) == ["Cy:PERSON?", "rain fell:other-"]
        assert not view(project, 2).done
        changes = closing.close(project, 2, BOTH, leftover=State.ACCEPTED)
        assert shown(project, 2) == ["Cy:PERSON!", "rain fell:other-"]
        assert {one.layer: one.reviewed for one in changes.layers} == dict.fromkeys(BOTH, True)

    def test_that_a_rejection_by_closing_says_so(self, project: Project) -> None:
        changes = closing.close(project, 1, BOTH, leftover=State.REJECTED)
        assert {one.reason for one in changes.annotations} == {"by closing"}
        with project.read() as tx:
            rows = log.get(tx, changes.change_set).rows
        assert [row.how for row in rows[:2]] == [How.CLOSING] * 2

    def test_that_closing_or_opening_what_is_so_already_is_no_act(self, project: Project) -> None:
        assert not closing.reopen(project, 1, BOTH)
        closing.close(project, 1, BOTH, leftover=None)
        assert not closing.close(project, 1, BOTH, leftover=State.REJECTED)
        assert shown(project) == ["Ana:PERSON?", "Bo:PERSON?"]
        changes = closing.reopen(project, 1, [Layer.CLAIM])
        assert changes.code == "open"
        assert not view(project).done

    def test_that_a_flag_is_set_once_and_undone(self, project: Project) -> None:
        assert closing.flag(project, 1, flagged=True).code == "flag"
        assert not closing.flag(project, 1, flagged=True)
        assert view(project).flagged
        assert closing.flag(project, 1, flagged=False).code == "unflag"
        undoing.undo(project)
        assert view(project).flagged
        assert reading.outline(project, QueueFilter()).documents == 2

    def test_that_the_rule_is_kept_in_the_project(self, project: Project) -> None:
        assert reading.leftover_rule(project) is None
        reading.set_leftover_rule(project, "open")
        assert reading.leftover_rule(project) == "open"


def test_that_an_older_act_stays_when_later_ones_came_back_to_where_it_had_led(
    project: Project,
) -> None:
    """It was taken back because the state was the same, and the later ones hung in the air."""
    first = closing.close(project, 1, BOTH, leftover=None)
    second = closing.reopen(project, 1, BOTH)
    third = closing.close(project, 1, BOTH, leftover=None)
    with pytest.raises(Fault) as raised:
        undoing.undo(project, act=first.act)
    assert raised.value.facts["later"] == [second.change_set, third.change_set]
    for _ in range(3):
        undoing.undo(project)
    with pytest.raises(Fault, match=r"undo\.touched_later"):
        undoing.redo(project, act=third.act)
    for _ in range(3):
        undoing.redo(project)
    assert view(project, 1).done
    assert findings(project) == []


def test_that_an_act_of_several_change_sets_is_undone_and_redone_again_and_again(
    project: Project,
) -> None:
    """Redoing began with the first step, whose end the last one had already left behind."""
    first = deciding.judge(project, 1, Verdict.ACCEPT)
    for verdict in (Verdict.REJECT, Verdict.UNSURE):
        deciding.judge(project, 1, verdict, join=first.act)
    for _ in range(2):
        assert undoing.undo(project).annotations[0].state is State.SUGGESTED
        assert undoing.redo(project).annotations[0].state is State.UNSURE
