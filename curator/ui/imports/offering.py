"""Files that are offered for import are looked into first; what is wanted is imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from curator.domain.import_plan import ImportPlan
from curator.services import profiles, wording
from curator.services.import_preview import Preview, Previewing
from curator.services.importing import readable_formats
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.background.task import Task
from curator.ui.do import Do
from curator.ui.imports.preview_window import PreviewWindow
from curator.ui.session import Session
from curator.ui.window import Window


class Offering(QObject):
    """Opens a preview for each offer, one at a time; knows the project's profiles."""

    _begun = Signal(object, object)

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._main = window
        self._session = session
        self._shown: PreviewWindow | None = None
        self._paths: Sequence[Path] = ()
        self._looking: Previewing | None = None
        self._task: Task | None = None
        self._plans: dict[str, ImportPlan] = {}
        self._begun.connect(self._seen)
        session.offered.connect(self._offer)
        session.desk.read(profiles.import_plans, self._know)

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return nothing: files come from menus and from outside."""
        return {}

    def close(self) -> None:
        """Close the preview, and wait for what is being read."""
        if self._shown is not None:
            self._shown.close()
        self._stop()

    def _offer(self, paths: Sequence[Path]) -> None:
        if self._shown is not None:
            self._shown.reject()
        self._paths = list(paths)
        theme, formats = self._main.pane.theme, readable_formats()
        shown = PreviewWindow(theme, paths, formats, self._main, profiles=self._plans)
        shown.asked.connect(self._look)
        shown.accepted.connect(self._import)
        shown.finished.connect(partial(self._left, shown))
        self._shown = shown
        shown.open()
        shown.begin()

    def _left(self, shown: PreviewWindow, _how: int) -> None:
        if self._shown is shown:
            self._shown = None
        self._stop()
        shown.deleteLater()

    def _import(self) -> None:
        if self._shown is None:
            return
        plan, name = self._shown.plan, self._shown.keep_as
        self._session.tasks.bring_in_as(self._paths, plan)
        if name:

            def keep(project: Project) -> dict[str, ImportPlan]:
                profiles.keep(project, profiles.IMPORT, name, plan.plain())
                return profiles.import_plans(project)

            self._session.desk.write(keep, self._know)

    def _know(self, plans: dict[str, ImportPlan]) -> None:
        self._plans = plans

    def _look(self, plan: ImportPlan) -> None:
        self._stop()
        self._looking = looking = Previewing(self._paths, plan)
        self._task = Task("import", _("Looking into the files"), self)
        project = self._session.project
        begun = partial(self._begun.emit, plan)
        self._task.begin(
            lambda: looking.run(project, begun=begun), partial(self._seen, plan), self._not_seen
        )

    def _seen(self, plan: ImportPlan, found: Preview) -> None:
        if self._shown is not None:
            self._shown.show_preview(plan, found)

    def _not_seen(self, error: BaseException) -> None:
        if self._shown is not None:
            self._shown.show_failure(wording.error(error).line)

    def _stop(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        if self._task is not None:
            self._task.close()
        self._looking = self._task = None
