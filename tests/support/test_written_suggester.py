"""The written suggester finds documents by their names and words by their occurrence."""

from __future__ import annotations

from typing import Any

import pytest

from curator.domain.annotation import Layer
from curator.suggest.messages import Item
from tests.support.written_suggester import Written

TEXT = "date 2025-04-29\nHarbour news\nVelm said that Velm is quiet."
MENTION = {"layer": "entity", "label": "GPE", "parts": [["mention", "Velm", 2]]}


def proposed(lists: dict[str, Any], **head: str) -> list[tuple[str, str]]:
    item = Item(1, TEXT, "digest", head)
    found = Written(tuple(Layer), lists).proposals(item)
    return [(TEXT[one.parts[0].start :], one.label) for one in found]


@pytest.mark.parametrize("name", ["digest", "Harbour news", "date 2025", "Given title"])
def test_that_a_document_is_called_by_title_digest_line_or_beginning(name: str) -> None:
    assert proposed({name: [MENTION]}, title="Given title") == [("Velm is quiet.", "GPE")]


def test_that_a_document_of_another_name_gets_nothing() -> None:
    assert proposed({"Other news": [MENTION]}) == []


def test_that_words_that_are_not_there_fail_their_document() -> None:
    with pytest.raises(ValueError, match="does not have 'Velm' 3 times"):
        proposed({"Harbour news": [{**MENTION, "parts": [["mention", "Velm", 3]]}]})


def test_that_a_list_for_all_gives_what_the_text_has() -> None:
    absent = {**MENTION, "parts": [["mention", "Halden"]]}
    assert proposed({"*": [absent, MENTION]}) == [("Velm is quiet.", "GPE")]
