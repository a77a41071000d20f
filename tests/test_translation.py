"""The program's words come from a catalogue, and stay English without one."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

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
