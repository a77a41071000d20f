"""Precision, recall and F1 of entities, by hand."""

from __future__ import annotations

import pytest

from curator.domain.measuring.scoring import EntityScores, Mention, ReadPolicy

TEXT = "The U.N.’s envoy told Reuters in Paris that talks failed on Monday."


def mention(words: str, label: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), label)


def read(policy: ReadPolicy, *mentions: Mention) -> list[Mention]:
    return [policy.mention(TEXT, one) for one in mentions]


def test_that_articles_possessives_and_kinds_of_places_do_not_count() -> None:
    policy = ReadPolicy()
    assert read(policy, mention("The U.N.’s", "ORG")) == [mention("U.N.", "ORG")]
    assert read(policy, mention("Paris", "GPE")) == [mention("Paris", "LOC")]
    strict = ReadPolicy(merge_places=False, ignore_articles=False)
    given = [mention("The U.N.’s", "ORG"), mention("Paris", "GPE")]
    assert read(strict, *given) == given


def test_that_an_article_alone_does_not_vanish() -> None:
    assert ReadPolicy().mention("the ", Mention(0, 4, "ORG")) == Mention(0, 4, "ORG")
    assert ReadPolicy().mention("’s", Mention(0, 2, "ORG")) == Mention(0, 2, "ORG")


def test_that_exact_place_and_overlap_are_counted_apart() -> None:
    """Two of four exact, one more at its place, one that overlaps, one that nothing meets."""
    gold = [
        mention("U.N.", "ORG"),
        mention("Reuters", "ORG"),
        mention("Paris", "LOC"),
        mention("Monday", "DATE"),
    ]
    suggested = [
        mention("U.N.", "ORG"),
        mention("Paris", "LOC"),
        mention("Reuters", "LOC"),
        mention("on Monday", "DATE"),
        mention("talks", "ORG"),
    ]
    scores = EntityScores()
    scores.add(suggested, gold)
    assert (scores.exact.hits, scores.exact.suggested, scores.exact.gold) == (2, 5, 4)
    assert scores.exact.f1 == pytest.approx(2 * 0.4 * 0.5 / 0.9)
    assert scores.span_only.hits == 3
    assert (scores.overlap.precision, scores.overlap.recall) == (0.8, 1.0)
    assert {name: tally.hits for name, tally in scores.by_label.items()} == {
        "ORG": 1,
        "LOC": 1,
        "DATE": 0,
    }


def test_that_nested_gold_counts_in_full_and_a_repeated_suggestion_once() -> None:
    gold = [mention("U.N.’s envoy", "PERSON"), mention("U.N.", "ORG")]
    scores = EntityScores()
    scores.add([gold[0], gold[0]], gold)
    assert (scores.exact.hits, scores.exact.suggested, scores.exact.gold) == (1, 1, 2)


def test_that_nothing_at_all_scores_zero() -> None:
    scores = EntityScores()
    scores.add([], [])
    assert scores.plain()["exact"]["f1"] == 0.0
    assert scores.plain()["overlap"]["recall"] == 0.0
