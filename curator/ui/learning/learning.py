"""The learning window at work: its pages are filled, and what its buttons ask for is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt

from curator.domain.annotation import Layer
from curator.domain.changes import Changes
from curator.domain.learning.claim_lessons import Lesson
from curator.services import lists, reading
from curator.services.learning import claim_learning, learned, tuning, versions
from curator.services.learning.learned import Strings
from curator.services.learning.lessons import Lessons
from curator.services.learning.updating import Update
from curator.services.learning.versions import Version
from curator.store.lanes import Priority
from curator.store.project import Project
from curator.suggest.tuning.lesson import Score
from curator.translation import gettext as _
from curator.ui import dialogs_of
from curator.ui.do import Do
from curator.ui.learning.update_window import UpdateWindow
from curator.ui.learning.versions_page import VersionRow
from curator.ui.learning.window import LearningWindow
from curator.ui.window import Window

if TYPE_CHECKING:
    from curator.ui.session import Session

T = TypeVar("T")


class Learning(QObject):
    """Opens the learning window of a session and keeps it in step."""

    def __init__(self, main: Window, session: Session) -> None:
        """Work for a session that a window shows."""
        super().__init__(session)
        self._main = main
        self._session = session
        self._window: LearningWindow | None = None
        session.noted.connect(self._noted)
        session.learning.tuned.connect(self._ask)
        session.learning.previewed.connect(self._show_update)

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.LEARNING: self.show}

    def show(self) -> None:
        """Open the window, or bring it to the front."""
        if self._window is None:
            self._session.desk.read(reading.scheme, self._open)
        else:
            self._window.raise_()
            self._window.activateWindow()

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()

    def _open(self, scheme: Any) -> None:
        def colours(layer: Layer) -> Callable[[str], str]:
            families = {label.name: label.family for label in scheme.layer(layer).labels}
            return lambda label: families.get(label, "")

        entity, claim = colours(Layer.ENTITY), colours(Layer.CLAIM)
        window = LearningWindow(self._main.pane.theme, entity, claim, self._main)
        window.finished.connect(self._closed)
        window.versions.wanted.connect(self._ask_versions)
        window.versions.learn.connect(self._session.learning.tune)
        window.versions.used.connect(self._use)
        window.versions.automatic.connect(self._set_automatic)
        window.versions.compared.connect(self._session.learning.preview)
        window.reliability.wanted.connect(self._ask_verdicts)
        window.strings.wanted.connect(self._ask_strings)
        window.lessons.wanted.connect(self._ask_lessons)
        window.lessons.switched.connect(self._switch)
        window.lists.wanted.connect(self._ask_lists)
        window.lists.import_wanted.connect(partial(self._import, scheme))
        window.lists.removed.connect(self._remove)
        for page in (window.versions, window.lists):
            page.set_writable(on=self._session.writable)
        self._window = window
        window.show()
        window.ask()

    def _closed(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()

    def _ask(self) -> None:
        if self._window is not None:
            self._window.ask()

    def _noted(self, changes: Changes) -> None:
        """What was decided is on one of the pages soon."""
        if self._window is not None and changes.code not in ("suggest", "refresh"):
            self._window.ask()

    def _ask_versions(self) -> None:
        def show(window: LearningWindow, told: _Versions) -> None:
            window.versions.show_versions(told.rows, told.words, automatic=told.automatic)

        self._read(_versions, show)

    def _ask_verdicts(self, layer: Layer) -> None:
        job = partial(learned.judged, layer=layer)
        self._read(job, lambda w, judged: w.reliability.show_verdicts(judged))

    def _ask_lists(self) -> None:
        self._read(lists.lists, lambda w, found: w.lists.show_lists(found))

    def _ask_strings(self, words: str) -> None:
        def strings(lessons: Lessons) -> Strings:
            return learned.strings(lessons.memory, words)

        self._learned(strings, lambda w, found: w.strings.show_strings(found))

    def _ask_lessons(self) -> None:
        def lessons(known: Lessons) -> tuple[Lesson, ...]:
            return known.claims.lessons.lessons

        self._learned(lessons, lambda w, found: w.lessons.show_lessons(found))

    def _use(self, digest: str) -> None:
        job = partial(versions.use, digest=digest or None)
        self._session.desk.write(job, self._used, failed=self._session.notifier.refuse)

    def _used(self, _none: None) -> None:
        self._session.learning.change()

    def _show_update(self, update: Update) -> None:
        """Show beside the review what a version would change."""
        shown = UpdateWindow(self._main.pane.theme, update, self._main)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.opened.connect(self._session.open)
        shown.show()

    def _set_automatic(self, on: bool) -> None:  # noqa: FBT001 - what Qt's signal hands over
        job = partial(tuning.set_automatic, on=on)
        self._session.desk.write(job, lambda _none: None, failed=self._session.notifier.refuse)

    def _switch(self, name: str, on: bool) -> None:  # noqa: FBT001 - what Qt's signal hands over
        job = partial(claim_learning.switch, lesson=name, on=on)
        self._session.desk.write(job, self._switched, failed=self._session.notifier.refuse)

    def _switched(self, _none: None) -> None:
        self._session.lessons.learn()
        self._ask_lessons()

    def _import(self, scheme: Any) -> None:
        wanted = dialogs_of.word_list(self._window or self._main, self._main.pane.theme, scheme)
        if wanted is not None:
            job = partial(
                lists.import_list,
                source=wanted.path,
                name=wanted.name,
                label=wanted.label,
                layer=wanted.layer,
            )
            self._act(job)

    def _remove(self, number: int) -> None:
        self._act(partial(lists.remove, number=number))

    def _act(self, job: Callable[[Project], Changes]) -> None:
        """Have an act written that is no verdict on the open document."""
        acted = self._session.reviewer.acted.emit
        self._session.desk.write(job, acted, failed=self._session.notifier.refuse)

    def _read(
        self, job: Callable[[Project], T], show: Callable[[LearningWindow, T], object]
    ) -> None:
        """Read something and show it, if the window is still there."""
        self._session.desk.read(job, partial(self._show, show), after=self._session.feed.newest)

    def _learned(
        self, job: Callable[[Lessons], T], show: Callable[[LearningWindow, T], object]
    ) -> None:
        """Ask the lessons, in the lane that they live in, and show what they say."""

        def asking(project: Project) -> T | None:
            lessons = self._session.lessons.now(project)
            return None if lessons is None else job(lessons)

        turn = self._session.desk.in_turn(asking, priority=Priority.SUGGESTION)
        self._session.desk.bring(turn, partial(self._show, show))

    def _show(self, show: Callable[[LearningWindow, T], object], told: T | None) -> None:
        if self._window is not None and told is not None:
            show(self._window, told)


class _Versions(NamedTuple):
    """Rows for all versions and the pipeline, when the next is due, whether it comes by itself."""

    rows: list[VersionRow]
    words: str
    automatic: bool


def _versions(project: Project) -> _Versions:
    found = versions.versions(project)
    base = VersionRow("", _("as installed"), in_use=not any(one.in_use for one in found))
    waiting = tuning.waiting(project)
    words = _("{documents} of {wanted} documents until the next version").format(
        documents=waiting.documents, wanted=waiting.wanted
    )
    if waiting.due:
        words = _("{documents} documents to learn from").format(documents=waiting.documents)
    rows = [*(_row(one) for one in found), base]
    return _Versions(rows, words, tuning.automatic(project))


def _row(one: Version) -> VersionRow:
    scores = {name: Score(*counts).f1 for name, counts in one.figures["scores"].items()}
    held = one.figures["held"]
    return VersionRow(
        digest=one.digest,
        name=one.digest[:8],
        made=one.created,
        documents=one.documents,
        before=scores["before"] if held else None,
        after=scores["after"] if held else None,
        held=held,
        in_use=one.in_use,
        present=one.present,
    )
