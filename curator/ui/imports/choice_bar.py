"""How files are read, and as what: a row of lists above a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from curator.domain.import_plan import ImportPlan
from curator.services.import_preview import ENCODINGS
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line

Entry = tuple[Any, str]

_WAYS: tuple[Entry, ...] = (
    ("as-is", _("as they say")),
    ("suggestions", _("as suggestions")),
    ("gold", _("as gold")),
    ("ignore", _("not at all")),
)
_CARRY: tuple[Entry, ...] = (
    (None, _("by the project's rule")),
    (True, _("carried over")),
    (False, _("left there")),
)


class ChoiceBar(QWidget):
    """Lists of formats, encodings, and of what becomes of annotations and older decisions.

    Signals:
        read_anew(): files are to be read in another way.
    """

    read_anew = Signal()

    def __init__(self, theme: Theme, formats: Sequence[str]) -> None:
        """Make a bar on which nothing is chosen.

        Args:
            formats: names of those that can be read.
        """
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 0, 18, 0)
        self._row.setSpacing(8)
        self._format = self._box(_("Format"), ((None, _("by the file")), *_same(formats)))
        self._encoding = self._box(_("Encoding"), ((None, _("found out")), *_same(ENCODINGS)))
        self._ways = self._box(_("Annotations"), _WAYS)
        self._carry = self._box(_("Older decisions"), _CARRY)
        self._row.addStretch(1)
        for box in (self._format, self._encoding, self._ways):
            box.currentIndexChanged.connect(self.read_anew)

    def applied(self, plan: ImportPlan) -> ImportPlan:
        """Return a plan with what is chosen here."""
        return replace(
            plan,
            format_name=self._format.currentData(),
            encoding=self._encoding.currentData(),
            annotations=self._ways.currentData(),
            carry=self._carry.currentData(),
        )

    def take(self, plan: ImportPlan) -> None:
        """Choose as a plan does, without a signal."""
        for box, value in (
            (self._format, plan.format_name),
            (self._encoding, plan.encoding),
            (self._ways, plan.annotations),
            (self._carry, plan.carry),
        ):
            with QSignalBlocker(box):
                _choose(box, value)

    def _box(self, name: str, entries: Sequence[Entry]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setFixedHeight(FIELD)
        for value, words in entries:
            box.addItem(words, value)
        FocusRing(self._theme, box)
        self._row.addWidget(Line(self._theme, fonts.interface(12), text=name))
        self._row.addWidget(box)
        self._row.addSpacing(10)
        return box


def _choose(box: QComboBox, value: Any) -> None:
    """Choose a value; one that a profile brings and the list lacks is added."""
    place = box.findData(value)
    if place < 0:
        box.addItem(str(value), value)
        place = box.count() - 1
    box.setCurrentIndex(place)


def _same(names: Sequence[str]) -> tuple[Entry, ...]:
    return tuple((name, name) for name in names)
