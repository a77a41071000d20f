"""Other boundaries of a claim, drawn on sentences written for these tests."""

import pytest

from tests.suggest.claims.pictures import draw_parts, plain

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        (
            "content-complementiser",
            "{source:The mayor} {cue:said} that {content:the pier was closed}.",
        ),
        ("content-preposition", "{source:The union} {cue:called} {content:for higher wages}."),
        (
            "content-noun",
            "{source:She} {cue:expressed} {content:her hope that the talks would resume}.",
        ),
        ("content-marks", "“{content:The nets are empty},” {source:the fisherman} {cue:said}."),
        (
            "content-quoted",
            "{source:The judge} {cue:said} the plan was {content:“an insult to the city”}.",
        ),
        (
            "content-adjunct",
            "{source:The mayor} {cue:said} {content:that the pier closed} because it was rotten.",
        ),
        (
            "content-relative",
            "{source:The mayor} {cue:praised} {content:the crew} that saved the boat.",
        ),
        (
            "content-coordination",
            "{source:The mayor} {cue:said} {content:that the pier was closed} and the ferry left.",
        ),
        (
            "content-piece",
            "{content:“The nets are empty,”} {source:he} {cue:said}. “We will go north now.”",
        ),
        (
            "source-appositive",
            "{source:Karin Holm}, head of the board, {cue:said} {content:that the ice was thin}.",
        ),
        (
            "source-relative",
            "{source:The pilot, who was cleared}, {cue:said} {content:that the light was out}.",
        ),
        ("source-title", "Mayor {source:Karin Holm} {cue:said} {content:that the ice was thin}."),
        ("source-article", "The {source:mayor} {cue:said} {content:that the ice was thin}."),
        (
            "source-modifier",
            "{source:Two officials} in the port {cue:said} {content:that the ice was thin}.",
        ),
        (
            "source-pronoun",
            "The pilot, {source:who} {cue:said} {content:that the light was out}, was cleared.",
        ),
        (
            "source-antecedent",
            "{source:The pilot}, who {cue:said} {content:that the light was out}, was cleared.",
        ),
        ("cue-auxiliary", "{source:He} did not {cue:say} {content:that the plan had failed}."),
        (
            "cue-adverb",
            "{source:He} repeatedly {cue:said} {content:that the plan had failed}.",
        ),
        (
            "cue-manner",
            "{source:The bank} {cue:said} in a statement {content:that the plan had failed}.",
        ),
    ],
)
def test_that_a_claim_carries_its_other_boundaries_by_name(find, name, picture):
    text = plain(picture)
    drawn = [
        draw_parts(text, {**spans(frame), **frame.variants[name]})
        for frame in find(text)
        if name in frame.variants and frame.score >= 0.5
    ]
    assert drawn == [picture]


def test_that_a_claim_inside_a_quotation_may_reach_to_the_end_of_its_sentence(find):
    text = "“The mayor denied the plan in May, but the plan was good,” the clerk said."
    (denied,) = (frame for frame in find(text) if text[slice(*frame.cue[0])] == "denied")
    (span,) = denied.variants["content-sentence"]["content"]
    assert text[slice(*span)].endswith("but the plan was good,”")


def test_that_a_variant_equal_to_the_claim_itself_is_left_out(find):
    for frame in find("The mayor said prices rose. “Yes,” he said, and he vowed to go."):
        for changed in frame.variants.values():
            assert any(getattr(frame, part) != given for part, given in changed.items())


def spans(frame):
    return {part: getattr(frame, part) for part in ("content", "cue", "source")}
