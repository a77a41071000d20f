"""Overlaps found by bisection are those found by comparing with every span."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.occupied import Occupied

spans = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: (one[0], sum(one)))


@given(st.lists(spans, max_size=12), spans)
def test_that_a_span_meets_what_it_shares_a_character_with(
    taken: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    start, end = asked
    expected = any(start < last and first < end for first, last in taken)
    assert Occupied(taken).meets(start, end) == expected
