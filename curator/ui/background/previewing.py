"""Comparing beside the review what another version would suggest with what was decided."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from curator.domain.annotation import Layer
from curator.services import pipelines
from curator.services.learning import updating, versions
from curator.services.learning.updating import Update
from curator.suggest.client import SuggestProcess
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.desk import Desk


class Previewing(Task):
    """Asks a version for reviewed documents; nothing of it is stored.

    Signals:
        previewed(object): the `Update`, of as many documents as were compared.
        failed(object): the error.
    """

    previewed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, digest: str, parent: QObject) -> None:
        """Prepare.

        Args:
            desk: of the open project.
            digest: of the version; empty for the pipeline as it was installed.
            parent: lives at least as long.
        """
        super().__init__("learn", _("Comparing"), parent)
        self._desk = desk
        weights = versions.folder(desk.project) / digest if digest else None
        self._process = SuggestProcess(
            layers=(Layer.ENTITY,), model=pipelines.wanted(), weights=weights
        )

    def start(self) -> None:
        """Begin."""
        self.begin(self._run, self.previewed.emit, self.failed.emit)

    def cancel(self) -> None:
        """Stop soon; what was compared is shown."""
        self._process.cancel()

    def close(self) -> None:
        """End the process and the thread."""
        while not self.wait(0.05):
            self._process.close()
        super().close()

    def _run(self) -> Update:
        update = Update()
        try:
            for step in updating.preview(self._desk.project, self._process, update):
                self.say(
                    step.done,
                    step.total,
                    _("{done} of {total}").format(done=step.done, total=step.total),
                )
        finally:
            self._process.close()
        return update
