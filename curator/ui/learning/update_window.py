"""What another version would change against what was decided, before it is used."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.domain.learning.comparing import Kind
from curator.services.learning.updating import Example, Update
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Row
from curator.ui.widgets.table_model import Kind as Show

WORDS = {
    Kind.NEW: _("new"),
    Kind.VANISHED: _("not found any more"),
    Kind.MOVED: _("other edges"),
    Kind.RELABELLED: _("another label"),
    Kind.CONTRADICTING: _("rejected before"),
}
_COLUMNS = (
    Column(_("Change"), width=150),
    Column(_("Decided"), Show.QUOTE),
    Column(_("Would be suggested"), Show.QUOTE),
    Column(_("Document"), width=200),
)


class UpdateWindow(QDialog):
    """Counts and examples; Enter on one opens its document.

    Signals:
        opened(int): a document is to be opened.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, update: Update, parent: QWidget | None = None) -> None:
        """Show what was found."""
        super().__init__(parent)
        self.setWindowTitle(_("What would change"))
        self._table = Table(theme, _COLUMNS, name=_("Differences"))
        self._table.set_rows(
            [
                Row((kind, place), _cells(kind, one))
                for kind in Kind
                for place, one in enumerate(update.examples[kind])
            ]
        )
        self._update = update
        self._table.chosen.connect(self._chosen)
        self._lay_out(theme, update)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def sizeHint(self) -> QSize:
        """Return a size at which the words of both sides can be read."""
        return QSize(860, 560)

    def _chosen(self, key: tuple[Kind, int]) -> None:
        kind, place = key
        self.opened.emit(self._update.examples[kind][place].document_id)

    def _lay_out(self, theme: Theme, update: Update) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 16)
        column.setSpacing(6)
        words = QVBoxLayout()
        words.setContentsMargins(24, 0, 24, 4)
        title = _("In {of} reviewed documents").format(of=_of(update.documents, update.reviewed))
        words.addWidget(Line(theme, fonts.interface(15, 600), ink="ink", text=title))
        words.addWidget(Line(theme, fonts.interface(12), text=counts(update)))
        column.addLayout(words)
        column.addWidget(self._table, 1)
        close = Button(theme, _("Close"), key="Esc")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(24, 6, 24, 0)
        hint = _("Enter opens the document; nothing here is stored")
        row.addWidget(Line(theme, fonts.interface(12), ink="ink3", text=hint), 1)
        row.addWidget(close)
        column.addLayout(row)


def counts(update: Update) -> str:
    """Say how many accepted entities stay, and how many differences of each kind there are."""
    comparison = update.comparison
    parts = [
        _("{same:,} of {accepted:,} accepted entities found as they are").format(
            same=comparison.same, accepted=comparison.accepted
        )
    ]
    parts += [f"{n:,} {WORDS[kind]}" for kind, n in comparison.differences.items() if n]
    return " · ".join(parts)


def _of(some: int, every: int) -> str:
    return (
        f"{some:,}" if some == every else _("{some:,} of {every:,}").format(some=some, every=every)
    )


def _cells(kind: Kind, one: Example) -> tuple[Cell, ...]:
    decided, found = one.difference.decided, one.difference.found
    before = f"{one.quote}  {decided.label}" if decided is not None else ""
    after = f"{one.found_quote or one.quote}  {found.label}" if found is not None else ""
    tone = "warn" if kind is Kind.CONTRADICTING else "ink2"
    return (Cell(WORDS[kind], tone), Cell(before), Cell(after), Cell(one.title, "ink2"))
