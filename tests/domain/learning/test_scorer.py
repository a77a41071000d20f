"""What the scorer makes of decisions: the prior at first, the analyst's guideline later."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from curator.domain.learning.scorer import ALWAYS, Example, Weights, explain, fit, fitting

PATTERNS = {"clause": 0.95, "quotation": 0.95, "object": 0.65, "infinitive": 0.7, "weak": 0.35}
CUES = ("say", "want", "praise", "note", "deny", "urge", "hail", "warn")


def wanted(pattern: str) -> bool:
    """The shifted guideline: only clauses and quotations are claims."""
    return pattern in ("clause", "quotation")


def drawn(count: int, seed: int) -> list[Example]:
    """Claims as they come, decided by the shifted guideline; every twentieth time by mistake."""
    dice = random.Random(seed)
    found = []
    for _ in range(count):
        pattern, cue = dice.choice(list(PATTERNS)), dice.choice(CUES)
        noise = [f"first={dice.randrange(40)}", f"source={dice.randrange(60)}"]
        features = (f"pattern={pattern}", f"cue={cue}", f"cue+pattern={cue} {pattern}", *noise)
        right = wanted(pattern) ^ (dice.random() < 0.05)
        found.append(Example(PATTERNS[pattern], features, float(right)))
    return found


HELD_OUT = drawn(400, 99)


def f1(weights: Weights) -> float:
    """F1 of what scores .5 or more, on claims that taught nothing."""
    said = [(weights.of(one.prior, one.features) >= 0.5, one.target == 1.0) for one in HELD_OUT]
    right = sum(shown and claim for shown, claim in said)
    return 200 * right / (sum(shown for shown, _ in said) + sum(claim for _, claim in said))


def loss(weights: Weights, examples: Sequence[Example]) -> float:
    """The mean squared error of the probabilities."""
    return sum(
        (weights.of(one.prior, one.features) - one.target) ** 2 for one in examples
    ) / len(examples)  # fmt: skip


def test_that_nothing_learned_leaves_the_prior_as_it_is() -> None:
    assert Weights().of(0.35, ["pattern=weak"]) == 0.35
    assert fit([]) == Weights()


def test_that_a_few_decisions_move_nothing() -> None:
    assert fit(drawn(50, 1)) == Weights({}, 50)


def test_that_decisions_of_one_kind_move_nothing() -> None:
    accepted = [Example(one.prior, one.features, 1.0) for one in drawn(200, 1)]
    assert fit(accepted) == Weights({}, 200)


@pytest.mark.parametrize("seed", range(3))
def test_that_a_shifted_guideline_is_learned_and_never_worse_than_the_prior(seed: int) -> None:
    decisions, prior = drawn(270, seed), f1(Weights())
    gains = {n: f1(fit(decisions[:n])) - prior for n in (10, 20, 40, 70, 100, 150, 200, 270)}
    assert min(gains.values()) >= 0.0
    assert gains[270] >= 9.0


def test_that_weights_come_in_smoothly() -> None:
    decisions = drawn(300, 5)
    strength = [abs(fit(decisions[:n]).features["pattern=object"]) for n in (60, 90, 120, 150)]
    assert strength == sorted(strength)
    assert strength[0] < strength[-1] / 4


def test_that_more_decisions_predict_better() -> None:
    decisions = drawn(1200, 7)
    assert loss(fit(decisions), HELD_OUT) < loss(fit(decisions[:90]), HELD_OUT)


def test_that_the_same_decisions_give_the_same_weights() -> None:
    assert fit(drawn(200, 3)) == fit(drawn(200, 3))


def test_that_rare_features_teach_nothing() -> None:
    decisions = [
        *drawn(200, 3),
        Example(0.5, ("cue=seldom",), 1.0),
        Example(0.5, ("cue=seldom",), 1.0),
    ]
    assert "cue=seldom" not in fit(decisions).features


def test_that_what_was_hidden_counts_for_less_and_for_no_decision() -> None:
    decisions = drawn(200, 3)
    hidden = [Example(0.9, ("pattern=clause",), 0.0, 0.5, decided=False)] * 40
    with_hidden = fit([*decisions, *hidden])
    assert with_hidden.decisions == 200
    assert with_hidden.features["pattern=clause"] < fit(decisions).features["pattern=clause"]


def test_that_learning_can_be_left_at_every_sweep() -> None:
    steps = fitting(drawn(300, 3))
    assert next(steps) is None
    steps.close()


def test_that_an_explanation_names_what_moved_a_claim_most() -> None:
    weights = Weights({"cue=say": 1.2, "pattern=weak": -2.0, "tag=VBD": 0.01, ALWAYS: 0.3}, 100)
    features = ["tag=VBD", "cue=say", "pattern=weak", "dep=ROOT"]
    assert explain(weights, features) == [("pattern=weak", -2.0), ("cue=say", 1.2), (ALWAYS, 0.3)]
    assert explain(Weights(), features) == []
