"""Exports of a session: asked for, sent out, and kept as profiles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.export_plan import ExportPlan
from curator.services import profiles
from curator.store.project import Project
from curator.ui import dialogs_of
from curator.ui.do import Do
from curator.ui.session import Session
from curator.ui.window import Window


class Exports(QObject):
    """Knows the project's profiles, so that asking waits for nothing."""

    def __init__(self, window: Window, session: Session) -> None:
        """Read the profiles of a session's project."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._plans: dict[str, ExportPlan] = {}
        session.desk.read(profiles.export_plans, self._know)

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.EXPORT: self.ask}

    def close(self) -> None:
        """Nothing is open: the dialogue is modal."""

    def ask(self) -> None:
        """Ask what goes out and where to; export it, and keep the choices where that is wanted."""
        theme, path = self._window.pane.theme, self._session.project.path
        wish = dialogs_of.export(self._window, theme, path, self._plans)
        if wish is None:
            return
        self._session.tasks.send_out(wish.out, wish.plan)
        if name := wish.keep_as:
            plain = wish.plan.plain()

            def keep(project: Project) -> dict[str, ExportPlan]:
                profiles.keep(project, profiles.EXPORT, name, plain)
                return profiles.export_plans(project)

            self._session.desk.write(keep, self._know)

    def _know(self, plans: dict[str, ExportPlan]) -> None:
        self._plans = plans
