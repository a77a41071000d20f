"""Steps, edits and actions, by hand."""

from __future__ import annotations

from curator.domain.measuring.claim_scoring import ReadClaim
from curator.domain.measuring.effort import Effort, Kind, Step, claim_steps, entity_steps
from curator.domain.measuring.scoring import Mention


def words(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


def test_that_each_kind_of_mistake_costs_one_edit_and_its_actions() -> None:
    gold = [
        Mention(0, 4, "ORG"),
        Mention(10, 17, "ORG"),
        Mention(20, 25, "LOC"),
        Mention(30, 36, "DATE"),
        Mention(40, 45, "PERSON"),
    ]
    shown = [
        Mention(0, 4, "ORG"),
        Mention(10, 17, "LOC"),
        Mention(18, 25, "ORG"),
        Mention(27, 36, "DATE"),
        Mention(50, 56, "ORG"),
    ]
    effort = Effort.of(entity_steps(shown, gold))
    assert effort.steps == dict.fromkeys(Kind, 1)
    assert (effort.edits, effort.actions) == (5, 1 + 2 + 4 + 2 + 1 + 4)


def test_that_without_suggestions_all_gold_is_added() -> None:
    effort = Effort.of(entity_steps([], [Mention(0, 4, "ORG"), Mention(5, 6, "LOC")]))
    assert (effort.edits, effort.actions) == (2, 8)


def test_that_a_suggestion_that_is_right_is_not_taken_for_the_gold_nested_in_it() -> None:
    gold = [Mention(0, 5, "ORG"), Mention(0, 12, "ORG")]
    assert entity_steps([Mention(0, 12, "ORG")], gold) == [
        Step(Kind.ACCEPT, 0, 1),
        Step(Kind.ADD, None, 0),
    ]


def test_that_of_two_that_overlap_gold_the_nearer_is_corrected_and_the_other_rejected() -> None:
    gold = [Mention(0, 10, "ORG")]
    shown = [Mention(0, 3, "ORG"), Mention(4, 10, "LOC")]
    assert entity_steps(shown, gold) == [Step(Kind.BOTH, 1, 0), Step(Kind.REJECT, 0, None)]


def test_that_a_claim_wrong_in_one_thing_is_cheaper_than_in_several() -> None:
    gold = ReadClaim(words(5, 6), words(3), words(1, 2), {"claim_type": "denial"})
    same = {"claim_type": "denial"}

    def kind(claim: ReadClaim) -> Kind:
        (step,) = claim_steps([claim], [gold])
        return step.kind

    assert kind(ReadClaim(words(5, 6), words(3), words(1, 2), same)) is Kind.ACCEPT
    assert kind(ReadClaim(words(5, 6), words(3), words(1, 2), {})) is Kind.RELABEL
    assert kind(ReadClaim(words(5, 6, 7), words(3), words(1, 2), same)) is Kind.BOUNDARY
    assert kind(ReadClaim(words(5, 6, 7), words(3), words(1), same)) is Kind.BOTH


def test_that_a_claim_with_the_right_content_and_another_cue_is_corrected() -> None:
    gold = [ReadClaim(words(5, 6), words(3), words(1))]
    shown = [ReadClaim(words(5, 6), words(4), words(1)), ReadClaim(words(9), words(8), words())]
    assert claim_steps(shown, gold) == [Step(Kind.BOUNDARY, 0, 0), Step(Kind.REJECT, 1, None)]


def test_that_efforts_add_up() -> None:
    whole = Effort()
    for _ in range(2):
        whole.add(Effort.of([Step(Kind.ADD, None, 0), Step(Kind.ACCEPT, 0, 1)]))
    assert (whole.edits, whole.actions) == (2, 10)
