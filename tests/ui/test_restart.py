"""The program is left and started anew: what is remembered, and that nothing stays behind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QByteArray, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.store.project import Project
from curator.ui import opening
from curator.ui.app import Curator
from curator.ui.do import Do
from curator.ui.preferences import Preferences
from tests.support import written_suggester
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def lock(path: Path) -> Path:
    return path.with_name(path.name + "-lock")


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Hands]]:
    """Starts the program anew, with the same settings."""
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", written_suggester.MODULE)
    running: list[Curator] = []

    def begin() -> Hands:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        program = Curator(qapp, Preferences(settings))
        running.append(program)
        loop = QEventLoop()
        program.loaded.connect(loop.quit)
        program.window.show()
        loop.exec()
        return Hands(qtbot, program, tmp_path)

    yield begin
    for program in running:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


def test_that_size_docks_theme_and_project_are_as_they_were_left(
    start: Callable[[], Hands], template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    first = start()
    first.open(path)
    first.window.resize(1100, 700)
    first.do_quickly(Do.QUEUE)
    first.do_quickly(Do.DARK_THEME)
    first.quit()
    assert not lock(path).exists()

    again = start()
    assert again.controller._preferences.last_project() == path.resolve()
    assert again.controller._themes.theme.dark
    again.open(path)
    assert again.window.size().height() == 700
    assert not again.window.queue.isVisible()
    assert again.window.inspector.isVisible()
    again.quit()


def test_that_sizes_and_contrast_are_as_they_were_left(
    start: Callable[[], Hands], template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    first = start()
    for do in (Do.LARGE, Do.TEXT_LARGER, Do.LINES_SHORTER, Do.HIGH_CONTRAST):
        first.do_quickly(do)
    first.quit()

    again = start()
    again.open(path)
    metrics = again.pane.page.metrics
    assert (metrics.reading, metrics.queue_row, metrics.column) == (21, 56, 64)
    assert again.controller._themes.theme.sharp
    again.quit()


def test_that_leaving_while_reading_comes_back_with_docks(
    start: Callable[[], Hands], template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    first = start()
    first.open(path)
    first.do_quickly(Do.READ)
    first.quit()
    again = start()
    again.open(path)
    assert not again.window.isFullScreen()
    again.window.resize(1440, 900)  # as on a screen that is large enough
    again.until(again.window.queue.isVisible)
    assert again.window.inspector.isVisible()
    again.quit()


def test_that_a_drawer_lies_beside_the_page_again_in_a_wide_window(
    start: Callable[[], Hands], template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    first = start()
    first.open(path)
    first.window.resize(980, 700)
    first.until(lambda: first.window.inspector.width() > 900)
    first.quit()
    again = start()
    again.open(path)
    again.until(lambda: again.window.inspector.width() > 900)
    again.window.resize(1440, 900)
    again.until(lambda: again.window.inspector.width() < 520)
    assert again.window.queue.isVisible()
    again.quit()


def test_that_what_was_decided_last_is_in_the_file_when_the_window_closes(
    start: Callable[[], Hands], template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    first = start()
    first.open(path)
    first.type("A", "X", "Alt+Right")
    first.quit()
    assert not lock(path).exists()
    again = start()
    again.open(path)
    assert again.stored()[:3] == ["Grain Board:ORG!", "Velm:GPE-", "Monday. Its:DATE!"]
    again.quit()


def test_that_closing_while_a_project_is_being_opened_leaves_no_lock(
    start: Callable[[], Hands], template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was opened after all, and nobody closed it."""
    path = wire.copy(template, tmp_path)
    held, opened = Event(), Event()

    def slowly(path: Path) -> Project:
        opened.set()
        held.wait(10)
        return Project.open(path, write=True)

    monkeypatch.setattr(opening, "for_review", slowly)
    hands = start()
    hands.controller.open_project(path)
    assert opened.wait(10)
    held.set()
    hands.quit()
    assert not lock(path).exists()


def test_that_a_layout_that_makes_no_sense_is_passed_over(
    start: Callable[[], Hands], template: Path, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/geometry", QByteArray(b"nonsense"))
    settings.setValue("window/state", QByteArray(b"nonsense"))
    settings.setValue("window/docks", "nonsense")
    settings.setValue("theme", "purple")
    settings.sync()
    hands = start()
    hands.open(wire.copy(template, tmp_path))
    assert hands.window.queue.isVisible()
    hands.quit()


def test_that_closing_the_window_ends_an_import_that_runs(
    start: Callable[[], Hands], template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    text = "word " * 400
    lines = [json.dumps({"id": f"n{n}", "text": f"Text {n}. {text}"}) for n in range(2000)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    hands = start()
    hands.open(path)
    steps: list[object] = []
    hands.session.tasks.stepped.connect(steps.append)
    hands.bring_in(tmp_path / "many.jsonl")
    hands.until(lambda: steps)
    hands.type("A")
    hands.quit()
    assert not lock(path).exists()
    again = start()
    again.open(path)
    assert again.total() > 4
    assert again.stored(wire.HARVEST)[0] == "Grain Board:ORG!"
    assert again.sound()
    again.quit()


def test_that_closing_the_window_ends_a_suggest_process_that_starts(
    start: Callable[[], Hands], bare: Path
) -> None:
    hands = start()
    hands.controller.open_project(bare)
    hands.until(lambda: hands.controller.session is not None and hands.session.tasks.busy)
    hands.quit()
    assert not lock(bare).exists()
