"""Our steps by character, and Qt's."""

import pytest
from PySide6.QtCore import QTextBoundaryFinder

from curator.domain.words import next_character
from curator.ui.offsets import Offsets


def boundaries_of_qt(text: str) -> list[int]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
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
