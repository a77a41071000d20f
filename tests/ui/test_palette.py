"""The palette: commands that can be done now, labels, documents by their words."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.ui.command_palette import Entry, Palette
from curator.ui.do import Do
from curator.ui.tokens import theme
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(hands: Hands, key: str = "Ctrl+K") -> Palette:
    hands.type(key)
    hands.until(lambda: isinstance(QApplication.activePopupWidget(), Palette))
    return cast("Palette", QApplication.activePopupWidget())


def offered(palette: Palette) -> list[str]:
    items = palette._list
    return [items.item(row).text() for row in range(items.count())]


def write(palette: Palette, words: str) -> None:
    QTest.keyClicks(palette._words, words)


def test_that_a_command_is_found_by_some_letters_and_done(hands: Hands) -> None:
    palette = opened(hands)
    write(palette, "reject")
    assert offered(palette)[0] == "Reject"
    hands.type("Enter", on=palette._words)
    hands.settle()
    assert hands.stored()[0] == "Grain Board:ORG-"


def test_that_only_commands_that_can_be_done_are_offered(hands: Hands) -> None:
    hands.press("A", "A", "A", "A", "A")
    palette = opened(hands)
    assert "Accept" not in offered(palette)
    assert "Next unresolved" in offered(palette)
    palette.close()


def test_that_labels_of_the_current_annotation_are_offered(hands: Hands) -> None:
    palette = opened(hands)
    write(palette, "weap")
    assert offered(palette) == ["WEAPON"]
    hands.type("Enter", on=palette._words)
    hands.settle()
    assert hands.at == "Grain Board:WEAPON!"


def test_that_zero_offers_labels_only_also_for_a_selection(hands: Hands) -> None:
    hands.select("wept")
    palette = opened(hands, "0")
    assert offered(palette)[:2] == ["PERSON", "ORG"]
    assert "Accept" not in offered(palette)
    write(palette, "ordi")
    hands.type("Enter", on=palette._words)
    hands.settle()
    assert hands.at == "wept:ORDINAL+"


def test_that_zero_without_anything_to_label_opens_nothing(hands: Hands) -> None:
    hands.press("A", "A", "A", "A", "A")
    hands.type("0")
    assert QApplication.activePopupWidget() is None


def test_that_documents_are_found_by_their_words_and_opened(hands: Hands) -> None:
    palette = opened(hands)
    write(palette, "strik")
    hands.until(lambda: "D2" in offered(palette))
    hands.type("Enter", on=palette._words)
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    hands.until(hands.pane.page.hasFocus)


def test_that_what_is_found_too_late_is_dropped(hands: Hands) -> None:
    """An answer used to reach a palette that was closed and gone."""
    palette = opened(hands)
    write(palette, "strike")
    hands.type("Escape", on=palette._words)
    hands.until(lambda: QApplication.activePopupWidget() is None)
    hands.settle()
    seen: list[int] = []
    hands.session.desk.read(lambda _project: 1, seen.append)
    hands.until(lambda: seen)


def test_that_the_walk_through_the_list_stops_at_its_ends(hands: Hands) -> None:
    palette = opened(hands)
    write(palette, "edge")
    last = len(offered(palette)) - 1
    assert last > 0
    hands.type("Up", on=palette._words)
    assert palette._list.currentRow() == 0
    hands.type(*["Down"] * 20, on=palette._words)
    assert palette._list.currentRow() == last
    palette.close()


def test_that_enter_on_nothing_keeps_it_open(hands: Hands) -> None:
    palette = opened(hands)
    write(palette, "xyzzy")
    assert offered(palette) == []
    hands.type("Enter", on=palette._words)
    assert palette.isVisible()
    palette.close()


def test_that_escape_decides_nothing_and_gives_the_page_its_keys_back(hands: Hands) -> None:
    palette = opened(hands)
    write(palette, "a")
    hands.type("Escape", on=palette._words)
    hands.until(lambda: QApplication.activePopupWidget() is None)
    assert hands.acts()[0] == ""
    hands.until(hands.pane.page.hasFocus)


def test_that_without_a_project_only_what_can_be_done_is_offered(window: Hands) -> None:
    window.do_quickly(Do.PALETTE)
    palette = cast("Palette", QApplication.activePopupWidget())
    assert "New project …" in offered(palette)
    assert "Export …" not in offered(palette)
    write(palette, "any words")
    palette.close()


def test_that_entries_that_begin_with_the_words_come_first(hands: Hands) -> None:
    chosen: list[str] = []
    entries = [
        Entry(text, "command", lambda text=text: chosen.append(text)) for text in ("Go on", "On")
    ]
    palette = Palette(hands.controller._themes.theme, entries, hands.window, prompt="?")
    palette.show()
    write(palette, "on")
    assert offered(palette) == ["On", "Go on"]
    hands.type("Down", "Enter", on=palette._words)
    assert chosen == ["Go on"]


def test_that_the_list_has_the_ground_of_what_floats(hands: Hands) -> None:
    palette = opened(hands)
    write(palette, "larger text")
    image = palette.grab().toImage()
    seen = [image.pixelColor(4, palette.height() // 2), image.pixelColor(40, palette.height() - 20)]
    assert {one.name().upper() for one in seen} == {theme("light").raised}
    palette.close()
