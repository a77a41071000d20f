"""Takes one scene in a process of its own: the scene's name, a project, the picture's file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.do import Do
from curator.ui.style import FUSION
from tests.screens.scenes import SCENES
from tests.stories.driver import Driver

SIZE = 1440, 900


class Patience:
    """Waits as the tests do, without a test: all that `Driver` asks of its bot."""

    def waitUntil(self, there: Callable[[], object], timeout: int) -> None:  # noqa: N802
        """Wait until something is so, for so many milliseconds at most.

        Raises:
            TimeoutError: when it is not so by then.
        """
        patience = QDeadlineTimer(timeout)
        while not there():
            if patience.hasExpired():
                raise TimeoutError
            QTest.qWait(20)

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Leave the window to the end of the process."""


def take(name: str, project: Path, picture: Path) -> None:
    """Open a project in the window, arrange a scene and write it as PNG."""
    scene = next(one for one in SCENES if one.name == name)
    driver = Driver(cast("QtBot", Patience()), project.parent)
    window = driver.program.window
    window.resize(*SIZE)
    driver.open(project)
    driver.do(Do.DARK_THEME if scene.theme == "dark" else Do.LIGHT_THEME)
    window.activateWindow()
    window.pane.page.setFocus()
    below, *above = scene.arrange(driver)
    QTest.qWait(300)  # toasts and notices have come in, and the scroll bars are gone
    _composed(below, above).save(str(picture))
    driver.quit()


def _composed(below: QWidget, above: list[QWidget]) -> QPixmap:
    """What lies over a window is painted where it stands on the screen."""
    taken = below.grab()
    painter = QPainter(taken)
    for one in above:
        painter.drawPixmap(one.mapToGlobal(one.rect().topLeft()) - below.pos(), one.grab())
    painter.end()
    return taken


if __name__ == "__main__":
    app = QApplication([sys.argv[0], *FUSION])
    take(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
