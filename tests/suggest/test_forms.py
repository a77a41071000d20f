"""What a model found → what the form of the text makes of it, as pictures."""

import re
from itertools import starmap

import pytest

from curator.domain.dispatch import recognise
from curator.suggest.forms import REPEATED, Mention, add_forms, without_overlaps

MARK = re.compile(r"\[(.*?):([A-Z]+)\]", re.DOTALL)


def read(picture):
    text, mentions, end = "", [], 0
    for mark in MARK.finditer(picture):
        text += picture[end : mark.start()]
        mentions.append(Mention(len(text), len(text) + len(mark[1]), mark[2], 0.95, "model"))
        text, end = text + mark[1], mark.end()
    return text + picture[end:], mentions


def draw(text, mentions):
    picture, end = "", 0
    for one in mentions:
        picture += f"{text[end : one.start]}[{text[one.start : one.end]}:{one.label}]"
        end = one.end
    return picture + text[end:]


def seen(picture):
    text, mentions = read(picture)
    return draw(text, add_forms(text, mentions, recognise(text)))


def test_that_the_agency_of_the_head_is_an_organisation_wherever_it_is_named():
    assert seen(
        "SUND, May 6 (NORTHLINE) — The [Maren:GPE] fleet sailed, it told [Northline:PERSON].\n"
        "[Northline Radio:ORG] heard it; northline is no name, Northliner neither."
    ) == (
        "[SUND:GPE], May 6 ([NORTHLINE:ORG]) — The [Maren:GPE] fleet sailed, it told "
        "[Northline:ORG].\n"
        "[Northline Radio:ORG] heard it; northline is no name, Northliner neither."
    )


@pytest.mark.parametrize(
    ("found", "made"),
    [
        ("[PORT HALDEN:ORG], May 6 (AP) — It", "[PORT HALDEN:GPE], May 6 ([AP:ORG]) — It"),
        ("[Sorrel Cape:LOC], May 6 (AP) — It", "[Sorrel Cape:LOC], May 6 ([AP:ORG]) — It"),
        ("[SUND, May 6:DATE] (AP) — It", "[SUND, May 6:DATE] ([AP:ORG]) — It"),
    ],
)
def test_that_the_place_of_the_head_is_a_place_unless_something_likely_was_found(found, made):
    assert seen(found) == made


def test_that_an_abbreviation_is_what_its_name_is():
    assert seen(
        "the [State Security Service:ORG] ([SSS:GPE]) met. [SSS:GPE] men of the SSS left"
    ) == ("the [State Security Service:ORG] ([SSS:ORG]) met. [SSS:ORG] men of the [SSS:ORG] left")
    assert seen("[Lena Orr:PERSON] (LO) met [Velm:GPE] (UNO)") == (
        "[Lena Orr:PERSON] (LO) met [Velm:GPE] (UNO)"
    )


def test_that_a_date_in_digits_is_a_date():
    assert seen("on [2031-03-14:QUANTITY] or [May 2031-03-15:DATE], not 2031-13-14") == (
        "on [2031-03-14:DATE] or [May 2031-03-15:DATE], not 2031-13-14"
    )


def test_that_a_name_recognised_once_is_one_where_it_was_overlooked():
    text, mentions = read("[Velm:GPE] and Velm-Kolm and [Old Velm:GPE] but not Velmish or velm")
    made = add_forms(text, mentions, recognise(text))
    assert draw(text, made) == (
        "[Velm:GPE] and [Velm:GPE]-Kolm and [Old Velm:GPE] but not Velmish or velm"
    )
    assert [(one.score, one.pattern) for one in made[1:2]] == [(REPEATED, "repeated")]


def test_that_an_unsure_name_a_number_or_a_date_is_not_repeated():
    assert seen("[Monday:DATE] is Monday and [Two:CARDINAL] is Two") == (
        "[Monday:DATE] is Monday and [Two:CARDINAL] is Two"
    )
    weak = Mention(0, 4, "GPE", 0.4, "model")
    assert add_forms("Velm, Velm", [weak], recognise("")) == [weak]


def test_that_the_longer_then_the_surer_of_two_that_overlap_is_kept():
    spans = [(0, 4, "GPE", 0.9), (2, 9, "ORG", 0.3), (9, 12, "ORG", 0.5), (9, 12, "GPE", 0.6)]
    kept = without_overlaps(starmap(Mention, ((*span, "model") for span in spans)))
    assert [one[:4] for one in kept] == [spans[1], spans[3]]
