"""The first page and the dialogue for a new project are driven by keys as well as by clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.dialogs.new_project import NewProjectDialog, SchemeChoice, fault_of
from curator.ui.tokens import theme
from curator.ui.welcome import Welcome
from curator.ui.welcome_parts import RecentProject, RecentRow
from curator.ui.widgets.choice import Choice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LIGHT = theme("light")
Key = Qt.Key
RECENT = (
    RecentProject(Path("a/sill-strait.curator"), ("Today",), 102, 184),
    RecentProject(Path("b/port-radio.curator"), ("Yesterday",), 64, 64),
)
SCHEMES = (
    SchemeChoice("news", "News", "The usual"),
    SchemeChoice("claims", "Claims", "Only those"),
)


@pytest.fixture
def page(qtbot: QtBot) -> Welcome:
    window = QWidget()
    window.resize(1200, 800)
    made = Welcome(LIGHT, parent=window)
    made.resize(1200, 800)
    made.show_recent(())
    made.held = window
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return made


def named(root: QWidget, name: str) -> QAbstractButton:
    return next(b for b in root.findChildren(QAbstractButton) if b.accessibleName() == name)


@pytest.mark.parametrize(
    ("name", "signal"),
    [("New project", "new"), ("Open a project", "open"), ("Try the samples", "try_samples")],
)
def test_that_each_card_says_what_is_wanted(
    page: Welcome, qtbot: QtBot, name: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(named(page, name), Key.Key_Return)


def test_that_enter_opens_the_project_that_was_open_last(page: Welcome, qtbot: QtBot) -> None:
    page.show_recent(RECENT)
    with qtbot.waitSignal(page.open_recent) as heard:
        qtbot.keyClick(page.window().focusWidget(), Key.Key_Return)
    assert heard.args == [RECENT[0].path]
    qtbot.keyClick(page.window().focusWidget(), Key.Key_Down)
    focused = page.window().focusWidget()
    assert isinstance(focused, RecentRow)
    assert focused.accessibleDescription() == "all 64 done"


def test_that_recent_projects_can_be_forgotten(page: Welcome, qtbot: QtBot) -> None:
    assert named(page, "Clear the recent projects").isHidden()
    page.show_recent(RECENT)
    with qtbot.waitSignal(page.clear):
        named(page, "Clear the recent projects").click()
    page.show_recent(())
    assert not [row for row in page.findChildren(RecentRow) if row.isVisible()]


def test_that_dropped_files_are_handed_on(page: Welcome, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.txt"))])
    none = Qt.MouseButton.NoButton
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(5, 5), copy, data, none, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(page.dropped) as heard:
        page.dropEvent(event)
    assert heard.args == [[tmp_path / "one.txt"]]


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> NewProjectDialog:
    made = NewProjectDialog(LIGHT, SCHEMES, folder=tmp_path, documents=[Path("a.txt")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_a_new_project_is_settled_by_enter(
    dialog: NewProjectDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    name = dialog.findChildren(QLineEdit)[0]
    qtbot.keyClicks(name, "sill-strait.curator")
    qtbot.mouseClick(dialog.findChildren(Choice)[1], Qt.MouseButton.LeftButton)
    named(dialog, "20 %").click()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(name, Key.Key_Return)
    settled = dialog.result_project
    assert settled is not None
    assert settled.path == tmp_path / "sill-strait.curator"
    assert (settled.scheme, settled.blind) == ("claims", 0.2)
    assert settled.documents == (Path("a.txt"),)


def test_that_a_nameless_project_is_not_made(dialog: NewProjectDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.findChildren(QLineEdit)[0], Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.result_project is None
    assert not named(dialog, "Create").isEnabled()


def test_that_escape_settles_nothing(dialog: NewProjectDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.result_project is None


def test_that_what_is_wrong_is_said(tmp_path: Path) -> None:
    (tmp_path / "old.curator").touch()
    assert fault_of("new", tmp_path) == ""
    assert "needs a name" in fault_of("", tmp_path)
    assert "hold any of" in fault_of("a/b", tmp_path)
    assert "no such folder" in fault_of("new", tmp_path / "gone")
    assert "already a project" in fault_of("old", tmp_path)
