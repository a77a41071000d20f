"""What the claims of one document teach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from curator.domain.annotation import Annotation, Layer, Part, Proposal, Role, State
from curator.domain.document import Candidate
from curator.domain.learning.claim_lessons import Teaching, TypeCase
from curator.domain.learning.claim_teaching import teach
from curator.domain.learning.scorer import Example

TEXT = "Ana said that prices rose. Ben thundered that they fell. Cem noted it."
SAID = (Part(Role.SOURCE, 0, 3), Part(Role.CUE, 4, 8), Part(Role.CONTENT, 9, 25))
BARE = (Part(Role.SOURCE, 0, 3), Part(Role.CUE, 4, 8), Part(Role.CONTENT, 14, 25))
THUNDERED = (Part(Role.SOURCE, 27, 30), Part(Role.CUE, 31, 40), Part(Role.CONTENT, 41, 55))
NOTED = (Part(Role.SOURCE, 57, 60), Part(Role.CUE, 61, 66), Part(Role.CONTENT, 67, 69))
VARIANT = {"content-complementiser": [[part.role.value, part.start, part.end] for part in BARE]}
FEATURES = ("cue=say", "pattern=clause")


def machine(
    state: State, parts: tuple[Part, ...] = SAID, *, features: Sequence[str] = FEATURES, **more: Any
) -> Annotation:
    evidence = {"features": list(features), "variants": VARIANT if parts == SAID else {}}
    return Annotation(
        7, 1, Layer.CLAIM, "assertion", parts, state=state, suggester_id=1, score=0.9,
        evidence=evidence, **more,
    )  # fmt: skip


def by_hand(parts: tuple[Part, ...], label: str = "accusation") -> Annotation:
    return Annotation(9, 1, Layer.CLAIM, label, parts, state=State.ACCEPTED)


def held(parts: tuple[Part, ...], why: str = "below", *more: str) -> Candidate:
    found = machine(State.SUGGESTED, parts, features=(*FEATURES, *more))
    return Candidate(replace(found, id=3), why)


def taught(*claims: Annotation, held: Sequence[Candidate] = (), reviewed: bool = False) -> Teaching:
    return teach(TEXT, claims, held, reviewed=reviewed)


def targets(teaching: Teaching) -> list[tuple[float, float]]:
    return [(one.target, one.weight) for one in teaching.examples]


def test_that_an_accepted_claim_is_one_with_what_it_looked_like() -> None:
    assert taught(machine(State.ACCEPTED)).examples == (Example(0.9, FEATURES, 1.0),)


@pytest.mark.parametrize("reason", [None, "not a claim", "by closing"])
def test_that_a_rejected_claim_is_none(reason: str | None) -> None:
    assert targets(taught(machine(State.REJECTED, reason=reason))) == [(0.0, 1.0)]


@pytest.mark.parametrize("reason", ["wrong span", "wrong source"])
def test_that_a_wrong_span_or_source_counts_for_the_cue(reason: str) -> None:
    assert targets(taught(machine(State.REJECTED, reason=reason))) == [(1.0, 1.0)]


@pytest.mark.parametrize("state", [State.UNSURE, State.SUGGESTED])
def test_that_what_is_unsure_or_undecided_teaches_nothing(state: State) -> None:
    teaching = taught(machine(state), held=[held(SAID)], reviewed=True)
    assert teaching.examples == ()


def test_that_a_rejection_teaches_nothing_where_the_claim_was_drawn_anew() -> None:
    assert taught(machine(State.REJECTED), by_hand(BARE)).examples == ()


def test_that_a_correction_is_an_accept_that_teaches_boundary_and_type() -> None:
    corrected = replace(
        machine(State.ACCEPTED), label="belief", parts=BARE, proposed=Proposal("assertion", SAID)
    )
    teaching = taught(corrected)
    assert targets(teaching) == [(1.0, 1.0)]
    assert teaching.held == ("content-complementiser",)
    assert teaching.types == (TypeCase("say", "assertion", "belief"),)


def test_that_parts_accepted_as_they_are_speak_against_the_variant() -> None:
    assert taught(machine(State.ACCEPTED)).failed == ("content-complementiser",)


def test_that_a_variant_that_was_used_and_accepted_holds_once_more() -> None:
    raw = {"label": "assertion", "parts": [[p.role.value, p.start, p.end] for p in SAID]}
    used = machine(State.ACCEPTED)
    evidence = {**(used.evidence or {}), "raw": raw, "lessons": ["boundary:content-complementiser"]}
    used = replace(used, parts=BARE, evidence=evidence)
    assert taught(used).held == ("content-complementiser",)
    wrong = replace(used, state=State.REJECTED, reason="wrong span")
    assert taught(wrong).failed == ("content-complementiser",)


def test_that_a_claim_added_by_hand_is_an_accept_of_the_hidden_one() -> None:
    teaching = taught(by_hand(BARE), held=[held(SAID)])
    assert targets(teaching) == [(1.0, 1.0)]
    assert teaching.examples[0].decided
    assert teaching.held == ("content-complementiser",)
    assert teaching.cues == ()


def test_that_a_claim_added_by_hand_that_nothing_found_makes_a_cue() -> None:
    teaching = taught(by_hand(THUNDERED), held=[held(SAID)])
    assert teaching.cues == (("thundered", "accusation"),)
    assert teaching.examples == ()
    assert teaching.known == {"said"}


def test_that_what_stays_hidden_in_a_reviewed_document_is_weakly_no_claim() -> None:
    teaching = taught(machine(State.ACCEPTED), held=[held(NOTED)], reviewed=True)
    assert targets(teaching) == [(1.0, 1.0), (0.0, 0.5)]
    assert [one.decided for one in teaching.examples] == [True, False]


def test_that_what_stays_hidden_says_nothing_where_nobody_reviewed_claims() -> None:
    assert taught(held=[held(NOTED)]).examples == ()


@pytest.mark.parametrize("sign", ["nested=yes", "quoted=cue"])
def test_that_what_is_hidden_because_it_is_nested_says_nothing(sign: str) -> None:
    assert taught(held=[held(NOTED, "nested", sign)], reviewed=True).examples == ()
    assert taught(by_hand(NOTED), held=[held(NOTED, "nested", sign)]).examples == ()


def test_that_a_blind_document_that_was_reviewed_teaches_like_any_other() -> None:
    other = held(NOTED, "blind")
    other = replace(other, annotation=replace(other.annotation, id=4))
    teaching = taught(by_hand(SAID), held=[held(SAID, "blind"), other], reviewed=True)
    assert targets(teaching) == [(1.0, 1.0), (0.0, 0.5)]


def test_that_a_claim_without_features_teaches_no_weights() -> None:
    assert taught(replace(machine(State.ACCEPTED), evidence=None)).examples == ()
