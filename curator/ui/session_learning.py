"""Learning that takes time: versions of the recogniser, and the weights of claims."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from curator.domain.learning.scorer import Weights
from curator.services.learning import tuning
from curator.services.learning.tuning import TuneReport
from curator.services.learning.updating import Update
from curator.store.lanes import Priority
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.background.previewing import Previewing
from curator.ui.background.tuning import Tuning
from curator.ui.background.weighing import Weighing
from curator.ui.desk import Desk
from curator.ui.notifier import Notifier
from curator.ui.paint import score_text
from curator.ui.session_lessons import SessionLessons
from curator.ui.session_tasks import SessionTasks


class SessionLearning(QObject):
    """Teaches new versions when enough was reviewed, compares them, weighs claims anew.

    Signals:
        tuned(): there is a new version, or another is in use.
        renewed(): the version that suggests is another one now.
        previewed(object): the `Update` that another version would be.
    """

    tuned = Signal()
    renewed = Signal()
    previewed = Signal(object)

    def __init__(
        self, desk: Desk, notifier: Notifier, tasks: SessionTasks, lessons: SessionLessons
    ) -> None:
        """Work at a session's desk, with its tasks and lessons."""
        super().__init__(tasks)
        self._desk = desk
        self._notifier = notifier
        self._tasks = tasks
        self._lessons = lessons
        self._tuning: Tuning | None = None
        self._weighing = Weighing(self)
        self._weighing.weighed.connect(self._weighed)
        self._weighing.failed.connect(notifier.refuse)
        tasks.watch(self._weighing)
        lessons.claims_due.connect(self._weigh)

    def consider(self) -> None:
        """Teach a new version if enough was reviewed and the project lets it be done by itself."""
        if not self._desk.project.read_only:
            self._desk.read(_is_wanted, self._tune_if)

    def tune(self) -> None:
        """Teach a new version from what was reviewed."""
        if self._tuning is None:
            self._tuning = Tuning(self._desk, self)
            self._tuning.tuned.connect(self._told)
            self._tuning.failed.connect(self._notifier.refuse)
            self._tasks.watch(self._tuning)
        self._tuning.start()

    def preview(self, digest: str) -> None:
        """Compare what a version would suggest with what was decided; empty: the pipeline."""
        task = Previewing(self._desk, digest, self)
        task.previewed.connect(self._previewed)
        task.failed.connect(self._notifier.refuse)
        self._tasks.watch(task)
        task.start()

    def change(self) -> None:
        """Suggest with another version from now on, and anew where nothing was decided."""
        self._tasks.renew_suggester()
        self.tuned.emit()
        self.renewed.emit()

    def _tune_if(self, wanted: bool) -> None:  # noqa: FBT001 - what the lane hands over
        if wanted:
            self.tune()

    def _told(self, report: TuneReport) -> None:
        if report.version is None:
            return
        words = _("learned from {documents} documents").format(documents=report.version.documents)
        if report.held:
            before, after = report.scores["before"].f1, report.scores["after"].f1
            held = _("{score} before, {after} now").format(
                score=score_text(before), after=score_text(after)
            )
            words += _("; F1 on {held} held back: {figures}").format(held=report.held, figures=held)
        if report.switched:
            self._notifier.notice(
                "ok", _("A new version suggests from now on"), words, about="learn"
            )
            self.change()
        else:
            title = _("The new version is not used: it finds less")
            self._notifier.notice("info", title, words, about="learn")
            self.tuned.emit()

    def _previewed(self, update: Update) -> None:
        self.previewed.emit(update)

    def _weigh(self, steps: Generator[None, None, Weights]) -> None:
        self._weighing.start(steps)

    def _weighed(self, weights: Weights | None) -> None:
        if weights is None:
            return

        def use(project: Project) -> None:
            lessons = self._lessons.now(project)
            if lessons is not None:
                lessons.claims.use(weights)

        turn = self._desk.in_turn(use, priority=Priority.SUGGESTION)
        self._desk.bring(turn, self._used)

    def _used(self, _none: None) -> None:
        self._lessons.learn()


def _is_wanted(project: Project) -> bool:
    return tuning.automatic(project) and tuning.due(project)
