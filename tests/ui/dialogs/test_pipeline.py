"""The preferences offer what is installed, and folders only once they are trusted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from curator.services import pipelines
from curator.ui.dialogs.pipeline import PipelineDialog
from curator.ui.tokens import theme
from curator.ui.widgets.choice import Choice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "pipelines.json"
    monkeypatch.setattr(pipelines, "settings_file", lambda: path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "own"
    made.mkdir()
    meta = {"lang": "en", "name": "harbour_sm", "version": "1.0"}
    (made / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return made


def opened(qtbot: QtBot, *, trusts: bool = True) -> PipelineDialog:
    def answer(_parent: QWidget, _folder: Path) -> bool:
        return trusts

    dialog = PipelineDialog(theme("light"), trusts=answer)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_that_what_is_installed_is_offered_and_the_choice_is_kept(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    names = [one.name for one in pipelines.installed()]
    choices = dialog.findChildren(Choice)
    assert len(choices) == 1 + len(names)
    assert dialog.chosen is None
    choices[-1].setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.changed
    assert pipelines.chosen() == names[-1]


def test_that_escape_changes_nothing(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.findChildren(Choice)[-1].setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.changed
    assert pipelines.chosen() is None


def test_that_a_folder_is_offered_once_it_is_trusted(qtbot: QtBot, folder: Path) -> None:
    dialog = opened(qtbot)
    dialog.add_folder(folder)
    assert dialog.chosen == str(folder)
    dialog.accept()
    assert pipelines.chosen() == str(folder)
    assert pipelines.trusted() == [folder]


def test_that_a_folder_that_is_not_trusted_is_not_offered(qtbot: QtBot, folder: Path) -> None:
    dialog = opened(qtbot, trusts=False)
    dialog.add_folder(folder)
    assert dialog.chosen is None
    assert pipelines.trusted() == []


def test_that_a_folder_without_a_pipeline_is_refused_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot)
    dialog.add_folder(tmp_path / "nothing")
    assert dialog.chosen is None
    said = [one.text() for one in dialog.findChildren(QWidget) if hasattr(one, "text")]
    assert any("nothing" in words for words in said)
    assert any(b.text() == "Use it" for b in dialog.findChildren(QAbstractButton))
