"""Characters, as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.characters import next_character

TEXTS = st.lists(
    st.sampled_from(
        ["a", "👩‍🚀", "🇩🇪", "🇦🇿", "e\u0301", "각", "ᄀ", "नि", "❤️", " ", "\n", "\u200d"]
    ),
    max_size=14,
).map("".join)


@pytest.mark.parametrize(
    "character", ["👩‍🚀", "👍🏽", "🇩🇪", "e\u0301", "각", "ᄀ\u1161\u11a8", "नि", "❤️", "1\u20e3"]
)
def test_that_a_character_step_crosses_what_the_reader_sees_as_one(character):
    text = f"a{character}b"
    assert next_character(text, 1, 1) == 1 + len(character)
    assert next_character(text, 1 + len(character), -1) == 1


def test_that_flags_pair_up_from_the_left():
    text = "🇩🇪🇦🇿"
    assert next_character(text, 0, 1) == 2
    assert next_character(text, 4, -1) == 2


def test_that_steps_stop_at_the_ends_of_the_text():
    assert next_character("a", 1, 1) == 1
    assert next_character("a", 0, -1) == 0


@given(TEXTS)
def test_that_character_steps_are_the_same_both_ways(text):
    forwards, at = [0], 0
    while at < len(text):
        at = next_character(text, at, 1)
        forwards.append(at)
    backwards, at = [len(text)], len(text)
    while at > 0:
        at = next_character(text, at, -1)
        backwards.append(at)
    assert forwards == backwards[::-1]
