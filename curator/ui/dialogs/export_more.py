"""More choices of an export: which documents, as of when, into which parts, under which names."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from curator.domain.export_plan import ExportPlan
from curator.domain.gold import BLIND
from curator.domain.splits import Split, split_of
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line

_BLIND = {
    "any": _("blind or not"),
    "only": _("only blind ones"),
    "without": _("without blind ones"),
}
_WIDTH = 330


class ExportMore(QWidget):
    """Fields that may all stay empty.

    Args:
        theme: its colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, 90)
        self._words = self._field(_("Filter"), _('batch:"of May" date:2024-03..2024-06'))
        self._as_of = self._field(_("As of"), _("2024-05-31, or the number of a change set"))
        self._blind = QComboBox()
        for name in BLIND:
            self._blind.addItem(_BLIND[name], name)
        self._put(_("Blindness"), self._blind)
        self._shares = self._field(_("Parts"), _("80/10/10 for train, dev and test"))
        self._seed = self._field(_("Seed"), "0")
        self._renamed = self._field(_("Names"), _("PERSON=PER, DATE= leaves out"))

    @property
    def words(self) -> str:
        """Which documents, in the words of the queue's filter."""
        return self._words.text().strip()

    @property
    def as_of(self) -> str:
        """The moment whose state goes out; empty for the present."""
        return self._as_of.text().strip()

    @property
    def blind(self) -> str:
        """Whether blind documents come: one of `BLIND`."""
        return str(self._blind.currentData())

    @property
    def split(self) -> Split | None:
        """The parts that are wanted, None for one.

        Raises:
            Fault: ``export.split`` for what are no shares.
        """
        shares = self._shares.text().strip()
        return split_of(shares, seed=self._seed.text().strip() or "0") if shares else None

    @property
    def renamed(self) -> dict[str, str]:
        """What labels are called outside; pairs without a sign between them say nothing."""
        pairs = (pair.partition("=") for pair in self._renamed.text().split(","))
        return {label.strip(): name.strip() for label, sign, name in pairs if sign}

    def show_plan(self, plan: ExportPlan) -> None:
        """Fill the fields in as a profile has them."""
        selection, split = plan.selection, plan.split
        self._words.setText(selection.words)
        self._as_of.setText(selection.as_of)
        self._blind.setCurrentIndex(BLIND.index(selection.blind))
        self._shares.setText("/".join(map(str, split.shares)) if split else "")
        self._seed.setText(split.seed if split else "")
        self._renamed.setText(", ".join(f"{one}={two}" for one, two in plan.renamed.items()))

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit(placeholderText=example)
        self._put(name, field)
        return field

    def _put(self, name: str, field: QLineEdit | QComboBox) -> None:
        field.setAccessibleName(name)
        field.setFixedSize(_WIDTH, FIELD)
        if isinstance(field, QComboBox):
            FocusRing(self._theme, field)
        row = self._grid.rowCount()
        self._grid.addWidget(Line(self._theme, fonts.interface(12), text=name), row, 0)
        self._grid.addWidget(field, row, 1)
