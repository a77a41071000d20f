"""What an act did, decision by decision; or what stands in the way of undoing it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from curator.services.history import Act, Did
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_DID = (
    Column(_("What"), Kind.QUOTE, 230),
    Column(_("Before → after")),
    Column(_("Document"), width=250),
)
_WAY = (Column(_("Act")), Column(_("Place"), Kind.QUOTE, 250))


class Details(Surface):
    """A heading over a table.

    Signals:
        current_changed(): another decision is current.
        chosen(): the current one was double-clicked, or chosen with Enter.
    """

    current_changed = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel")
        self._found: Sequence[Did] = ()
        self._title = Line(theme, fonts.interface(12, 600), ink="ink")
        self._did = Table(theme, _DID, name=_("What the act did"))
        self._way = Table(theme, _WAY, name=_("Acts that are undone with it"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._did)
        self._stack.addWidget(self._way)
        self._did.current_changed.connect(self.current_changed)
        self._did.chosen.connect(lambda _key: self.chosen.emit())
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 18, 0)
        row.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    @property
    def current(self) -> Did | None:
        """The current decision; None while the table shows something else."""
        place = self._did.current
        shown = self._stack.currentIndex() == 0 and place is not None
        return self._found[place] if shown and place < len(self._found) else None

    def show_did(self, found: Sequence[Did], *, more: int) -> None:
        """Show the first decisions of an act.

        Args:
            found: what they did.
            more: how many more there are.
        """
        self._found = found
        total = counted(len(found) + max(0, more), "decision")
        some = _(", the first {n:,} are shown").format(n=len(found)) if more > 0 else ""
        self._title.set_text(f"{total}{some}" if found else "")
        self._title.set_ink("ink")
        self._stack.setCurrentIndex(0)
        self._did.set_rows(
            [
                Row(place, (Cell(one.what), Cell(one.change), Cell(one.place, "ink2")))
                for place, one in enumerate(found)
            ]
        )

    def show_in_the_way(self, act: Act, found: Sequence[Act]) -> None:
        """Show which later acts decided the same again."""
        later = counted(len(found), "later act")
        self._title.set_text(
            _("{later} decided the same again: undone only together").format(later=later)
        )
        self._title.set_ink("warn")
        self._stack.setCurrentIndex(1)
        self._way.set_rows(
            [Row(one.number, (Cell(one.name), Cell(one.place, "ink2"))) for one in (*found, act)]
        )
        self.current_changed.emit()
