"""The columns of a table, and which of them holds the text, the title, the date …"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from curator.domain.import_plan import ImportPlan
from curator.formats.fields import NAMES
from curator.formats.reading import Columns
from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui.tokens import Theme
from curator.ui.widgets.choice_table import ChoiceRow, ChoiceTable, Option
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.table_model import Cell, Column, Kind

_COLUMNS = (
    Column(_("What a document has"), Kind.TEXT, 240),
    Column(_("Column of the table"), Kind.TEXT, 300),
    Column(_("Why")),
)
_NONE = Option("", _("none"))


class ColumnsPage(QWidget):
    """What a document has is chosen from the columns of a table.

    Signals:
        chosen(): another column was chosen.
    """

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make a page that knows of no table."""
        super().__init__()
        self._said: dict[str, str] = {}
        self._table = ChoiceTable(theme, _COLUMNS, name=_("Columns of the table"), at=1)
        self._table.chose.connect(self._choose)
        self._empty = EmptyPlace(theme, upright=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.show_columns(None)

    @property
    def said(self) -> dict[str, str]:
        """Names of columns by what they hold, as far as somebody chose them."""
        return dict(self._said)

    def take(self, plan: ImportPlan) -> None:
        """Choose as a plan does."""
        self._said = dict(plan.columns)

    def show_columns(self, found: Columns | None) -> None:
        """Show the columns of a table; None where there is none."""
        self._stack.setCurrentIndex(1 if found is None else 0)
        if found is None:
            detail = _("Rows of CSV and TSV become documents by what their columns hold.")
            self._empty.say("info", _("None of the files is a table"), detail=detail)
            return
        holds = {field: name for name, field in found.fields.items() if field}
        options = (_NONE, *(Option(name, name) for name in found.fields))
        self._table.show_rows([self._row(field, options, holds.get(field, "")) for field in NAMES])

    def _row(self, field: str, options: tuple[Option, ...], held: str) -> ChoiceRow:
        if field in self._said:
            missing = self._said[field] not in {one.value for one in options}
            why = _("chosen, and not in this table") if missing else _("chosen")
        elif held:
            why = _("by its name")
        else:
            why = _("needed") if field == "text" else ""
        cells = (Cell(named(field)), Cell(), Cell(why, "warn" if why == _("needed") else "ink2"))
        name = _("Column of {field}").format(field=named(field))
        return ChoiceRow(field, name, cells, options, held)

    def _choose(self, field: str, name: str) -> None:
        """A column holds one thing: what held it before has none."""
        for other, taken in list(self._said.items()):
            if name and taken == name and other != field:
                self._said[other] = ""
        self._said[field] = name
        self.chosen.emit()
