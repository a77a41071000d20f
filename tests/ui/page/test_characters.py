"""Our steps by character and by word, and Qt's, which follow Unicode."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QTextBoundaryFinder

from curator.domain.characters import next_character
from curator.domain.words import word_bounds
from curator.ui.offsets import Offsets

Kind = QTextBoundaryFinder.BoundaryType


def boundaries_of_qt(text: str, kind: Kind = Kind.Grapheme) -> list[int]:
    finder = QTextBoundaryFinder(kind, text)
    offsets, found = Offsets(text), [0]
    while (unit := finder.toNextBoundary()) != -1:
        found.append(offsets.to_points(unit))
    return found


def boundaries(text: str) -> list[int]:
    found = [0]
    while found[-1] < len(text):
        found.append(next_character(text, found[-1], 1))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "plain text, 4.2 “quoted”",
        "👩‍🚀👍🏽🇩🇪🇦🇿❤️1️⃣",
        "e\u0301a\u0300\u0323o\u0308",
        "नाम भारत की",
        "각ᄀ\u1161\u11a8국",
        "שָׁלוֹם עולם",
        "العَرَبِيَّة",
        "東京の船、ガ",
        "a\u200db\u00a0c",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_that_characters_are_those_that_the_caret_of_qt_steps_over(text):
    assert boundaries(text) == boundaries_of_qt(text)


def edges_of_words(text: str) -> list[int]:
    found = [0]
    while found[-1] < len(text):
        found.append(word_bounds(text, found[-1])[1])
    return found


@pytest.mark.parametrize(
    "text",
    [
        "L’État, c’est aujourd'hui: “4.2” (18%).",
        "Prezident İlham Ağdamda çıxış etdi.",
        "Die Straße kostet 3.000 €, „Übermut“!",
        "नमस्ते दुनिया, किताबें।",
        "שלום עולם, צה״ל וג׳ירפה",
        "العَرَبِيَّة: قال إنّ ٣٫٥ مليون.",
        "Привет, мир; Ελλάδα, τι;",
        "サービスは2024年です。",
        "한국어 텍스트입니다.",
        "naïve cafe\u0301 ﬁn ǅ foo\u00adbar a\u2060b zero\u200bwidth",
        "👩‍👩‍👧 🇦🇿🇩🇪 ❤️ 1️⃣",
    ],
)
def test_that_words_are_those_of_unicode(text):
    assert edges_of_words(text) == boundaries_of_qt(text, Kind.Word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the flotilla’s logs", ["flotilla", "’s"]),
        ("a Tern-4 drone", ["Tern-4"]),
        ("the U.S. fleet", ["U.S."]),
    ],
)
def test_that_words_are_others_than_those_of_unicode_where_names_want_it(text, words):
    """A possessive is outside of a name; a hyphen and an abbreviation's stops are inside."""
    ours, theirs = (
        {text[a:b] for a, b in pairwise(found)}
        for found in (edges_of_words(text), boundaries_of_qt(text, Kind.Word))
    )
    assert set(words) <= ours
    assert not set(words) & theirs
