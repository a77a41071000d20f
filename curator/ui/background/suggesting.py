"""Suggesting beside the review, the open document ahead of the batch."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.document import DocumentView
from curator.domain.scheme import Scheme
from curator.services import pipelines, suggesting
from curator.services.learning import versions
from curator.services.learning.claim_learning import own_cues
from curator.services.learning.lessons import Lessons
from curator.store.lanes import Priority
from curator.store.project import Project
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Answer, Done, Failed, Item
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.desk import Desk

_HELD_SECONDS = 0.4
_HELD_DOCUMENTS = 25
_PATIENCE = 0.05
"""Seconds between two attempts to end the process."""
_STARTS = 3
"""So often the process is started again after it died, before the task gives up."""


class Suggesting(Task):
    """Asks the suggest process for every document that waits, and for the open one at once.

    Signals:
        suggested(int): it is over; how many documents were answered.
        failed(object): the error.
        restarted(object): the process died, with this error, and was started again.
        warned(object): something is not as it was chosen, such as a version whose weights are gone
            or a plug-in that cannot be loaded; a fault.
        document_failed(int, object): nothing could be proposed for a document, with the fault.
    """

    suggested = Signal(int)
    failed = Signal(object)
    restarted = Signal(object)
    warned = Signal(object)
    document_failed = Signal(int, object)

    def __init__(
        self,
        desk: Desk,
        scheme: Scheme,
        parent: QObject,
        *,
        learned: Callable[[Project], Lessons | None] = lambda _project: None,
    ) -> None:
        """Prepare it for the layers of a scheme.

        Args:
            desk: of the open project.
            scheme: the project's.
            parent: lives at least as long.
            learned: gives the project's lessons as of now; called in the lane that writes.
        """
        super().__init__("suggest", _("Suggesting"), parent)
        self._desk = desk
        self._scheme = scheme
        self._learned = learned
        self._all = self._layers = tuple(layer for layer in Layer if layer in scheme.layers)
        self._process: SuggestProcess | None = None
        self._outdated = False
        self._asked: set[int] = set()
        self._urgent: deque[tuple[Item, list[Layer]]] = deque()
        self._deaths = 0
        self._wanted = False
        self._again = False
        self._cancelled = False

    def start(self, *, again: bool = False, layers: Sequence[Layer] | None = None) -> None:
        """Begin with what waits; once more when it is over, if it is under way already.

        Args:
            again: whether documents that were seen before are asked again.
            layers: those to suggest in; all of the scheme by default.
        """
        if layers is None or not self.running:
            self._layers = tuple(one for one in self._all if layers is None or one in layers)
        self._again = again or self._again
        self._cancelled = False
        self._deaths = 0
        if self.running:
            self._wanted = True
        else:
            self._begin()

    def set_scheme(self, scheme: Scheme) -> None:
        """Ask under another revision of the scheme from now on; its layers are the same."""
        self._scheme = scheme

    def renew(self) -> None:
        """Suggest with the pipeline and the version of it that are chosen now, from the next start.

        What is under way comes to its end first.
        """
        self._outdated = True

    def urgent(self, view: DocumentView) -> None:
        """Ask for a document ahead of everything that waits."""
        waits = [
            layer
            for layer, state in view.layers.items()
            if state.suggester_id is None and not state.reviewed
        ]
        if waits and self.running and view.id not in self._asked:
            self._asked.add(view.id)
            item = Item(id=f"open:{view.id}", text=view.text, digest=view.digest, head=view.meta)
            self._urgent.append((item, waits))
            if self._process is not None:
                self._ask_urgent(self._process)

    def cancel(self) -> None:
        """Stop soon; what was proposed stays."""
        self._cancelled = True
        self._wanted = False
        if self._process is not None:
            self._process.cancel()

    def close(self) -> None:
        """End the process and the thread, which may be about to start the process again."""
        self._cancelled = True
        while not self.wait(_PATIENCE):
            self._let_go()
        self._let_go()
        super().close()

    def _begin(self) -> None:
        self.begin(self._run, self._over, self._failed)

    def _run(self) -> int:
        again = self._again
        project = self._desk.project
        numbers = suggesting.waiting(project, self._layers, again=again)
        answered = 0
        if not numbers or self._cancelled:
            return 0
        process = self._ready()
        process.teach(self._own_cues())
        held: list[Answer] = []
        since = time.monotonic()
        asked = process.ask(
            suggesting.items(project, numbers), scheme=self._scheme, layers=self._layers
        )
        for answer in asked:
            held.append(answer)
            urgent = str(answer.id).startswith("open:")
            answered += isinstance(answer, Done) and not urgent
            if isinstance(answer, Failed):
                self.document_failed.emit(suggesting.document_of(answer.id), answer.fault)
            late = time.monotonic() - since > _HELD_SECONDS
            if late or len(held) > _HELD_DOCUMENTS or urgent:
                self._keep(held)
                held, since = [], time.monotonic()
                self.say(
                    answered,
                    len(numbers),
                    _("{answered} of {n}").format(answered=answered, n=len(numbers)),
                )
        self._keep(held)
        return answered

    def _keep(self, answers: Sequence[Answer]) -> None:
        if not answers or self._cancelled:
            return
        kept = tuple(answers)
        turn = self._desk.in_turn(
            lambda project: suggesting.keep(project, kept, lessons=self._learned(project)),
            priority=Priority.SUGGESTION,
        )
        changes: Changes = turn.result()
        if changes:
            self.stepped.emit(changes)

    def _own_cues(self) -> dict[str, str]:
        """Return the cues that the project's lists and lessons know now, asked where they live."""

        def known(project: Project) -> dict[str, str]:
            lessons = self._learned(project)
            return {} if lessons is None else own_cues(project, lessons.claims)

        turn = self._desk.in_turn(known, priority=Priority.SUGGESTION)
        return dict(turn.result())

    def _ready(self) -> SuggestProcess:
        """Return the process, up and with what is chosen now; in the task's thread."""
        if self._outdated:
            self._outdated = False
            self._let_go()
            self._process = None
        if self._process is None:
            project = self._desk.project
            if (lost := versions.notice(project)) is not None:
                self.warned.emit(lost)
            weights = versions.current_weights(project)
            self._process = SuggestProcess(
                layers=self._all, model=pipelines.wanted(), weights=weights
            )
        self._ask_urgent(self._process)
        fresh = self._process.ready is None
        for fault in self._process.wait_ready().broken if fresh else ():
            self.warned.emit(fault)
        return self._process

    def _ask_urgent(self, process: SuggestProcess) -> None:
        """Ask for what is urgent and was not asked for yet; any thread."""
        with contextlib.suppress(IndexError):
            while True:
                item, layers = self._urgent.popleft()
                process.urgent(item, scheme=self._scheme, layers=layers)

    def _let_go(self) -> None:
        if self._process is not None:
            self._process.close()

    def _over(self, answered: int) -> None:
        self._asked.clear()
        self.suggested.emit(answered)
        if self._wanted:
            self._wanted = False
            self._begin()
        else:
            self._again = False

    def _failed(self, error: BaseException) -> None:
        self._asked.clear()
        code = getattr(error, "code", "")
        self._deaths += 1
        if code == "child.gone" and self._deaths < _STARTS and not self._cancelled:
            self.restarted.emit(error)
            self._begin()
        else:
            self._again = self._wanted = False
            self.failed.emit(error)
