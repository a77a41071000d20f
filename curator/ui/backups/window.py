"""The backups window: copies above, what the current one lacks below, and how to go back to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.services import wording
from curator.services.backups import Difference
from curator.services.sentences import backing_up
from curator.store.backup import Backup
from curator.translation import gettext as _
from curator.ui import dates, fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface, retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_COPIES = (
    Column(_("Made"), Kind.TEXT, 150),
    Column(_("Why")),
    Column(_("Size"), Kind.FIGURE, 100),
)
_ACTS = (
    Column(_("Time"), Kind.TEXT, 150),
    Column(_("Act that the backup lacks")),
    Column(_("Decisions"), Kind.FIGURE, 100),
)


class BackupsWindow(QDialog):
    """Stays open beside the review.

    Signals:
        chosen(object): another backup is current, its path; answer with `show_difference`.
        wanted(): a backup is to be made now.
        folder_wanted(): the folder of backups is to be shown.
        restore(object): a backup, by its path, is to take the project's place.
    """

    chosen = Signal(object)
    wanted = Signal()
    folder_wanted = Signal()
    restore = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, *, writable: bool) -> None:
        """Make an empty window.

        Args:
            theme: its colours.
            parent: the window of the review.
            writable: whether the project may be replaced.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Backups"))
        self._writable = writable
        self._copies = Table(theme, _COPIES, name=_("Backups"))
        self._acts = Table(theme, _ACTS, name=_("What the backup lacks"))
        self._lacks = Line(theme, fonts.interface(12))
        self._make = Button(theme, _("Back up now"), icon="add")
        self._folder = Button(theme, _("Open the folder"), icon="folder")
        self._restore = Button(theme, _("Restore this one"), icon="undo", kind="primary")
        self._copies.current_changed.connect(self._moved)
        self._make.clicked.connect(self.wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self._restore.clicked.connect(self._restores)
        self._lay_out(theme)
        self.show_backups(())

    @property
    def current(self) -> Path | None:
        """The current backup's path."""
        current = self._copies.current
        return current if isinstance(current, Path) else None

    def show_backups(self, found: Sequence[Backup]) -> None:
        """List backups, the newest first."""
        self._copies.set_rows([_copy(one) for one in found])
        self._folder.setEnabled(bool(found))
        if not found:
            self._lacks.set_text(
                _("There is none yet. One is made every half hour while you decide.")
            )

    def show_difference(self, path: Path, found: Difference) -> None:
        """Show what restoring a backup would take and bring, if it is still the current one."""
        if path == self.current:
            self._lacks.set_text(
                backing_up.difference(found.change_sets, found.decisions, found.only_there)
            )
            self._acts.set_rows(
                [
                    Row(
                        place,
                        (
                            Cell(_clock(datetime.fromisoformat(one.time)), "ink2"),
                            Cell(one.name),
                            Cell(f"{one.decisions:,}", "ink2"),
                        ),
                    )
                    for place, one in enumerate(found.acts)
                ]
            )
            self._restore.setEnabled(self._writable and bool(found.change_sets or found.only_there))

    def show_why_not(self, path: Path, words: str) -> None:
        """Show why nothing can be said of a backup, if it is still the current one."""
        if path == self.current:
            self._lacks.set_text(words)
            self._restore.setEnabled(self._writable)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def _moved(self) -> None:
        self._acts.set_rows(())
        self._lacks.set_text("")
        self._restore.setEnabled(False)
        if (path := self.current) is not None:
            self.chosen.emit(path)

    def _restores(self) -> None:
        if (path := self.current) is not None:
            self.restore.emit(path)

    def _lay_out(self, theme: Theme) -> None:
        close = Button(theme, _("Close"), key="Esc")
        close.clicked.connect(self.reject)
        words = _("Copies of the project beside it, checked when they were made.")
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(Line(theme, fonts.interface(12), text=words))
        top.addStretch(1)
        top.addWidget(close)
        bottom.addWidget(self._make)
        bottom.addWidget(self._folder)
        bottom.addStretch(1)
        bottom.addWidget(self._restore)
        middle = QHBoxLayout()
        middle.addWidget(self._lacks)
        for row in (top, middle, bottom):
            row.setSpacing(8)
            row.setContentsMargins(18, 0, 18, 0)
        ground = Surface(theme, "panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._copies, 3)
        column.addLayout(middle)
        column.addWidget(self._acts, 2)
        column.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.resize(760, 600)
        self._copies.focus()


def _clock(time: datetime) -> str:
    """Return a time as the clock on the wall had it."""
    local = time.replace(tzinfo=time.tzinfo or UTC).astimezone()
    return dates.short(local.strftime("%Y-%m-%dT%H:%M"))


def _copy(one: Backup) -> Row:
    return Row(
        one.path,
        (
            Cell(_clock(one.time)),
            Cell(backing_up.reason(one.reason), "ink2"),
            Cell(wording.size(one.size), "ink2"),
        ),
    )
