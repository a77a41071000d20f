"""Where long texts are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.suggest.pieces import pieces


def cut(text, limit):
    return [text[start:end] for start, end in pieces(text, limit=limit)]


def test_that_a_short_text_is_one_piece():
    assert cut("One.\n\nTwo.", 50) == ["One.\n\nTwo."]
    assert pieces("") == [(0, 0)]


def test_that_pieces_end_where_paragraphs_end():
    assert cut("One is.\nwrapped.\n\nTwo.\n \nThree.", 24) == [
        "One is.\nwrapped.\n\n",
        "Two.\n \nThree.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two\nthree four", ["one two\n", "three four"]),
        ("one two three", ["one two ", "three"]),
        ("onetwothreefour", ["onetwothre", "efour"]),
    ],
)
def test_that_only_a_paragraph_longer_than_a_piece_is_cut(text, expected):
    assert cut(text, 10) == expected


@given(st.text(alphabet="ab \n", max_size=80), st.integers(1, 20))
def test_that_pieces_cover_the_text(text, limit):
    assert "".join(cut(text, limit)) == text
    assert all(0 < len(piece) <= limit for piece in cut(text, limit)) or not text
