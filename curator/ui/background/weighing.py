"""Learning the claim scorer's weights beside the review."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from curator.domain.learning.scorer import Weights
from curator.translation import gettext as _
from curator.ui.background.task import Task


class Weighing(Task):
    """Runs the steps of one fit, until they end or it is cancelled.

    Signals:
        weighed(object): the `Weights`; None when it was cancelled.
        failed(object): the error.
    """

    weighed = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Prepare; `start` begins."""
        super().__init__("learn", _("Weighing claims"), parent)
        self._cancelled = False

    def start(self, steps: Generator[None, None, Weights]) -> None:
        """Begin, unless it is under way."""
        if not self.running:
            self._cancelled = False
            self.begin(lambda: self._run(steps), self.weighed.emit, self.failed.emit)

    def cancel(self) -> None:
        """Stop before the next step."""
        self._cancelled = True

    def _run(self, steps: Generator[None, None, Weights]) -> Weights | None:
        while not self._cancelled:
            try:
                next(steps)
            except StopIteration as end:
                weights: Weights = end.value
                return weights
        return None
