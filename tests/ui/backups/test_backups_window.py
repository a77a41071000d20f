"""Backups are made beside the review, listed, and put back from their window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableView

from curator.services import backups
from curator.ui.backups.backups import Backups
from curator.ui.backups.window import BackupsWindow
from curator.ui.do import Do
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def open_window(hands: Hands) -> BackupsWindow:
    hands.do(Do.BACKUPS)
    found = [one for one in hands.window.findChildren(BackupsWindow) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def listed(window: BackupsWindow) -> list[list[str]]:
    """The cells of both tables."""
    models = [one.model() for one in window.findChildren(QTableView)]
    return [
        [
            str(model.index(row, column).data())
            for row in range(model.rowCount())
            for column in range(1, model.columnCount())
        ]
        for model in models
    ]


def test_that_a_project_without_backups_says_when_there_will_be_one(hands: Hands) -> None:
    window = open_window(hands)
    hands.until(lambda: "every half hour" in window._lacks.text())
    assert not window._restore.isEnabled()


def test_that_what_restoring_takes_back_is_shown_and_done(hands: Hands) -> None:
    backups.back_up(hands.session.project)
    before = hands.stored()
    hands.press("A")
    assert hands.stored() != before
    window = open_window(hands)
    hands.until(window._restore.isEnabled)
    assert "takes back 1 change set" in window._lacks.text()
    copies, acts = listed(window)
    assert copies[0] == "asked for"
    assert acts[0].startswith("Accept")
    project = hands.session.project
    hands.click("Restore this one", window)
    hands.until(lambda: hands.has_document() and hands.session.project is not project)
    hands.until(hands.notices)
    assert hands.notices() == ["The backup is restored"]
    assert hands.stored() == before
    assert hands.sound()
    reasons = [one.reason for one in backups.listing(hands.session.project.path)]
    assert sorted(reasons) == ["asked", "restore"]


def test_that_one_is_made_now_and_is_listed(hands: Hands) -> None:
    window = open_window(hands)
    hands.click("Back up now", window)
    hands.until(lambda: window.current is not None)
    hands.until(lambda: "holds every decision" in window._lacks.text())
    assert hands.toast() == "Backed up"


def test_that_one_is_made_by_itself_while_somebody_decides(hands: Hands) -> None:
    hands.press("A")
    (mine,) = hands.session.findChildren(Backups)
    mine.look()
    path = hands.session.project.path
    hands.until(lambda: not mine._task.running)
    assert [one.reason for one in backups.listing(path)] == ["working"]


def test_that_a_backup_that_fails_is_said_once(hands: Hands) -> None:
    path = hands.session.project.path
    path.with_name(f"{path.name}-backups").write_text("in the way", encoding="utf-8")
    hands.press("A")
    (mine,) = hands.session.findChildren(Backups)
    for _ in range(2):
        mine.look()
        hands.until(lambda: not mine._task.running)
        hands.until(hands.notices)
    assert len(hands.notices()) == 1
