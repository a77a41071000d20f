"""The program's words come from a catalogue, and stay English without one."""

from __future__ import annotations

import gettext
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from curator import translation


class German(gettext.NullTranslations):
    """A catalogue of one word and one number."""

    def gettext(self, message: str) -> str:
        return {"Accept": "Annehmen"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{n} Dokument" if n == 1 else "{n} Dokumente"


@pytest.fixture
def german() -> Iterator[None]:
    translation.use(German())
    yield
    translation.use(gettext.NullTranslations())


def test_that_words_stay_english_without_a_catalogue() -> None:
    assert translation.gettext("Accept") == "Accept"
    assert translation.ngettext("{n} document", "{n} documents", 1) == "{n} document"
    assert translation.ngettext("{n} document", "{n} documents", 0) == "{n} documents"


@pytest.mark.usefixtures("german")
def test_that_a_catalogue_is_asked_for_words_and_numbers() -> None:
    assert translation.gettext("Accept") == "Annehmen"
    assert translation.ngettext("{n} document", "{n} documents", 3) == "{n} Dokumente"


@pytest.mark.usefixtures("german")
def test_that_a_word_the_catalogue_lacks_stays_as_it_is() -> None:
    assert translation.gettext("Reject") == "Reject"


CZECH = {
    "": "Content-Type: text/plain; charset=UTF-8\n"
    "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);\n",
    "Accept": "Přijmout",
    "{n} document\0{n} documents": "{n} dokument\0{n} dokumenty\0{n} dokumentů",
}


def compiled(words: Mapping[str, str]) -> bytes:
    """A catalogue as GNU gettext's manual says (“The Format of GNU MO Files”), without hashes."""
    texts = [(key.encode(), words[key].encode()) for key in sorted(words)]
    keys, values = ([one + b"\0" for one in column] for column in zip(*texts, strict=True))
    places, at = [], 28 + 16 * len(texts)
    for one in [*keys, *values]:
        places += [len(one) - 1, at]
        at += len(one)
    count = len(texts)
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
    return head + struct.pack(f"<{len(places)}I", *places) + b"".join([*keys, *values])


@pytest.fixture
def czech(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "cs" / "LC_MESSAGES" / "curator.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(compiled(CZECH))
    monkeypatch.setenv("LANGUAGE", "cs_CZ")
    translation.use(translation.of_language(tmp_path))
    yield
    translation.use(gettext.NullTranslations())


@pytest.mark.usefixtures("czech")
@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 dokument"), (3, "3 dokumenty"), (5, "5 dokumentů")]
)
def test_that_a_compiled_catalogue_is_found_by_language_with_all_its_plurals(
    number: int, words: str
) -> None:
    assert translation.gettext("Accept") == "Přijmout"
    many = translation.ngettext("{n} document", "{n} documents", number)
    assert many.format(n=number) == words


@pytest.mark.usefixtures("czech")
def test_that_another_language_finds_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    assert translation.of_language(tmp_path).gettext("Accept") == "Accept"
