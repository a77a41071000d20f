"""What makes up an annotation, and what its words are."""

from __future__ import annotations

import pytest

from curator.domain.annotation import (
    Annotation,
    Layer,
    Part,
    Role,
    check_parts,
    entity_parts,
    sorted_parts,
)
from curator.domain.faults import Bug
from tests.support.pictures import picture

CUE, CONTENT, MENTION = (Part(role, 2, 4) for role in (Role.CUE, Role.CONTENT, Role.MENTION))


@pytest.mark.parametrize(
    ("layer", "parts"),
    [
        (Layer.ENTITY, ()),
        (Layer.ENTITY, (MENTION, MENTION)),
        (Layer.ENTITY, (CUE,)),
        (Layer.ENTITY, (Part(Role.MENTION, 4, 4),)),
        (Layer.ENTITY, (Part(Role.MENTION, -1, 4),)),
        (Layer.CLAIM, ()),
        (Layer.CLAIM, (Part(Role.SOURCE, 0, 3),)),
        (Layer.CLAIM, (CUE, MENTION)),
        (Layer.CLAIM, (Part(Role.CONTENT, 5, 3),)),
    ],
)
def test_that_parts_which_make_up_nothing_are_our_bug(
    layer: Layer, parts: tuple[Part, ...]
) -> None:
    with pytest.raises(Bug):
        Annotation(1, 1, layer, "x", parts)


@pytest.mark.parametrize("parts", [(CUE,), (CONTENT,), (Part(Role.SOURCE, 0, 1), CUE, CONTENT)])
def test_that_a_claim_has_a_cue_or_a_content(parts: tuple[Part, ...]) -> None:
    check_parts(Layer.CLAIM, parts)


def test_that_the_extent_reaches_from_the_first_part_to_the_last() -> None:
    drawn = picture("Yes: <Ana:source> <said:cue> no, {it rained:other} then")
    [claim] = drawn.annotations
    assert drawn.text[claim.start : claim.end] == "Ana said no, it rained"


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("[Ana:PERSON] came", "Ana"),
        ("<Ana:source> <said:cue> {it rained:other}", "said"),
        ("<Ana:source>: {it rained:other}", "it rained"),
    ],
)
def test_that_the_quote_is_the_mention_else_the_cue_else_the_content(
    source: str, quote: str
) -> None:
    drawn = picture(source)
    assert drawn.annotations[0].quote(drawn.text) == quote


def test_that_parts_are_sorted_by_place_then_by_role() -> None:
    parts = sorted_parts({Role.CONTENT: [(5, 9), (0, 2)], Role.SOURCE: [(5, 9)]})
    assert parts == (
        Part(Role.CONTENT, 0, 2), Part(Role.SOURCE, 5, 9), Part(Role.CONTENT, 5, 9),
    )  # fmt: skip


def test_that_an_entity_is_one_mention() -> None:
    assert entity_parts(3, 9) == (Part(Role.MENTION, 3, 9),)
