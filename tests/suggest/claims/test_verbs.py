"""Claims that a verb makes, drawn on sentences written for these tests."""

import pytest

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
