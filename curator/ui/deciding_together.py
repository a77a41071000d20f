"""Acts on many annotations as a session runs them: begun, told, offered to be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from curator.domain.changes import Progress
from curator.services import wording
from curator.translation import gettext as _
from curator.ui.background.deciding import Decided, Deciding
from curator.ui.session import Session
from curator.ui.widgets.undo_line import UNDO

_NOTHING = _("Nothing was changed: all of it was decided meanwhile")


class DecidingTogether(QObject):
    """Has the steps of acts taken beside the review, and says what they came to.

    Signals:
        progressed(object): how far the newest act is, a `Shown`.
        told(str): what an act came to, in words.
    """

    progressed = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        """Work for a session."""
        super().__init__(session)
        self._session = session
        self._running: Deciding | None = None

    def stop(self) -> None:
        """Stop the newest act; what it decided stays, as one act."""
        if self._running is not None:
            self._running.cancel()

    def run(
        self,
        steps: Callable[[], Iterator[Progress]],
        *,
        icon: str,
        name: str,
        said: Callable[[str], str],
    ) -> None:
        """Begin an act.

        Args:
            steps: makes those of the service, anew where it is tried again after an error.
            icon: of its task.
            name: of its task.
            said: makes the sentence for the toast from “12 in 3 documents”.
        """
        task = Deciding(self._session.desk, icon, name, self)
        again = partial(self.run, steps, icon=icon, name=name, said=said)
        task.decided.connect(partial(self._decided, said, icon))
        task.failed.connect(partial(self._failed, said, icon, again))
        task.progressed.connect(self.progressed)
        self._running = task
        self._session.tasks.watch(task)
        self._session.reviewer.begun.emit()
        task.start(steps())

    def _decided(self, said: Callable[[str], str], icon: str, told: Decided) -> None:
        session = self._session
        if not told.annotations:
            session.saving.saved()
            session.notifier.say("info", _NOTHING)
            self.told.emit(_NOTHING)
            return
        session.reviewer.acted.emit(told.last)
        counts = _("{annotations:,} in {documents}").format(
            annotations=told.annotations, documents=wording.counted(told.documents, "document")
        )
        words = said(counts) + (_(", then stopped") if told.cut_off else "")
        undo = partial(session.undoing.undo_act, told.last.act)
        session.notifier.offer_undo(icon, words, undo)
        self.told.emit(_("{words}. {undo} takes it back.").format(words=words, undo=UNDO))

    def _failed(
        self,
        said: Callable[[str], str],
        icon: str,
        again: Callable[[], None],
        error: BaseException,
        told: Decided,
    ) -> None:
        """What was decided before the error stays, and can be taken back; the rest tried again."""
        if told.annotations:
            self._decided(said, icon, told)
        else:
            self.told.emit(_("Not saved: {what}").format(what=wording.error(error).what))
        self._session.saving.failed(error, again)
