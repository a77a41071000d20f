"""The bare counterpart of the window: says when an empty QMainWindow was painted."""

import os
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def told():
    print(time.monotonic(), flush=True)
    os._exit(0)


class FirstPaint(QObject):
    """Watches a window as Curator watches its own."""

    def __init__(self, window):
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, told)
        return False


app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
watch = FirstPaint(window)
window.show()
app.exec()
