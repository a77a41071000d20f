"""Gives verdicts by key in the window on a long document, without a suggest process.

Arguments: a project and how many verdicts. Prints JSON: ``opened``, ``keys`` and ``all`` are
seconds of processor time of the window's thread: from the document's coming until it is painted,
from each key until the page shows what it did, and until all around it shows it too.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.ui import garbage
from curator.ui.app import Curator
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.session_tasks import SessionTasks
from curator.ui.style import FUSION

PAUSE_MS = 150
"""Between two keys: what the file and its lanes have to do is done by then."""


class Probe(QObject):
    """Opens, presses keys, tells."""

    def __init__(self, program: Curator, project: Path, verdicts: int) -> None:
        super().__init__()
        self.program, self.project, self.verdicts = program, project, verdicts
        self.keys: list[float] = []
        self.all: list[float] = []
        self.opened = 0.0
        self.timer = QTimer(self, interval=PAUSE_MS)
        self.timer.timeout.connect(self.press)
        program.loaded.connect(garbage.settle)  # as the program does
        program.loaded.connect(lambda: program.controller.open_project(project))
        self.wait = QTimer(self, interval=20)
        self.wait.timeout.connect(self.begin)
        self.wait.start()

    def begin(self) -> None:
        controller = self.program.controller
        if controller is None or controller.session is None:
            return
        if controller.session.screen.document is not None:
            self.wait.stop()
            QTimer.singleShot(3000, self.timer.start)

    def press(self) -> None:
        page = self.program.window.pane.page
        start = time.thread_time()
        QTest.keyClick(page, Qt.Key.Key_X if len(self.keys) % 3 == 2 else Qt.Key.Key_A)
        QApplication.sendPostedEvents()  # the frame of the page
        self.keys.append(time.thread_time() - start)
        QApplication.processEvents()  # what is drawn after it, and the frame of that
        QApplication.sendPostedEvents()
        self.all.append(time.thread_time() - start)
        if len(self.keys) == self.verdicts:
            self.timer.stop()
            print(
                json.dumps({"opened": self.opened, "keys": self.keys, "all": self.all}), flush=True
            )
            self.program.window.close()
            QApplication.quit()


def main() -> None:
    project, verdicts = Path(sys.argv[1]), int(sys.argv[2])
    app = QApplication([*sys.argv[:1], *FUSION])
    settings = QSettings(str(project.with_suffix(".ini")), QSettings.Format.IniFormat)
    program = Curator(app, Preferences(settings))
    probe = Probe(program, project, verdicts)
    come = Session._opened

    def opened(session: Session, *given: object) -> None:
        start = time.thread_time()
        come(session, *given)
        QApplication.sendPostedEvents()
        program.window.pane.page.viewport().repaint()
        probe.opened = time.thread_time() - start

    Session._opened = opened
    SessionTasks.urgent = lambda _tasks, _view: None
    SessionTasks.suggest = lambda _tasks, *_layers, **_how: None
    program.window.show()
    app.exec()


main()
