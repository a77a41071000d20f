"""The board of tasks: what runs, in the status bar and in a panel above it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from curator.ui.background.task import Shown, Task
from curator.ui.dates import time_left
from curator.ui.status import Status
from curator.ui.tasks import TaskRow
from curator.ui.tokens import Theme

_WIDTH = 420


class Board(QObject):
    """Shows the tasks that run; the newest in the status bar, all of them in a panel.

    Args:
        status: the status bar.
        theme: colours of the panel.
    """

    def __init__(self, status: Status, theme: Theme) -> None:
        super().__init__(status)
        self._status = status
        self._theme = theme
        self._running: dict[Task, Shown] = {}
        self._panel: QFrame | None = None
        self._rows: dict[Task, TaskRow] = {}
        status.cancelled.connect(self._cancel_newest)
        status.tasks.connect(self._open)

    def watch(self, task: Task) -> None:
        """Show a task from now until it ends, whenever it runs."""
        task.progressed.connect(lambda shown: self._show(task, shown))
        task.ended.connect(lambda: self._forget(task))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme for the panel."""
        self._theme = theme

    def close(self) -> None:
        """Show nothing."""
        self._running.clear()
        self._status.clear_task()
        self._close_panel()

    def _show(self, task: Task, shown: Shown) -> None:
        if not task.running:
            return
        self._running[task] = shown
        if task is self._newest():
            words = f"{shown.name} {shown.facts}".strip()
            self._status.set_task(shown.icon, words, share=shown.share, seconds=shown.seconds)
        if (row := self._rows.get(task)) is not None:
            _say(row, shown)

    def _forget(self, task: Task) -> None:
        self._running.pop(task, None)
        self._status.clear_task()
        if (newest := self._newest()) is not None:
            self._show(newest, self._running[newest])
        if self._panel is not None:
            self._close_panel()

    def _newest(self) -> Task | None:
        return next(reversed(self._running), None)

    def _cancel_newest(self) -> None:
        if (newest := self._newest()) is not None:
            newest.cancel()

    def _open(self) -> None:
        """Show all tasks above the right end of the status bar."""
        if not self._running:
            return
        panel = QFrame(self._status.window(), Qt.WindowType.Popup)
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel.destroyed.connect(self._panel_gone)
        column = QVBoxLayout(panel)
        column.setContentsMargins(14, 10, 14, 10)
        for task, shown in self._running.items():
            row = TaskRow(self._theme, task.icon, task.name)
            row.cancelled.connect(task.cancel)
            _say(row, shown)
            column.addWidget(row)
            self._rows[task] = row
        panel.setFixedWidth(_WIDTH)
        panel.adjustSize()
        corner = self._status.mapToGlobal(self._status.rect().topRight())
        panel.move(corner - QPoint(panel.width() + 8, panel.height() + 6))
        self._panel = panel
        panel.show()

    def _close_panel(self) -> None:
        if self._panel is not None:
            self._panel.close()

    def _panel_gone(self) -> None:
        self._panel = None
        self._rows = {}


def _say(row: TaskRow, shown: Shown) -> None:
    left = time_left(shown.seconds) if shown.seconds is not None else ""
    row.say(shown.facts, left, share=shown.share)
