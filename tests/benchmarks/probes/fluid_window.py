"""Runs the window on a project while long work goes on, and says how late its event loop was.

Arguments: a project, a file to import, seconds to measure. Prints JSON: ``ticks`` are seconds from
one tick of a timer to the next, less what was asked for; ``busy_ticks`` the seconds of processor
time that the window's thread took between them, which others on the machine do not lengthen.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from curator.domain.decisions import Verdict
from curator.ui import garbage
from curator.ui.app import Curator
from curator.ui.preferences import Preferences
from curator.ui.style import FUSION

TICK_MS = 5
"""From one tick to the next."""

DECIDE_MS = 250
"""From one verdict to the next, as a quick reader gives them."""


class Probe(QObject):
    """Opens, sets everything to work, measures, leaves."""

    def __init__(self, program: Curator, project: Path, source: Path, seconds: float) -> None:
        super().__init__()
        self.program, self.project, self.source = program, project, source
        self.seconds = seconds
        self.late: list[float] = []
        self.used: list[float] = []
        self.spent = 0.0
        self.decided = 0
        self.last = 0.0
        self.ticks = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self.ticks.timeout.connect(self.tick)
        self.verdicts = QTimer(self, interval=DECIDE_MS)
        self.verdicts.timeout.connect(self.decide)
        program.loaded.connect(self.open)

    def open(self) -> None:
        garbage.settle()  # as the program does
        self.program.controller.open_project(self.project)
        self.wait = QTimer(self, interval=20)
        self.wait.timeout.connect(self.begin_when_open)
        self.wait.start()

    def begin_when_open(self) -> None:
        session = self.program.controller.session
        if session is None or session.screen.document is None or not session.tasks.busy:
            return
        self.wait.stop()
        if self.source.is_file():
            session.tasks.bring_in([([self.source], "beside")])
        QTimer.singleShot(1500, self.measure)

    def measure(self) -> None:
        self.last, self.spent = time.perf_counter(), time.thread_time()
        self.ticks.start()
        self.verdicts.start()
        QTimer.singleShot(round(1000 * self.seconds), self.tell)

    def tick(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        self.late.append(max(0.0, now - self.last - TICK_MS / 1000))
        self.used.append(spent - self.spent)
        self.last, self.spent = now, spent

    def decide(self) -> None:
        session = self.program.controller.session
        if session.screen.annotation is None:
            if session.screen.document.listed():  # all of it is decided: on to the next
                session.steps.step(forward=True)
        else:
            verdict = Verdict.REJECT if self.decided % 3 == 2 else Verdict.ACCEPT
            session.reviewer.judge(verdict)
            self.decided += 1

    def tell(self) -> None:
        self.ticks.stop()
        self.verdicts.stop()
        busy = self.program.controller.session.tasks.busy
        told = {
            "ticks": self.late,
            "busy_ticks": self.used,
            "decided": self.decided,
            "busy": busy,
        }
        print(json.dumps(told), flush=True)
        self.program.window.close()
        QApplication.quit()


def main() -> None:
    project, source, seconds = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    app = QApplication([*sys.argv[:1], *FUSION])
    settings = QSettings(str(project.with_suffix(".ini")), QSettings.Format.IniFormat)
    program = Curator(app, Preferences(settings))
    probe = Probe(program, project, source, seconds)
    program.window.show()
    app.exec()
    del probe


main()
