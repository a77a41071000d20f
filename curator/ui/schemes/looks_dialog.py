"""The list of what is to be looked at again, with how far one has come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.domain.annotation import State
from curator.domain.scheme import Scheme
from curator.domain.second_looks import SecondLook, Worklist
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface, retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_COLUMNS = (
    Column(_("Label"), Kind.CHIP, 140),
    Column(_("Words"), Kind.QUOTE),
    Column(_("Decided"), Kind.TEXT, 100),
    Column(_("Document"), Kind.TEXT),
)
_MOST = 2000
"""Rows at once; the next come as these are worked through."""
_NONE = _("Nothing is to be looked at again.")


class LooksDialog(QDialog):
    """Stays open beside the review; Esc closes it.

    Signals:
        wanted(object): go to a `SecondLook`.
        kept(object): a `SecondLook` stays as it is.
        all_kept(): so does everything that is left.
    """

    wanted = Signal(object)
    kept = Signal(object)
    all_kept = Signal()

    def __init__(
        self, theme: Theme, scheme: Scheme, parent: QWidget | None = None, *, writable: bool
    ) -> None:
        """Make an empty list.

        Args:
            theme: its colours.
            scheme: gives labels their colours.
            parent: the window of the review.
            writable: whether decisions can be made.
        """
        super().__init__(parent)
        self.setWindowTitle(_("To look at again"))
        self._scheme, self._writable = scheme, writable
        self._places: dict[int, SecondLook] = {}
        self._table = Table(theme, _COLUMNS, name=_("To look at again"))
        self._said = Line(theme, fonts.interface(12.5, 600), ink="ink")
        self._bar = ThinBar(theme, ground="panel", name=_("Looked at"))
        self._go = Button(theme, _("Go to it"), icon="right", key="B", kind="primary")
        self._keep = Button(theme, _("Keep as it is"), icon="accept", key="Y")
        self._all = Button(theme, _("Keep all"))
        self._lay_out(theme)
        self._table.on_key("B", self._go.click)
        self._table.on_key("Y", self._keep.click)
        self._all.clicked.connect(self.all_kept)
        self._table.chosen.connect(lambda number: self.wanted.emit(self._places[number]))
        self._table.current_changed.connect(self._moved)
        self._go.clicked.connect(lambda: self._with_current(self.wanted.emit))
        self._keep.clicked.connect(lambda: self._with_current(self.kept.emit))

    def show_list(self, worklist: Worklist) -> None:
        """List what is left."""
        left = worklist.left
        self._places = {one.annotation_id: one for one in left[:_MOST]}
        self._table.set_rows([self._row(one) for one in self._places.values()])
        total = len(worklist.places)
        more = (
            _(", the first {most:,} of them here").format(most=_MOST) if len(left) > _MOST else ""
        )
        places = _("{places} left of {total:,}{more}").format(
            places=counted(len(left), "place"), total=total, more=more
        )
        self._said.set_text(places if total else _NONE)
        self._bar.set_share(worklist.looked / total if total else 0.0)
        self._bar.setVisible(bool(total))
        self._all.set_look(text=_("Keep all {n:,}").format(n=len(left)) if left else _("Keep all"))
        self._all.setEnabled(bool(left) and self._writable)
        self._moved()

    def focus(self) -> None:
        """Give the keyboard to the list."""
        self._table.focus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def _row(self, one: SecondLook) -> Row:
        label = self._scheme.layer(one.layer).label(one.label)
        family = label.family if label is not None else "grey"
        return Row(
            one.annotation_id,
            (
                Cell(one.label, family=family),
                Cell(" ".join(one.quote.split())),
                Cell(_STATES[one.state], ink="ink2"),
                Cell(one.title, ink="ink2"),
            ),
        )

    def _moved(self) -> None:
        there = self._table.current in self._places
        self._go.setEnabled(there)
        self._keep.setEnabled(there and self._writable)

    def _with_current(self, act: Callable[[SecondLook], object]) -> None:
        if (one := self._places.get(self._table.current)) is not None:
            act(one)

    def _lay_out(self, theme: Theme) -> None:
        ground = Surface(theme, "panel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        words = _("Decided before the label came to mean something else. Decide again, or keep it.")
        column.addWidget(self._said)
        column.addWidget(self._bar)
        column.addWidget(Line(theme, fonts.interface(12), text=words))
        column.addWidget(self._table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._all)
        row.addStretch(1)
        row.addWidget(self._keep)
        row.addWidget(self._go)
        column.addLayout(row)
        self.resize(820, 520)


_STATES = {State.ACCEPTED: "accepted", State.REJECTED: "rejected", State.UNSURE: "unsure"}
