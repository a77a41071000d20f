"""How work is grouped."""

from hypothesis import given
from hypothesis import strategies as st

from curator.suggest.portions import CHARACTERS, ITEMS, portions


@given(st.lists(st.integers(0, CHARACTERS * 2), max_size=60))
def test_that_portions_keep_the_order_and_stay_small(lengths):
    found = list(portions(iter(lengths), lambda length: length))
    assert [length for group in found for length in group] == lengths
    assert all(0 < len(group) <= ITEMS for group in found)
    assert all(sum(group) <= CHARACTERS or len(group) == 1 for group in found)


def test_that_portions_are_as_large_as_they_may_be():
    assert [len(group) for group in portions(range(ITEMS + 1), lambda item: 1)] == [ITEMS, 1]
