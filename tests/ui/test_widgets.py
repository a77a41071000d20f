"""Small widgets: they are reached by keyboard, have names, and leave when their time is up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.learning.calibration import Expected
from curator.ui.tokens import theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.button import Button, Link
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.line import Line, plain_tip
from curator.ui.widgets.notice import Notices
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.threshold import Threshold
from curator.ui.widgets.toast import Toast

LIGHT, DARK = theme("light"), theme("dark")
Key = Qt.Key


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Show a widget on a bare window, which has no sizes that the platform would not take."""
    windows: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        window = QWidget()
        window.resize(800, 600)
        widget.setParent(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        widget.show()
        windows.append(window)
        return widget

    return show


def test_that_a_button_tells_its_name_and_key(qtbot: QtBot) -> None:
    flag = Button(LIGHT, icon="flag", key="F", name="Flag document")
    qtbot.addWidget(flag)
    assert flag.accessibleName() == "Flag document"
    assert flag.toolTip() == "Flag document (F)"
    assert flag.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_that_segments_are_chosen_by_arrow_keys(qtbot: QtBot, shown: Callable) -> None:
    layers = Segmented(LIGHT, ("Entities", "Claims", "Both"), name="In view", key="E")
    shown(layers)
    heard: list[int] = []
    layers.chosen.connect(heard.append)
    first = layers.findChildren(QAbstractButton)[0]
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Right)
    assert (layers.current, heard) == (1, [1])
    layers.set_current(2)
    assert (layers.current, heard) == (2, [1])
    stops = [
        b.focusPolicy() is Qt.FocusPolicy.TabFocus for b in layers.findChildren(QAbstractButton)
    ]
    assert stops == [False, False, True]


def test_that_a_toast_leaves_after_its_time(qtbot: QtBot, shown: Callable) -> None:
    under = shown(QWidget())
    under.resize(700, 300)
    toast = Toast(LIGHT, under, stays=20, fades=False)
    toast.say("identical", "Accepted 9 identical “Varga”")
    assert toast.isVisible()
    assert toast.geometry().bottom() < under.height() - 20
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_that_a_toast_takes_back_and_leaves(qtbot: QtBot, shown: Callable) -> None:
    toast = Toast(LIGHT, shown(QWidget()), fades=False)
    toast.say("done", "Document done: 34 decided")
    link = toast.findChild(QAbstractButton)
    with qtbot.waitSignal(toast.undo):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_that_there_is_one_toast_at_a_time(qtbot: QtBot, shown: Callable) -> None:
    toast = Toast(LIGHT, shown(QWidget()), fades=False)
    toast.say("done", "First")
    toast.say("done", "Second", undoable=False)
    assert toast.accessibleName() == "Second"
    assert toast.findChild(QAbstractButton).isHidden()
    toast.leave()
    assert not toast.isVisible()


def test_that_notices_take_no_room_when_there_are_none(qtbot: QtBot, shown: Callable) -> None:
    host = shown(QWidget())
    notices = Notices(LIGHT, parent=host)
    notice = notices.add("error", "Not saved: the disk is full", action="Try again")
    assert notices.isVisible()
    with qtbot.waitSignal(notice.acted):
        qtbot.mouseClick(notice.findChild(Link), Qt.MouseButton.LeftButton)
    cross = notice.findChild(Button)
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not notices.isVisible()


def test_that_an_empty_place_offers_its_action(qtbot: QtBot, shown: Callable) -> None:
    place = EmptyPlace(LIGHT)
    place.say("import", "No documents yet", detail="Drop files here.", action="Import")
    shown(place)
    with qtbot.waitSignal(place.acted):
        qtbot.mouseClick(place.findChild(Button), Qt.MouseButton.LeftButton)
    place.say("done", "Nothing left to decide here")
    assert place.accessibleName() == "Nothing left to decide here"


def test_that_the_threshold_speaks_only_when_a_person_moves_it(qtbot: QtBot) -> None:
    row = Threshold(LIGHT)
    qtbot.addWidget(row)
    heard: list[float] = []
    row.moved.connect(heard.append)
    row.set_value(0.5)
    assert heard == []
    slider = row.findChildren(QWidget)[1]
    qtbot.keyClick(slider, Key.Key_Right)
    assert heard == [0.51]
    assert row.value == 0.51


def test_that_imported_text_is_never_read_as_markup(qtbot: QtBot) -> None:
    line = Line(LIGHT, theme_font(), text='<img src="file:///x">\nnext')
    qtbot.addWidget(line)
    line.resize(20, 18)
    line.show()
    assert line.textFormat() is Qt.TextFormat.PlainText
    assert line.text() == '<img src="file:///x"> next'
    assert "<img" not in line.toolTip()
    assert plain_tip("") == ""


def test_that_a_bar_says_how_full_it_is(qtbot: QtBot) -> None:
    bar = ThinBar(LIGHT, name="Decided")
    qtbot.addWidget(bar)
    bar.set_share(1.7)
    assert bar.accessibleName() == "Decided 100%"


def test_that_everything_takes_another_theme(qtbot: QtBot, shown: Callable) -> None:
    bar = shown(ThinBar(LIGHT))
    bar.resize(40, 4)
    before = bar.grab().toImage().pixelColor(20, 2)
    bar.set_theme(DARK)
    assert bar.grab().toImage().pixelColor(20, 2) != before


def theme_font() -> object:
    from curator.ui import fonts

    return fonts.interface(12)


def test_that_the_threshold_says_how_many_may_be_wrong(qtbot: QtBot) -> None:
    row = Threshold(LIGHT)
    qtbot.addWidget(row)

    def told() -> list[str]:
        return [line.text() for line in row.findChildren(Line)]

    row.set_expected(Expected(40, 3, 0.125))
    assert "about 12 % wrong" in told()
    assert row.findChild(QSlider).toolTip() == "Of 40 suggestions about 12 % wrong, 3 not shown"
    row.set_expected(None)
    assert not any("wrong" in words for words in told())
