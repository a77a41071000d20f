"""The filters of the bulk table: label, suggester, batch, state, confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from curator.domain.annotation import State
from curator.domain.bulk import BulkFilter
from curator.services.bulk import Choices
from curator.translation import gettext as _
from curator.ui.metrics import VIEW_BAR
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.threshold import Threshold

_STATES = (
    (_("Undecided"), State.SUGGESTED),
    (_("Unsure"), State.UNSURE),
    (_("Accepted"), State.ACCEPTED),
    (_("Rejected"), State.REJECTED),
)


class Drop(Button):
    """A button that drops a menu of which one thing is chosen.

    Signals:
        chosen(): a person chose another one.
    """

    chosen = Signal()

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, Any]], *, parent: QWidget
    ) -> None:
        """Make one; the first choice is chosen.

        Args:
            name: what is chosen here, for those who do not see it.
            choices: words, and what they stand for.
        """
        super().__init__(
            theme, choices[0][0], kind="ghost", name=name, height=26, after="down", parent=parent
        )
        self._name, self._choices = name, list(choices)
        self._value = choices[0][1]
        self.clicked.connect(self._open)

    @property
    def value(self) -> Any:
        """What is chosen."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer other things; what is chosen stays if it is still there."""
        self._choices = list(choices)
        known = [value for _words, value in choices]
        self.choose(self._value if self._value in known else known[0])

    def choose(self, value: Any) -> None:
        """Choose without a signal."""
        self._value = value
        words = next(words for words, known in self._choices if known == value)
        self.set_look(text=words if len(words) < 30 else f"{words[:28]}…")
        self.set_name(f"{self._name}: {words}")

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, (words, value) in enumerate(self._choices):
            action = menu.addAction(words.replace("&", "&&"))
            action.setData(place)
            action.setCheckable(True)
            action.setChecked(value == self._value)
        menu.triggered.connect(lambda action: self._take(action.data()))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, place: int) -> None:
        self.choose(self._choices[place][1])
        self.chosen.emit()


class Filters(Surface):
    """A row of filters over the table.

    Signals:
        changed(): a person chose another filter.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        """Make the row; nothing is filtered."""
        super().__init__(theme, "panel", lines="bottom", parent=parent)
        self.setFixedHeight(VIEW_BAR)
        self._label = Drop(theme, _("Label"), [(_("Any label"), "")], parent=self)
        self._suggester = Drop(theme, _("Suggester"), [(_("Any suggester"), 0)], parent=self)
        self._batch = Drop(theme, _("Batch"), [(_("Any batch"), 0)], parent=self)
        self._state = Drop(theme, _("State"), _STATES, parent=self)
        self._least = Threshold(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 24, 0)
        row.setSpacing(10)
        for drop in (self._label, self._suggester, self._batch, self._state):
            row.addWidget(drop)
            drop.chosen.connect(self.changed)
        row.addStretch(1)
        row.addWidget(self._least)
        self._least.moved.connect(self.changed)

    def offer(self, choices: Choices, wanted: BulkFilter) -> None:
        """Offer the labels, suggesters and batches that there are."""
        labels = [label.name for label in choices.scheme.layer(wanted.layer).labels]
        self._label.set_choices([(_("Any label"), ""), *((name, name) for name in labels)])
        suggesters = [
            (f"{one.name} {one.version}", number)
            for number, one in choices.suggesters.items()
            if one.layer is wanted.layer
        ]
        self._suggester.set_choices([(_("Any suggester"), 0), *suggesters])
        batches = [(name, number) for number, name in choices.batches]
        self._batch.set_choices([(_("Any batch"), 0), *batches])

    def clear(self) -> None:
        """Filter nothing, without a signal."""
        self._label.choose("")
        self._suggester.choose(0)
        self._batch.choose(0)
        self._state.choose(State.SUGGESTED)
        self._least.set_value(0.0)

    def narrowed(self, wanted: BulkFilter) -> BulkFilter:
        """Return a filter with what is chosen here; what was typed goes first."""
        return replace(
            wanted,
            label=wanted.label or self._label.value,
            suggester=self._suggester.value,
            batch=self._batch.value,
            state=self._state.value,
            least=max(wanted.least, self._least.value),
        )
