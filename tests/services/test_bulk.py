"""Bulk review: grouped by the database, chosen by tiers, decided and undone as one act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.bulk import BulkFilter, Group, Sort, Ticks, Tier, asked, most_wrong, sample
from curator.domain.decisions import Verdict
from curator.services import bulk, closing, deciding, reading, undoing, wording
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import annotation, findings, make, shown, take, view

FIRST = "[Velm:GPE?] met [Osmo:PERSON?]. [Velm:GPE?] and [the yard:FAC?]."
SECOND = "[Velm:GPE?] slept. [Velm:ORG?] fell. <Osmo:source> <said:cue> {it rained:assertion?}."
THIRD = "[Velm:GPE!] woke, [the yard:FAC-] and [the yard:FAC-]."
ALL = BulkFilter()
SURE = {"Velm": 0.96, "Osmo": 0.7, "the yard": 0.92}


def scored(name: str, picture: str) -> dict[str, Any]:
    """A line whose suggestions are as sure as their words."""
    line = record(name, picture)
    for one in line["spans"]:
        words = line["text"][one["start"] : one["end"]]
        one["score"] = SURE[words] if one["label"] != "ORG" else 0.3
    return line


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        take(made, scored("d1", FIRST), scored("d2", SECOND), batch="one")
        take(made, scored("d3", THIRD), batch="two")
        yield made


def listed(project: Project, wanted: BulkFilter = ALL) -> list[str]:
    return [
        f"{one.tier.name} {one.words}:{one.label} {one.mentions}/{one.documents} "
        f"{one.agreed}/{one.decided}"
        for one in bulk.table(project, wanted).groups
    ]


def test_that_suggestions_are_grouped_by_words_and_label_in_three_tiers(project: Project) -> None:
    assert listed(project) == [
        "SURE Velm:GPE 3/2 1/1",
        "LOOK Osmo:PERSON 1/1 0/0",
        "WRONG the yard:FAC 1/1 0/2",
        "WRONG Velm:ORG 1/1 0/1",
    ]
    assert bulk.table(project, BulkFilter()).mentions == 6


def test_that_claims_are_grouped_by_their_cue(project: Project) -> None:
    assert listed(project, BulkFilter(Layer.CLAIM)) == ["LOOK said:assertion 1/1 0/0"]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (BulkFilter(words="VEL"), {"Velm"}),
        (BulkFilter(words="100%"), set()),
        (BulkFilter(label="PERSON"), {"Osmo"}),
        (BulkFilter(least=0.9), {"Velm", "the yard"}),
        (BulkFilter(most=0.5), {"Velm"}),
        (BulkFilter(batch=2), set()),
        (BulkFilter(state=State.REJECTED), {"the yard"}),
        (BulkFilter(suggester=99), set()),
    ],
)
def test_that_filters_narrow_the_table(
    project: Project, wanted: BulkFilter, words: set[str]
) -> None:
    assert {one.words for one in bulk.table(project, wanted).groups} == words
    assert wanted.narrowed


def test_that_groups_are_ordered_inside_their_tier(project: Project) -> None:
    rising = BulkFilter(sort=Sort.WORDS, falling=False)
    assert [line.split()[1] for line in listed(project, rising)][2:] == ["the", "Velm:ORG"]
    falling = BulkFilter(sort=Sort.WORDS)
    assert [line.split()[1] for line in listed(project, falling)][2:] == ["Velm:ORG", "the"]
    for sort in Sort:
        assert len(listed(project, BulkFilter(sort=sort))) == 4


def test_that_closed_and_blind_documents_are_left_out(project: Project, tmp_path: Path) -> None:
    closing.close(project, 1, [Layer.ENTITY], leftover=None)
    assert "LOOK Osmo:PERSON 1/1 0/0" not in listed(project)
    with make(tmp_path / "blind.curator", blind_share=1.0) as made:
        take(made, FIRST)
        assert bulk.table(made, BulkFilter()).groups == ()


def test_that_details_tell_context_and_what_was_decided_before(project: Project) -> None:
    groups = bulk.table(project, BulkFilter()).groups
    found = bulk.details(project, Layer.ENTITY, groups)
    velm, yard = found["Velm", "GPE"], found["the yard", "FAC"]
    assert velm.labels == (("GPE", 1),)
    assert (yard.labels, yard.rejected) == ((), 2)
    assert velm.shown is not None
    assert velm.shown[7:11] == ("", "Velm", " met Osmo. Velm and the yard.", "Velm")


def test_that_the_reach_of_an_act_is_told_in_numbers(project: Project) -> None:
    table = bulk.table(project, BulkFilter())
    told = bulk.reach(project, BulkFilter(), table.groups, Ticks(frozenset({Tier.SURE})))
    assert told[:3] == (1, 3, 2)
    assert told.wrong == pytest.approx(0.12)
    assert bulk.reach(project, BulkFilter(), table.groups, Ticks())[:3] == (0, 0, 0)


def test_that_what_is_chosen_is_accepted_as_one_act(project: Project) -> None:
    before = [shown(project, number) for number in (1, 2, 3)]
    wanted = bulk.items(project, BulkFilter(), {("Velm", "GPE")}, Verdict.ACCEPT)
    steps = list(bulk.apply(project, wanted, Verdict.ACCEPT))
    assert [len(step.changes.annotations) for step in steps] == [3]
    assert shown(project, 1) == ["Velm:GPE!", "Osmo:PERSON?", "Velm:GPE!", "the yard:FAC?"]
    acts = reading.acts(project)
    assert acts.undo is not None
    assert wording.act(acts.undo.code, acts.undo.facts) == "Accept 3 suggestions in 2 documents"
    path = project.path
    project.close()
    with Project.open(path, write=True) as again:
        undoing.undo(again)
        assert [shown(again, number) for number in (1, 2, 3)] == before
        undoing.redo(again)
        assert shown(again, 1)[0] == "Velm:GPE!"
        assert findings(again) == []


def test_that_a_filter_keeps_an_act_from_what_it_leaves_out(project: Project) -> None:
    wanted = bulk.items(project, BulkFilter(most=0.5), {("Velm", "GPE")}, Verdict.ACCEPT)
    assert wanted == []


def test_that_a_claim_rejected_in_bulk_is_not_a_claim(project: Project) -> None:
    claims = BulkFilter(Layer.CLAIM)
    wanted = bulk.items(project, claims, {("said", "assertion")}, Verdict.REJECT)
    list(bulk.apply(project, wanted, Verdict.REJECT))
    assert annotation(project, "it rained:assertion", 2).reason == "not a claim"


def test_that_decisions_say_by_what_means_they_were_made(project: Project) -> None:
    wanted = bulk.items(project, BulkFilter(), {("Osmo", "PERSON")}, Verdict.REJECT)
    list(bulk.apply(project, wanted, Verdict.REJECT))
    with project.read() as tx:
        from curator.store import log

        (row,) = log.get(tx, log.head(tx)[0]).rows
    assert (row.how, row.verdict) == ("bulk", "reject")


def test_that_what_was_decided_meanwhile_is_left_alone(project: Project) -> None:
    wanted = bulk.items(project, BulkFilter(), {("Velm", "GPE")}, Verdict.ACCEPT)
    deciding.judge(project, annotation(project, "Velm:GPE").id, Verdict.REJECT)
    list(bulk.apply(project, wanted, Verdict.ACCEPT))
    assert shown(project, 1)[0] == "Velm:GPE-"


def test_that_annotations_come_in_context_in_the_order_asked_for(project: Project) -> None:
    numbers = [one.id for one in view(project, 1).annotations]
    found = bulk.in_context(project, [numbers[2], numbers[0], 999])
    assert [one.id for one in found] == [numbers[2], numbers[0]]
    assert found[0].before == "Velm met Osmo. "


def test_that_choices_name_labels_suggesters_and_batches(project: Project) -> None:
    found = bulk.choices(project)
    assert [name for _number, name in found.batches] == ["two", "one"]
    assert found.scheme.layer(Layer.ENTITY).label("GPE") is not None
    assert len(found.suggesters) >= 1


GROUPS = [
    Group(Tier.SURE, "a", "X", 3, 2, 0.95, 1, 1, 1),
    Group(Tier.SURE, "b", "X", 1, 1, 0.93, 0, 0, 2),
    Group(Tier.LOOK, "c", "Y", 2, 1, 0.6, 0, 0, 3),
]


def test_that_ticks_follow_tiers_and_single_turns() -> None:
    ticks = Ticks(frozenset({Tier.SURE})).turn([("b", "X"), ("c", "Y")])
    assert [one.words for one in ticks.chosen(GROUPS)] == ["a", "c"]
    assert ticks.set(GROUPS, on=True).chosen(GROUPS) == GROUPS
    assert ticks.set(GROUPS, on=False).chosen(GROUPS) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", ("", "", 0.0, None)),
        ("grain board", ("grain board", "", 0.0, None)),
        ("org grain", ("grain", "ORG", 0.0, None)),
        (">.8", ("", "", 0.8, None)),
        (">= 0.5 <.9 velm", ("velm", "", 0.5, 0.9)),
        ("<1", ("", "", 0.0, 1.0)),
    ],
)
def test_that_the_box_takes_text_a_label_or_a_score(
    typed: str, told: tuple[str, str, float, float | None]
) -> None:
    found = asked(typed, BulkFilter(), ["ORG", "GPE"])
    assert (found.words, found.label, found.least, found.most) == told


def test_that_a_sample_is_random_and_bears_two_errors_in_twenty() -> None:
    numbers = list(range(1000))
    first = sample(numbers, seed=1)
    assert len(set(first)) == 20
    assert first == sample(numbers, seed=1) != sample(numbers, seed=2)
    assert sample([1, 2], seed=1) in ([1, 2], [2, 1])
    assert (most_wrong(20), most_wrong(12), most_wrong(5)) == (2, 1, 0)
