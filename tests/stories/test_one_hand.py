"""A whole document is reviewed with the keyboard alone, and another time with the mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.annotation import State
from curator.services import reading
from curator.services.health import findings
from curator.ui.page.marks import spot
from tests.stories.driver import Driver
from tests.support import written_suggester
from tests.support.pictures import told
from tests.ui.page.mouse import move

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DATA = Path(__file__).parents[1] / "data"
LEFT = Qt.MouseButton.LeftButton
TITLE = "President Torvand's address on the storm"
GOLD = [
    "PORT HALDEN:GPE!",
    "September 1:DATE!",
    "Northline:ORG!",
    "Ilse Torvand:PERSON!",
    "Assembly:ORG-",
    "Monday:DATE~",
    "“We lost a harbour wall, two bridges and the hay of three counties in one night,”:assertion!",
    "90 million marks:QUANTITY!",
    "the sum was too small:evaluation!",
    "Harbour Party:ORG+",
]


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """The samples in the window, with written suggestions, and a rule for what closing leaves."""
    monkeypatch.setenv("CURATOR_SUGGEST_MODULE", written_suggester.MODULE)
    monkeypatch.setenv(written_suggester.VARIABLE, str(DATA / "story.written.json"))
    driver = Driver(qtbot, tmp_path)
    driver.try_samples()
    reading.set_leftover_rule(driver.session.project, rule="rejected")
    assert driver.document.view.title == TITLE
    return driver


def stored(driver: Driver, number: int) -> list[str]:
    """What the file says of a document, in the words of pictures."""
    view = reading.open_document(driver.session.project, number)
    shown = [one for one in view.annotations if one.state is not State.SUPERSEDED]
    return sorted(one.replace("*", "") for one in told(view.text, shown))


def test_that_a_document_is_reviewed_without_the_mouse(driver: Driver) -> None:
    number = driver.document.view.id
    driver.press("A", "A", "2", "N", "A", "X", "U", "A")
    assert driver.is_at("90 million", "QUANTITY")
    driver.press("Alt+Right", "N")
    assert driver.is_at("said", "evaluation")
    driver.press("C", "K", "Enter")
    driver.press("Escape")
    find(driver, "Harbour Party")
    driver.press("2")
    assert driver.is_at("Harbour Party", "ORG")
    assert stored(driver, number) == sorted(GOLD)
    driver.press("F", "D")
    driver.until(lambda: driver.document.view.id != number)
    driver.press("Shift+P")
    driver.press("Ctrl+Z")
    driver.until(lambda: driver.document.view.id == number)
    assert not driver.document.closed()
    driver.press("D")
    view = reading.open_document(driver.session.project, number)
    assert (view.done, view.flagged) == (True, True)
    assert findings(driver.session.project) == []
    driver.quit()


def find(driver: Driver, words: str) -> None:
    """Find words by their keys; leaving the bar selects them."""
    page, control = driver.program.window.pane.page, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page, Qt.Key.Key_F, control)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, words)
    driver.until(lambda: page.selection() is not None)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    driver.until(page.hasFocus)


def test_that_a_document_is_reviewed_without_the_keyboard(driver: Driver) -> None:
    mouse, number = Mouse(driver), driver.document.view.id
    mouse.press("Accept")
    mouse.press("Accept")
    mouse.press("ORG", driver.program.window.inspector)
    mouse.double_click("Ilse Torvand")
    mouse.click("Assembly")
    mouse.press("Reject")
    mouse.choose("Monday", "Unsure")
    mouse.click("two bridges")
    mouse.press("Accept")
    mouse.click("90 million")
    mouse.drag("90 million", "90 million marks")
    mouse.click("the sum was too small")
    mouse.press("Accept")
    mouse.select("Harbour Party")
    mouse.press("ORG", driver.program.window.pane.legend)
    assert stored(driver, number) == sorted(GOLD)
    mouse.press("Flag document")
    mouse.press("Close what is in view")
    driver.until(lambda: driver.document.view.id != number)
    view = reading.open_document(driver.session.project, number)
    assert (view.done, view.flagged) == (True, True)
    mouse.press("Undo", driver.program.window.status)
    driver.until(lambda: driver.document.view.id == number)
    assert not driver.document.closed()
    assert findings(driver.session.project) == []
    driver.quit()


class Mouse:
    """A hand on the mouse."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.page = driver.program.window.pane.page

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Click a button that can be seen."""
        window = within or self.driver.program.window

        def found() -> list[QAbstractButton]:
            shown = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
            named = [b for b in shown if name in (b.text(), b.accessibleName().partition(":")[0])]
            return [button for button in named if button.isEnabled()]

        self.driver.until(found)
        QTest.mouseClick(found()[0], LEFT)
        self.driver.settle()

    def click(self, words: str) -> None:
        """Click the middle of words in the text."""
        start = self.driver.document.text.index(words)
        at = self._at(start + len(words) // 2)
        QTest.mouseClick(self.page.viewport(), LEFT, pos=at)
        self.driver.settle()

    def double_click(self, words: str) -> None:
        start = self.driver.document.text.rindex(words)
        QTest.mouseDClick(self.page.viewport(), LEFT, pos=self._at(start + len(words) // 2))
        self.driver.settle()

    def choose(self, words: str, action: str) -> None:
        """Choose from the menu that the right button brings up."""
        self.page.customContextMenuRequested.emit(
            self._at(self.driver.document.text.index(words) + 1)
        )
        menu = QApplication.activePopupWidget()
        assert menu is not None
        (chosen,) = [one for one in menu.actions() if one.text().partition("\t")[0] == action]
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(chosen).center())
        self.driver.settle()

    def select(self, words: str) -> None:
        """Drag over words."""
        start = self.driver.document.text.index(words)
        self._drag(self._at(start) + QPoint(2, 0), self._at(start + len(words)) - QPoint(2, 0))

    def drag(self, words: str, to: str) -> None:
        """Drag the right edge of the current annotation to the end of other words."""
        text = self.driver.document.text
        ends = [text.index(one) + len(one) for one in (words, to)]
        self._drag(*(self._at(end, "end") for end in ends))

    def _drag(self, first: QPoint, last: QPoint) -> None:
        QTest.mousePress(self.page.viewport(), LEFT, pos=first)
        move(self.page, last - QPoint(4, 0), down=True)
        move(self.page, last, down=True)
        QTest.mouseRelease(self.page.viewport(), LEFT, pos=last)
        self.driver.settle()

    def _at(self, offset: int, edge: str = "start") -> QPoint:
        self.page.bring_into_view(offset)
        place = spot(self.page.sight(), offset, edge)
        assert place is not None
        return QPoint(round(place.x), int(place.baseline) - 4)
