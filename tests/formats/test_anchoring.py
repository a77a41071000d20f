"""Annotations find their words again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.formats.anchoring import Quote, Span, anchor, quote

TEXT = "Ana said no. Bo said no. Cy said\n  no."


@pytest.mark.parametrize(
    ("position", "words", "place"),
    [
        ((0, 3), None, (0, 3)),
        ((0, 3), Quote("Ana"), (0, 3)),
        ((1, 4), Quote("Ana"), (0, 3)),
        ((90, 93), Quote("Ana"), (0, 3)),
        (None, Quote("Bo"), (13, 15)),
        ((99, 100), Quote("said no"), (16, 23)),
        ((0, 7), Quote("said no"), (4, 11)),
        (None, Quote("said no", prefix="Bo "), (16, 23)),
        (None, Quote("no", suffix=". Cy"), (21, 23)),
        (None, Quote("Cy said no"), (25, 37)),
        (None, Quote("said no", prefix="XX"), None),
        (None, Quote("Di"), None),
        (None, None, None),
        ((3, 3), None, None),
        ((-1, 3), None, None),
        ((0, 99), None, None),
        ((5, 2), Quote("  "), None),
    ],
)
def test_that_an_annotation_is_where_its_words_are(
    position: Span | None, words: Quote | None, place: Span | None
) -> None:
    assert anchor(TEXT, position, words) == place


def test_that_line_ends_of_another_kind_are_the_same_words() -> None:
    assert anchor("a\r\nb", (0, 4), Quote("a\nb")) == (0, 4)


@given(st.text("ab \u0301🚢日.", min_size=2, max_size=40), st.data())
def test_that_words_are_found_again_after_something_was_put_before(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = quote(text, start, end)
    place = anchor("🚢🚢 New. " + text, (start + 8, end + 8), words)
    if words.exact.strip():
        assert place is not None
        assert ("🚢🚢 New. " + text)[slice(*place)].split() == words.exact.split()
    assert anchor(text, (start, end), words) == (start, end)
