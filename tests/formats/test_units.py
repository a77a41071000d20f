"""Offsets in UTF-16 units and in code points."""

from hypothesis import given
from hypothesis import strategies as st

from curator.formats.units import Utf16

TEXTS = st.text(st.sampled_from("ae\u0301\u200d\U0001f600\U0001d4b1\n\u00a0日"), max_size=30)


@given(TEXTS)
def test_that_offsets_are_those_of_utf_16_and_come_back(text: str) -> None:
    units = Utf16(text)
    for offset in range(len(text) + 1):
        there = units.from_code_points(offset)
        assert there == len(text[:offset].encode("utf-16-le")) // 2
        assert units.to_code_points(there) == offset


def test_that_half_a_character_is_no_place_and_other_things_stay_as_they_are() -> None:
    units = Utf16("a\U0001f600b")
    assert [units.to_code_points(n) for n in range(6)] == [0, 1, None, 2, 3, 4]
    assert [units.to_code_points(odd) for odd in ("1", None, 1.5, True)] == ["1", None, 1.5, True]
