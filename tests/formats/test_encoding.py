"""Encodings: found out in a stated order, or said."""

from __future__ import annotations

import codecs

import pytest

from curator.formats.encoding import Undecodable, decoded, known_encoding

WORDS = "Ships — “no”, she said; the café in Żary paid 5 €.\r\n"
WESTERN = "Überfahrt “no” — café, 5 €."


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_that_a_mark_says_it(mark: bytes, name: str) -> None:
    assert decoded(mark + WORDS.encode(name)) == ("\ufeff" + WORDS, name, False)


def test_that_utf_8_goes_before_the_fallback() -> None:
    assert decoded(WORDS.encode()) == (WORDS, "utf-8", False)
    assert decoded(WESTERN.encode("cp1252")) == (WESTERN, "windows-1252", True)
    assert decoded(b"\x81 caf\xe9").text == "\x81 café"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_that_utf_16_without_a_mark_is_seen_by_its_zeros(name: str) -> None:
    assert decoded(WORDS.encode(name)) == (WORDS, name, True)


def test_that_what_somebody_says_goes_first() -> None:
    assert decoded("Приём".encode("cp1251"), encoding="cp1251") == ("Приём", "cp1251", False)
    with pytest.raises(Undecodable) as caught:
        decoded(b"ab\xff", encoding="ascii")
    assert caught.value.facts == {"encoding": "ascii", "at": 2}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Żary, Łódź, Kraków".encode() + b"\xff", "import.not_utf8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "import.binary"),
        (codecs.BOM_UTF16_LE + b"x", "import.not_encoded"),
    ],
)
def test_that_broken_bytes_are_refused_instead_of_guessed(source: bytes, code: str) -> None:
    with pytest.raises(Undecodable) as caught:
        decoded(source)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("UTF8", "utf-8"),
        ("windows-1251", "cp1251"),
        ("gb18030", "gb18030"),
        ("zip", None),
        ("rot13", None),
        ("unicode_escape", None),
        ("../../x", None),
        ("a\0b", None),
        ("", None),
    ],
)
def test_that_only_encodings_of_characters_can_be_named(name: str, known: str | None) -> None:
    assert known_encoding(name) == known
