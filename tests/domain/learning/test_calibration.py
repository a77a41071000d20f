"""Confidence is the accept rate of what is alike, and its worth is told by what came of it."""

from __future__ import annotations

import pytest

from curator.domain.learning.beside import ALONE, Beside
from curator.domain.learning.calibration import (
    Bin,
    Calibration,
    Expected,
    Outcome,
    error_expected,
    reliability,
)


def outcome(*, right: bool, string: str = "Halden", label: str = "GPE", score: float = 0.9,
            suggester: int = 1, source: str = "entities", around: Beside = ALONE,
            ) -> Outcome:  # fmt: skip
    return Outcome(score, label, string, source, suggester, right, around)


def rate(calibration: Calibration, string: str = "Halden", label: str = "GPE",
         score: float = 0.9, source: str = "entities", around: Beside = ALONE,
         ) -> float:  # fmt: skip
    return calibration.of(score, label, string, source=source, around=around)


def test_that_without_a_case_the_score_is_drawn_to_the_middle() -> None:
    assert rate(Calibration(), score=1.0) == pytest.approx(0.75)
    assert rate(Calibration(), score=0.0) == pytest.approx(0.25)


def test_that_a_rate_moves_with_every_case_and_most_for_the_same_string() -> None:
    calibration = Calibration()
    before = rate(calibration)
    for _ in range(8):
        calibration.add(outcome(right=False))
    assert rate(calibration) < rate(calibration, "Velm") < rate(calibration, "Velm", "ORG") < before
    other = rate(calibration, "Ost", "ORG", score=0.5)
    assert other == pytest.approx(rate(Calibration(), "Ost", "ORG", score=0.5))
    assert rate(calibration, source="memory") == rate(Calibration(), source="memory")


def test_that_strings_that_look_alike_tell_of_each_other_whatever_their_score() -> None:
    calibration = Calibration()
    for _ in range(8):
        calibration.add(outcome(right=False, string="the group"))
        calibration.add(outcome(right=True, string="Halden"))
    small = rate(calibration, "our people", score=0.5)
    assert small < rate(calibration, "Velm", score=0.5)


def test_that_what_stands_beside_moves_a_rate_for_every_source_of_the_label() -> None:
    calibration = Calibration()
    for place in range(12):
        bad, good = Beside("the", "forces"), Beside("in", ".")
        calibration.add(outcome(right=False, string=f"Velm{place}", around=bad))
        calibration.add(outcome(right=True, string=f"Ost{place}", around=good))
    for source in ("entities", "memory"):
        beside_bad = rate(calibration, "Halden", source=source, around=Beside("the", "forces"))
        beside_new = rate(calibration, "Halden", source=source, around=Beside("of", "Ministry"))
        beside_good = rate(calibration, "Halden", source=source, around=Beside("in", "."))
        assert beside_bad < beside_new < beside_good


def test_that_a_string_accepted_seven_times_of_eight_is_told_so() -> None:
    calibration = Calibration()
    for place in range(8):
        calibration.add(outcome(right=place > 0))
    assert calibration.cases("entities", "Halden", "GPE") == (7, 8)
    assert calibration.cases("entities", "Halden", "ORG") == (0, 0)
    assert rate(calibration) > 0.75


def test_that_what_is_taken_out_leaves_no_trace() -> None:
    calibration = Calibration()
    for n in (1, -1):
        calibration.add(outcome(right=True), n)
        calibration.add(outcome(right=False, string="Velm", around=Beside("in", ".")), n)
    around = Beside("in", "of")
    assert rate(calibration, around=around) == rate(Calibration(), around=around)


def test_that_counts_of_older_weights_are_worth_half() -> None:
    old, mixed = Calibration(), Calibration()
    for calibration in (old, mixed):
        for _ in range(4):
            calibration.add(outcome(right=False))
    mixed.renew("entities", 2)
    assert rate(Calibration()) > rate(mixed) > rate(old)
    mixed.add(outcome(right=True, suggester=2), 4)
    assert rate(mixed) > 0.5


def test_that_reliability_compares_confidence_with_what_came_of_it() -> None:
    found = reliability([(0.95, True), (0.95, True), (0.95, False), (0.15, False), (1.0, True)])
    assert [(one.low, one.high, one.count) for one in found.bins] == [(0.1, 0.2, 1), (0.9, 1.0, 4)]
    assert found.bins[1] == Bin(0.9, 1.0, 4, pytest.approx(0.9625), 0.75)
    assert found.ece == pytest.approx((0.15 + 4 * 0.2125) / 5)
    assert found.auc == pytest.approx((1 + 0.5 + 1 + 0.5 + 1 + 1) / 6)
    assert found.n == 5


def test_that_order_is_unknown_where_everything_is_right() -> None:
    assert reliability([(0.5, True)]).auc is None
    assert reliability([]) == reliability(iter(()))
    assert reliability([]).ece == 0.0


def test_that_a_threshold_tells_what_error_to_expect() -> None:
    shown = [0.9, 0.8, 0.4, 0.1]
    assert error_expected(shown, 0.5) == Expected(2, 2, pytest.approx(0.15))
    assert error_expected(shown, 0.0).hidden == 0
    assert error_expected(shown, 0.95) == Expected(0, 4, 0.0)
