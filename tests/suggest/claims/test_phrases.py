"""Claims that nouns, adjectives, adverbs and the surface make."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "picture",
    [
        "{source:The ministers} {cue:voiced their concern about} {content:the price of bread}.",
        "{source:The union}'s {cue:claim} {content:that wages fell} was false.",
        "Nobody answered {source:her} {cue:call for} {content:a new vote}.",
        "{source:The nurses} {cue:were worried about} {content:the shortage}.",
        "{source:She} {cue:said {medium:in a statement}} {content:that the ward would close}.",
        "As {source:the surveyor} {cue:said}, {content:the tower is leaning}.",
        "{source:OLSEN}{cue::} {content:The pier is closed until Friday}.",
        "{source:The court} {cue:refused to say} {content:who had paid}.",
    ],
)
def test_that_other_words_than_verbs_make_claims(expect, picture):
    expect(picture)


def test_that_reportedly_beside_the_verb_of_a_sentence_is_a_claim_without_a_source(expect):
    expect("{content:The mine} {cue:reportedly} {content:closed}.")


def test_that_reportedly_inside_a_noun_phrase_is_a_candidate(find):
    (claim,) = (
        frame
        for frame in find("They sold the reportedly worthless mine.")
        if frame.pattern == "adverb"
    )
    assert claim.score < 0.5
    assert claim.source == ()
