"""Identical mentions: found as whole words wherever they stand, decided and undone as one act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.annotation import Layer
from curator.domain.decisions import Verdict
from curator.domain.identical import Place, chosen_at_first
from curator.services import closing, deciding, identical, reading, undoing, wording
from curator.services.identical import Sought
from curator.services.together import Item
from curator.store.project import Project
from tests.support.projects import annotation, findings, make, shown, take, view

FIRST = "[Velm:GPE!] slept. Then [Velm:ORG?] woke, and Velm ran; Velmish or pre-Velm is no Velm."
SECOND = "[Velm:GPE?] and [Velm Harbour:LOC?] in VELM. [Velm:GPE-] fell, [Velm:ORG!] rose."
THIRD = "[Ruda:GPE?] alone."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        take(made, FIRST, SECOND, THIRD)
        yield made


def places(
    project: Project,
    words: str = "Velm",
    *,
    layer: Layer = Layer.ENTITY,
    here: int = 1,
    everywhere: bool = True,
    match_case: bool = True,
) -> list[Place]:
    sought = Sought(words, layer, here, everywhere=everywhere, match_case=match_case)
    return [one for part in identical.search(project, sought) for one in part.places]


def told(found: list[Place]) -> list[str]:
    return [
        f"{one.document_id}@{one.start} {one.label or 'unmarked'} {one.state or one.inside}".strip()
        for one in found
    ]


def run(project: Project, wanted: list[Item], *, reject: bool = False, label: str = "GPE") -> int:
    steps = identical.apply(project, wanted, words="Velm", label=label, reject=reject)
    return sum(len(step.changes.annotations) for step in steps)


def test_that_whole_words_are_found_marked_or_not(project: Project) -> None:
    assert told(places(project, everywhere=False)) == [
        "1@0 GPE accepted",
        "1@17 ORG suggested",
        "1@32 unmarked",
        "1@68 unmarked",
    ]


def test_that_every_document_is_looked_through_the_open_one_first(project: Project) -> None:
    found = places(project, here=2)
    assert told(found)[:4] == [
        "2@0 GPE suggested",
        "2@9 unmarked Velm Harbour",
        "2@31 GPE rejected",
        "2@42 ORG accepted",
    ]
    assert {one.document_id for one in found[4:]} == {1}


def test_that_case_counts_unless_it_is_left_out(project: Project) -> None:
    assert "2@25 unmarked" in told(places(project, match_case=False))
    assert "2@25 unmarked" not in told(places(project))


def test_that_words_broken_over_lines_are_the_same_words(tmp_path: Path) -> None:
    with make(tmp_path / "lines.curator") as made:
        take(
            made, "[Grain Board:ORG!] met. The Grain\nBoard, the Grain  Board and Grain-Board left."
        )
        assert told(places(made, "Grain Board")) == [
            "1@0 ORG accepted",
            "1@21 unmarked",
            "1@38 unmarked",
        ]


def test_that_context_is_told_on_one_line(project: Project) -> None:
    one = places(project)[2]
    assert (one.before, one.words, one.after[:8]) == (
        "Velm slept. Then Velm woke, and ",
        "Velm",
        " ran; Ve",
    )


def test_that_what_was_decided_earlier_is_not_chosen_at_first(project: Project) -> None:
    chosen = [one for one in places(project) if chosen_at_first(one, "GPE", reject=False)]
    assert told(chosen) == [
        "1@17 ORG suggested",
        "1@32 unmarked",
        "1@68 unmarked",
        "2@0 GPE suggested",
    ]


def test_that_a_rejection_is_meant_for_its_label(project: Project) -> None:
    chosen = [one for one in places(project) if chosen_at_first(one, "GPE", reject=True)]
    wanted = identical.items(chosen, "GPE", Layer.ENTITY, reject=True)
    assert [(one.document_id, one.verdict) for one in wanted] == [(2, Verdict.REJECT)]


def test_that_a_decision_reaches_all_that_is_chosen_as_one_act(project: Project) -> None:
    before = [shown(project, number) for number in (1, 2, 3)]
    chosen = [one for one in places(project) if chosen_at_first(one, "GPE", reject=False)]
    assert run(project, identical.items(chosen, "GPE", Layer.ENTITY, reject=False)) == 4
    assert shown(project, 1) == ["Velm:GPE!", "Velm:GPE!", "Velm:GPE+", "Velm:GPE+"]
    assert shown(project, 2)[0] == "Velm:GPE!"
    acts = reading.acts(project)
    assert acts.undo is not None
    assert wording.act(acts.undo.code, acts.undo.facts) == (
        "Accept “Velm” as GPE: 4 places in 2 documents"
    )
    undoing.undo(project)
    assert [shown(project, number) for number in (1, 2, 3)] == before
    undoing.redo(project)
    assert shown(project, 2)[0] == "Velm:GPE!"
    assert findings(project) == []


def test_that_a_ticked_decision_is_overwritten_and_comes_back(project: Project) -> None:
    places_of = [one for one in places(project) if one.document_id == 2 and one.number]
    run(project, identical.items(places_of, "GPE", Layer.ENTITY, reject=False))
    assert shown(project, 2) == ["Velm:GPE!", "Velm Harbour:LOC?", "Velm:GPE!", "Velm:GPE!"]
    undoing.undo(project)
    assert shown(project, 2) == ["Velm:GPE?", "Velm Harbour:LOC?", "Velm:GPE-", "Velm:ORG!"]


def test_that_the_inverse_rejects_and_removes(project: Project) -> None:
    added = deciding.add_entity(project, 1, "GPE", start=32, end=36).annotations[0]
    found = [one for one in places(project) if one.number]
    wanted = identical.items(found, "GPE", Layer.ENTITY, reject=True)
    run(project, wanted, reject=True)
    assert shown(project, 1) == ["Velm:GPE-", "Velm:ORG-"]
    assert added.id in {one.number for one in wanted}
    undoing.undo(project)
    assert shown(project, 1) == ["Velm:GPE!", "Velm:ORG?", "Velm:GPE+"]
    assert findings(project) == []


def test_that_what_was_decided_meanwhile_is_left_alone(project: Project) -> None:
    wanted = identical.items(places(project), "GPE", Layer.ENTITY, reject=False)
    one = annotation(project, "Velm:ORG", 1)
    deciding.judge(project, one.id, Verdict.REJECT)
    deciding.add_entity(project, 1, "LOC", start=32, end=36)
    run(project, wanted)
    assert shown(project, 1) == ["Velm:GPE!", "Velm:ORG-", "Velm:LOC+", "Velm:GPE+"]


def test_that_closed_documents_are_told(project: Project) -> None:
    closing.close(project, 2, [Layer.ENTITY], leftover=None)
    assert {one.closed for one in places(project) if one.document_id == 2} == {True}


def test_that_claims_are_found_by_their_cue_and_nothing_is_added(tmp_path: Path) -> None:
    with make(tmp_path / "claims.curator") as made:
        take(
            made,
            "The <mayor:source> <said:cue> {it rained:assertion?}. He said so.",
            "A <judge:source> <said:cue> {it snowed:hope?}.",
        )
        found = places(made, "said", layer=Layer.CLAIM)
        assert [(one.words, one.label) for one in found] == [
            ("said", "assertion"),
            ("said", "hope"),
        ]
        wanted = identical.items(found, "assertion", Layer.CLAIM, reject=True)
        assert {one.reason for one in wanted} == {"not a claim"}


def test_that_a_blind_document_keeps_its_suggestions_to_itself(tmp_path: Path) -> None:
    with make(tmp_path / "blind.curator", blind_share=1.0) as made:
        take(made, "[Velm:GPE?] and Velm slept.", "Velm woke.")
        hidden = [one for one in view(made).annotations if one.undecided]
        assert {one.number for one in places(made)}.isdisjoint({one.id for one in hidden})
        assert {one.document_id for one in places(made)} == {1}


def test_that_an_act_goes_through_many_documents_in_portions(tmp_path: Path) -> None:
    with make(tmp_path / "many.curator") as made:
        take(made, *(f"[Velm:GPE?] slept {n} times." for n in range(60)))
        found = places(made)
        wanted = identical.items(found, "GPE", Layer.ENTITY, reject=False)
        steps = identical.apply(made, wanted, words="Velm", label="GPE", reject=False)
        progress = [(step.done, step.total) for step in steps]
        assert progress == [(25, 60), (50, 60), (60, 60)]
        undoing.undo(made)
        assert {one.state for one in places(made)} == {"suggested"}
        undoing.redo(made)
        assert {one.state for one in places(made)} == {"accepted"}
        assert findings(made) == []


def test_that_one_cut_off_is_undone_as_one_and_one_undone_stops(tmp_path: Path) -> None:
    with make(tmp_path / "cut.curator") as made:
        take(made, *(f"[Velm:GPE?] slept {n} times." for n in range(60)))
        wanted = identical.items(places(made), "GPE", Layer.ENTITY, reject=False)
        steps = identical.apply(made, wanted, words="Velm", label="GPE", reject=False)
        next(steps), next(steps)
        undoing.undo(made)
        assert list(steps) == []
        assert {one.state for one in places(made)} == {"suggested"}
        assert findings(made) == []
