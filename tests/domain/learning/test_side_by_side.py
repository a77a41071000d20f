"""Entities of several suggesters: the longer one is suggested, whoever answers first."""

from __future__ import annotations

import pytest

from curator.domain.learning.side_by_side import apart
from curator.domain.matching import Found
from tests.support.pictures import picture


def found(source: str, *, confidence: float = 0.5, why: str | None = None) -> list[Found]:
    return [
        Found(one.label, one.parts, confidence=confidence, why=why)
        for one in picture(source).annotations
    ]


def whys(**findings: list[Found]) -> dict[str, list[str | None]]:
    given = {name: [one.why for one in found] for name, found in apart(findings).items()}
    turned = dict(reversed(list(findings.items())))
    assert given == {name: [one.why for one in found] for name, found in apart(turned).items()}
    return given


def test_that_the_longer_of_two_is_suggested() -> None:
    short, long = found("New [York:GPE] office", confidence=0.9), found("[New York:GPE] office")
    assert whys(model=short, pattern=long) == {"model": ["overlaps"], "pattern": [None]}


@pytest.mark.parametrize(("one", "other"), [(0.9, 0.4), (0.4, 0.9)])
def test_that_of_equally_long_ones_the_surer_is_suggested(one: float, other: float) -> None:
    given = whys(
        a=found("[Velm:GPE] rose", confidence=one), b=found("[Velm:ORG] rose", confidence=other)
    )
    assert given == {"a": [None if one > other else "overlaps"],
                     "b": ["overlaps" if one > other else None]}  # fmt: skip


def test_that_of_equals_the_first_by_name_is_suggested() -> None:
    same = found("[Velm:GPE] rose")
    assert whys(a=same, b=same) == {"a": [None], "b": ["overlaps"]}


def test_that_what_is_only_a_candidate_holds_nobody_back_and_keeps_its_reason() -> None:
    weak = found("[New York:GPE] office", why="below")
    assert whys(a=weak, b=found("New [York:GPE] office")) == {"a": ["below"], "b": [None]}


def test_that_neighbours_and_one_suggesters_own_are_left_alone() -> None:
    nested = [*found("[New York:GPE] office"), *found("New [York:GPE] office")]
    assert whys(a=nested, b=found("New York [office:ORG]")) == {"a": [None, None], "b": [None]}


def test_that_what_was_beaten_beats_nobody() -> None:
    longest = found("[one two three:ORG] four five")
    middle = found("one two [three four:ORG] five")
    last = found("one two three [four:ORG] five")
    assert whys(a=longest, b=middle, c=last) == {"a": [None], "b": ["overlaps"], "c": [None]}
