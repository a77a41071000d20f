"""The labels of files, and where each goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.domain.annotation import Layer
from curator.domain.import_plan import LABELS, ImportPlan
from curator.services import wording
from curator.services.import_preview import FoundLabel, Preview
from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.choice_table import ChoiceRow, ChoiceTable, Option
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.table_model import Cell, Column, Kind

_COLUMNS = (
    Column(_("Label in the files"), Kind.TEXT, 240),
    Column(_("Layer"), Kind.TEXT, 90),
    Column(_("Annotations"), Kind.FIGURE, 110),
    Column(_("Goes to"), Kind.TEXT, 240),
    Column(_("Why")),
)
_STRICT = {"add": _("are added to it"), "strict": _("are left out")}


class LabelsPage(QWidget):
    """What files call things is chosen to be something of the scheme, or new, or left out.

    Signals:
        chosen(): something else was chosen.
    """

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make a page that knows of no labels."""
        super().__init__()
        self._found: tuple[FoundLabel, ...] = ()
        self._offered: Mapping[Layer, tuple[str, ...]] = {}
        self._goes: dict[tuple[Layer, str], str] = {}
        name = _("Labels in the files")
        self._table = ChoiceTable(theme, _COLUMNS, name=name, at=3, typed=True)
        self._table.chose.connect(self._choose)
        self._empty = EmptyPlace(theme, upright=True)
        self._new = QComboBox()
        self._new.setAccessibleName(_("Labels that the scheme does not have"))
        self._new.setFixedHeight(FIELD)
        for value in LABELS:
            self._new.addItem(_STRICT[value], value)
        self._new.currentIndexChanged.connect(self._tell)
        FocusRing(theme, self._new)
        self._hint = Line(theme, fonts.interface(12), align=Qt.AlignmentFlag.AlignRight)
        self._stack = QStackedWidget()
        self._lay_out(theme)
        self.show_preview(Preview())

    @property
    def strict(self) -> str:
        """What becomes of labels that the scheme does not have: one of `LABELS`."""
        return str(self._new.currentData())

    @property
    def changed(self) -> int:
        """How many labels do not keep their names."""
        return sum(self._to(one) != one.label for one in self._found)

    def applied(self, plan: ImportPlan) -> ImportPlan:
        """Return a plan with what is chosen here."""
        for one in self._found:
            plan = plan.calling(one.layer, one.label, self._to(one))
        return replace(plan, labels=self.strict)

    def take(self, plan: ImportPlan) -> None:
        """Choose as a plan does, from the labels that are shown next."""
        self._goes.clear()
        self._new.setCurrentIndex(LABELS.index(plan.labels) if plan.labels in LABELS else 0)

    def show_preview(self, found: Preview) -> None:
        """Show the labels of files, with where each goes; what was chosen for one stays."""
        self._found, self._offered = tuple(found.labels), found.offered
        if found.labels:
            self._show()
        else:
            detail = _("Files of texts and tables bring none, or annotations are not taken.")
            self._empty.say("info", _("No labels come along"), detail=detail)
        self._stack.setCurrentIndex(0 if found.labels else 1)
        self._hint.set_text(
            _("Those of the first documents; labels further on keep their names")
            if found.more
            else _("Choose a label of the scheme, or type a new one")
        )

    def _show(self) -> None:
        self._table.show_rows([self._row(one) for one in self._found])

    def _row(self, one: FoundLabel) -> ChoiceRow:
        options = [Option(name, name) for name in self._offered.get(one.layer, ())]
        cells = (
            Cell(one.label),
            Cell(named(one.layer), "ink2"),
            Cell(f"{one.count:,}", "ink2"),
            Cell(),
            Cell(self._why(one), "ink2"),
        )
        name = _("Where {label} goes").format(label=one.label)
        options.append(Option("", _("left out")))
        return ChoiceRow((one.layer, one.label), name, cells, tuple(options), self._to(one))

    def _why(self, one: FoundLabel) -> str:
        to = self._to(one)
        known = to in self._offered.get(one.layer, ())
        if not to or (not known and self.strict == "strict"):
            return wording.why_label("out")
        if not known:
            return wording.why_label("new")
        return wording.why_label(one.why if to == one.to else "plan")

    def _to(self, one: FoundLabel) -> str:
        return self._goes.get((one.layer, one.label), one.to)

    def _choose(self, key: tuple[Layer, str], name: str) -> None:
        self._goes[key] = name
        self._tell()

    def _tell(self) -> None:
        if self._found:
            self._show()
        self.chosen.emit()

    def _lay_out(self, theme: Theme) -> None:
        body = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(8)
        words = _("Labels that the scheme does not have")
        row.addWidget(Line(theme, fonts.interface(12), text=words))
        row.addWidget(self._new)
        row.addStretch(1)
        hint = _("Choose a label of the scheme, or type a new one")
        row.addWidget(
            Line(theme, fonts.interface(12), text=hint, align=Qt.AlignmentFlag.AlignRight)
        )
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._table, 1)
        column.addLayout(row)
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
