"""Texts are normalised once, and offsets follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.text import normalise

NASTY = st.text(
    st.one_of(
        st.sampled_from("\r\n\f\v\x85\u2028\u2029\t\ufeff\x00\x1f\ud800\udfff\ufdd0\u0301e\u200d"),
        st.characters(),
    )
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\r\nb\rc\fd\ve\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb\u00a0c", "a\tb\u00a0c"),
        ("\ufeffa\ufeffb", "a\ufeffb"),
        ("a\x00b\x1bc\ud800d\ufdd0e\ufdd1", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"),
        ("e\u0301\u2126", "e\u0301\u2126"),
        ("plain", "plain"),
    ],
)
def test_that_line_ends_become_one_and_what_no_text_may_hold_is_marked(
    source: str, text: str
) -> None:
    assert normalise(source).text == text


@given(NASTY)
def test_that_every_character_of_the_text_is_found_again_in_the_source(source: str) -> None:
    normalised = normalise(source)
    for offset, character in enumerate(normalised.text):
        origin = normalised.to_source(offset)
        assert normalised.to_text(origin) == offset
        assert source[origin] == character or character in "\n\ufffd"


@given(NASTY)
def test_that_offsets_into_the_source_lead_into_the_text_in_order(source: str) -> None:
    normalised = normalise(source)
    places = [normalised.to_text(offset) for offset in range(len(source) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == len(normalised.text)


@given(NASTY)
def test_that_a_normalised_text_can_be_stored(source: str) -> None:
    text = normalise(source).text
    text.encode("utf-8")
    assert not set(text) & set("\r\f\v\x85\u2028\u2029\x00\ufdd0\ufdd1")
