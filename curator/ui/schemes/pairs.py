"""Pairs of words in a table, set and taken out with two fields below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.surface import retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Row

Pair = tuple[str, str]


class Pairs(QWidget):
    """Names with what belongs to them.

    Signals:
        changed(object): the pairs are others now, a tuple of name and words each.
    """

    changed = Signal(object)

    def __init__(
        self, theme: Theme, titles: Pair, *, name: str, hint: str, parent: QWidget | None = None
    ) -> None:
        """Show no pairs.

        Args:
            titles: of the two columns.
            name: what is listed.
            hint: what the second field says while it is empty.
        """
        super().__init__(parent)
        self._pairs: tuple[Pair, ...] = ()
        self._table = Table(theme, (Column(titles[0], width=190), Column(titles[1])), name=name)
        self._first = _field(titles[0], titles[0])
        self._second = _field(titles[1], hint)
        self._set = Button(theme, _("Set"), key="Enter")
        self._out = Button(theme, _("Take out"), icon="remove")
        self._lay_out()
        self._table.current_changed.connect(self._moved)
        self._set.clicked.connect(self._put)
        self._out.clicked.connect(self._take_out)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs, without a signal."""
        self._pairs = tuple(pairs)
        rows = [Row(name, (Cell(name), Cell(words))) for name, words in self._pairs]
        self._table.set_rows(rows)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set the pair with Enter in a field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._put()
        else:
            super().keyPressEvent(event)

    def _moved(self) -> None:
        here = next((pair for pair in self._pairs if pair[0] == self._table.current), None)
        self._out.setEnabled(here is not None)
        if here is not None:
            self._first.setText(here[0])
            self._second.setText(here[1])

    def _put(self) -> None:
        name, words = self._first.text().strip(), self._second.text().strip()
        if not name or not words:
            return
        pair = (name, words)
        known = any(one[0] == name for one in self._pairs)
        kept = tuple(pair if one[0] == name else one for one in self._pairs)
        self._change(kept if known else (*kept, pair), current=name)

    def _take_out(self) -> None:
        gone = self._table.current
        self._change(tuple(one for one in self._pairs if one[0] != gone), current="")

    def _change(self, pairs: tuple[Pair, ...], *, current: str) -> None:
        if pairs != self._pairs:
            self.show_pairs(pairs)
            self._table.set_current(current)
            self.changed.emit(pairs)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._first.setFixedWidth(178)
        row.addWidget(self._first)
        row.addWidget(self._second, 1)
        row.addWidget(self._set)
        row.addWidget(self._out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._table, 1)
        column.addLayout(row)


def _field(name: str, hint: str) -> QLineEdit:
    made = QLineEdit(placeholderText=hint)
    made.setAccessibleName(name)
    made.setFixedHeight(FIELD)
    return made
