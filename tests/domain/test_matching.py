"""Suggesting again never touches a decision: what a new finding does to what is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.matching import Found, Plan, plan, renewed
from tests.support.pictures import Picture, picture

OWN, OTHER = 1, 2


def found(drawn: Picture, *, why: str | None = None) -> list[Found]:
    return [Found(one.label, one.parts, score=0.9, why=why) for one in drawn.annotations]


def settle(
    now: str | list[Annotation],
    said: str,
    *,
    named: tuple[int, ...] = (),
    own: frozenset[int] = frozenset({OWN}),
    blind: bool = False,
    why: str | None = None,
    layer: Layer = Layer.ENTITY,
) -> Plan:
    """Plan what the findings of one picture do to the annotations of another."""
    drawn = picture(said)
    existing = picture(now).annotations if isinstance(now, str) else tuple(now)
    return plan(
        drawn.text, layer, existing, found(drawn, why=why),
        named=frozenset(named), own=own, blind=blind,
    )  # fmt: skip


def counts(settled: Plan) -> tuple[int, int, int, int, int]:
    """How many to insert, hold, update, delete and supersede."""
    return (
        len(settled.insert), len(settled.candidates), len(settled.update), len(settled.delete),
        len(settled.supersede),
    )  # fmt: skip


def test_that_what_nobody_proposed_before_is_new() -> None:
    assert counts(settle("Ana went", "[Ana:PERSON] went")) == (1, 0, 0, 0, 0)


@pytest.mark.parametrize("mark", ["!", "+", "~"])
@pytest.mark.parametrize("label", ["PERSON", "ORG"])
def test_that_a_match_of_an_accepted_or_unsure_one_is_dropped(mark: str, label: str) -> None:
    assert counts(settle(f"[Ana:PERSON{mark}] went", f"[Ana:{label}] went")) == (0, 0, 0, 0, 0)


def test_that_a_match_of_a_rejected_one_is_dropped_and_with_another_label_contradicts() -> None:
    assert counts(settle("[Ana:PERSON-] went", "[Ana:PERSON] went")) == (0, 0, 0, 0, 0)
    settled = settle("[Ana:PERSON-] went", "[Ana:ORG] went")
    assert [(one.label, why) for one, why in settled.candidates] == [("ORG", "contradicts")]


@pytest.mark.parametrize("mark", ["!", "+"])
def test_that_what_overlaps_an_accepted_entity_is_a_candidate(mark: str) -> None:
    settled = settle(f"Dr [Ana Lee:PERSON{mark}] went", "Dr [Ana:PERSON] [Lee went:ORG]")
    assert [why for _one, why in settled.candidates] == ["overlaps", "overlaps"]
    assert counts(settled) == (0, 2, 0, 0, 0)


@pytest.mark.parametrize("mark", ["-", "~", "?"])
def test_that_only_an_accepted_entity_keeps_others_from_overlapping(mark: str) -> None:
    settled = settle(f"Dr [Ana Lee:PERSON{mark}] went", "Dr [Ana:PERSON] Lee went")
    assert len(settled.insert) == 1


def test_that_what_touches_an_accepted_entity_does_not_overlap_it() -> None:
    assert counts(settle("[Ana:PERSON!]Lee", "Ana[Lee:PERSON]")) == (1, 0, 0, 0, 0)


def test_that_an_undecided_match_is_renewed_in_place() -> None:
    settled = settle("[Ana:PERSON?] went", "[Ana:ORG] went")
    [(annotation, finding)] = settled.update
    assert counts(settled) == (0, 0, 1, 0, 0)
    after = renewed(annotation, finding, 5)
    assert (after.id, after.label, after.suggester_id) == (annotation.id, "ORG", 5)


def test_that_what_is_proposed_no_more_goes_and_what_a_decision_names_is_superseded() -> None:
    now = "[Ana:PERSON?] met [Bo:PERSON?] and [Cy:PERSON!]"
    settled = settle(now, "Ana met Bo and Cy", named=(1, 3))
    assert [one.id for one in settled.supersede] == [1]
    assert [one.id for one in settled.delete] == [2]


def test_that_another_suggesters_proposals_stay() -> None:
    drawn = picture("[Ana:PERSON?] went", suggester=OTHER)
    assert counts(settle(list(drawn.annotations), "Ana [went:ORG]")) == (1, 0, 0, 0, 0)


def test_that_an_older_version_of_the_same_suggester_is_its_own() -> None:
    older = picture("[Ana:PERSON?] met [Bo:PERSON?]", suggester=OTHER)
    both = frozenset({OWN, OTHER})
    assert counts(settle(list(older.annotations), "[Ana:PERSON] met Bo", own=both)) == (
        0, 0, 1, 1, 0,
    )  # fmt: skip


def test_that_what_was_superseded_comes_back_when_it_is_proposed_again() -> None:
    [gone] = picture("[Ana:PERSON?] went").annotations
    settled = settle([replace(gone, state=State.SUPERSEDED)], "[Ana:PERSON] went", named=(1,))
    [(annotation, finding)] = settled.update
    assert renewed(annotation, finding, OWN).state is State.SUGGESTED


def test_that_what_a_person_removed_may_be_proposed_anew() -> None:
    [gone] = picture("[Ana:PERSON+] went").annotations
    settled = settle([replace(gone, state=State.WITHDRAWN)], "[Ana:PERSON] went", named=(1,))
    assert counts(settled) == (1, 0, 0, 0, 0)


def test_that_a_blind_document_holds_everything_back() -> None:
    settled = settle("[Ana:PERSON?] met Bo", "[Ana:PERSON] met [Bo:PERSON]", blind=True)
    assert [why for _one, why in settled.candidates] == ["blind", "blind"]
    assert len(settled.delete) == 1


@pytest.mark.parametrize("why", ["below", "nested"])
def test_that_a_candidate_keeps_its_reason(why: str) -> None:
    settled = settle("Ana went", "[Ana:PERSON] went", why=why)
    assert [reason for _one, reason in settled.candidates] == [why]


def test_that_a_proposal_which_falls_below_the_threshold_becomes_a_candidate() -> None:
    settled = settle("[Ana:PERSON?] went", "[Ana:PERSON] went", why="below")
    assert counts(settled) == (0, 1, 0, 1, 0)


CLAIM = "Ana <said:cue> {it rained in the hills:assertion?}"


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("Ana <said:cue> it {rained in the hills:assertion}", True),
        ("Ana <said:cue> it rained in {the hills:assertion}", False),
        ("<Ana said:cue> {it rained in the hills:assertion}", False),
    ],
)
def test_that_claims_match_by_cue_and_half_of_their_content(said: str, same: bool) -> None:
    settled = settle(CLAIM, said, layer=Layer.CLAIM)
    assert counts(settled) == ((0, 0, 1, 0, 0) if same else (1, 0, 0, 1, 0))


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("Ana: {it rained:assertion} in the hills", False),
        ("Ana: {it rained in:assertion} the hills", True),
        ("Ana: it {rained in the hills:assertion}", False),
    ],
)
def test_that_claims_without_a_cue_match_by_their_first_content_word(said: str, same: bool) -> None:
    settled = settle("Ana: {it rained in the hills:assertion?}", said, layer=Layer.CLAIM)
    assert bool(settled.update) is same


def test_that_claims_with_only_a_cue_match_by_it() -> None:
    [one] = picture("Ana <said:cue> {no:assertion?}").annotations
    bare = replace(one, parts=one.parts[:1])
    settled = plan(
        "Ana said no", Layer.CLAIM, [bare], [Found("assertion", bare.parts)],
        named=frozenset(), own=frozenset({OWN}), blind=False,
    )  # fmt: skip
    assert counts(settled) == (0, 0, 1, 0, 0)


def test_that_claims_may_overlap_accepted_ones() -> None:
    settled = settle(
        "Ana <said:cue> {it rained:assertion!} there",
        "Ana said <it:cue> {rained there:assertion}",
        layer=Layer.CLAIM,
    )
    assert counts(settled) == (1, 0, 0, 0, 0)


def twice(source: str, other: str, **changes: State) -> list[Annotation]:
    """The annotations of two pictures of one text, with ids of their own."""
    one, two = picture(source).annotations[0], picture(other).annotations[0]
    return [replace(one, state=changes.get("first", one.state)), replace(two, id=2)]


@pytest.mark.parametrize("first", [State.SUGGESTED, State.SUPERSEDED])
def test_that_a_decision_counts_before_a_proposal_at_the_same_place(first: State) -> None:
    """An older proposal stood before the accepted one, was met first and came back to life."""
    now = twice("[Ana:PERSON?] went", "[Ana:PERSON+] went", first=first)
    settled = settle(now, "[Ana:PERSON] went", named=(1, 2))
    assert (settled.insert, settled.update, settled.candidates) == ([], [], [])


def test_that_what_another_suggester_gave_up_hides_nothing() -> None:
    """Nobody sees a superseded proposal, so a finding that yielded to it was lost."""
    [gone] = picture("[Ana:PERSON?] went", suggester=OTHER).annotations
    settled = settle([replace(gone, state=State.SUPERSEDED)], "[Ana:PERSON] went", named=(1,))
    assert counts(settled) == (1, 0, 0, 0, 0)


def test_that_two_labels_at_one_place_stay_two_when_proposed_again() -> None:
    """Both met the first annotation, so that the second run took the second one away."""
    now = twice("[Velm:ORG?] fell", "[Velm:GPE?] fell")
    drawn = [picture(one) for one in ("[Velm:GPE] fell", "[Velm:ORG] fell")]
    settled = plan(
        drawn[0].text, Layer.ENTITY, now, [one for two in drawn for one in found(two)],
        named=frozenset(), own=frozenset({OWN}), blind=False,
    )  # fmt: skip
    assert counts(settled) == (0, 0, 2, 0, 0)
    assert [(one.id, finding.label) for one, finding in settled.update] == [(2, "GPE"), (1, "ORG")]


def test_that_of_two_claims_with_one_cue_each_meets_its_like() -> None:
    short = picture("He <said:cue> {it will rain:hope?} in the hills").annotations[0]
    long = picture("He <said:cue> {it will rain in the:hope?} hills").annotations[0]
    said = "He <said:cue> {it will rain in the:hope} hills"
    settled = settle([short, replace(long, id=2)], said, layer=Layer.CLAIM)
    assert [(one.id, finding.parts) for one, finding in settled.update] == [(2, long.parts)]
