"""What a project's decided claims teach: the same by following the decisions as from its state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from curator.domain.annotation import Layer, Part, Role, State
from curator.domain.decisions import Change, Verdict
from curator.domain.learning.arranging_claims import features_of
from curator.domain.matching import Found
from curator.domain.snapshot import plain_parts
from curator.domain.word_list import WordList
from curator.services import closing, deciding, suggesting, undoing
from curator.services.learning.claim_learning import ClaimLearning, own_cues, switch
from curator.store import lists
from curator.store.project import Project
from tests.support.claims import claims
from tests.support.projects import take, view

TEXT = "Ana said that prices rose. Ben slammed the plan. Cem thundered that it fell."
SAID = TEXT.replace(
    "Ana said that prices rose", "<Ana:source> <said:cue> {that prices rose:assertion}"
)
SLAMMED = TEXT.replace("Ben slammed the plan", "<Ben:source> <slammed:cue> {the plan:evaluation}")
THUNDERED = (Part(Role.CUE, 53, 62), Part(Role.CONTENT, 63, 75))
BARE = (Part(Role.SOURCE, 0, 3), Part(Role.CUE, 4, 8), Part(Role.CONTENT, 14, 25))


def suggested(project: Project, count: int = 1) -> None:
    """Fill a project with documents in which one claim is shown and another is hidden."""
    take(project, *[TEXT] * count)
    for number in range(1, count + 1):
        said = claims(
            project, number, SAID, variants={"said": {"content-complementiser": plain_parts(BARE)}}
        )
        more = claims(project, number, SLAMMED, scores={"slammed": 0.35}).proposals
        suggesting.keep(project, [replace(said, proposals=(*said.proposals, *more))])


def shown(project: Project, number: int = 1) -> int:
    """The id of the claim that a document shows."""
    (one,) = (one for one in view(project, number).annotations if one.layer is Layer.CLAIM)
    return one.id


def learned(project: Project) -> ClaimLearning:
    with project.read() as tx:
        return ClaimLearning.of(tx)


def follow(project: Project, learning: ClaimLearning, number: int = 1) -> ClaimLearning:
    with project.read() as tx:
        learning.follow(tx, [number])
    return learning


def accept(project: Project) -> None:
    deciding.judge(project, shown(project), Verdict.ACCEPT)


def reject(project: Project) -> None:
    deciding.judge(project, shown(project), Verdict.REJECT, reason="not a claim")


def correct(project: Project) -> None:
    change = Change(label="belief", parts=BARE)
    deciding.judge(project, shown(project), Verdict.CORRECT, change=change)


def add(project: Project) -> None:
    deciding.add(project, 1, Layer.CLAIM, "accusation", THUNDERED)


def close(project: Project) -> None:
    closing.close(project, 1, [Layer.CLAIM], leftover=State.REJECTED)


ACTS = [accept, reject, correct, add, close]


@pytest.mark.parametrize("act", ACTS)
def test_that_following_a_decision_teaches_what_the_state_teaches(
    project: Project, act: Callable[[Project], None]
) -> None:
    suggested(project, 2)
    learning = learned(project)
    act(project)
    follow(project, learning)
    afresh = learned(project)
    assert learning.examples == afresh.examples
    assert learning.lessons == afresh.lessons


@pytest.mark.parametrize("act", ACTS)
def test_that_undoing_undoes_the_learning(project: Project, act: Callable[[Project], None]) -> None:
    suggested(project)
    learning = learned(project)
    act(project)
    assert follow(project, learning).examples or learning.lessons.lessons
    undoing.undo(project)
    assert follow(project, learning).examples == ()
    assert learning.lessons.lessons == ()


def test_that_a_candidate_of_a_reviewed_document_is_an_example_and_no_decision(
    project: Project,
) -> None:
    suggested(project)
    close(project)
    learning = learned(project)
    assert [(one.features, one.target) for one in learning.examples] == [
        (("cue=said",), 0.0),
        (("cue=slammed",), 0.0),
    ]
    assert learning.decisions == 1


def test_that_a_boundary_learned_from_three_corrections_is_used_on_the_next_document(
    project: Project,
) -> None:
    suggested(project, 3)
    for number in (1, 2, 3):
        deciding.judge(project, shown(project, number), Verdict.CORRECT, change=Change(parts=BARE))
    learning = learned(project)
    found = [
        Found(one.label, one.parts, score=one.score, evidence=one.evidence)
        for one in claims(
            project, 1, SAID, variants={"said": {"content-complementiser": plain_parts(BARE)}}
        ).proposals
    ]
    (one,) = learning.arrange(found, [], shown_from=0.5)
    assert one.parts == BARE
    switch(project, "boundary:content-complementiser", on=False)
    follow(project, learning)
    assert learning.arrange(found, [], shown_from=0.5)[0].parts == found[0].parts
    switch(project, learning.lessons.lessons[0], on=True)
    assert follow(project, learning).lessons.lessons[0].used


def test_that_a_cue_that_only_a_person_found_goes_to_the_suggester(project: Project) -> None:
    suggested(project)
    add(project)
    learning = learned(project)
    assert learning.lessons.cues == {"thundered": "accusation"}
    with project.write() as tx:
        lists.insert(tx, WordList(0, "ours", Layer.CLAIM, "denial", ("Poo-poo", "thundered")))
    assert own_cues(project, learning) == {"thundered": "denial", "poo-poo": "denial"}


def test_that_new_weights_are_due_after_ten_decisions(project: Project) -> None:
    suggested(project, 12)
    learning = learned(project)
    for number in range(1, 13):
        assert learning.due is (number > 10)
        deciding.judge(project, shown(project, number), Verdict.ACCEPT)
        follow(project, learning, number)
    learning.learn()
    assert not learning.due
    assert learning.weights.decisions == 12


def test_that_weights_may_be_learned_step_by_step(project: Project) -> None:
    suggested(project, 12)
    for number in range(1, 13):
        deciding.judge(project, shown(project, number), Verdict.ACCEPT)
    learning = learned(project)
    with pytest.raises(StopIteration) as end:
        next(learning.learning())
    learning.use(end.value.value)
    assert learning.weights.decisions == 12


def test_that_a_claim_says_what_it_was_like(project: Project) -> None:
    suggested(project)
    (one,) = (one for one in view(project).annotations if one.layer is Layer.CLAIM)
    assert features_of(one.evidence) == ["cue=said"]
    assert learned(project).explain(one) == []
