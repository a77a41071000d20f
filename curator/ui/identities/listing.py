"""What the list of identities does: it is read, its rows are renamed, merged and gone to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from curator.domain.changes import Changes
from curator.services import identifying, identity_pages
from curator.services.identity_pages import IdentityRow, NamedAt
from curator.store.project import Project
from curator.translation import gettext as _
from curator.ui.command_palette import Entry, Palette
from curator.ui.do import Do
from curator.ui.identities.dialog import IdentitiesDialog
from curator.ui.identities.same import Same
from curator.ui.session import Session
from curator.ui.window import Window


class Listing(QObject):
    """Opens the list over a session, and keeps it in step."""

    def __init__(self, window: Window, session: Session, same: Same) -> None:
        """Listen to a session until it is closed."""
        super().__init__(session)
        self._window = window
        self._session = session
        self._same = same
        self._dialog: IdentitiesDialog | None = None
        self._rows: Sequence[IdentityRow] = ()
        session.noted.connect(self._take)

    @property
    def dialog(self) -> IdentitiesDialog | None:
        """The list, while it is open."""
        return self._dialog

    def handlers(self) -> dict[Do, Callable[[], Any]]:
        """Return what its action does."""
        return {Do.IDENTITIES: self.open}

    def open(self) -> None:
        """Open the list, or bring it to the front."""
        document = self._session.screen.document
        if self._dialog is None and document is not None:
            theme, writable = self._window.pane.theme, self._session.writable
            self._dialog = IdentitiesDialog(theme, document.scheme, self._window, writable=writable)
            self._dialog.renamed.connect(self._rename)
            self._dialog.merge_wanted.connect(self._merge)
            self._dialog.wanted.connect(self._go)
            self._dialog.finished.connect(self._left)
        if self._dialog is not None:
            self._dialog.show()
            self._dialog.raise_()
            self._read(after=0)

    def close(self) -> None:
        """Close the list."""
        if self._dialog is not None:
            self._dialog.close()

    def _left(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _read(self, *, after: int) -> None:
        self._session.desk.read(identity_pages.listed, self._show, after=after)

    def _show(self, rows: Sequence[IdentityRow]) -> None:
        self._rows = rows
        if self._dialog is not None:
            self._dialog.show_rows(rows)

    def _take(self, changes: Changes) -> None:
        if self._dialog is not None and (changes.identities or changes.undoes or changes.queue):
            self._read(after=changes.change_set)

    def _rename(self, number: int, name: str) -> None:
        self._run(lambda project: identifying.rename(project, number, name))

    def _merge(self, number: int) -> None:
        """Ask into whom; the chosen one stays."""
        entries = [
            Entry(
                " · ".join(row.identity.names),
                row.identity.kind or _("identity"),
                partial(self._merged, row.identity.id, number),
                "link",
                words=True,
            )
            for row in self._rows
            if row.identity.id != number
        ]
        name = next((r.identity.name for r in self._rows if r.identity.id == number), "")
        prompt = _("Into whom is “{name}” merged?").format(name=name[:40])
        dialog = self._dialog
        if dialog is not None:
            Palette(self._window.pane.theme, entries, dialog, prompt=prompt).show()

    def _merged(self, into: int, number: int) -> None:
        self._run(lambda project: identifying.merge(project, into, [number]))

    def _go(self, number: int) -> None:
        self._session.desk.read(lambda project: identity_pages.of(project, number), self._gone)

    def _gone(self, places: Sequence[NamedAt]) -> None:
        if places:
            self._same.go_to(places[0])

    def _run(self, job: Callable[[Project], Changes]) -> None:
        self._session.reviewer.run(job)
