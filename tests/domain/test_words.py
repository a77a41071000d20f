"""Words, as edges and selections meet them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.words import (
    nearest_edge,
    next_word_edge,
    snap,
    trim,
    word_bounds,
)

ALPHABET = st.sampled_from(
    [
        *"ab’'-.,4 %\nケか\u05f4\u066b\u2060",
        "é",
        "e\u0301",
        "👩‍🚀",
        "🇩🇪",
        "각",
        "ᄀ",
        "船",
        "ש",
        "\u00a0",
    ]
)
TEXTS = st.lists(ALPHABET, max_size=14).map("".join)


def words(text: str) -> list[str]:
    """Cut a text up into what `word_bounds` calls words, white space left out."""
    found, at = [], 0
    while at < len(text):
        start, end = word_bounds(text, at)
        assert start == at
        found.append(text[start:end])
        at = end
    return [word for word in found if not word.isspace()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Tern-4 drone", ["a", "Tern-4", "drone"]),
        ("the flotilla’s logs", ["the", "flotilla", "’s", "logs"]),
        ("O’Brien doesn't", ["O’Brien", "doesn't"]),
        ("4.2 million, 1,500.", ["4.2", "million", ",", "1,500", "."]),
        ("the U.S. fleet", ["the", "U.S.", "fleet"]),
        ("18% (May)", ["18", "%", "(", "May", ")"]),
        ("भारत ने", ["भारत", "ने"]),
        ("東京 です", ["東", "京", "で", "す"]),
        ("ok👩‍🚀!", ["ok", "👩‍🚀", "!"]),
        ("サービスは2024年", ["サービス", "は", "2024", "年"]),
    ],
)
def test_that_text_falls_into_words(text, expected):
    assert words(text) == expected


def test_that_a_sign_inside_a_word_finds_the_whole_word():
    assert word_bounds("a Tern-4 drone", 6) == (2, 8)


def test_that_a_selection_grows_to_whole_words_and_loses_outer_spaces():
    text = "the Maren Coast Guard, said"
    assert snap(text, 6, 14) == (4, 15)
    assert snap(text, 3, 10) == (4, 9)
    assert snap(text, 3, 4) is None


def test_that_a_selected_quotation_mark_stays_selected():
    assert snap("“No vessel”", 0, 5) == (0, 10)


def test_that_edges_go_out_and_in_by_word():
    text = "near Cape Ruhn, on March"
    assert next_word_edge(text, 9, 1) == 14
    assert next_word_edge(text, 14, 1) == 18
    assert next_word_edge(text, 14, -1, edge="end") == 9
    assert next_word_edge(text, 5, -1) == 0
    assert next_word_edge(text, 5, 1, edge="start") == 10
    assert next_word_edge(text, len(text), 1) == len(text)


@pytest.mark.parametrize(
    ("edge", "offset", "nearest"),
    [
        ("end", 4, 3),
        ("end", 7, 8),
        ("end", 17, 17),
        ("end", 30, 19),
        ("start", 0, 0),
        ("start", 3, 4),
        ("start", 19, 18),
    ],
)
def test_that_a_dragged_edge_goes_to_the_nearest_word_or_sign(edge, offset, nearest):
    text = "The Velm’s mayor, x"
    assert nearest_edge(text, min(offset, len(text)), edge=edge) == nearest


def test_that_white_space_has_no_edges():
    assert nearest_edge("", 0, edge="end") is None
    assert nearest_edge(" \n ", 2, edge="start") is None
    assert nearest_edge("a \n  b", 3, edge="end") == 1


@given(TEXTS)
def test_that_words_cover_the_text_without_overlap(text):
    at = 0
    while at < len(text):
        start, end = word_bounds(text, at)
        assert start == at < end
        assert all(word_bounds(text, inside) == (start, end) for inside in range(start, end))
        at = end


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_that_a_snapped_selection_holds_what_was_selected(text, first, second):
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    snapped, trimmed = snap(text, start, end), trim(text, start, end)
    assert (snapped is None) == (trimmed is None)
    if snapped and trimmed:
        assert snapped[0] <= trimmed[0] < trimmed[1] <= snapped[1]
        assert snap(text, *snapped) == snapped
