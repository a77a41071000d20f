"""Tasks are shown while they run, can be stopped, and end with their project."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from curator.services.health import findings
from curator.store.project import Project
from curator.ui.background.board import Board
from curator.ui.background.suggesting import Suggesting
from curator.ui.background.task import Task
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Waiting(Task):
    """Waits until it is stopped."""

    def __init__(self, icon: str, name: str, parent: Any) -> None:
        super().__init__(icon, name, parent)
        self._gate = Event()

    def start(self) -> None:
        self.begin(lambda: self._gate.wait(10), lambda _over: None, lambda _error: None)

    def cancel(self) -> None:
        self._gate.set()


def test_that_running_tasks_are_listed_and_can_be_stopped_there(hands: Hands, bare: Path) -> None:
    board: Board = hands.controller._board
    tasks = [Waiting("import", name, hands.session) for name in ("First", "Second")]
    for task in tasks:
        board.watch(task)
        task.start()
    status = hands.window.status
    hands.until(lambda: "Second" in status._task.text())
    status.tasks.emit()
    assert list(board._rows) == tasks
    board._rows[tasks[0]].cancelled.emit()
    hands.until(lambda: not tasks[0].running)
    assert "Second" in status._task.text()
    status.cancelled.emit()
    hands.until(lambda: not tasks[1].running)
    assert not status._task.isVisible()
    status.tasks.emit()
    assert board._panel is None


def test_that_a_running_import_ends_with_its_project(hands: Hands, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"n{n}", "text": f"Text {n}. " + "word " * 400}) for n in range(2000)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    steps: list[object] = []
    hands.session.tasks.stepped.connect(steps.append)
    hands.bring_in(tmp_path / "many.jsonl")
    hands.until(lambda: steps)
    path = hands.session.project.path
    hands.controller.leave_project()
    assert not path.with_name(path.name + "-lock").exists()
    with Project.open(path, write=True) as project:
        assert findings(project) == []


def test_that_a_running_suggestion_ends_with_its_project(window: Hands, bare: Path) -> None:
    window.controller.open_project(bare)
    window.until(lambda: window.controller.session is not None)
    window.until(lambda: window.session.tasks.busy)
    window.controller.leave_project()
    assert not bare.with_name(bare.name + "-lock").exists()


def test_that_what_is_closed_is_not_started_again(hands: Hands) -> None:
    scheme = hands.document.scheme
    task = Suggesting(hands.session.desk, scheme, hands.session)
    task.close()
    assert not task.running
