"""Code points and UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.ui.offsets import Offsets

TEXTS = st.text(
    st.sampled_from([*"ab \n", "é", "\u0301", "😀", "\u200d", "🚀", "ש", "م", "船"]), max_size=30
)


@given(TEXTS)
def test_that_units_are_counted_as_utf_16_counts_them(text):
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_units(point) == units
        assert offsets.to_points(units) == point


def test_that_a_place_inside_a_surrogate_pair_is_the_characters_own():
    assert Offsets("a😀b").to_points(2) == 1


@pytest.mark.parametrize("text", ["", "plain", "“curly” ש 船"])
def test_that_text_within_the_basic_plane_keeps_its_offsets(text):
    offsets = Offsets(text)
    assert [offsets.to_units(at) for at in range(len(text))] == list(range(len(text)))
