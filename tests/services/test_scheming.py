"""Another scheme is one act: what bears a label follows it, and undo takes all of it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Change, Verdict
from curator.domain.faults import Fault
from curator.domain.scheme import Label
from curator.domain.scheme_draft import SchemeDraft
from curator.domain.scheme_steps import Use
from curator.services import (
    deciding,
    identifying,
    lists,
    projects,
    reading,
    scheming,
    second_looks,
    suggesting,
    undoing,
    wording,
)
from curator.services.identity_pages import listed
from curator.services.learning.lessons import Lessons
from curator.services.learning.refreshing import refresh
from curator.store.project import Project
from tests.support.projects import answer, findings, make, shown, take, view

ENTITY, CLAIM = Layer.ENTITY, Layer.CLAIM
THIRD = "Velm, Ruda and Osmo slept."


def draft(project: Project) -> SchemeDraft:
    return SchemeDraft.of(scheming.survey(project).scheme)


@pytest.fixture(autouse=True)
def documents(project: Project) -> None:
    take(
        project,
        "The [SSS:ORG!] met [Velm:GPE?] near [Sill:LOC!].",
        "[Ruda:GPE!] and [Osmo:PERSON?] slept. <Osmo:source> <said:cue> {it was so:assertion!}.",
        THIRD,
    )


def test_that_a_rename_is_one_everywhere(project: Project) -> None:
    lists.keep(project, lists.read(project, ["Ruda"], label="GPE", layer=ENTITY), name="places",
               layer=ENTITY)  # fmt: skip
    identifying.accept(project, [4], None, name="Ruda", kind="GPE")
    before = {one.id: one for number in (1, 2) for one in view(project, number).annotations}
    changes = scheming.revise(project, draft(project).rename(ENTITY, "GPE", "PLACE"))
    assert (changes.scheme, changes.identities, changes.facts["changed"]) == (True, True, 2)
    assert "Velm:PLACE?" in shown(project)
    assert "Ruda:PLACE!" in shown(project, 2)
    assert [row.identity.kind for row in listed(project)] == ["PLACE"]
    assert [words.label for words in lists.lists(project)] == ["PLACE"]
    for number in (1, 2):
        for one in view(project, number).annotations:
            old = before[one.id]
            assert (one.state, one.score, one.suggester_id) == (
                old.state, old.score, old.suggester_id,
            )  # fmt: skip
            assert one.proposed is None
    assert wording.act(changes.code, changes.facts) == (
        "Change the label scheme: 2 annotations relabelled"
    )
    assert findings(project) == []


def test_that_undo_takes_a_scheme_back_whole_and_redo_brings_it_again(project: Project) -> None:
    identifying.accept(project, [4], None, name="Ruda", kind="GPE")
    scheme, pages = reading.scheme(project), [shown(project, n) for n in (1, 2)]
    changed = (
        draft(project)
        .merge(ENTITY, "LOC", "GPE")
        .rename(ENTITY, "GPE", "PLACE")
        .retire(ENTITY, "PERSON")
        .add(ENTITY, Label("SHIP", "9" if scheme.layer(ENTITY).label("SHIP") else None, "UNIT"))
    )
    scheming.revise(project, changed)
    after = [shown(project, n) for n in (1, 2)]
    assert after[0] == ["SSS:ORG!", "Velm:PLACE?", "Sill:PLACE!"]
    with Project.open(project.path, write=False) as again:
        assert reading.scheme(again).layer(ENTITY).label("PLACE") is not None
    undone = undoing.undo(project)
    assert (undone.scheme, undone.undoes) == (True, True)
    assert reading.scheme(project).layers == scheme.layers
    assert [shown(project, n) for n in (1, 2)] == pages
    assert [row.identity.kind for row in listed(project)] == ["GPE"]
    assert findings(project) == []
    undoing.redo(project)
    assert [shown(project, n) for n in (1, 2)] == after
    assert findings(project) == []


@pytest.mark.parametrize("name", projects.shipped_schemes())
def test_that_every_shipped_scheme_can_be_edited(tmp_path: Path, name: str) -> None:
    """The scheme of news reads CARDINAL as QUANTITY, which it does not have."""
    with make(tmp_path / "q.curator", scheme=name) as other:
        layer = next(iter(reading.scheme(other).layers))
        label = reading.scheme(other).layer(layer).labels[0].name
        scheming.revise(other, draft(other).rename(layer, label, "OTHER"))
        path = tmp_path / "s.toml"
        scheming.write_scheme(other, path)
        assert not scheming.read_draft(other, path).changed


def test_that_what_was_never_there_is_not_relabelled(project: Project) -> None:
    """Its adding was undone: the log says nothing of it, so no decision can begin with it."""
    deciding.add_entity(project, 3, "GPE", start=0, end=4)
    undoing.undo(project)
    identifying.accept(project, [4], None, name="Ruda", kind="GPE")
    undoing.undo(project)
    changes = scheming.revise(project, draft(project).rename(ENTITY, "GPE", "PLACE"))
    assert changes.facts["changed"] == 2
    assert findings(project) == []


def test_that_what_was_corrected_keeps_what_was_proposed(project: Project) -> None:
    [velm] = [one for one in view(project).annotations if one.label == "GPE"]
    deciding.judge(project, velm.id, Verdict.CORRECT, change=Change(label="LOC"))
    scheming.revise(project, draft(project).rename(ENTITY, "GPE", "PLACE"))
    [now] = [one for one in view(project).annotations if one.id == velm.id]
    assert (now.label, now.proposed and now.proposed.label) == ("LOC", "PLACE")
    scheming.revise(project, draft(project).merge(ENTITY, "LOC", "PLACE"))
    [now] = [one for one in view(project).annotations if one.id == velm.id]
    assert (now.label, now.proposed) == ("PLACE", None)
    assert findings(project) == []


def test_that_a_retired_label_keeps_its_annotations_and_hides_its_suggestions(
    project: Project,
) -> None:
    scheming.revise(project, draft(project).retire(ENTITY, "GPE"))
    assert shown(project) == ["SSS:ORG!", "Sill:LOC!"]
    assert "Ruda:GPE!" in shown(project, 2)
    assert findings(project) == []


def test_that_a_scheme_that_was_changed_meanwhile_is_not_overwritten(project: Project) -> None:
    mine, other = draft(project), draft(project)
    scheming.revise(project, other.rename(ENTITY, "ORG", "BODY"))
    with pytest.raises(Fault) as told_:
        scheming.revise(project, mine.retire(ENTITY, "LOC"))
    assert told_.value.code == "scheme.moved_on"


def test_that_a_draft_that_changes_nothing_is_no_act(project: Project) -> None:
    assert not scheming.revise(project, draft(project))
    assert reading.scheme(project).revision == 1


def test_that_an_older_scheme_is_not_undone_under_a_newer_one(project: Project) -> None:
    first = scheming.revise(project, draft(project).rename(ENTITY, "ORG", "BODY"))
    second = scheming.revise(project, draft(project).retire(ENTITY, "LOC"))
    with pytest.raises(Fault) as told_:
        undoing.undo(project, act=first.act)
    assert (told_.value.code, told_.value.facts["later"]) == (
        "undo.touched_later", [second.change_set],
    )  # fmt: skip


def test_that_the_survey_counts_what_bears_a_label(project: Project) -> None:
    uses = scheming.survey(project).uses
    assert uses[ENTITY, "GPE"] == Use(1, 1)
    assert uses[CLAIM, "assertion"] == Use(1)


def test_that_machines_cannot_say_what_is_not_in_the_scheme_in_force(project: Project) -> None:
    """A suggester that was asked under an older revision answers late."""
    late = answer(project, 3, "[Velm:GPE], Ruda and [Osmo:PERSON] slept.")
    scheming.revise(project, draft(project).rename(ENTITY, "GPE", "PLACE").retire(ENTITY, "PERSON"))
    suggesting.keep(project, [late])
    assert shown(project, 3) == ["Velm:PLACE?"]


def test_that_candidates_follow_the_scheme_there_and_back(project: Project) -> None:
    suggesting.keep(
        project, [answer(project, 3, "[Velm:GPE], Ruda and Osmo slept.", below=["Velm"])]
    )

    def held() -> list[str]:
        return [one.annotation.label for one in view(project, 3).candidates]

    scheming.revise(project, draft(project).rename(ENTITY, "GPE", "PLACE"))
    assert held() == ["PLACE"]
    scheming.revise(project, draft(project).retire(ENTITY, "PLACE"))
    assert held() == []
    refresh(project, 3, Lessons.of(project))
    undoing.undo(project)
    undoing.undo(project)
    assert reading.scheme(project).layer(ENTITY).label("PLACE") is None


def test_that_the_memory_does_not_say_a_retired_label(project: Project) -> None:
    refresh(project, 3, Lessons.of(project))
    assert shown(project, 3) == ["Ruda:GPE?"]
    scheming.revise(project, draft(project).retire(ENTITY, "GPE"))
    refresh(project, 3, Lessons.of(project))
    assert shown(project, 3) == []


def test_that_a_file_is_written_and_read(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "scheme.toml"
    scheming.write_scheme(project, path)
    assert not scheming.read_draft(project, path).changed
    with pytest.raises(Fault) as told_:
        scheming.read_draft(project, tmp_path / "none.toml")
    assert told_.value.code == "scheme.file"
    with pytest.raises(Fault):
        scheming.write_scheme(project, tmp_path)


def looks(project: Project) -> tuple[list[str], int]:
    found = second_looks.worklist(project)
    return [one.quote for one in found.left], found.looked


def test_that_another_guideline_makes_a_worklist_that_is_worked_through(project: Project) -> None:
    changed = draft(project).change(ENTITY, "GPE", guideline="With a government.")
    scheming.revise(project, changed)
    assert looks(project) == (["Ruda"], 0)
    [ruda] = [one for one in view(project, 2).annotations if one.label == "GPE"]
    changes = second_looks.keep(project, [ruda.id])
    assert wording.act(changes.code, changes.facts) == "Keep “Ruda” as it is"
    assert looks(project) == ([], 1)
    assert findings(project) == []
    undoing.undo(project)
    assert looks(project) == (["Ruda"], 0)
    deciding.judge(project, ruda.id, Verdict.UNSURE)
    assert looks(project) == ([], 1)
    undoing.undo(project)
    assert looks(project) == (["Ruda"], 0)
    undoing.undo(project)
    assert looks(project) == ([], 0)


def test_that_a_rename_asks_for_no_second_look_and_a_merge_does(project: Project) -> None:
    scheming.revise(project, draft(project).rename(ENTITY, "GPE", "PLACE"))
    assert looks(project) == ([], 0)
    scheming.revise(project, draft(project).merge(ENTITY, "LOC", "PLACE"))
    assert looks(project) == (["Sill", "Ruda"], 0)
    scheming.revise(
        project, draft(project).change(ENTITY, "ORG", guideline="Not so."), look_again=False
    )
    assert looks(project) == (["Sill", "Ruda"], 0)


def test_that_what_is_decided_under_the_new_scheme_is_not_on_the_list(project: Project) -> None:
    scheming.revise(project, draft(project).change(ENTITY, "GPE", guideline="So."))
    [velm] = [one for one in view(project).annotations if one.label == "GPE"]
    assert velm.state is State.SUGGESTED
    deciding.judge(project, velm.id, Verdict.ACCEPT)
    assert looks(project) == (["Ruda"], 0)


def test_that_what_has_no_verdict_cannot_be_kept(project: Project) -> None:
    [velm] = [one for one in view(project).annotations if one.label == "GPE"]
    assert not second_looks.keep(project, [velm.id])
    assert not second_looks.can_keep(velm)
