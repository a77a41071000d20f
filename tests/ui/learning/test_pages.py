"""The pages of the learning window show what they are given and ask for what they need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Layer
from curator.domain.learning.claim_lessons import Kind, Lesson
from curator.domain.word_list import WordList
from curator.services.learning.learned import KnownString, Strings
from curator.store.verdicts import Judged
from curator.ui.learning.versions_page import VersionRow
from curator.ui.learning.window import NAMES, LearningWindow
from curator.ui.tokens import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OLD = VersionRow("77fe", "77fe", "2026-11-24T19:04:00", 20, 0.58, 0.61, held=4)
NEW = VersionRow("a1b2", "a1b2", "2026-11-25T21:04:00", 30, 0.61, 0.66, held=5, in_use=True)
BASE = VersionRow("", "as installed")
LOST = VersionRow("88aa", "88aa", present=False)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[LearningWindow]:
    made = LearningWindow(theme("light"), lambda label: label, lambda label: label)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def rows(page: QWidget) -> list[list[str]]:
    model = page.findChild(QTableView).model()
    columns = range(model.columnCount())
    return [[model.index(row, c).data() for c in columns] for row in range(model.rowCount())]


def button(page: QWidget, text: str) -> QAbstractButton:
    return next(b for b in page.findChildren(QAbstractButton) if b.text() == text)


def said(page: QWidget) -> str:
    found = [one.text() for one in page.findChildren(QWidget) if hasattr(one, "text")]
    return " | ".join(found)


def test_that_a_page_asks_for_what_it_shows_when_it_is_looked_at(window: LearningWindow) -> None:
    asked: list[str] = []
    for name in ("versions", "reliability", "strings", "lessons", "lists"):
        getattr(window, name).wanted.connect(lambda *_, name=name: asked.append(name))
    for place in range(len(NAMES)):
        window.show_page(place)
    assert asked == ["versions", "reliability", "strings", "lessons", "lists"]


def test_that_only_another_version_whose_weights_are_there_can_be_used(
    window: LearningWindow, qtbot: QtBot
) -> None:
    page, used = window.versions, []
    page.used.connect(used.append)
    page.show_versions([NEW, OLD, LOST, BASE], "2 of 10")
    use, view = button(page, "Use this version"), page.findChild(QTableView)
    offered = []
    for row in range(4):
        view.selectRow(row)
        offered.append(use.isEnabled())
    assert offered == [False, True, False, True]
    view.selectRow(1)
    qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    view.selectRow(3)
    qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    assert used == ["77fe", ""]
    assert "weights are gone" in rows(page)[2]
    assert ".66 on 5" in rows(page)[0]


def test_that_nothing_is_switched_in_a_project_that_is_only_read(window: LearningWindow) -> None:
    page = window.versions
    page.set_writable(on=False)
    page.show_versions([NEW, OLD], "")
    page.findChild(QTableView).selectRow(1)
    assert not button(page, "Use this version").isEnabled()
    assert not button(page, "Learn now").isEnabled()
    assert button(page, "What would change …").isEnabled()


def test_that_reliability_is_drawn_only_from_enough_verdicts(window: LearningWindow) -> None:
    page = window.reliability
    page.show_verdicts([Judged(0.9, right=True)] * 10)
    assert "10 verdicts; a plot needs 30" in said(page)
    page.show_verdicts([Judged(0.9, right=True)] * 45 + [Judged(0.9, right=False)] * 5)
    assert "50 suggestions decided, 90% accepted as they were · off by .00" in said(page)
    plot = next(w for w in page.findChildren(QWidget) if "Reliability:" in w.accessibleName())
    assert plot.accessibleName() == "Reliability: said .90, right .90"


def test_that_strings_are_sought_while_their_words_are_typed(
    window: LearningWindow, qtbot: QtBot
) -> None:
    page = window.strings
    halden = KnownString("Halden", (("GPE", 12), ("ORG", 3)), 1, 2, "GPE", banned=False, lists=())
    monday = KnownString("Monday", (), 3, 0, "", banned=True, lists=())
    page.show_strings(Strings((halden, monday), 2, 1))
    assert rows(page) == [
        ["Halden", "GPE", "GPE 12, ORG 3", "1", "2"],
        ["Monday", "", "", "3", ""],
    ]
    with qtbot.waitSignal(page.wanted) as heard:
        qtbot.keyClicks(page.findChild(QLineEdit), "hal ")
    assert heard.args == ["hal"]


def test_that_a_lesson_is_switched_off_and_on(window: LearningWindow, qtbot: QtBot) -> None:
    page, switched = window.lessons, []
    page.switched.connect(lambda name, on: switched.append((name, on)))
    used = Lesson("boundary:source-title", Kind.BOUNDARY, "source-title", 5, 6, ready=True, on=True)
    off = Lesson("cue:own", Kind.CUE, "own", 1, 1, ready=True, on=False, label="demand")
    page.show_lessons([off, used])
    assert [row[0] for row in rows(page)] == [
        "Source is only the name, without the title", "“own” is a cue",
    ]  # fmt: skip
    qtbot.mouseClick(button(page, "Switch off"), Qt.MouseButton.LeftButton)
    page.findChild(QTableView).selectRow(1)
    qtbot.mouseClick(button(page, "Switch on"), Qt.MouseButton.LeftButton)
    assert switched == [("boundary:source-title", False), ("cue:own", True)]


def test_that_lists_are_shown_and_removed(window: LearningWindow, qtbot: QtBot) -> None:
    page, removed = window.lists, []
    page.removed.connect(removed.append)
    assert "No word list yet" in said(page)
    ports = WordList(4, "Ports", Layer.ENTITY, "LOC", ("Velm", "Sorrin", "Tessin", "Quarrow"))
    page.show_lists([ports])
    assert rows(page) == [["Ports", "LOC", "4", "Velm, Sorrin, Tessin …"]]
    qtbot.mouseClick(button(page, "Remove"), Qt.MouseButton.LeftButton)
    assert removed == [4]


def test_that_another_theme_reaches_every_page(window: LearningWindow) -> None:
    window.set_theme(theme("dark"))
    window.show_page(4)
    assert window.lists.theme is theme("dark")
