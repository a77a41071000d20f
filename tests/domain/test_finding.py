"""Finding words: case, whole words, white space, and letters whose folding is longer."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain import finding
from curator.domain.finding import Finder, Wanted, fold

LETTERS = st.text(alphabet="aAsSßẞiIİıﬁfe\u0301 \n🙂", max_size=24)


def found(text: str, words: str, *, case: bool = False, whole: bool = False) -> list[str]:
    return [text[a:b] for a, b in Finder(text).spans(Wanted(words, case=case, whole=whole))]


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("Velm and VELM and velmer", "velm", ["Velm", "VELM", "velm"]),
        ("Die Straße, die STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Die Straße, die STRASSE", "straße", ["Straße", "STRASSE"]),
        ("Straße", "stras", []),
        ("Maße s", "s", ["s"]),
        ("ß ß osmo", "osmo", ["osmo"]),
        ("İstanbul, istanbul, ISTANBUL", "istanbul", ["İstanbul", "istanbul", "ISTANBUL"]),
        ("Qızıl QIZIL", "qizil", ["Qızıl", "QIZIL"]),
        ("the\nmayor, the  mayor, the\u00a0mayor", "the mayor", None),
        ("cafe\u0301 au lait", "cafe", ["cafe\u0301"]),
        ("👩\u200d🚒 waved", "👩", ["👩\u200d🚒"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("1.5 (a+b)*", "(a+b)*", ["(a+b)*"]),
        ("anything", "   ", []),
        ("Σίσυφος ΣΊΣΥΦΟΣ", "σίσυφοσ", ["Σίσυφος", "ΣΊΣΥΦΟΣ"]),
    ],
)
def test_that_words_are_found_whatever_their_case(
    text: str, words: str, there: list[str] | None
) -> None:
    expected = ["the\nmayor", "the  mayor", "the\u00a0mayor"] if there is None else there
    assert found(text, words) == expected


def test_that_case_counts_where_it_is_wanted() -> None:
    assert found("Velm VELM velm", "Velm", case=True) == ["Velm"]
    assert found("ß SS ss", "ss", case=True) == ["ss"]


@pytest.mark.parametrize(
    ("text", "words", "times"),
    [
        ("sea seas undersea sea-level sea", "sea", 3),
        ("42 421 142", "42", 1),
        ("a_b b", "b", 1),
        ("“Velm” (Velm) Velm's", "Velm", 3),
        ("Ünder under", "under", 1),
        ("(x) (x)y", "(x)", 2),
    ],
)
def test_that_whole_words_stand_alone(text: str, words: str, times: int) -> None:
    assert len(found(text, words, whole=True)) == times


def test_that_spans_are_code_points_beyond_what_folding_made_longer() -> None:
    text = "Großmaß ﬁel 🙂 in Velm."
    (span,) = Finder(text).spans(Wanted("velm"))
    assert span == (text.index("Velm"), text.index("Velm") + 4)


def test_that_very_long_words_are_cut() -> None:
    assert found("a" * 1_000, "a" * 900)[0] == "a" * 200


def test_that_the_first_place_is_told_alone() -> None:
    assert Finder("Ruda, ruda").first("RUDA") == (0, 4)
    assert Finder("Ruda").first("Velm") is None


@given(LETTERS, LETTERS)
def test_that_everything_found_folds_to_what_was_wanted(text: str, words: str) -> None:
    wanted = fold(words).split()
    reached = 0
    for start, end in Finder(text).spans(Wanted(words)):
        assert reached <= start < end <= len(text)
        assert fold(text[start:end]).startswith(wanted[0]) or "\u0301" in text[start:end]
        if "\u0301" not in text:
            assert fold(text[start:end]).split() == wanted
        reached = end


@given(LETTERS, LETTERS)
def test_that_a_text_is_found_in_itself(before: str, text: str) -> None:
    if text.strip() and not before.endswith("\u0301"):
        whole = f"{before}🌊{text.strip()}🌊"
        there = [whole[a:b] for a, b in Finder(whole).spans(Wanted(text, case=True))]
        assert any(text.strip() in one for one in there) or text.strip()[0] == "\u0301"


@given(st.lists(st.sampled_from(["harbour", "har", "h", " ", "\n\n", "x" * 40, "Harbour master"])))
def test_that_what_lies_across_two_stretches_is_found_once(pieces: list[str]) -> None:
    text = "".join(pieces)
    for words in ("h", "harbour", "harbour master", "x"):
        whole = [m.span() for m in re.finditer(r"\s+".join(words.split()), text.casefold())]
        with patch.object(finding, "_STRETCH", 16):
            found = list(Finder(text).with_pauses(Wanted(words)))
        assert [span for span in found if span is not None] == whole
        assert found.count(None) == -(-len(text) // 16)


def test_that_white_space_beyond_what_is_cut_is_nothing_to_look_for() -> None:
    assert list(Finder("a b").spans(Wanted(" " * 300 + "a"))) == []
