"""What each verdict does to an annotation, whoever made it and however it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.domain.annotation import Annotation, Layer, Link, State, entity_parts
from curator.domain.decisions import (
    OPPOSITE,
    Change,
    Reason,
    Verdict,
    decide,
    verdict_back_to,
)
from curator.domain.faults import Fault

MACHINE = Annotation(7, 1, Layer.ENTITY, "PERSON", entity_parts(4, 12), suggester_id=1, score=0.8)
BY_HAND = replace(MACHINE, suggester_id=None, score=None, state=State.ACCEPTED)
WIDER = entity_parts(0, 12)

TABLE = {
    (Verdict.ACCEPT, "machine"): State.ACCEPTED,
    (Verdict.ACCEPT, "hand"): State.ACCEPTED,
    (Verdict.REJECT, "machine"): State.REJECTED,
    (Verdict.REJECT, "hand"): State.WITHDRAWN,
    (Verdict.UNSURE, "machine"): State.UNSURE,
    (Verdict.UNSURE, "hand"): State.UNSURE,
    (Verdict.REMOVE, "machine"): State.REJECTED,
    (Verdict.REMOVE, "hand"): State.WITHDRAWN,
    (Verdict.REOPEN, "machine"): State.SUGGESTED,
}


@pytest.mark.parametrize("before", list(State))
@pytest.mark.parametrize(("verdict", "whose"), list(TABLE))
def test_that_a_verdict_leads_from_every_state_to_its_own(
    before: State, verdict: Verdict, whose: str
) -> None:
    annotation = replace(MACHINE if whose == "machine" else BY_HAND, state=before)
    after = decide(annotation, verdict)
    assert after.state is TABLE[verdict, whose]
    assert after == replace(annotation, state=after.state)


@pytest.mark.parametrize(("verdict", "whose"), list(TABLE))
def test_that_the_verdict_it_already_has_is_no_act(verdict: Verdict, whose: str) -> None:
    annotation = decide(MACHINE if whose == "machine" else BY_HAND, verdict)
    assert decide(annotation, verdict) is annotation


@pytest.mark.parametrize("before", list(State))
def test_that_only_a_machines_annotation_is_reopened(before: State) -> None:
    with pytest.raises(Fault) as raised:
        decide(replace(BY_HAND, state=before), Verdict.REOPEN)
    assert raised.value.code == "decision.not_a_machines"


def test_that_a_rejection_has_a_reason_and_every_other_verdict_forgets_it() -> None:
    rejected = decide(MACHINE, Verdict.REJECT, reason=Reason.WRONG_SPAN.value)
    assert rejected.reason == "wrong span"
    assert decide(rejected, Verdict.ACCEPT).reason is None
    assert decide(rejected, Verdict.REOPEN).reason is None
    assert decide(rejected, Verdict.CORRECT, change=Change(label="ORG")).reason is None


def test_that_another_reason_is_an_act_and_none_leaves_the_one_there_is() -> None:
    rejected = decide(MACHINE, Verdict.REJECT, reason="wrong span")
    assert decide(rejected, Verdict.REJECT) is rejected
    assert decide(rejected, Verdict.REJECT, reason="not a claim").reason == "not a claim"


@pytest.mark.parametrize("before", [State.SUGGESTED, State.REJECTED, State.UNSURE, State.ACCEPTED])
def test_that_a_correction_accepts_and_keeps_what_the_machine_proposed(before: State) -> None:
    annotation = replace(MACHINE, state=before)
    after = decide(annotation, Verdict.CORRECT, change=Change(label="ORG", parts=WIDER))
    assert (after.state, after.label, after.parts) == (State.ACCEPTED, "ORG", WIDER)
    assert after.corrected
    assert after.proposed is not None
    assert (after.proposed.label, after.proposed.parts) == ("PERSON", MACHINE.parts)


def test_that_a_second_correction_keeps_the_machines_first_words() -> None:
    once = decide(MACHINE, Verdict.CORRECT, change=Change(label="ORG"))
    twice = decide(once, Verdict.CORRECT, change=Change(label="GPE", attributes={"a": "b"}))
    assert twice.proposed == once.proposed


def test_that_coming_back_to_the_proposal_forgets_it() -> None:
    there = decide(MACHINE, Verdict.CORRECT, change=Change(label="ORG", parts=WIDER))
    half = decide(there, Verdict.CORRECT, change=Change(label="PERSON"))
    assert half.proposed is not None
    back = decide(half, Verdict.CORRECT, change=Change(parts=MACHINE.parts))
    assert back == replace(MACHINE, state=State.ACCEPTED)


@pytest.mark.parametrize("change", [None, Change(), Change(label="PERSON"), Change(attributes={})])
def test_that_a_correction_of_nothing_is_no_act(change: Change | None) -> None:
    assert decide(MACHINE, Verdict.CORRECT, change=change) is MACHINE


def test_that_a_persons_own_annotation_has_no_proposal_to_keep() -> None:
    after = decide(BY_HAND, Verdict.CORRECT, change=Change(label="ORG"))
    assert (after.label, after.proposed) == ("ORG", None)


def test_that_a_verdict_leaves_links_scores_and_comment_alone() -> None:
    full = replace(MACHINE, layer=Layer.ENTITY, links=(Link("source", 3),), comment="look")
    after = decide(full, Verdict.CORRECT, change=Change(label="ORG"))
    assert (after.links, after.comment, after.score) == (full.links, "look", 0.8)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (None, State.ACCEPTED, Verdict.REMOVE),
        (State.WITHDRAWN, State.ACCEPTED, Verdict.REMOVE),
        (State.SUPERSEDED, State.SUGGESTED, Verdict.WITHDRAW),
        (State.SUGGESTED, State.REJECTED, Verdict.REOPEN),
        (State.ACCEPTED, State.REJECTED, Verdict.ACCEPT),
        (State.ACCEPTED, State.ACCEPTED, Verdict.CORRECT),
        (State.REJECTED, State.ACCEPTED, Verdict.REJECT),
        (State.UNSURE, State.ACCEPTED, Verdict.UNSURE),
    ],
)
def test_that_undoing_names_the_verdict_that_leads_back(
    before: State | None, after: State, verdict: Verdict
) -> None:
    assert verdict_back_to(before, after) is verdict


def test_that_the_opposite_of_an_opposite_is_the_verdict_itself() -> None:
    lost = [verdict for verdict in OPPOSITE if OPPOSITE[OPPOSITE[verdict]] is not verdict]
    said = "adding comes back as restoring, removing as withdrawing"
    assert lost == [Verdict.ADD, Verdict.REMOVE], said
