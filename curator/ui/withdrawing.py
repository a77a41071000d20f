"""The open document is withdrawn; undo brings it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.services import withdrawing
from curator.services.withdrawing import Numbered
from curator.ui.do import Do
from curator.ui.session import Session


class Withdrawing(QObject):
    """Withdraws the open document and goes on to the next one."""

    def __init__(self, session: Session) -> None:
        """Work for a session until it is closed."""
        super().__init__(session)
        self._session = session
        session.noted.connect(self._noted)

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.WITHDRAW: self.withdraw}

    def close(self) -> None:
        """Nothing is open."""

    def withdraw(self) -> None:
        """Take the open document out of everything but the log."""
        document = self._session.screen.document
        if document is not None:
            what = Numbered(documents=(document.view.id,))
            self._session.reviewer.run(lambda project: withdrawing.withdraw(project, what))

    def _noted(self, changes: Changes) -> None:
        if changes.code == "withdraw":
            self._session.places.show(changes)
