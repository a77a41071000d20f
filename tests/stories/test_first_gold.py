"""A new user gets from the first screen to the first exported gold document in a few actions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from curator.ui.dialogs.export import ExportDialog
from curator.ui.dialogs.leftover import LeftoverDialog
from curator.ui.do import Do
from tests.stories.driver import Driver
from tests.support import written_suggester

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DATA = Path(__file__).parents[1] / "data"


class NewUser:
    """Does one thing after the other and counts."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.actions = 0

    def click(self, words: str) -> None:
        self.actions += 1
        buttons = self.driver.program.window.findChildren(QAbstractButton)
        [button] = [one for one in buttons if one.text() == words and one.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: str) -> None:
        self.actions += 1
        self.driver.press(key)

    def enter_at(self, kind: type) -> None:
        """Answer the dialogue that comes next with Enter."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, kind)
            self.actions += 1
            QTest.keyClick(dialog, Qt.Key.Key_Return)

        QTimer.singleShot(0, answer)


def test_that_the_first_gold_is_out_after_seven_actions(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Try the samples, accept, done, the rule, export, its choices, its place; no tour, no help."""
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", written_suggester.MODULE)
    monkeypatch.setenv(written_suggester.VARIABLE, str(DATA / "story.written.json"))
    user = NewUser(Driver(qtbot, tmp_path))
    out = tmp_path / "gold.jsonl"

    def place(*_: object) -> tuple[str, str]:
        user.actions += 1
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", place)
    user.click("Try the samples")
    user.driver.until(user.driver.has_document)
    user.driver.settle()
    user.press("A")
    user.enter_at(LeftoverDialog)
    user.press("D")
    user.enter_at(ExportDialog)
    user.actions += 1  # Ctrl+E, which acts wherever the focus is
    user.driver.do(Do.EXPORT)
    user.driver.until(out.exists)
    (line,) = out.read_text(encoding="utf-8").splitlines()
    assert [one["quote"] for one in json.loads(line)["spans"]] == ["PORT HALDEN"]
    assert user.actions == 7
