"""Where quotations are, drawn as [ … ] around them."""

import re

import pytest

from curator.suggest.claims.quotes import find_quotations


def drawn(text: str) -> str:
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    picture, place = "", 0
    for quotation in find_quotations(text, paragraphs):
        picture += text[place : quotation.start] + "[" + text[quotation.start : quotation.end] + "]"
        place = quotation.end
    return picture + text[place:]


@pytest.mark.parametrize(
    "picture",
    [
        "[“Yes,”] she said. [“No.”]",
        '["Yes,"] she said. ["No."]',
        "[``Yes,''] she said.",
        "[«Yes»] and [„no“] and [「maybe」].",
        "[‘Yes,’] she said, but the sailors’ wives said [‘no’].",
        "[“He said ‘no’ to me,”] she said.",
        "It's the children's boat, rock 'n' roll.",
    ],
)
def test_that_each_kind_of_mark_encloses_a_quotation(picture):
    assert drawn(re.sub(r"[\[\]]", "", picture)) == picture


@pytest.mark.parametrize(
    "picture",
    [
        "He is 6'2\" tall and rows.",
        "A stray ” closes nothing.",
        "The so-called “harbour is a ditch. It dries.",
    ],
)
def test_that_a_stray_mark_is_no_quotation(picture):
    assert drawn(picture) == picture


def test_that_an_unclosed_quotation_ends_with_its_sentence():
    assert drawn("She wrote: “We wait. He left.\nAll slept.") == (
        "She wrote: [“We wait.] He left.\nAll slept."
    )


def test_that_a_quotation_runs_on_into_a_paragraph_that_opens_with_a_mark():
    assert drawn("He said: “We wait. We hope.\n\n“We row,” and left.") == (
        "He said: [“We wait. We hope.]\n\n[“We row,”] and left."
    )


def test_that_a_quotation_runs_on_to_a_mark_that_closes_it_a_paragraph_later():
    assert drawn("He said: “We wait. We hope.\nWe row.” He left.") == (
        "He said: [“We wait. We hope.]\n[We row.”] He left."
    )


def test_that_an_opening_mark_in_the_place_of_a_closing_one_closes():
    assert drawn("[“We row,“] he said. [“Now.”]".replace("[", "").replace("]", "")) == (
        "[“We row,“] he said. [“Now.”]"
    )
