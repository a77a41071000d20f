"""The names that a claim is described by."""

import pytest

pytestmark = pytest.mark.model


def names(find, text, cue):
    (frame,) = (
        frame for frame in find(text) if frame.cue and cue in text[slice(*frame.cue[0])].split()
    )
    return set(frame.features)


def test_that_cue_construction_source_and_content_are_named(find):
    found = names(find, "The minister did not say that prices rose in March.", "say")
    assert {
        "cue=say",
        "pattern=clause",
        "cue+pattern=say clause",
        "label=assertion",
        "standing=report",
        "with=neg not",
        "cue+with=say aux did",
        "source=minister",
        "source.pos=NOUN",
        "first=that",
        "cue+first=say that",
        "gap=1",
        "length=2",
        "pieces=1",
        "finite=yes",
        "polarity=negative",
    } <= found


def test_that_a_claim_without_a_source_says_so(find):
    found = names(find, "It was reported that the bridge had fallen.", "reported")
    assert "source.pos=none" in found
    assert not [name for name in found if name.startswith("source=")]


def test_that_a_content_before_the_cue_has_a_gap_below_nothing(find):
    found = names(find, "“The nets are empty,” the fisherman said.", "said")
    assert {"gap=-3", "mode=direct"} <= found


def test_that_a_nested_claim_names_what_it_is_nested_in(find):
    text = "Officials believe that the minister denied the plan."
    assert {"nested=yes", "nested+above=believe"} <= names(find, text, "denied")


def test_that_no_name_comes_twice(find):
    for frame in find("She said in May and in June that he would, or could, call for calm."):
        assert len(set(frame.features)) == len(frame.features)
