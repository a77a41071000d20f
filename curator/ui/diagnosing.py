"""Diagnostics are copied, to be pasted into a report of an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from curator.services import diagnostics
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.session import Session


class Diagnosing(QObject):
    """Copies what is known of the program and the open project."""

    def __init__(self, session: Session) -> None:
        """Work for a session until it is closed."""
        super().__init__(session)
        self._session = session

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.DIAGNOSTICS: self.copy}

    def close(self) -> None:
        """Nothing is open."""

    def copy(self) -> None:
        """Read the figures beside the UI thread, and put them on the clipboard."""
        self._session.desk.read(diagnostics.diagnostics, self._copied)

    def _copied(self, found: dict[str, str]) -> None:
        QGuiApplication.clipboard().setText(diagnostics.plain(found))
        self._session.notifier.say("done", _("Diagnostics are copied; no document's words"))
