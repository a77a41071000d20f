"""Splitting and merging, drawn: the caret is a bar, a selection lies between two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain import pieces
from curator.domain.annotation import Annotation, Layer, Part, Role, entity_parts
from tests.support.pictures import picture


def read(source: str) -> tuple[str, tuple[Annotation, ...], tuple[int, int] | None]:
    """Read a picture in which a bar is the caret, and two are the ends of a selection."""
    drawn = picture(source)
    bars = [at - n for n, at in enumerate(i for i, sign in enumerate(drawn.text) if sign == "|")]

    def plain(offset: int) -> int:
        return offset - drawn.text.count("|", 0, offset)

    ones = tuple(
        replace(one, parts=tuple(Part(p.role, plain(p.start), plain(p.end)) for p in one.parts))
        for one in drawn.annotations
    )
    return drawn.text.replace("|", ""), ones, (bars[0], bars[-1]) if bars else None


def said(text: str, parts: tuple[Part, ...], role: Role) -> str:
    """The words of the parts of a role."""
    return " … ".join(text[p.start : p.end] for p in parts if p.role is role)


def split(source: str) -> tuple[str, str] | None:
    """The words of both pieces of the first annotation of a picture."""
    text, (one, *_), cut = read(source)
    role = Role.MENTION if one.layer is Layer.ENTITY else Role.CONTENT
    made = pieces.split(text, one, cut)
    return None if made is None else (said(text, made[0], role), said(text, made[1], role))


@pytest.mark.parametrize(
    ("source", "first", "second"),
    [
        ("In [Velm| Ruda:GPE] it rained", "Velm", "Ruda"),
        ("In [Velm |and Ruda:GPE] it rained", "Velm", "Ruda"),
        ("In [Velm and| Ruda:GPE] it rained", "Velm", "Ruda"),
        ("In [Velm|, Ruda and Sill:GPE]", "Velm", "Ruda and Sill"),
        ("In [Velm|-|Ruda:GPE]", "Velm", "Ruda"),
        ("In [Velm |near the| Ruda:GPE]", "Velm", "Ruda"),
        ("In [Velm |Ruda|:GPE]", "Velm", "Ruda"),
        ("In [|Velm| and Ruda:GPE]", "Velm", "Ruda"),
        ("[Osmo 👩‍🚒|🙂 Ilse:PERSON]", "Osmo 👩‍🚒", "🙂 Ilse"),
        ("[東京|大阪:GPE]", "東京", "大阪"),
        ("[Ireland| Sands:GPE]", "Ireland", "Sands"),
    ],
)
def test_that_an_entity_is_split_at_the_caret_or_round_a_selection(
    source: str, first: str, second: str
) -> None:
    assert split(source) == (first, second)


@pytest.mark.parametrize(
    ("source", "first", "second"),
    [
        ("[Velm and Ruda:GPE]| met", "Velm", "Ruda"),
        ("|[Velm, Ruda & Sill:GPE] met", "Velm", "Ruda & Sill"),
        ("[Velm/Ruda:GPE]", "Velm", "Ruda"),
        ("[Velm und Ruda:GPE]", "Velm", "Ruda"),
        ("He <said:cue> {that grain rose and salt fell:assertion}", "that grain rose", "salt fell"),
        ("<head:source> <hopes:cue> {for rain, or for snow:hope}", "for rain", "for snow"),
    ],
)
def test_that_it_is_split_where_words_are_joined_when_the_caret_is_elsewhere(
    source: str, first: str, second: str
) -> None:
    assert split(source) == (first, second)


@pytest.mark.parametrize(
    "source",
    [
        "[Grain Board:ORG] met",
        "[Ireland:GPE]|",
        "[|Velm|:GPE]",
        "[Velm |and:GPE]",
        "<He:source> <said:cue> {a and b and c:assertion}",
        "<He:source> |<said:cue> {grain, salt:assertion}",
        "<He:source> <denied:cue>| {it:denial}",
    ],
)
def test_that_nothing_is_split_where_no_two_pieces_are_plain(source: str) -> None:
    assert split(source) is None


def test_that_pieces_of_a_claim_share_all_but_the_content() -> None:
    text, (one,), cut = read("<He:source> <said:cue> {grain rose| and salt fell:assertion}.")
    made = pieces.split(text, one, cut)
    assert made is not None
    for piece in made:
        assert said(text, piece, Role.SOURCE) == "He"
        assert said(text, piece, Role.CUE) == "said"


def test_that_a_claim_with_several_spans_is_split_between_them() -> None:
    text = "“A,” he said. “B.” “C.”"
    spans = [Part(Role.CONTENT, *span) for span in ((0, 4), (14, 18), (19, 23))]
    one = Annotation(1, 1, Layer.CLAIM, "assertion", (spans[0], Part(Role.CUE, 8, 12), *spans[1:]))
    by_itself, at_caret = pieces.split(text, one, None), pieces.split(text, one, (19, 19))
    assert by_itself is not None
    assert at_caret is not None
    assert [said(text, each, Role.CONTENT) for each in by_itself] == ["“A,”", "“B.” … “C.”"]
    assert [said(text, each, Role.CONTENT) for each in at_caret] == ["“A,” … “B.”", "“C.”"]


def test_that_words_taken_out_of_a_content_leave_two_spans() -> None:
    text, (one,), cut = read("{We must|, he <said:cue>,| wait here:demand}.")
    assert cut is not None
    parts = pieces.without(text, one, cut)
    assert parts is not None
    assert said(text, parts, Role.CONTENT) == "We must … wait here"
    assert said(text, parts, Role.CUE) == "said"
    assert pieces.without(text, one, (0, 4)) is None


def merged(source: str, *numbers: int, more: tuple[tuple[int, int], ...] = ()) -> str:
    text, drawn, _cut = read(source)
    ones = [one for one in drawn if one.id in numbers]
    parts = pieces.merged(text, ones, more=more)
    role = Role.MENTION if ones[0].layer is Layer.ENTITY else Role.CONTENT
    return said(text, parts, role)


def test_that_entities_merge_into_one_from_the_first_word_to_the_last() -> None:
    assert merged("[Grain:ORG] and [Salt [Board:ORG]:ORG] met", 1, 2, 3) == "Grain and Salt Board"
    assert merged("[Grain:ORG] Board met", 1, more=((6, 11),)) == "Grain Board"


def test_that_contents_merge_into_spans_and_join_where_only_a_joint_parted_them() -> None:
    source = (
        "<He:source> <said:cue> {grain rose:assertion} and {salt fell:assertion}. Later {B:hope}"
    )
    assert merged(source, 1, 2) == "grain rose and salt fell"
    assert merged(source, 1, 3) == "grain rose … B"
    assert merged("{A.:hope}\n{B.:hope}", 1, 2) == "A. … B."


def test_that_a_merged_claim_has_the_parts_of_the_first_that_has_them() -> None:
    text, ones, _cut = read(
        "{A:hope} <he:source> <said:cue> {B:hope} <she:source> <hoped:cue> {C:hope}"
    )
    parts = pieces.merged(text, ones)
    assert said(text, parts, Role.SOURCE) == "he"
    assert said(text, parts, Role.CUE) == "said"
    assert said(text, parts, Role.CONTENT) == "A … B … C"


def test_that_the_partner_is_the_next_of_the_label_that_is_not_rejected() -> None:
    text, ones, _cut = read("[A:GPE] [B:ORG] [C:GPE-] [D:GPE] [E:GPE]")
    found = pieces.partner(ones[0], ones, text)
    assert found is ones[3]
    assert pieces.partner(ones[4], ones, text) is None


def test_that_no_entity_merges_over_the_end_of_a_line_but_a_claim_does() -> None:
    text, ones, _cut = read("[A:GPE]\n[B:GPE] {c:hope}\n{d:hope}")
    assert pieces.partner(ones[0], ones, text) is None
    assert pieces.partner(ones[2], ones, text) is ones[3]


def test_that_a_selection_says_what_merges() -> None:
    text, ones, _cut = read("[A:GPE] [B:ORG] [C:GPE] [D:GPE-] [E:GPE]")
    assert pieces.selected(ones[2], ones, (0, len(text))) == [ones[0], ones[4]]
    assert pieces.selected(ones[2], ones, (2, 3)) == []


@given(st.text(alphabet="ab ,-\nand👩‍🚒e\u0301", min_size=1, max_size=16), st.data())
def test_that_pieces_lie_in_order_within_what_was_split(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    start, end = sorted(data.draw(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1])))
    cut = data.draw(st.none() | st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair))))
    made = pieces.split(text, Annotation(1, 1, Layer.ENTITY, "GPE", entity_parts(start, end)), cut)
    if made is not None:
        ((_r, a, b),), ((_s, c, d),) = made
        assert start <= a < b <= c < d <= end
