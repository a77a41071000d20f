"""What stands over the queue: filter box, menu of terms, segments, orders."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Layer
from curator.domain.queue import BatchRow, Order, QueueFilter, QueueOutline, Which
from curator.ui.queue.panel import QueuePanel
from curator.ui.tokens import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
LABELS = {Layer.ENTITY: ["PERSON", "ORG"], Layer.CLAIM: ["assertion"]}


@pytest.fixture
def panel(qtbot: QtBot) -> QueuePanel:
    """A queue that lists one batch, its labels known."""
    window = QWidget()
    window.resize(272, 700)
    made = QueuePanel(theme("light"), typing=0, parent=window)
    made.resize(272, 700)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    made.tools.know(LABELS)
    made.set_outline(QueueOutline((BatchRow(1, "Batch 1", 3, 0, 3),), 3, 3))
    made.held = window
    return made


def test_that_typing_and_segments_change_the_filter(panel: QueuePanel, qtbot: QtBot) -> None:
    heard: list[QueueFilter] = []
    panel.filter_changed.connect(heard.append)
    with qtbot.waitSignal(panel.filter_changed):
        qtbot.keyClicks(panel.findChild(QLineEdit), " convoy ")
    first = next(b for b in panel.findChildren(QAbstractButton) if b.text() == "To do")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert heard == [QueueFilter(words="convoy"), QueueFilter(Which.TO_DO, "convoy")]
    assert panel.filter == heard[-1]


def test_that_an_order_is_chosen_from_a_menu_and_keeps_the_filter(panel: QueuePanel) -> None:
    panel.set_filter(QueueFilter(Which.DONE, "grain"))
    told: list[QueueFilter] = []
    panel.filter_changed.connect(told.append)
    panel.tools.offer_orders()
    menu = opened_menu()
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["As imported"]
    assert len(menu.actions()) == len(Order)
    choose(menu, "Newest first")
    assert told == [QueueFilter(Which.DONE, "grain", Order.NEWEST)]


def opened_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, *path: str) -> None:
    """Choose an entry, through submenus, and close the menu."""
    at = menu
    for name in path[:-1]:
        at = next(one.menu() for one in at.actions() if one.text() == name)
    next(one for one in at.actions() if one.text() == path[-1]).trigger()
    menu.close()


@pytest.mark.parametrize(
    ("typed", "path", "words"),
    [
        ("", ("Label", "ORG"), "label:ORG"),
        ("label:PERSON grain", ("Label", "ORG"), "grain label:ORG"),
        ("grain", ("Batch", "Batch 1"), 'grain batch:"Batch 1"'),
        ("", ("Claims", "With suggestions left"), "claims:left"),
        ("", ("Without a date",), "date:none"),
        ("", ("Not flagged",), "flag:no"),
        ("", ("With a comment",), "comment:"),
    ],
)
def test_that_the_menu_writes_terms(
    panel: QueuePanel, typed: str, path: tuple[str, ...], words: str
) -> None:
    panel.set_filter(QueueFilter(words=typed))
    panel.tools.offer_terms()
    choose(opened_menu(), *path)
    assert panel.filter.words == words
    assert panel.findChild(QLineEdit).text() == words


def test_that_it_is_said_what_cannot_be_read_and_the_list_stays(
    panel: QueuePanel, qtbot: QtBot
) -> None:
    box, wrong = panel.findChild(QLineEdit), panel.tools.findChild(QLabel)
    for typed, said in (
        ("colour:red", "There is no filter colour:. Take label:, batch:"),
        ("label:XYZ", "The scheme has no label XYZ. Take PERSON, ORG, assertion."),
        ("date:may", "date:may cannot be read. Take a day, month or year"),
        ("entities:shut", "entities:shut cannot be read. It takes open, done, left, unseen."),
    ):
        box.setText(typed)
        qtbot.keyClick(box, Key.Key_Return)
        assert wrong.isVisible()
        assert wrong.text().startswith(said)
        assert box.accessibleDescription() == wrong.text()
        assert panel.filter == QueueFilter()
    box.setText("label:org")
    qtbot.keyClick(box, Key.Key_Return)
    assert not wrong.isVisible()
    assert panel.filter == QueueFilter(words="label:org")


def test_that_the_menu_clears_the_filter_and_keeps_the_order(panel: QueuePanel) -> None:
    panel.set_filter(QueueFilter(Which.DONE, "grain", Order.TITLE))
    panel.tools.offer_terms()
    choose(opened_menu(), "Clear the filter")
    assert panel.filter == QueueFilter(order=Order.TITLE)
