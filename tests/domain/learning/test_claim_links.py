"""Which entity a claim's source is, and which claim another is nested in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.domain.annotation import Link, State
from curator.domain.learning.claim_links import nested_link, source_links
from tests.support.pictures import picture


def linked(source: str, *, head: str = "") -> list[str]:
    """Link the only claim of a picture, and say which words its source is."""
    drawn = picture(source)
    entities = [one for one in drawn.annotations if one.layer == "entity"]
    (claim,) = (one for one in drawn.annotations if one.layer == "claim")
    if head:
        claim = replace(claim, evidence={"features": [f"source={head}"]})
    by_id = {one.id: one.quote(drawn.text) for one in entities}
    links = source_links(drawn.text, claim, entities)
    assert all(link.role == "source" for link in links)
    return [by_id[link.target] for link in links]


@pytest.mark.parametrize(
    ("drawn", "said_by"),
    [
        ("<[Ana Okoro:PERSON]:source> <said:cue> {that prices rose:assertion}.", ["Ana Okoro"]),
        ("<The [Kremlin:ORG]:source> <said:cue> {that prices rose:assertion}.", ["Kremlin"]),
        ("<[Baku:GPE]:source> <denied:cue> {the report:denial}.", ["Baku"]),
        ("<the mayor of [Baku:GPE]:source> <denied:cue> {the report:denial}.", []),
        ("<[Baku:GPE]’s mayor:source> <denied:cue> {the report:denial}.", []),
        (
            "<The chief of the [SSS:ORG], Colonel [Ali Naghiyev:PERSON]:source> "
            "<said:cue> {that it rained:assertion}.",
            ["Ali Naghiyev"],
        ),
        ("<a spokesman for [Ana Okoro:PERSON]:source> <said:cue> {no:denial}.", []),
        ("<[Monday:DATE] papers:source> <said:cue> {that prices rose:assertion}.", []),
        ("<he:source> <said:cue> {that [Ana:PERSON] left:assertion}.", []),
    ],
)  # fmt: skip
def test_that_a_source_is_the_entity_that_it_names(drawn: str, said_by: list[str]) -> None:
    assert linked(drawn) == said_by


def test_that_an_entity_with_the_head_of_the_source_comes_first() -> None:
    drawn = (
        "<[Reuters:ORG] reporter [Ana Okoro:PERSON]:source> <said:cue> {that it rained:assertion}."
    )
    assert linked(drawn) == ["Ana Okoro"]
    assert linked(drawn, head="reuters") == ["Reuters"]


def test_that_each_source_has_a_link_and_nobody_two() -> None:
    drawn = "<[Ana Okoro:PERSON]:source> and <[Ben Sy:PERSON]:source> <said:cue> {no:denial}."
    assert linked(drawn) == ["Ana Okoro", "Ben Sy"]


def test_that_a_nested_claim_is_linked_to_the_smallest_around_it() -> None:
    drawn = picture(
        "<Ana:source> <said:cue> {that {<Ben:source> <denied:cue> {the plan:denial}"
        ":assertion}:belief}."
    )
    outer = [one for one in drawn.annotations if len(one.parts) > 0]
    inner = min(outer, key=lambda one: one.end - one.start)
    others = [one for one in outer if one is not inner]
    links = nested_link(inner, others)
    assert [link.role for link in links] == ["nested_in"]
    rejected = [replace(one, state=State.REJECTED) for one in others]
    assert nested_link(inner, rejected) == ()
    assert links[0] == Link("nested_in", min(others, key=lambda one: one.end - one.start).id)
