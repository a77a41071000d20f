"""The list of identities: find one, rename it, merge it, go where it is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.domain.scheme import Scheme
from curator.services.identity_pages import IdentityRow
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_COLUMNS = (
    Column(_("Name"), Kind.QUOTE),
    Column(_("Kind"), Kind.CHIP, 110),
    Column(_("Also called"), Kind.QUOTE),
    Column(_("Mentions"), Kind.FIGURE, 92),
    Column(_("Sources"), Kind.FIGURE, 86),
    Column(_("Documents"), Kind.FIGURE, 102),
)
_HINT = _("I on a mention or a claim says whom it is.")


class IdentitiesDialog(QDialog):
    """A table with a filter above it, and what can be done with its current row below.

    Args:
        theme: its colours.
        scheme: gives kinds their colours.
        writable: whether names can be changed.
        parent: the window.

    Signals:
        renamed(int, str): another name was given.
        merge_wanted(int): the identity is to be merged into another one.
        wanted(int): go to a place of the identity.
    """

    renamed = Signal(int, str)
    merge_wanted = Signal(int)
    wanted = Signal(int)

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Identities"))
        self._theme, self._scheme, self._writable = theme, scheme, writable
        self._rows: Sequence[IdentityRow] = ()
        self._filter = _field(_("Find a name"))
        self._table = Table(theme, _COLUMNS, name=_("Identities"))
        self._name = _field(_("Name"))
        self._rename = Button(theme, _("Rename"), icon="relabel")
        self._merge = Button(theme, _("Merge into …"), icon="identical")
        self._go = Button(theme, _("Go to a place"), icon="right", kind="primary")
        self._count = Line(theme, fonts.interface(11.5))
        self._lay_out()
        self._filter.textChanged.connect(self._show)
        self._table.current_changed.connect(self._moved)
        self._table.chosen.connect(self.wanted.emit)
        self._name.returnPressed.connect(self._give_name)
        self._rename.clicked.connect(self._give_name)
        self._merge.clicked.connect(lambda: self._with_current(self.merge_wanted.emit))
        self._go.clicked.connect(lambda: self._with_current(self.wanted.emit))
        self._show()

    def show_rows(self, rows: Sequence[IdentityRow]) -> None:
        """List identities; the current one stays current."""
        self._rows = rows
        self._show()

    @property
    def current(self) -> IdentityRow | None:
        """The current identity, None when there is none."""
        return next((row for row in self._rows if row.identity.id == self._table.current), None)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down from the filter into the list; Enter in a field closes nothing."""
        field = self.focusWidget()
        if event.key() == Qt.Key.Key_Down and field is self._filter:
            self._table.focus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _show(self) -> None:
        words = self._filter.text().casefold().split()
        found = [row for row in self._rows if all(word in _words(row) for word in words)]
        self._table.set_rows([self._row(row) for row in found])
        listed = counted(len(found), "identity")
        self._count.set_text(
            listed if self._rows else _("Nobody is known yet. {hint}").format(hint=_HINT)
        )
        self._moved()

    def _row(self, row: IdentityRow) -> Row:
        one = row.identity
        label = next(
            (found for part in self._scheme.layers.values() if (found := part.label(one.kind))),
            None,
        )
        family = label.family if label is not None else "grey"
        return Row(
            one.id,
            (
                Cell(one.name),
                Cell(one.kind, family=family),
                Cell(" · ".join(one.aliases), ink="ink2"),
                Cell(f"{row.mentions:,}"),
                Cell(f"{row.sources:,}"),
                Cell(f"{row.documents:,}"),
            ),
        )

    def _moved(self) -> None:
        row = self.current
        self._name.setText(row.identity.name if row is not None else "")
        for one in (self._name, self._rename):
            one.setEnabled(row is not None and self._writable)
        self._merge.setEnabled(row is not None and self._writable and len(self._rows) > 1)
        self._go.setEnabled(row is not None and bool(row.mentions + row.sources))

    def _give_name(self) -> None:
        row, name = self.current, " ".join(self._name.text().split())
        if row is not None and name and name != row.identity.name:
            self.renamed.emit(row.identity.id, name)

    def _with_current(self, act: Callable[[int], object]) -> None:
        if (row := self.current) is not None:
            act(row.identity.id)

    def _lay_out(self) -> None:
        ground = Surface(self._theme, "panel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self._filter)
        column.addWidget(self._table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self._name, self._rename, self._merge, self._go):
            row.addWidget(one)
        column.addLayout(row)
        column.addWidget(self._count)
        self.resize(860, 560)


def _words(row: IdentityRow) -> str:
    return " ".join((*row.identity.names, row.identity.kind)).casefold()


def _field(name: str) -> QLineEdit:
    made = QLineEdit(placeholderText=name)
    made.setAccessibleName(name)
    made.setMinimumHeight(30)
    return made
