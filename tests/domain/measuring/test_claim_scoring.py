"""Scores of claims, by hand."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Part, Role
from curator.domain.measuring.claim_scoring import ClaimScores, ReadClaim, Words, pairs

TEXT = "The envoy told Reuters in Paris that talks failed. Anna: never."
WORDS = Words(TEXT)


def claim(
    source: str = "", cue: str = "", content: str = "", *, label: str | None = None, **more: str
) -> ReadClaim:
    given = ((Role.SOURCE, source), (Role.CUE, cue), (Role.CONTENT, content))
    parts = [
        Part(role, TEXT.index(words), TEXT.index(words) + len(words))
        for role, words in given
        if words
    ]
    read = WORDS.read(parts, label=label, attributes=more)
    assert read is not None
    return read


def scored(suggested: list[ReadClaim], gold: list[ReadClaim]) -> ClaimScores:
    scores = ClaimScores()
    scores.add(suggested, gold)
    return scores


def test_that_punctuation_at_the_edges_does_not_matter() -> None:
    gold = claim("The envoy", "told", "that talks failed", mode="indirect")
    scores = scored([claim("The envoy", "told", "that talks failed.", mode="indirect")], [gold])
    assert {name: tally.f1 for name, tally in scores.tallies.items()} == dict.fromkeys(
        scores.tallies, 1.0
    )
    assert scores.plain()["attributes"]["mode"] == {"share": 1.0, "of": 1}


def test_that_a_frame_needs_half_the_content_and_a_word_of_the_source() -> None:
    gold = claim("The envoy", "told", "that talks failed")
    near = claim("envoy", "told Reuters", "talks failed")
    scores = scored([near], [gold])
    assert scores.tallies["frame"].hits == 1
    assert scores.tallies["strict_frame"].hits == 0
    assert scores.tallies["content_iou"].hits == 1
    assert scores.given_cue["content_token_f1"] == [pytest.approx(0.8)]
    other = claim("Reuters", "told", "that talks failed")
    assert scored([other], [gold]).tallies["frame"].hits == 0
    short = claim("The envoy", "told", "failed")
    assert scored([short], [gold]).tallies["frame"].hits == 0


def test_that_no_source_is_right_where_gold_has_none() -> None:
    gold = claim(cue="told", content="that talks failed")
    assert scored([gold], [gold]).given_cue["implicit_source"] == [1.0]
    assert (
        scored([claim("Reuters", "told", "that talks failed")], [gold]).tallies["frame"].hits == 0
    )


def test_that_pairs_are_made_one_to_one_with_the_best_first() -> None:
    gold = [claim(cue="told", content="that talks failed")]
    suggested = [claim(cue="told", content="failed"), claim(cue="told", content="talks failed")]
    assert pairs(suggested, gold, by="cue") == [(1, 0)]
    assert scored(suggested, gold).tallies["cue_overlap"].precision == 0.5


def test_that_a_cue_without_a_word_is_compared_by_its_place() -> None:
    assert claim("Anna", ":", "never").cue == frozenset([-1 - TEXT.index(":")])
    assert (
        scored([claim("Anna", ":", "never")], [claim("Anna", ":", "never")])
        .tallies["cue_exact"]
        .hits
        == 1
    )


def test_that_a_claim_without_a_word_of_content_is_none() -> None:
    place = TEXT.index(".")
    assert WORDS.read([Part(Role.CONTENT, place, place + 1)], label=None, attributes={}) is None


def test_that_the_type_is_compared_where_gold_has_one() -> None:
    gold = claim(cue="told", content="talks", label="denial")
    scores = scored([claim(cue="told", content="talks", label="assertion")], [gold])
    assert scores.attributes == {"claim_type": [0.0]}
    assert scores.tallies["strict_frame"].hits == 1
