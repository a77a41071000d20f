"""Equal values have equal bytes, and every byte counts in the chain."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.canonical import canonical, digest_change_set, digest_text

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


@given(PLAIN)
def test_that_a_value_comes_back_as_it_was(value: Any) -> None:
    assert json.loads(canonical(value)) == value


def test_that_keys_are_sorted_and_nothing_is_escaped() -> None:
    assert canonical({"ü": 1, "b": [True, None, "☂"], "a": 0.5}) == (
        '{"a":0.5,"b":[true,null,"☂"],"ü":1}'
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_that_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError):
        canonical(value)


def test_that_the_digest_of_a_text_is_that_of_its_utf8() -> None:
    assert digest_text("né ☂") == hashlib.sha256("né ☂".encode()).hexdigest()


def test_that_a_change_set_hangs_on_its_own_words_and_on_all_before_it() -> None:
    record, decisions = {"id": 1, "code": "accept"}, [["annotation", 7]]
    digests = {
        digest_change_set(record, decisions, ""),
        digest_change_set({**record, "code": "reject"}, decisions, ""),
        digest_change_set(record, [["annotation", 8]], ""),
        digest_change_set(record, decisions, "before"),
    }
    assert len(digests) == 4
