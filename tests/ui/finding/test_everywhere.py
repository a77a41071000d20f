"""Finding in all documents: listed by rank, opened at the match with the find bar filled."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from curator.ui.finding.hit_list import HitList
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(hands: Hands) -> HitList:
    hands.type("Ctrl+Shift+F")
    hands.until(lambda: isinstance(QApplication.activePopupWidget(), HitList))
    return cast("HitList", QApplication.activePopupWidget())


def listed(found: HitList) -> list[str]:
    return [found._list.item(row).text() for row in range(found._list.count())]


def write(found: HitList, words: str) -> None:
    QTest.keyClicks(found._words, words)


def sought(hands: Hands) -> str:
    (field,) = hands.pane.find_bar.findChildren(QLineEdit)
    return "" if hands.pane.find_bar.isHidden() else field.text()


def test_that_enter_opens_the_document_at_the_match(hands: Hands) -> None:
    found = opened(hands)
    write(found, "lay sti")
    hands.until(lambda: listed(found) == ["D3"])
    hands.type("Enter", on=found._words)
    hands.until(lambda: hands.document.view.id == wire.LONG)
    hands.until(lambda: sought(hands) == "lay sti")
    page = hands.pane.page
    assert hands.document.text[slice(*page.selected())] == "lay sti"
    assert page.hasFocus()


def test_that_the_open_document_is_gone_through_at_once(hands: Hands) -> None:
    found = opened(hands)
    write(found, "wept")
    hands.until(lambda: listed(found) == ["D1"])
    hands.type("Enter", on=found._words)
    hands.until(lambda: sought(hands) == "wept")
    assert hands.document.text[slice(*hands.pane.page.selected())] == "wept"


def test_that_words_apart_lead_to_the_first_of_them(hands: Hands) -> None:
    found = opened(hands)
    write(found, "mayor velm")
    hands.until(lambda: listed(found) == ["D2"])
    hands.type("Enter", on=found._words)
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    hands.until(lambda: sought(hands) in ("mayor", "Velm"))


def test_that_nothing_found_says_so_and_odd_signs_are_no_error(hands: Hands) -> None:
    found = opened(hands)
    write(found, "xyzzy")
    hands.until(lambda: "No document has “xyzzy”" in found._words.accessibleDescription())
    for words in ('"(', "AND OR", "*", "a:b NEAR("):
        found._words.setText("")
        write(found, words)
        hands.until(lambda: found._words.accessibleDescription().startswith("No document"))
    hands.type("Enter", on=found._words)
    assert hands.notices() == []
    found.close()


def test_that_an_empty_field_lists_nothing_and_tells_how_to_ask(hands: Hands) -> None:
    found = opened(hands)
    write(found, "velm")
    hands.until(lambda: len(listed(found)) == 2)
    found._words.clear()
    hands.until(lambda: listed(found) == [])
    assert found._words.accessibleDescription() == ""
    found.close()


def test_that_the_selected_words_are_asked_for(hands: Hands) -> None:
    hands.select("miller")
    found = opened(hands)
    assert found._words.text() == "miller"
    hands.until(lambda: listed(found) == ["D1"])
    found.close()
