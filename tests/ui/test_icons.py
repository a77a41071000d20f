"""Icons are our own files, tinted at load."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from curator.assets import resources
from curator.domain.faults import Bug
from curator.ui import icons
from curator.ui.tokens import theme


def test_that_every_icon_file_paints_in_the_colour_asked_for(qtbot: QtBot) -> None:
    names = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))
    assert len(names) >= 45
    for name in names:
        image = icons.pixmap(name, "#FF0000", 16, 2.0).toImage()
        assert image.width() == 32
        inks = {
            QColor(image.pixelColor(x, y)).rgb()
            for x in range(32)
            for y in range(32)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert inks == {QColor("#FF0000").rgb()}, name


def test_that_a_missing_icon_is_our_own_bug(qtbot: QtBot) -> None:
    with pytest.raises(Bug):
        icons.pixmap("no-such-icon", "#000000")


def test_that_an_icon_is_made_once_for_each_theme(qtbot: QtBot) -> None:
    assert icons.icon("flag", theme("light")) is icons.icon("flag", theme("light"))
    assert icons.icon("flag", theme("light")) is not icons.icon("flag", theme("dark"))
