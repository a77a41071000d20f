"""Who claims what, and what of it agrees or contradicts."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.ledger import ALIKE, PRONOUN, Bearing, Entry, Likeness, Wanted, by_source

NUMBERS = count(1)
FILLER = tuple(
    f"the {thing} of {place} was painted {colour}"
    for thing in ("door", "mast", "roof")
    for place in ("Velm", "Ruda", "Sill")
    for colour in ("green", "white")
)


def claim(
    source: str, content: str, *, type_: str = "assertion", document: int = 0, **more: object
) -> Entry:
    number = next(NUMBERS)
    return Entry(number, document or number, source, 0, "", type_, "said", content, **more)  # type: ignore[arg-type]


def bearing(one: Entry, two: Entry) -> list[str]:
    """How the second bears on the first, among claims about other things."""
    others = [claim("somebody", words) for words in FILLER]
    return [match.bearing for match in Likeness([one, two, *others]).of(one.annotation_id)]


def test_that_claims_with_the_same_rare_words_agree() -> None:
    one = claim("the minister", "the harbour wall will be rebuilt by autumn")
    two = claim("the mayor", "that the harbour wall would be rebuilt before the autumn")
    assert bearing(one, two) == [Bearing.AGREES]


@pytest.mark.parametrize(
    ("type_", "content"),
    [
        ("denial", "her ships had fired on the tanker Corvina"),
        ("assertion", "no ships of hers had fired on the tanker Corvina"),
        ("assertion", "her ships hadn’t fired on the tanker Corvina"),
    ],
)
def test_that_a_denial_or_a_negation_contradicts(type_: str, content: str) -> None:
    one = claim("the crew", "ships had fired on the tanker Corvina", type_="accusation")
    assert bearing(one, claim("the admiral", content, type_=type_)) == [Bearing.CONTRADICTS]


def test_that_two_denials_agree_and_a_denied_negation_is_none() -> None:
    one = claim("a", "ships fired on the tanker Corvina", type_="denial")
    assert bearing(one, claim("b", "ships fired on the tanker Corvina", type_="denial")) == [
        Bearing.AGREES
    ]
    assert bearing(one, claim("c", "ships never fired on the tanker Corvina", type_="denial")) == [
        Bearing.CONTRADICTS
    ]


def test_that_one_common_word_is_not_enough() -> None:
    assert bearing(claim("a", "the accusation"), claim("b", "this accusation")) == []


def test_that_a_claim_around_another_in_one_document_is_not_compared_with_it() -> None:
    inner = "the hull of the ferry was sound"
    one = claim("Haas", f"the inspector told him {inner}", document=7)
    assert bearing(one, claim("the inspector", inner, document=7)) == []
    assert bearing(one, claim("the inspector", inner)) == [Bearing.AGREES]


def test_that_sources_are_told_apart_by_identity_then_by_words() -> None:
    known = [
        Entry(n, n, words, 3, "Ilse Varga", "hope", "", "")
        for n, words in ((1, "she"), (2, "Varga"))
    ]
    found = [*known, claim("The Mayor", "x"), claim("the mayor", "y"), claim("", "z")]
    assert list(by_source(found)) == [
        ("#3", "Ilse Varga", 2),
        ("the mayor", "The Mayor", 2),
        ("", "", 1),
    ]


def test_that_a_filter_looks_at_words_type_and_days() -> None:
    one = claim("the mayor", "the wall stands", date="2024-03-05")
    for wanted, passes in (
        (Wanted(words="WALL mayor"), True),
        (Wanted(words="roof"), False),
        (Wanted(type="denial"), False),
        (Wanted(source="the mayor"), True),
        (Wanted(since="2024-03-05", until="2024-03-05"), True),
        (Wanted(since="2024-03-06"), False),
    ):
        assert wanted.has(one) is passes, wanted
    assert not Wanted(until="2024-03").has(claim("a", "b", date="March 5"))


@given(st.lists(st.text("abcde ", max_size=30), max_size=12))
def test_that_likeness_is_the_same_both_ways_and_within_bounds(contents: list[str]) -> None:
    entries = [Entry(n, n, "", 0, "", "other", "", words) for n, words in enumerate(contents, 1)]
    likeness = Likeness(entries)
    found = {
        (one.annotation_id, match.entry.annotation_id): match.likeness
        for one in entries
        for match in likeness.of(one.annotation_id)
    }
    for (one, two), value in found.items():
        assert ALIKE <= value <= 1.0 + 1e-9
        assert found[(two, one)] == pytest.approx(value)


def test_that_pronouns_of_different_documents_are_nobody_in_particular() -> None:
    one, two = claim("She", "the harbour wall will stand"), claim("she", "the harbour wall stands")
    assert (one.key, two.key) == (PRONOUN, PRONOUN)
    others = [claim("somebody", words) for words in FILLER]
    (match,) = Likeness([one, two, *others]).of(one.annotation_id)
    assert not match.same_source
