"""Recalling beside the review what a project has taught."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from curator.services.learning.lessons import Lessons
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.desk import Desk


class Recalling(Task):
    """Folds what was decided, once, when a project is opened; nobody has to wait for it.

    Signals:
        recalled(object): the `Lessons`.
        failed(object): the error.
    """

    recalled = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Prepare; `start` begins."""
        super().__init__("learn", _("Recalling decisions"), parent)
        self._desk = desk

    def start(self) -> None:
        """Begin."""
        self.begin(lambda: Lessons.of(self._desk.project), self.recalled.emit, self.failed.emit)
