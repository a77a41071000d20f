"""Claims that a verb makes, drawn on sentences written for these tests."""

import pytest

from tests.suggest.claims.pictures import drawn, plain

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "picture",
    [
        "{source:The harbour master} {cue:said} {content:that two ferries had collided}.",
        "{content:Two ferries had collided}, {source:the harbour master} {cue:said}.",
        "{source:The bank} {cue:believes} {content:inflation will fall next year}.",
        "{source:The mayor} {cue:told} {addressee:reporters} {content:that the bridge was safe}.",
        "{source:The rebels} {cue:vowed} {content:to return to the valley}.",
        "{source:The company} {cue:denied} {content:the accusations}.",
        "{source:The union} {cue:called for} {content:higher wages}.",
        "{source:She} {cue:expressed her hope} {content:that the talks would resume}.",
        "{source:The coach} {cue:is confident} {content:that the team will win}.",
        "{source:He} {cue:did not say} {content:that the plan had failed}.",
    ],
)
def test_that_a_verb_and_its_complement_make_a_claim(expect, picture):
    expect(picture)


@pytest.mark.parametrize(
    "picture",
    [
        "{source:The captain} {cue:joked about} {content:the fog}.",
        "{source:The captains} {cue:argued against} {content:a new toll}.",
        "{content:The ferries}, {source:Holm} {cue:suggested}, {content:were late}.",
        "As {source:Holm} {cue:has pointed out}, {content:the ferries are late}.",
        "{source:The survey} {cue:shows} {content:a wide gap}.",
        "{source:The divers} {cue:found} {content:“no trace of oil”}.",
        "{source:She} {cue:sees} {content:the toll as a mistake}.",
    ],
)
def test_that_what_stands_beside_a_verb_of_the_lists_is_its_content(expect, picture):
    expect(picture)


@pytest.mark.parametrize(
    "picture",
    [
        "They sank {content:a plan} {source:the mayor} {cue:once supported}.",
        "The town closed {content:the fund} {cue:proposed by} {source:Holm}.",
    ],
)
def test_that_a_noun_is_the_content_of_the_clause_that_hangs_on_it(find, picture):
    text = plain(picture)
    assert picture in drawn(text, find(text))


@pytest.mark.parametrize(
    "picture",
    [
        "{content:“No!”} {source:she} {cue:said}.",
        "The ferries are late - {source:Ana Ruz}{cue::} {content:“They sailed at nine today.”}",
    ],
)
def test_that_a_quotation_needs_neither_length_nor_verb(find, picture):
    text = plain(picture)
    assert picture in drawn(text, find(text))


def test_that_paragraphs_which_the_parser_runs_together_stay_apart(find):
    text = (
        "Though she has spent her life on the island, the new ferries have brought more guests, "
        "Holm said.\n\n“The guests have taken over the pier, but they are here to stay.”"
    )
    assert "said" in {text[start:end] for frame in find(text) for start, end in frame.cue}


def test_that_a_coordinated_report_is_a_claim_of_its_own(expect):
    expect(
        "{source:The envoy} {cue:stressed} {content:that the truce was holding} and expressed his "
        "hope that aid would arrive.",
        "{source:The envoy} stressed that the truce was holding and {cue:expressed his hope} "
        "{content:that aid would arrive}.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The manager made the players run.",
        "The decree allows banks to open on Sundays.",
        "The minister touched a button and the gate opened.",
        "The visitors celebrated until midnight.",
        "The widow was happy.",
    ],
)
def test_that_causing_acting_and_describing_claim_nothing(find, text):
    assert not [frame for frame in find(text) if frame.score >= 0.5]
