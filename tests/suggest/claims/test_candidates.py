"""Constructions that are claims less often: found, and mostly kept below the threshold."""

import pytest

from tests.suggest.claims.pictures import drawn, plain

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("pattern", "picture"),
    [
        ("seeming", "{content:The pier} {cue:seems} {content:to have sunk}."),
        ("seeming", "It {cue:appears} {content:that the pier has sunk}."),
        ("agent", "{source:Holm} {cue:is a supporter of} {content:the new pier}."),
        ("possessed", "The {cue:call for} {content:a new pier} was heard."),
        ("adjective", "It {cue:was clear} {content:that the pier would sink}."),
        ("noun", "The {cue:suggestion} {content:that the pier had sunk} angered them."),
    ],
)
def test_that_a_rarer_construction_is_a_candidate(find, pattern, picture):
    text = plain(picture)
    found = [frame for frame in find(text) if frame.pattern == pattern]
    assert drawn(text, found) == [picture]
    assert all(frame.score < 0.5 for frame in found)


@pytest.mark.parametrize(
    "picture",
    [
        "{source:Her} {cue:view is} {content:that the pier will sink}.",
        "{source:Holm} {cue:made the point} {content:that the pier was old}.",
        "{content:“The pier is old and wet,”} {cue:notes} {source:Holm}.",
    ],
)
def test_that_a_noun_may_carry_a_claim(find, picture):
    text = plain(picture)
    assert picture in drawn(text, [frame for frame in find(text) if frame.score >= 0.5])


@pytest.mark.parametrize(
    "picture",
    [
        "{source:The bank} {cue:said} {content:it would close}, which surprised nobody there.",
        "{source:The bank} {cue:said} {content:it would close}, while its owners went sailing.",
    ],
)
def test_that_what_the_author_adds_is_no_part_of_the_claim(expect, picture):
    expect(picture)


def test_that_a_quotation_that_begins_a_sentence_is_not_said_by_the_verb_before_it(find):
    text = "“We row,” she said at noon, when the town held a feast. “We will row until the winter.”"
    said = next(frame for frame in find(text) if text[slice(*frame.cue[0])] == "said")
    assert text[slice(*said.content[-1])] == "“We will row until the winter.”"
