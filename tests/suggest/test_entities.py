"""What the pipeline found → what is proposed, as pictures."""

import re
from dataclasses import replace

import pytest
import spacy

from curator.domain.annotation import Layer
from curator.domain.scheme import Boundary
from curator.suggest.entities import SUGGESTER, UNKNOWN, titles

MARK = re.compile(r"\[(.*?):([A-Z]+)\]", re.DOTALL)


@pytest.fixture(scope="module")
def blank():
    return spacy.blank("en")


@pytest.fixture
def propose(blank, entity_scheme):
    def draw(picture, scheme=entity_scheme):
        text, spans, end = "", [], 0
        for mark in MARK.finditer(picture):
            text += picture[end : mark.start()]
            spans.append((len(text), len(text) + len(mark[1]), mark[2]))
            text, end = text + mark[1], mark.end()
        doc = blank(text + picture[end:])
        doc.set_ents([doc.char_span(a, b, label, alignment_mode="expand") for a, b, label in spans])
        return drawn(doc.text, list(SUGGESTER.propose(doc, scheme, {})))

    return draw


def drawn(text, proposals):
    picture, end = "", 0
    for proposal in proposals:
        (part,) = proposal.parts
        picture += f"{text[end : part.start]}[{text[part.start : part.end]}:{proposal.label}]"
        end = part.end
    return picture + text[end:]


def test_that_labels_are_read_through_the_scheme_and_strange_ones_dropped(propose):
    assert propose("At [3 p.m.:TIME] [Baku:GPE] saw [two:CARDINAL] [Leopards:PRODUCT]") == (
        "At [3 p.m.:DATE] [Baku:GPE] saw two Leopards"
    )


def test_that_edges_follow_the_policy_and_titles_are_people_s_only(propose):
    assert propose(
        "[the Colonel General Ali Orr’s:PERSON] men in [the Major General Park:GPE]"
    ) == ("the Colonel General [Ali Orr:PERSON]’s men in the [Major General Park:GPE]")


def test_that_a_policy_with_titles_inside_takes_them_in(propose, entity_scheme):
    inside = replace(entity_scheme, boundary=Boundary(title=True, possessive=True))
    assert propose("then Prime Minister [Lena Orr:PERSON]’s men", inside) == (
        "then [Prime Minister Lena Orr’s:PERSON] men"
    )


def test_that_of_two_that_meet_after_the_policy_one_is_proposed(propose, entity_scheme):
    inside = replace(entity_scheme, boundary=Boundary(title=True))
    picture = "[President:PERSON] [Lena Orr:PERSON] spoke"
    assert propose(picture, inside) == "[President Lena Orr:PERSON] spoke"


def test_that_nothing_is_proposed_for_marks_alone(propose):
    assert propose("He said [—:ORG] no") == "He said — no"


def test_that_a_proposal_says_why_and_how_sure(blank, entity_scheme):
    doc = blank("Baku agreed")
    doc.set_ents([doc.char_span(0, 4, label="GPE")])
    (proposal,) = SUGGESTER.propose(doc, entity_scheme, {})
    assert (proposal.layer, proposal.pattern) == (Layer.ENTITY, "model")
    assert proposal.score == proposal.confidence == UNKNOWN
    assert proposal.candidate_why is None


def test_that_the_list_of_titles_has_ranks_offices_and_clergy():
    assert {"colonel general", "prime minister", "mr", "archbishop", "former"} <= titles()
    assert all(entry == entry.lower().strip() and entry for entry in titles())


def test_that_the_agency_of_the_metadata_counts_where_the_text_has_no_head(blank, entity_scheme):
    doc = blank("The minister told Northline so.")
    (proposal,) = SUGGESTER.propose(doc, entity_scheme, {"agency": "Northline"})
    assert (proposal.label, proposal.pattern) == ("ORG", "agency")
    assert list(SUGGESTER.propose(doc, entity_scheme, {"agency": 7})) == []
