"""Splitting and merging keep ids and neighbours, are one act each, and are undone as one."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer, Role, State
from curator.domain.decisions import How, Verdict
from curator.domain.faults import Fault
from curator.services import deciding, pieces, suggesting, undoing
from curator.store import log
from curator.store.project import Project
from tests.support.projects import annotation, answer, findings, held, shown, take, view


def verdicts(project: Project, number: int) -> list[tuple[int, Verdict]]:
    with project.read() as tx:
        rows = log.get(tx, number).rows
    assert {row.how for row in rows} == {How.KEY}
    return [(row.subject_id, row.verdict) for row in rows]


def quotes(project: Project, number: int, role: Role) -> list[str]:
    opened = view(project)
    one = next(one for one in opened.annotations if one.id == number)
    return [opened.text[part.start : part.end] for part in one.spans(role)]


def test_that_the_first_piece_keeps_its_id_and_proposal_and_a_second_is_added(
    project: Project,
) -> None:
    take(project, "[Velm and Ruda:GPE?] met in [Sill:LOC?]")
    changes = pieces.split(project, 1, (4, 4))
    assert shown(project) == ["Velm:GPE!", "Ruda:GPE+", "Sill:LOC?"]
    assert [one.id for one in changes.annotations] == [1, 3]
    assert verdicts(project, changes.change_set) == [(1, Verdict.CORRECT), (3, Verdict.ADD)]
    assert (changes.code, changes.facts["quote"]) == ("split", "Velm and Ruda")
    first = annotation(project, "Velm:GPE")
    assert first.proposed is not None
    assert first.proposed.parts[0][1:] == (0, 13)
    assert findings(project) == []


def test_that_undo_and_redo_take_a_split_as_one(project: Project) -> None:
    take(project, "[Velm and Ruda:GPE?] met")
    pieces.split(project, 1)
    undoing.undo(project)
    assert shown(project) == ["Velm and Ruda:GPE?"]
    undoing.redo(project)
    assert shown(project) == ["Velm:GPE!", "Ruda:GPE+"]
    assert findings(project) == []


def test_that_a_second_piece_that_is_there_is_accepted_instead(project: Project) -> None:
    take(project, "[Velm and [Ruda:GPE?]:GPE?] met")
    pieces.split(project, 1)
    assert shown(project) == ["Velm:GPE!", "Ruda:GPE!"]
    undoing.undo(project)
    assert shown(project) == ["Velm and Ruda:GPE?", "Ruda:GPE?"]


def test_that_pieces_of_a_claim_have_its_source_cue_and_attributes(project: Project) -> None:
    take(project, "<Ana:source> <said:cue> {grain rose and salt fell:assertion?}.")
    changes = pieces.split(project, 1, (19, 19))
    assert shown(project) == ["grain rose:assertion!", "salt fell:assertion+"]
    first, second = changes.annotations
    for role, words in ((Role.SOURCE, ["Ana"]), (Role.CUE, ["said"])):
        assert quotes(project, first.id, role) == quotes(project, second.id, role) == words
    assert second.attributes == first.attributes


def test_that_a_split_that_is_not_plain_is_refused_and_changes_nothing(project: Project) -> None:
    take(project, "[Grain Board:ORG?] met")
    with pytest.raises(Fault, match=r"decision\.no_split") as caught:
        pieces.split(project, 1)
    assert caught.value.facts == {"quote": "Grain Board"}
    with pytest.raises(Fault, match=r"decision\.gone"):
        pieces.split(project, 9)
    assert shown(project) == ["Grain Board:ORG?"]


def test_that_the_first_of_those_merged_keeps_its_id_and_the_others_go(project: Project) -> None:
    take(project, "[Grain:ORG?] and [Salt:ORG?] [Board:ORG+] met [Velm:GPE?]")
    changes = pieces.merge(project, [3, 1, 2])
    assert shown(project) == ["Grain and Salt Board:ORG!", "Salt:ORG-", "Velm:GPE?"]
    assert verdicts(project, changes.change_set) == [
        (1, Verdict.CORRECT),
        (2, Verdict.REJECT),
        (3, Verdict.REMOVE),
    ]
    assert (changes.code, changes.facts["quote"]) == ("merge", "Grain and Salt Board")
    undoing.undo(project)
    assert shown(project) == ["Grain:ORG?", "Salt:ORG?", "Board:ORG+", "Velm:GPE?"]
    undoing.redo(project)
    assert shown(project)[0] == "Grain and Salt Board:ORG!"
    assert findings(project) == []


def test_that_merging_takes_a_split_back_but_for_who_decided(project: Project) -> None:
    take(project, "<Ana:source> <said:cue> {grain rose and salt fell:assertion?}.")
    second = pieces.split(project, 1).annotations[1]
    pieces.merge(project, [1, second.id])
    assert shown(project) == ["grain rose and salt fell:assertion!"]
    assert not annotation(project, "grain rose and salt fell:assertion").corrected


def test_that_claims_merged_away_had_wrong_spans(project: Project) -> None:
    """Only a claim that was none counts against its cue."""
    take(project, "<Ana:source> <said:cue> {grain rose:assertion?}. {Salt fell:assertion?}")
    changes = pieces.merge(project, [1, 2])
    assert quotes(project, 1, Role.CONTENT) == ["grain rose", "Salt fell"]
    assert changes.annotations[1].reason == "wrong span"
    assert changes.annotations[1].state is State.REJECTED


def test_that_an_outer_one_swallows_an_inner_one(project: Project) -> None:
    take(project, "[Grain [Board:ORG?]:ORG?] met")
    pieces.merge(project, [1, 2])
    assert shown(project) == ["Grain Board:ORG!", "Board:ORG-"]


def test_that_only_one_label_of_one_layer_merges(project: Project) -> None:
    take(project, "[Grain:ORG?] and [Velm:GPE?]")
    with pytest.raises(Fault, match=r"decision\.no_merge"):
        pieces.merge(project, [1, 2])
    assert shown(project) == ["Grain:ORG?", "Velm:GPE?"]


def test_that_candidates_are_split_and_merged_like_what_is_suggested(project: Project) -> None:
    take(project, "Velm and Ruda met Sill")
    low = ["Velm and Ruda", "Sill"]
    found = answer(project, 1, "[Velm and Ruda:GPE] met [Sill:GPE]", below=low, score=0.4)
    suggesting.keep(project, [found])
    numbers = [-one.annotation.id for one in view(project).candidates]
    changes = pieces.split(project, numbers[0])
    assert changes.vanished == (numbers[0],)
    assert shown(project) == ["Velm:GPE!", "Ruda:GPE+"]
    undoing.undo(project)
    assert (shown(project), len(held(project))) == ([], 2)
    changes = pieces.merge(project, numbers)
    assert set(changes.vanished) == set(numbers)
    assert shown(project) == ["Velm and Ruda met Sill:GPE!", "Sill:GPE-"]
    undoing.undo(project)
    assert (shown(project), len(held(project))) == ([], 2)
    assert findings(project) == []


def test_that_neighbours_are_as_they_were(project: Project) -> None:
    take(project, "[[Velm:GPE+] and Ruda:GPE?] <Ana:source> <said:cue> {[it:ORG~] and more:hope?}")
    before = {one.id: one for one in view(project).annotations}
    number = annotation(project, "Velm and Ruda:GPE").id
    pieces.split(project, number, (9, 9))
    after = {one.id: one for one in view(project).annotations}
    assert {n: one for n, one in after.items() if n in before and n != number} == {
        n: one for n, one in before.items() if n != number
    }
    assert deciding.add_entity(project, 1, "ORG", start=0, end=4).code == "add"
    assert {one.layer for one in after.values()} == set(Layer)
