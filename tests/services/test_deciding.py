"""One act, one change set: deciding, adding, promoting candidates, and what changes say of it."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer, Part, Role, State, entity_parts
from curator.domain.decisions import Change, How, Verdict
from curator.domain.faults import Bug, Fault
from curator.services import deciding, reading, suggesting, undoing
from curator.services.statistics import statistics
from curator.store import log
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import annotation, answer, findings, held, shown, states, take, view


def logged(project: Project, number: int) -> log.ChangeSet:
    with project.read() as tx:
        return log.get(tx, number)


def test_that_an_act_says_what_it_changed(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    changes = deciding.judge(project, 1, Verdict.ACCEPT, shown_ms=1200)
    assert changes.code == "accept"
    assert (changes.documents, changes.vanished) == (frozenset({1}), ())
    assert [one.state for one in changes.annotations] == [State.ACCEPTED]
    assert changes.facts["quote"] == "Ana"
    assert {state.layer for state in changes.layers} == set(Layer)
    [decision] = logged(project, changes.change_set).rows
    assert (decision.verdict, decision.how, decision.shown_ms) == (Verdict.ACCEPT, How.KEY, 1200)
    assert (decision.before["state"], decision.after["state"]) == ("suggested", "accepted")
    assert decision.text_digest == view(project).digest


def test_that_the_verdict_it_has_already_logs_nothing(project: Project) -> None:
    take(project, "[Ana:PERSON!] went")
    changes = deciding.judge(project, 1, Verdict.ACCEPT)
    assert not changes
    assert [one.id for one in changes.annotations] == [1]


@pytest.mark.parametrize(
    ("source", "given", "recorded", "state"),
    [
        ("[Ana:PERSON+] went", Verdict.REJECT, Verdict.REMOVE, None),
        ("[Ana:PERSON?] went", Verdict.REMOVE, Verdict.REJECT, State.REJECTED),
    ],
)
def test_that_removing_and_rejecting_are_recorded_as_what_they_came_to(
    project: Project, source: str, given: Verdict, recorded: Verdict, state: State | None
) -> None:
    take(project, source)
    changes = deciding.judge(project, 1, given)
    assert logged(project, changes.change_set).rows[0].verdict is recorded
    assert states(project).get(1) is state


def test_that_what_is_gone_cannot_be_decided(project: Project) -> None:
    for number in (7, -7):
        with pytest.raises(Fault, match=r"decision\.gone") as caught:
            deciding.judge(project, number, Verdict.ACCEPT)
        assert caught.value.facts == {"annotation": number}


def test_that_a_verdict_on_what_a_suggester_took_back_is_kept_and_can_be_undone(
    project: Project,
) -> None:
    take(project, "Ana met Bo")
    suggesting.keep(project, [answer(project, 1, "[Ana:PERSON?] met [Bo:PERSON?]")])
    seen = annotation(project, "Ana:PERSON")
    suggesting.keep(project, [answer(project, 1, "Ana met [Bo:PERSON?]", version="2")])
    changes = deciding.judge(project, seen.id, Verdict.ACCEPT, seen=seen)
    assert shown(project) == ["Ana:PERSON!", "Bo:PERSON?"]
    assert seen.id in changes.vanished
    assert changes.annotations[0].suggester_id == seen.suggester_id
    undoing.undo(project)
    assert shown(project) == ["Bo:PERSON?"]
    assert held(project) == ["Ana:PERSON taken back"]
    assert findings(project) == []


def test_that_a_verdict_finds_what_bears_another_number_by_now(project: Project) -> None:
    take(project, "Ana went")
    suggesting.keep(project, [answer(project, 1, "[Ana:PERSON?] went")])
    seen = annotation(project, "Ana:PERSON")
    suggesting.keep(project, [answer(project, 1, "Ana went", version="2")])
    suggesting.keep(project, [answer(project, 1, "[Ana:PERSON?] went", version="3")])
    changes = deciding.judge(project, seen.id, Verdict.REJECT, seen=seen)
    assert changes.annotations[0].id != seen.id
    assert shown(project) == ["Ana:PERSON-"]
    assert findings(project) == []


def test_that_what_a_person_made_is_not_found_again_once_it_is_gone(project: Project) -> None:
    take(project, "[Ana:PERSON!] went")
    seen = annotation(project, "Ana:PERSON")
    with pytest.raises(Fault, match=r"decision\.gone"):
        deciding.judge(project, 7, Verdict.ACCEPT, seen=seen)
    assert shown(project) == ["Ana:PERSON!"]


def test_that_an_end_beyond_the_text_is_our_bug_and_changes_nothing(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    with pytest.raises(Bug):
        deciding.judge(project, 1, Verdict.CORRECT, change=Change(parts=entity_parts(0, 99)))
    with pytest.raises(Bug):
        deciding.add_entity(project, 1, "ORG", start=2, end=99)
    assert shown(project) == ["Ana:PERSON?"]
    assert findings(project) == []


def test_that_adding_makes_an_annotation_with_an_id_never_used_before(project: Project) -> None:
    take(project, "[Ana:PERSON+] met Bo")
    deciding.judge(project, 1, Verdict.REMOVE)
    changes = deciding.add_entity(project, 1, "PERSON", start=8, end=10)
    assert shown(project) == ["Bo:PERSON+"]
    assert changes.annotations[0].id == 2
    assert changes.code == "add"


@pytest.mark.parametrize(
    ("source", "label", "code", "expected"),
    [
        ("[Ana:PERSON?] went", "PERSON", "accept", ["Ana:PERSON!"]),
        ("[Ana:PERSON?] went", "ORG", "correct", ["Ana:ORG!"]),
        ("[Ana:PERSON-] went", "PERSON", "accept", ["Ana:PERSON!"]),
        ("[Ana:PERSON!] went", "PERSON", "", ["Ana:PERSON!"]),
        ("[Ana:PERSON~] went", "ORG", "correct", ["Ana:ORG!"]),
    ],
)
def test_that_adding_where_one_lies_already_decides_that_one(
    project: Project, source: str, label: str, code: str, expected: list[str]
) -> None:
    take(project, source)
    changes = deciding.add_entity(project, 1, label, start=0, end=3)
    assert changes.code == code
    assert shown(project) == expected


@pytest.mark.parametrize("mark", ["+", "!"])
def test_that_what_is_accepted_keeps_its_label_when_another_is_added_there(
    project: Project, mark: str
) -> None:
    take(project, f"[Ana:PERSON{mark}] went")
    changes = deciding.add_entity(project, 1, "ORG", start=0, end=3)
    assert changes.code == "add"
    assert sorted(shown(project)) == ["Ana:ORG+", f"Ana:PERSON{mark}"]


def test_that_of_two_at_one_place_the_one_with_the_label_is_meant(project: Project) -> None:
    """The first was corrected to the label of the second, so that there were two alike."""
    take(project, "[[Velm:ORG?]:GPE?] fell")
    deciding.add_entity(project, 1, "ORG", start=0, end=4)
    assert sorted(shown(project)) == ["Velm:GPE?", "Velm:ORG!"]
    deciding.add_entity(project, 1, "GPE", start=0, end=4)
    assert sorted(shown(project)) == ["Velm:GPE!", "Velm:ORG!"]


def test_that_parts_of_one_role_are_picked_anew_in_reading_order(project: Project) -> None:
    take(project, "<Ana:source> <said:cue> {no:denial?} to Bo")
    [claim] = view(project).annotations
    parts = deciding.with_part(claim, Role.SOURCE, [(15, 17)])
    assert parts == (Part(Role.CUE, 4, 8), Part(Role.CONTENT, 9, 11), Part(Role.SOURCE, 15, 17))
    change = Change(parts=parts)
    deciding.judge(project, claim.id, Verdict.CORRECT, change=change, code="parts")
    [after] = view(project).annotations
    assert (after.parts, after.state, after.corrected) == (parts, State.ACCEPTED, True)
    assert deciding.with_part(after, Role.SOURCE, []) == parts[:2]


def test_that_joined_decisions_are_one_act_while_it_is_the_newest(project: Project) -> None:
    take(project, "[Ana:PERSON?] met [Bo:PERSON?] and [Cy:PERSON?]", "[Di:PERSON?] left")
    first = deciding.judge(project, 1, Verdict.ACCEPT)
    second = deciding.judge(project, 4, Verdict.ACCEPT, join=first.act)
    assert second.act == first.act
    other = deciding.judge(project, 3, Verdict.ACCEPT)
    assert deciding.judge(project, 2, Verdict.ACCEPT, join=first.act).act > other.act
    for _ in range(3):
        changes = undoing.undo(project)
    assert set(states(project).values()) | set(states(project, 2).values()) == {State.SUGGESTED}
    assert changes.documents == {1, 2}
    assert {state.document_id for state in changes.layers} == {1, 2}


class TestCandidates:
    """What is held back becomes an annotation by a verdict, and is held back again by undo."""

    @pytest.fixture(autouse=True)
    def low(self, project: Project) -> None:
        take(project, "Ana met Bo")
        found = answer(project, 1, "[Ana:PERSON] met [Bo:PERSON]", below=["Bo"], score=0.4)
        suggesting.keep(project, [found])

    def number(self, project: Project) -> int:
        return -view(project).candidates[0].annotation.id

    def test_that_a_verdict_makes_it_an_annotation(self, project: Project) -> None:
        number = self.number(project)
        changes = deciding.judge(project, number, Verdict.ACCEPT)
        assert changes.vanished == (number,)
        assert shown(project) == ["Ana:PERSON?", "Bo:PERSON!"]
        assert held(project) == []
        assert statistics(project)["candidates"]["entity"] == 0
        with pytest.raises(Fault, match=r"decision\.gone"):
            deciding.judge(project, number, Verdict.ACCEPT)

    def test_that_a_correction_makes_it_one_that_keeps_the_proposal(self, project: Project) -> None:
        change = Change(label="ORG")
        deciding.judge(project, self.number(project), Verdict.CORRECT, change=change)
        corrected = annotation(project, "Bo:ORG")
        assert corrected.proposed is not None
        assert corrected.proposed.label == "PERSON"

    def test_that_undo_makes_it_a_candidate_again(self, project: Project) -> None:
        """It became a suggestion, was counted, visited, and rejected when the rest was closed."""
        number = self.number(project)
        deciding.judge(project, number, Verdict.ACCEPT)
        back = undoing.undo(project)
        assert (shown(project), held(project)) == (["Ana:PERSON?"], ["Bo:PERSON below"])
        assert [one.id for one in back.returned] == [number]
        assert [one.state for one in back.annotations] == [State.WITHDRAWN]
        again = undoing.redo(project)
        assert again.vanished == (number,)
        assert (shown(project), held(project)) == (["Ana:PERSON?", "Bo:PERSON!"], [])
        assert findings(project) == []

    def test_that_it_can_be_decided_otherwise_after_undo(self, project: Project) -> None:
        number = self.number(project)
        deciding.judge(project, number, Verdict.ACCEPT)
        undoing.undo(project)
        deciding.judge(project, number, Verdict.REJECT, reason="wrong span")
        assert shown(project) == ["Ana:PERSON?", "Bo:PERSON-"]
        assert findings(project) == []

    def test_that_suggesting_again_leaves_what_it_became(self, project: Project) -> None:
        deciding.judge(project, self.number(project), Verdict.ACCEPT)
        again = answer(project, 1, "Ana met [Bo:PERSON]", below=["Bo"], version="2")
        suggesting.keep(project, [again])
        assert (shown(project), held(project)) == (["Bo:PERSON!"], [])
        undoing.undo(project)
        assert (shown(project), held(project)) == ([], ["Bo:PERSON below"])


def test_that_what_a_string_was_decided_to_be_is_told(project: Project) -> None:
    take(
        project,
        "[Velm:GPE!] and [Velm:GPE!] and [Velm:ORG!]",
        "[Velm:GPE-] is [Velm:GPE?], [Ost:GPE!] is not",
    )
    opened = view(project, 2)
    told = reading.history(project, opened.annotations[1], opened.text)
    assert told.elsewhere == (("GPE", 2), ("ORG", 1))
    assert told.rejected == 1
    assert told.documents == 2


def test_that_a_document_which_is_not_there_is_missing(project: Project) -> None:
    for do in (
        lambda: reading.open_document(project, 7),
        lambda: deciding.add_entity(project, 7, "ORG", start=0, end=1),
    ):
        with pytest.raises(Fault, match=r"document\.missing"):
            do()


def test_that_a_project_opened_for_reading_cannot_decide(project: Project) -> None:
    take(project, "[Ana:PERSON?] went")
    with Project.open(project.path, write=False) as reader, pytest.raises(Fault) as raised:
        deciding.judge(reader, 1, Verdict.ACCEPT)
    assert raised.value.code == "project.locked"
    assert raised.value.facts["path"] == str(project.path)


def test_that_a_withdrawn_batch_has_decided_nothing_about_a_string(project: Project) -> None:
    act = take(project, "[Velm:GPE!] fell", batch="old").act
    take(project, record("new", "[Velm:GPE?] rose in spring"), batch="new")
    undoing.undo(project, act=act)
    opened = view(project, 2)
    assert reading.history(project, opened.annotations[0], opened.text).elsewhere == ()
