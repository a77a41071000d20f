"""One window for a module's tests, a fresh copy of a small project for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.ui.app import Curator
from curator.ui.preferences import Preferences
from tests.support import projects, written_suggester
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.hindrances import Disk


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, closed."""
    path = tmp_path_factory.mktemp("wire") / "wire.curator"
    wire.make(path)
    return path


@pytest.fixture(scope="module")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Curator]:
    """A running program on its first page."""
    folder = tmp_path_factory.mktemp("settings")
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings)
    preferences.theme = "light"
    preferences.toured = True
    made = Curator(qapp, preferences)
    loop = QEventLoop()
    made.loaded.connect(loop.quit)
    made.window.show()
    loop.exec()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def window(
    program: Curator, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """The window on its first page; what is open at the end is closed."""
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", written_suggester.MODULE)
    hands = Hands(qtbot, program, tmp_path)
    yield hands
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    if hands.controller.session is not None:
        hands.controller.leave_project()


@pytest.fixture
def hands(window: Hands, template: Path, tmp_path: Path) -> Hands:
    """The window with a copy of the small project, its first document open."""
    window.open(wire.copy(template, tmp_path))
    return window


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A project with documents that no suggester has seen."""
    path = tmp_path / "bare.curator"
    with projects.make(path) as project:
        projects.take(project, "Ilse waved.", "Osmo wept.", "Velm slept.", annotations="ignore")
    return path


@pytest.fixture
def empty(window: Hands, tmp_path: Path) -> Hands:
    """The window with a project without documents."""
    path = tmp_path / "empty.curator"
    projects.make(path).close()
    window.controller.open_project(path)
    window.until(lambda: window.controller.session is not None)
    return window


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk that can be full."""
    return Disk(monkeypatch)
