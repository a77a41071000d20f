"""Constructions that parsers and rules stumble over, drawn on sentences written for these tests."""

import re

import pytest

from tests.suggest.claims.pictures import drawn, plain, shown

pytestmark = pytest.mark.model


def test_that_a_leading_participle_shares_the_source_of_the_verb_behind_it(expect):
    expect(
        "{cue:Stressing} {content:that the lake must stay open to all boats}, {source:Head of the "
        "Board Karin Holm} noted that the ice was thin.",
        "Stressing that the lake must stay open to all boats, {source:Head of the Board Karin "
        "Holm} {cue:noted} {content:that the ice was thin}.",
    )


@pytest.mark.parametrize(
    "picture",
    [
        "{content:The dam will hold}, {cue:according to} {source:the engineers}.",
        "{cue:According to} {source:the engineers}, {content:the dam will hold}.",
    ],
)
def test_that_according_is_a_cue_and_no_verb(expect, picture):
    expect(picture)


@pytest.mark.parametrize(
    "picture",
    [
        "The envoy said that the truce was holding and {cue:denied} {content:the accusations}.",
        "The envoy said that the truce was holding, {cue:adding} {content:that aid was near}.",
    ],
)
def test_that_a_second_report_is_cut_out_of_the_first(find, picture):
    text = picture.replace("{cue:", "").replace("{content:", "").replace("}", "")
    first, second = (frame for frame in find(text) if frame.score >= 0.5)
    assert [text[slice(*span)] for span in first.content] == ["that the truce was holding"]
    assert [text[slice(*span)] for frame in (first, second) for span in frame.source] == [
        "The envoy",
        "The envoy",
    ]


def test_that_a_cue_in_a_quotation_is_nested_and_stays_inside_it(find):
    text = "“The mayor denied the plan,” the clerk said, and the plan was dropped."
    denied = next(frame for frame in find(text) if text[slice(*frame.cue[0])] == "denied")
    assert denied.nested
    assert all(end <= text.index("”") for _, end in denied.content)


def test_that_unbalanced_marks_do_not_swallow_the_next_paragraph(find):
    text = "She said: “The boats are late. We wait.\n\nThe mayor announced a new pier."
    said = next(frame for frame in find(text) if text[slice(*frame.cue[0])] == "said")
    assert max(end for _, end in said.content) < text.index("The mayor")


def test_that_a_broken_quotation_is_one_claim_with_two_contents(expect):
    expect(
        "{content:“The nets are empty,”} {source:the fisherman} {cue:said}. {content:“We will go "
        "north before the winter.”}"
    )


def test_that_a_quotation_over_paragraphs_is_one_claim(find):
    text = "“The nets are empty now,” she said. “We will wait.\n\n“We will then go north again.”"
    (claim,) = (frame for frame in find(text) if frame.score >= 0.5 and not frame.nested)
    assert text[slice(*claim.content[-1])] == "“We will then go north again.”"


def test_that_a_dateline_is_no_part_of_a_claim(expect):
    expect("PORT HALDEN (Northline) — {content:The ferry has sunk}, {source:police} {cue:said}.")


def test_that_a_relative_pronoun_and_the_noun_before_it_are_the_source(expect):
    expect(
        "{source:The pilot}, {source:who} {cue:said} {content:that the light was out}, was cleared."
    )


def test_that_an_empty_subject_is_no_source(find):
    text = "It was reported that the bridge had fallen."
    (claim,) = (frame for frame in find(text) if frame.score >= 0.5)
    assert claim.source == ()
    assert claim.attributes["source_type"] == "implicit"


def test_that_a_topic_alone_is_shown_as_no_claim(find):
    text = "The chairman touched upon the relations between the two countries."
    assert not [frame for frame in find(text) if frame.pattern not in ("weak", "preposition")]


@pytest.mark.parametrize(
    "picture",
    [
        "{source:The union} {cue:said} {content:that the pier was rotten}, and the bank said that "
        "it was safe.",
        "{source:The coast guard} on Friday {cue:said} {content:that the ship was lost}.",
        "{source:Holm}, certain of a win in the north, {cue:hopes} {content:to close the pier}.",
        "He turned to the voters, {cue:saying} {content:that the pier was safe}.",
        "{source:The bank} {cue:promised} {content:lower fees}.",
        "{source:The bank} {cue:promised} {addressee:its customers} {content:lower fees}.",
    ],
)
def test_that_slips_of_the_parser_and_neighbours_do_not_move_a_part(find, picture):
    text = plain(picture)
    pictures = drawn(text, shown(find(text)))
    assert any(shows(found, picture) for found in pictures), pictures


def shows(found: str, picture: str) -> bool:
    return found == picture or ("{source" not in picture and picture in without_source(found))


def without_source(picture: str) -> str:
    return re.sub(r"\{source:([^}]*)\}", r"\1", picture)
