"""The key sheet lists every action with the keys it has now."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from curator.ui.actions import ACTIONS, action
from curator.ui.do import Do
from curator.ui.preferring.key_groups import Group, KeyLine, groups, spread
from curator.ui.preferring.key_sheet import COLUMN_LEAST, GAP, SIDE, KeySheet
from curator.ui.preferring.preferring import Preferring
from curator.ui.tokens import theme
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(hands: Hands, feature: Preferring) -> KeySheet:
    hands.type("?")
    hands.until(lambda: feature.sheet is not None and feature.sheet.isVisible())
    assert feature.sheet is not None
    return feature.sheet


def listed(sheet: KeySheet) -> dict[str, tuple[str, ...]]:
    lines = [line for column in sheet.lines.columns for group in column for line in group.lines]
    return {line.text: line.keys for line in reversed(lines)}


def field(sheet: KeySheet) -> QLineEdit:
    (found,) = sheet.findChildren(QLineEdit)
    return found


def test_that_it_lists_every_action_by_its_menu_with_its_keys(
    hands: Hands, feature: Preferring
) -> None:
    sheet = opened(hands, feature)
    told = {
        (group.title, line.text): line.keys
        for column in sheet.lines.columns
        for group in column
        for line in group.lines
    }
    wanted = {(row.within or row.menu, row.text): row.keys for row in ACTIONS}
    assert wanted.items() <= told.items()
    assert told[("Labels and selecting", "Set or add a label")] == ("1", "9")


def test_that_another_key_stands_there_at_once(hands: Hands, feature: Preferring) -> None:
    sheet = opened(hands, feature)
    hands.window.keymap.give(Do.ACCEPT, ["W", "Ctrl+Shift+A"])
    assert listed(sheet)["Accept"] == ("W", "Ctrl+Shift+A")
    assert "Accept: W or Ctrl+Shift+A" in sheet.lines.accessibleDescription()
    assert "Identities …: no key" in sheet.lines.accessibleDescription()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("edge out char", {"Right edge out, by character", "Left edge out, by character"}),
        ("m", {"Decide identical mentions …", "Merge with the next of its label, or the selected"}),
        ("ctrl+shift+z", {"Redo"}),
        ("double", {"Accept"}),
        ("nowhere", set()),
    ],
)
def test_that_the_field_finds_actions_by_words_and_by_keys(
    hands: Hands, feature: Preferring, words: str, found: set[str]
) -> None:
    sheet = opened(hands, feature)
    field(sheet).setText(words)
    shown = set(listed(sheet))
    assert found <= shown
    assert words == "m" or found == shown
    assert words != "m" or all(
        text.casefold().startswith("m") for text in shown - {"Decide identical mentions …"}
    )


def test_that_esc_closes_it_and_the_text_has_the_keys_again(
    hands: Hands, feature: Preferring
) -> None:
    sheet = opened(hands, feature)
    hands.type("Escape", on=field(sheet))
    assert feature.sheet is None
    hands.press("A")
    assert hands.stored()[0] == "Grain Board:ORG!"


def test_that_f1_shows_it_on_the_first_page_too(window: Hands) -> None:
    window.do_quickly(Do.KEYS)
    made = window.controller._own[Do.KEYS].__self__  # type: ignore[attr-defined]
    assert made.sheet.isVisible()
    window.do_quickly(Do.KEYS)
    assert made.sheet is None


def test_that_arrows_scroll_while_the_field_has_the_keyboard(
    hands: Hands, feature: Preferring
) -> None:
    sheet = opened(hands, feature)
    sheet.resize(600, 400)
    bar = sheet._area.verticalScrollBar()
    hands.until(lambda: bar.maximum() > 0)
    hands.type("Down", on=field(sheet))
    assert bar.value() > 0
    hands.type("Up", on=field(sheet))
    assert bar.value() == 0


def test_that_there_are_as_many_columns_as_there_is_room_for(
    hands: Hands, feature: Preferring
) -> None:
    sheet = opened(hands, feature)
    for count in (4, 3, 2, 1):
        sheet.resize(2 * SIDE + count * (COLUMN_LEAST + GAP) + 10, 900)
        hands.until(lambda count=count: len(sheet.lines.columns) == count)
        assert len(listed(sheet)) >= len(ACTIONS)


def test_that_it_is_drawn_in_the_theme_and_says_that_nothing_is_found(
    hands: Hands, feature: Preferring
) -> None:
    sheet = opened(hands, feature)
    light = sheet.grab().toImage()
    sheet.set_theme(theme("dark"))
    assert sheet.grab().toImage().pixelColor(4, 4) != light.pixelColor(4, 4)
    field(sheet).setText("nowhere")
    assert not sheet.lines.grab().isNull()


def test_that_it_leads_to_where_keys_are_changed(hands: Hands, feature: Preferring) -> None:
    sheet = opened(hands, feature)
    hands.click("Change keys …", within=sheet)
    assert feature.sheet is None
    assert feature.window is not None
    assert feature.window.page.isVisible()
    assert type(feature.window.page).__name__ == "KeysPage"


def test_that_columns_are_about_as_high_and_keep_the_order() -> None:
    line = KeyLine("x")
    found = [Group(str(n), (line,) * size) for n, size in enumerate((8, 10, 19, 22, 12, 5, 7))]
    columns = spread(found, 4, heading=1.5)
    heights = [sum(len(group.lines) + 1.5 for group in one) for one in columns]
    assert max(heights) - min(heights) < 8
    assert all(one == sorted(one) for one in columns)
    assert sum(map(len, columns)) == len(found)
    assert spread(found[:1], 4, heading=1.5) == [[found[0]]]


def test_that_groups_without_a_line_are_left_out(hands: Hands) -> None:
    titles = [group.title for group in groups(hands.window.keymap, "zoom nothing")]
    assert titles == []
    assert groups(hands.window.keymap)[0].title == action(Do.ACCEPT).menu
