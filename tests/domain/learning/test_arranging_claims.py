"""Claims as they are shown: weighed, nested and drawn by what was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from curator.domain.annotation import Annotation, Layer, Part, Role, State
from curator.domain.learning.arranging_claims import arrange_claims, as_found
from curator.domain.learning.claim_lessons import ClaimLessons, Teaching, TypeCase
from curator.domain.learning.scorer import Weights
from curator.domain.matching import Found
from curator.domain.snapshot import plain_parts

NOTHING = ClaimLessons()


def claim(
    cue: tuple[int, int],
    content: tuple[int, int],
    *,
    score: float = 0.9,
    features: Sequence[str] = ("pattern=clause",),
    variants: Mapping[str, Any] | None = None,
) -> Found:
    parts = tuple(sorted([Part(Role.CUE, *cue), Part(Role.CONTENT, *content)], key=lambda p: p[1:]))
    evidence = {"features": list(features), "variants": dict(variants or {})}
    return Found("assertion", parts, score=score, confidence=score, evidence=evidence)


OUTER = claim((10, 14), (15, 80), features=("pattern=clause", "cue=say"))
INNER = claim((30, 36), (37, 80), features=("pattern=object", "cue=deny"))


def arranged(
    *found: Found,
    weights: Weights | None = None,
    lessons: ClaimLessons = NOTHING,
    decided: Sequence[Annotation] = (),
) -> list[Found]:
    return arrange_claims(
        found, lessons=lessons, weights=weights or Weights(), shown_from=0.5, decided=decided
    )


def whys(*found: Found, **options: Any) -> list[str | None]:
    return [one.why for one in arranged(*found, **options)]


def decided(found: Found, state: State, reason: str | None = None) -> Annotation:
    return Annotation(
        1, 1, Layer.CLAIM, found.label, found.parts, state=state, suggester_id=1, reason=reason,
        evidence=found.evidence,
    )  # fmt: skip


def test_that_the_confidence_is_the_scorers_and_the_score_stays() -> None:
    (one,) = arranged(OUTER, weights=Weights({"cue=say": -2.0}, 100))
    assert (one.score, one.confidence) == (0.9, 0.5491)


def test_that_a_claim_says_what_moved_its_confidence() -> None:
    (one,) = arranged(OUTER, weights=Weights({"cue=say": -2.04}, 100))
    assert one.evidence is not None
    assert one.evidence["because"] == [["cue=say", -2.0]]
    assert arranged(one) == arranged(OUTER)


def test_that_what_falls_below_the_threshold_is_held_back_and_what_rises_is_shown() -> None:
    weak = claim((10, 14), (15, 80), score=0.35, features=("cue=slam",))
    assert whys(OUTER, weights=Weights({"cue=say": -3.0}, 100)) == ["below"]
    assert whys(weak) == ["below"]
    assert whys(weak, weights=Weights({"cue=slam": 1.0}, 100)) == [None]


def test_that_a_claim_in_anothers_content_is_nested() -> None:
    assert whys(OUTER, INNER) == [None, "nested"]


def test_that_what_was_learned_to_be_no_claim_hides_nothing() -> None:
    assert whys(OUTER, INNER, weights=Weights({"cue=say": -3.0}, 100)) == ["below", None]


def test_that_a_rejected_claim_hides_nothing_but_a_wrong_span_does() -> None:
    assert whys(OUTER, INNER, decided=[decided(OUTER, State.REJECTED)])[1] is None
    for reason in ("wrong span", "wrong source"):
        assert whys(INNER, decided=[decided(OUTER, State.REJECTED, reason)]) == ["nested"]


def test_that_an_accepted_claim_nests_what_lies_in_it() -> None:
    assert whys(INNER, decided=[decided(OUTER, State.ACCEPTED)]) == ["nested"]


def test_that_a_cue_in_a_quotation_is_nested() -> None:
    assert whys(claim((10, 14), (15, 80), features=("quoted=cue",))) == ["nested"]


def test_that_a_suggester_without_features_keeps_its_word() -> None:
    plain = replace(INNER, why="nested", evidence=None)
    assert whys(plain) == ["nested"]
    assert whys(replace(plain, why=None)) == [None]


def test_that_a_boundary_lesson_draws_the_parts_and_says_so() -> None:
    variant = [["cue", 10, 14], ["content", 20, 80]]
    found = claim((10, 14), (15, 80), variants={"content-complementiser": variant})
    lessons = ClaimLessons.of([Teaching(held=("content-complementiser",))] * 3)
    (one,) = arranged(found, lessons=lessons)
    assert plain_parts(one.parts) == variant
    assert one.evidence is not None
    assert one.evidence["lessons"] == ["boundary:content-complementiser"]
    assert as_found(one) == replace(found, confidence=one.confidence)


def test_that_a_cues_type_is_moved_and_named() -> None:
    lessons = ClaimLessons.of([Teaching(types=(TypeCase("say", "assertion", "belief"),) * 2)])
    (one,) = arranged(OUTER, lessons=lessons)
    assert one.label == "belief"
    assert one.evidence is not None
    assert one.evidence["lessons"] == ["type:say:assertion"]


def test_that_arranging_anew_without_the_lessons_gives_back_what_was_found() -> None:
    lessons = ClaimLessons.of([Teaching(types=(TypeCase("say", "assertion", "belief"),) * 2)])
    once = arranged(OUTER, INNER, lessons=lessons)
    assert arranged(*once, lessons=lessons) == once
    assert arranged(*once) == arranged(OUTER, INNER)
