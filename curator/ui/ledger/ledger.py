"""What the ledger window does: claims are read, gone to, and written to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from curator.domain.annotation import Layer
from curator.domain.ledger import Entry
from curator.services import ledger as service
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.ledger.window import LedgerWindow
from curator.ui.session import Session
from curator.ui.window import Window


class LedgerOfClaims(QObject):
    """Opens the ledger over a session, and keeps it in step."""

    def __init__(self, window: Window, session: Session) -> None:
        """Work for a session until it is closed."""
        super().__init__(session)
        self._main = window
        self._session = session
        self._window: LedgerWindow | None = None
        self._ledger: service.Ledger | None = None

    @property
    def window(self) -> LedgerWindow | None:
        """The window, while it is open."""
        return self._window

    def handlers(self) -> Mapping[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.LEDGER: self.open}

    def open(self) -> None:
        """Open the window, or bring it to the front; it reads the claims anew."""
        if self._window is None:
            window = LedgerWindow(self._main.pane.theme, self._family, self._main)
            window.asked.connect(self._read)
            window.gone_to.connect(self._go)
            window.export_wanted.connect(self._export)
            window.finished.connect(self._left)
            self._window = window
        self._read(suggested=False)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()

    def _family(self, label: str) -> str:
        document = self._session.screen.document
        scheme = document.scheme.layers.get(Layer.CLAIM) if document is not None else None
        found = scheme.label(label) if scheme is not None else None
        return (found.colour if found is not None else "") or label

    def _left(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()

    def _read(self, suggested: bool) -> None:  # noqa: FBT001 - as the signal calls it
        self._session.desk.read(partial(service.read, suggested=suggested), self._show)

    def _show(self, ledger: service.Ledger) -> None:
        self._ledger = ledger
        if self._window is not None:
            self._window.show_ledger(ledger)

    def _go(self, entry: Entry) -> None:
        self._session.open(entry.document_id, focus=entry.annotation_id)
        self._main.activateWindow()

    def _export(self, entries: Sequence[Entry]) -> None:
        ledger = self._ledger
        if ledger is None or self._window is None:
            return
        offered = self._session.project.path.with_name(_("claims") + ".html")
        forms = _("Page for people (*.html);;Table for spreadsheets (*.csv)")
        name, _form = QFileDialog.getSaveFileName(
            self._window, _("Export the ledger"), str(offered), forms
        )
        if name:
            out = Path(name)
            self._session.desk.read(
                lambda _project: service.write(ledger, entries, out),
                lambda count: self._told(count, out),
                failed=self._session.notifier.refuse,
            )

    def _told(self, count: int, out: Path) -> None:
        words = _("{claims} written to {file}")
        self._session.notifier.say(
            "export", words.format(claims=counted(count, "claim"), file=out.name)
        )
