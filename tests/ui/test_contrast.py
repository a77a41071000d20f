"""High contrast: asked of the system, turned by a person, remembered."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt

from curator.ui.do import Do
from curator.ui.themes import Themes
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


SHARP = SimpleNamespace(
    accessibility=lambda: SimpleNamespace(
        contrastPreference=lambda: Qt.ContrastPreference.HighContrast
    ),
    colorScheme=lambda: Qt.ColorScheme.Light,
)
"""The hints of a system that wants high contrast."""


@pytest.fixture
def themes(hands: Hands) -> Iterator[Themes]:
    themes = hands.controller._themes
    hints = themes._hints
    yield themes
    themes._hints = hints
    themes._preferences.contrast = "system"
    themes.choose("light")


def test_that_a_person_turns_it_on_and_off(hands: Hands, themes: Themes) -> None:
    middle = hands.pane.view_bar.mapTo(hands.window, QPoint(300, hands.pane.view_bar.height() - 1))
    hands.do(Do.HIGH_CONTRAST)
    assert themes.theme.sharp
    assert themes._preferences.contrast == "high"
    assert hands.window.menu_row.actions_by[Do.HIGH_CONTRAST].isChecked()
    line = hands.window.grab().toImage().pixelColor(middle).name().upper()
    assert line == themes.theme.line
    hands.do(Do.DARK_THEME)
    assert themes.theme.sharp
    assert themes.theme.dark
    hands.do(Do.HIGH_CONTRAST)
    assert not themes.theme.sharp
    assert themes._preferences.contrast == "system"


def test_that_a_system_that_wants_it_gets_it_unless_a_person_does_not(
    hands: Hands, themes: Themes
) -> None:
    themes._hints = SHARP  # type: ignore[assignment]
    themes.choose("system")
    assert themes.theme.sharp
    hands.do(Do.HIGH_CONTRAST)
    assert not themes.theme.sharp
    assert themes._preferences.contrast == "usual"
    hands.do(Do.HIGH_CONTRAST)
    assert themes.theme.sharp
    assert themes._preferences.contrast == "system"


def test_that_the_menu_tells_which_theme_is_chosen(hands: Hands, themes: Themes) -> None:
    hands.do(Do.DARK_THEME)
    made = hands.window.menu_row.actions_by
    chosen = (Do.SYSTEM_THEME, Do.LIGHT_THEME, Do.DARK_THEME)
    assert [made[do].isChecked() for do in chosen] == [False, False, True]
    themes.choose("light")
    assert [made[do].isChecked() for do in chosen] == [False, True, False]
