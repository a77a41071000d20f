"""Who is the same somebody is proposed, decided, undone, and never proposed against a decision."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Link
from curator.domain.decisions import Subject, Verdict
from curator.domain.faults import Fault
from curator.services import deciding, identifying, identity_pages, undoing, wording
from curator.services.identity_pages import IdentityRow, listed, proposals
from curator.store import log
from curator.store.project import Project
from tests.support.projects import findings, take, ticking, view

CLAIM = "<{}:source> <said:cue> {{it was so:assertion?}}."


@pytest.fixture(autouse=True)
def documents(project: Project) -> None:
    take(
        project,
        "[Ana Velik:PERSON?] met [Velik:PERSON?]. " + CLAIM.format("Velik"),
        "[Ana Velik:PERSON!] and [Jon Velik:PERSON?] left. [Kolm:GPE]",
    )


def references(project: Project, number: int = 1) -> list[tuple[Link, ...]]:
    return [one.references for one in view(project, number).annotations]


def told(project: Project) -> list[str]:
    return [
        f"{row.identity.name} {row.mentions}+{row.sources} in {row.documents}"
        for row in listed(project)
    ]


def test_that_accepting_makes_the_identity_and_points_to_it(project: Project) -> None:
    found = proposals(project, 1)[1]
    assert (found.identity, found.name, found.together) == (None, "Ana Velik", (1, 2, 3))
    changes = identifying.accept(project, found.together, None, name=found.name, kind=found.kind)
    assert references(project) == [(Link("is", 1),)] * 3
    assert wording.act(changes.code, changes.facts) == "“Ana Velik”, with 2 more, is Ana Velik"
    assert told(project) == ["Ana Velik 2+1 in 1"]
    assert changes.identities
    assert findings(project) == []


def test_that_an_identity_is_proposed_in_other_documents(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik", kind="PERSON")
    found = {number: one.identity for number, one in proposals(project, 2).items()}
    assert found == {4: 1}
    assert {number: one.identity for number, one in proposals(project, 1).items()} == {2: 1, 3: 1}


def test_that_undo_and_redo_cover_identities_and_survive_a_restart(project: Project) -> None:
    identifying.accept(project, [1, 2], None, name="Ana Velik")
    undone = undoing.undo(project)
    assert (undone.identities, references(project), told(project)) == (True, [()] * 3, [])
    assert findings(project) == []
    path = project.path
    project.close()
    with Project.open(path, write=True, clock=ticking()) as again:
        assert undoing.redo(again).identities
        assert references(again)[:2] == [(Link("is", 1),)] * 2
        assert told(again) == ["Ana Velik 2+0 in 1"]
        assert findings(again) == []


def test_that_the_state_of_a_mention_stays_as_it_is(project: Project) -> None:
    states = [one.state for one in view(project).annotations]
    identifying.accept(project, [1, 2, 3], None, name="Ana Velik")
    assert [one.state for one in view(project).annotations] == states
    deciding.judge(project, 1, Verdict.ACCEPT)
    assert references(project)[0] == (Link("is", 1),)


def test_that_what_was_refused_is_never_proposed_again(project: Project) -> None:
    identifying.accept(project, [4], None, name="Ana Velik", kind="PERSON")
    identifying.reject(project, [1], 1)
    assert references(project)[0] == (Link("is not", 1),)
    assert 1 not in proposals(project, 1)
    undoing.undo(project)
    assert proposals(project, 1)[1].identity == 1


def test_that_refusing_somebody_new_leaves_the_others_an_identity(project: Project) -> None:
    found = proposals(project, 1)[2]
    changes = identifying.reject(project, [2], None, name=found.name, kind=found.kind)
    assert wording.act(changes.code, changes.facts) == "“Velik” is not Ana Velik"
    left = {number: (one.identity, one.name) for number, one in proposals(project, 1).items()}
    assert left == {1: (1, "Ana Velik"), 3: (1, "Ana Velik")}


def test_that_accepting_takes_a_refusal_back(project: Project) -> None:
    identifying.reject(project, [1], None, name="Ana Velik")
    identifying.accept(project, [1], 1)
    assert references(project)[0] == (Link("is", 1),)


def test_that_another_name_becomes_an_alias_but_no_surname(project: Project) -> None:
    identifying.accept(project, [1, 2], None, name="The Boss", kind="PERSON")
    [row] = listed(project)
    assert row.identity.aliases == ("Ana Velik",)
    assert proposals(project, 2)[4].identity == row.identity.id


def test_that_a_new_name_keeps_the_old_one_as_an_alias(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik", kind="PERSON")
    identifying.rename(project, 1, "Ana  Maria Velik")
    [row] = listed(project)
    assert (row.identity.name, row.identity.aliases) == ("Ana Maria Velik", ("Ana Velik",))
    undoing.undo(project)
    assert listed(project)[0].identity.name == "Ana Velik"
    assert findings(project) == []


def test_that_merging_moves_everything_that_refers(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik", kind="PERSON")
    identifying.accept(project, [4], None, name="A. Velik", kind="PERSON")
    identifying.reject(project, [5], 2)
    merged = identifying.merge(project, 1, [2, 1])
    assert wording.act(merged.code, merged.facts) == "Merge 1 identity into Ana Velik"
    assert told(project) == ["Ana Velik 2+0 in 2"]
    assert listed(project)[0].identity.aliases == ("A. Velik",)
    assert references(project, 2) == [(Link("is", 1),), (Link("is not", 1),), ()]
    assert findings(project) == []
    undoing.undo(project)
    assert told(project) == ["A. Velik 1+0 in 1", "Ana Velik 1+0 in 1"]
    assert references(project, 2) == [(Link("is", 2),), (Link("is not", 2),), ()]
    assert findings(project) == []


def test_that_merging_what_was_told_apart_keeps_who_is_it(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik")
    identifying.reject(project, [1], None, name="The Boss")
    identifying.merge(project, 1, [2])
    assert references(project)[0] == (Link("is", 1),)
    assert findings(project) == []


def test_that_merging_with_nobody_is_no_act(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik")
    assert not identifying.merge(project, 1, [1])


def test_that_mentions_are_split_off_as_another_one(project: Project) -> None:
    identifying.accept(project, [1, 2, 4], None, name="Ana Velik", kind="PERSON")
    identifying.split(project, [4], name="Ana Velik", kind="PERSON")
    assert told(project) == ["Ana Velik 2+0 in 1", "Ana Velik 1+0 in 1"]
    assert references(project, 2)[0] == (Link("is", 2), Link("is not", 1))
    undoing.undo(project)
    assert told(project) == ["Ana Velik 3+0 in 2"]
    assert findings(project) == []


def test_that_a_mention_is_nobody_again(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik")
    assert identifying.clear(project, [1])
    assert references(project)[0] == ()
    assert not identifying.clear(project, [1])


def test_that_accepting_twice_is_no_act(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik")
    assert not identifying.accept(project, [1], 1)


def test_that_the_log_tells_identity_and_mentions_in_one_change_set(project: Project) -> None:
    changes = identifying.accept(project, [1, 2], None, name="Ana Velik")
    with project.read() as tx:
        rows = log.get(tx, changes.change_set).rows
    assert [(one.subject, one.verdict) for one in rows] == [
        (Subject.IDENTITY, Verdict.ADD),
        (Subject.ANNOTATION, Verdict.CORRECT),
        (Subject.ANNOTATION, Verdict.CORRECT),
    ]


def test_that_an_identity_in_use_is_not_undone_from_under_its_mentions(project: Project) -> None:
    first = identifying.accept(project, [1], None, name="Ana Velik")
    identifying.accept(project, [2], 1)
    with pytest.raises(Fault) as raised:
        undoing.undo(project, act=first.act)
    assert raised.value.code == "undo.touched_later"


def test_that_faults_say_what_is_missing(project: Project) -> None:
    for act, code in (
        (lambda: identifying.accept(project, [1], None, name="  "), "identity.no_name"),
        (lambda: identifying.accept(project, [1], 9), "identity.gone"),
        (lambda: identifying.rename(project, 9, "Ana"), "identity.gone"),
    ):
        with pytest.raises(Fault) as raised:
            act()
        assert raised.value.code == code
    assert listed(project) == []


def test_that_places_are_told_by_document(project: Project) -> None:
    identifying.accept(project, [1, 3, 4], None, name="Ana Velik")
    found = identity_pages.of(project, 1)
    assert [(one.document_id, one.annotation_id, one.words, one.is_source) for one in found] == [
        (1, 1, "Ana Velik", False),
        (1, 3, "Velik", True),
        (2, 4, "Ana Velik", False),
    ]


def test_that_a_document_tells_whom_it_names(project: Project) -> None:
    identifying.accept(project, [1], None, name="Ana Velik", kind="PERSON")
    told = identity_pages.of_document(project, 1)
    [row] = told.known.values()
    assert row == IdentityRow(row.identity, 1, 0, 1)
    assert sorted(told.proposed) == [2, 3]
    assert wording.why_same("surname", "Ana Velik") == "the surname of Ana Velik"
