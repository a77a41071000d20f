"""Random acts in the real window: nothing breaks, and what is shown is what is stored."""

from __future__ import annotations

import gc
import random
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.services import reading
from curator.services.health import findings
from curator.services.learning import tuning
from tests.stories.driver import KEYS, MODIFIERS, Driver
from tests.support import written_suggester
from tests.support.pictures import told

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DATA = Path(__file__).parents[1] / "data"
LEFT, DOUBLE = Qt.MouseButton.LeftButton, 0.3

VERDICTS = ("A", "X", "U", "Space", "N", "P", "O", "1", "2", "3", "7", "Delete", "S", "J")
EDGES = ("Alt+Right", "Alt+Left", "Alt+Shift+Left", "Alt+Shift+Right", ".", ",", "Alt+Down")
CLAIMS = ("C", "Up", "Down", "K", "Enter", "Escape")
VIEWS = ("E", "L", "R", "F", "D", "Shift+N", "Shift+P")
UNDO = ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z")
KINDS = (VERDICTS, VERDICTS, VERDICTS, EDGES, CLAIMS, VIEWS, UNDO, UNDO)


class Monkey:
    """Presses, clicks, drags and selects at random; the same for a seed."""

    def __init__(self, driver: Driver, seed: int) -> None:
        self.driver, self.dice = driver, random.Random(seed)
        self.page = driver.program.window.pane.page
        self.done: list[str] = []

    def act(self) -> None:
        """Do one thing, and settle now and then: mostly keys come while others are written."""
        one = self.dice.random()
        if one < 0.75:
            self._press(self.dice.choice(self.dice.choice(KINDS)))
        elif one < 0.85:
            self._select()
        else:
            self._click()
        if self.dice.random() < 0.2:
            self.driver.settle()

    def _press(self, key: str) -> None:
        self.done.append(key)
        *held, name = key.split("+") if len(key) > 1 else [key]
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= MODIFIERS[one]
        QTest.keyClick(self.page, KEYS.get(name, name.lower()), modifiers)

    def _select(self) -> None:
        length = len(self.driver.document.text)
        start = self.dice.randrange(max(1, length - 20))
        end = min(length, start + self.dice.randint(1, 20))
        self.done.append(f"select {start}–{end}")
        self.page.select(start, end)

    def _click(self) -> None:
        room = self.page.viewport()
        at = QPoint(self.dice.randrange(room.width()), self.dice.randrange(room.height()))
        self.done.append(f"click {at.x()},{at.y()}")
        if self.dice.random() < DOUBLE:
            QTest.mouseDClick(room, LEFT, pos=at)
        else:
            QTest.mouseClick(room, LEFT, pos=at)


class Doorman(QObject):
    """Sends away what asks and would wait for an answer."""

    def __init__(self) -> None:
        super().__init__()
        self._round = QTimer(self, interval=50)
        self._round.timeout.connect(self._look)
        self._round.start()

    def leave(self) -> None:
        self._round.stop()

    def _look(self) -> None:
        for asking in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if asking is not None:
                asking.close()


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """The samples in the window, with written suggestions, and a rule for what closing leaves.

    No version is taught meanwhile: that takes minutes, and each settling would wait for it.
    """
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", written_suggester.MODULE)
    monkeypatch.setenv(written_suggester.VARIABLE, str(DATA / "story.written.json"))
    driver = Driver(qtbot, tmp_path)
    driver.try_samples()
    reading.set_leftover_rule(driver.session.project, rule="rejected")
    tuning.set_automatic(driver.session.project, on=False)
    return driver


def play(driver: Driver, acts: int, *, seed: int) -> tuple[int, int]:
    """Let a monkey play; returns how much memory there was early, and at the end (bytes)."""
    monkey, doorman = Monkey(driver, seed), Doorman()
    early = 0
    try:
        for number in range(acts):
            monkey.act()
            if number == acts // 4:
                driver.settle()
                early = memory()
        driver.settle()
    except BaseException as error:
        error.add_note(f"seed {seed}, after: {' · '.join(monkey.done[-40:])}")
        raise
    finally:
        doorman.leave()
    return early, memory()


def is_as_stored(driver: Driver) -> bool:
    """Whether the screen shows of its document what the file says, and the file is sound."""
    document = driver.document
    view = reading.open_document(driver.session.project, document.view.id)
    held = [one for one in document.drawn() if one.id > 0]
    known = {one.id: one for one in view.annotations}
    page = driver.program.window.pane.page
    assert told(view.text, [known[one.id] for one in held]) == told(view.text, held)
    assert [page.annotation(one.id) for one in held] == held
    assert findings(driver.session.project) == []
    return True


def memory() -> int:
    """Return the resident memory of this process in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@pytest.mark.parametrize("seed", [1, 2])
def test_that_random_acts_leave_the_window_and_the_file_agreed(driver: Driver, seed: int) -> None:
    play(driver, 150, seed=seed)
    assert is_as_stored(driver)
    driver.quit()


@pytest.mark.full
def test_that_twenty_thousand_random_acts_break_nothing_and_take_no_more_memory(
    driver: Driver,
) -> None:
    early, late = play(driver, 20_000, seed=7)
    assert is_as_stored(driver)
    assert late < 1.2 * early, f"{early >> 20} MB, then {late >> 20} MB"
    driver.quit()
