"""What stands beside a span tells how likely it ends where it should."""

from __future__ import annotations

import pytest

from curator.domain.learning.beside import ALONE, Beside, Surroundings, beside, look_of

TEXT = "Said in Velm.\nOst forces withdrew"


def around(words: str) -> Beside:
    start = TEXT.index(words)
    return beside(TEXT, start, start + len(words))


def test_that_the_tokens_beside_a_span_are_those_of_its_line() -> None:
    assert around("Velm") == Beside("in", ".")
    assert around("Velm.") == Beside("in", "")
    assert around("Ost") == Beside("", "forces")
    assert around("Ost forces withdrew") == ALONE


@pytest.mark.parametrize(
    ("string", "look"),
    [
        ("", ""),
        (",", ","),
        ("2016", "figures"),
        ("3,500", "figures"),
        ("NATO", "capitals"),
        ("U.S.", "capitals"),
        ("Halden", "name"),
        ("University of Velm", "name"),
        ("I", "name"),
        ("Iraqi government", "mixed"),
        ("F16", "capitals"),
        ("the group", "small"),
        ("für", "small"),
    ],
)
def test_that_a_string_looks_like_a_name_or_like_other_words(string: str, look: str) -> None:
    assert look_of(string) == look


def test_that_nothing_leans_where_there_is_nothing_to_compare_with() -> None:
    known = Surroundings()
    assert known.leaning("ORG", Beside("the", "forces")) == 0
    for _ in range(8):
        known.add("ORG", Beside("the", "forces"), right=False)
    assert known.leaning("ORG", Beside("the", "forces")) == 0
    assert known.leaning("GPE", Beside("the", "forces")) == 0


def test_that_each_side_leans_by_its_token_and_by_those_that_look_alike() -> None:
    known = Surroundings()
    for _ in range(8):
        known.add("ORG", Beside("the", "forces"), right=False)
        known.add("ORG", Beside("the", "."), right=True)
    assert known.leaning("ORG", Beside("the", "forces")) < 0 < known.leaning("ORG", Beside("", "."))
    same, alike = Beside("the", "forces"), Beside("the", "troops")
    assert known.leaning("ORG", same) <= known.leaning("ORG", alike) < 0
    known.add("ORG", Beside("a", "troops"), 8, right=True)
    assert known.leaning("ORG", same) < 0 < known.leaning("ORG", alike)


def test_that_what_is_taken_out_of_the_surroundings_leaves_no_trace() -> None:
    known = Surroundings()
    for n in (2, -2):
        known.add("ORG", Beside("the", "forces"), n, right=False)
        known.add("ORG", Beside("in", "."), n, right=True)
    known.add("ORG", Beside("in", "."), right=True)
    assert known.leaning("ORG", Beside("the", "forces")) == 0
