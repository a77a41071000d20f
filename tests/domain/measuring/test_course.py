"""Averages over the course of a simulation."""

from __future__ import annotations

from collections import Counter

from curator.domain.measuring.course import (
    Leg,
    actions_per_annotation,
    edits_per_document,
    steps,
    windows,
)
from curator.domain.measuring.effort import Effort, Kind


def leg(gold: int, base: int, learned: int) -> Leg:
    return Leg(
        "d",
        gold,
        base=Effort(Counter({Kind.ADD: base})),
        learned=Effort(Counter({Kind.ACCEPT: gold - learned, Kind.ADD: learned})),
    )


def test_that_edits_are_averaged_over_documents_and_actions_over_gold() -> None:
    legs = [leg(4, 3, 1), leg(6, 4, 2)]
    assert edits_per_document(legs) == {"scratch": 5.0, "base": 3.5, "learned": 1.5}
    assert actions_per_annotation(legs) == {"scratch": 4.0, "base": 2.8, "learned": 1.9}
    assert steps(legs, "learned")["accept"] == 7


def test_that_windows_count_documents_from_one_and_the_last_may_be_short() -> None:
    found = windows([leg(2, 1, 1)] * 13, lambda first, last: {"base": last - first})
    assert [(one["from"], one["to"], one["documents"]) for one in found] == [
        (1, 5, 5),
        (6, 10, 5),
        (11, 13, 3),
    ]
    assert found[-1]["f1"] == {"base": 3}


def test_that_many_documents_make_at_most_twelve_windows() -> None:
    assert len(windows([leg(1, 1, 1)] * 240, lambda _first, _last: {})) == 12
    assert windows([], lambda _first, _last: {}) == []
    assert edits_per_document([]) == {"scratch": 0.0, "base": 0.0, "learned": 0.0}
