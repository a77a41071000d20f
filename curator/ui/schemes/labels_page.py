"""The labels of a layer in a table, what can be done with one, and its form beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.domain.annotation import Layer
from curator.domain.scheme import Label
from curator.domain.scheme_draft import KEYS
from curator.translation import gettext as _
from curator.ui.command_palette import Entry, Palette
from curator.ui.families import next_family
from curator.ui.schemes.editing import Editing
from curator.ui.schemes.label_form import LabelForm
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_COLUMNS = (
    Column(_("Label"), Kind.CHIP),
    Column(_("Key"), Kind.FIGURE, 52),
    Column(_("Annotations"), Kind.FIGURE, 112),
    Column("", Kind.TEXT, 110),
)
_NEW = "NEW"


class LabelsPage(Surface):
    """Everything about the labels of one layer.

    Attributes:
        table: of the labels.
        form: of the current one.
    """

    def __init__(self, theme: Theme, editing: Editing, layer: Layer) -> None:
        """Show the labels of a layer of a draft."""
        super().__init__(theme, "panel")
        self._editing, self._layer = editing, layer
        name = _("Entity labels") if layer is Layer.ENTITY else _("Claim types")
        self.table = Table(theme, _COLUMNS, name=name)
        self.form = LabelForm(theme, editing, layer)
        self._add = Button(theme, _("Add"), icon="add", key="Ins")
        self._merge = Button(theme, _("Merge into …"), icon="identical", key="M")
        self._retire = Button(theme, _("Retire"), icon="remove", key="Del")
        self._up = Button(theme, icon="up", name=_("Move up"), key="Ctrl+↑")
        self._down = Button(theme, icon="down", name=_("Move down"), key="Ctrl+↓")
        self._lay_out()
        acts: tuple[tuple[Button, str, Callable[[], object]], ...] = (
            (self._add, "Ins", self.add),
            (self._merge, "M", self.merge),
            (self._retire, "Del", self.retire),
            (self._up, "Ctrl+Up", partial(self.shift, -1)),
            (self._down, "Ctrl+Down", partial(self.shift, 1)),
        )
        for button, key, act in acts:
            button.clicked.connect(act)
            self.table.on_key(key, button.click)
        self.table.current_changed.connect(self._moved)
        self.table.chosen.connect(self._chosen)
        editing.changed.connect(self.show_labels)
        self.show_labels()

    @property
    def current(self) -> Label | None:
        """The current label."""
        return self._editing.layer(self._layer).label(self.table.current or "")

    def show_labels(self) -> None:
        """List the labels of the draft; what is current stays current under its new name."""
        labels = self._editing.layer(self._layer).labels
        with QSignalBlocker(self.table):
            self.table.set_rows([self._row(label) for label in labels])
            self.table.set_current(self.form.name)
        self._moved()

    def add(self) -> None:
        """Add a label with the first free key and the colour farthest from those in use."""
        part = self._editing.layer(self._layer)
        used = {one.key for one in part.offered}
        number = next(n for n in range(1, 999) if part.label(_name(n)) is None)
        family = next_family(self._layer, (one.colour for one in part.offered))
        key = next((key for key in KEYS if key not in used), None)
        code = "" if self._layer is Layer.ENTITY else _name(number)[:2].capitalize()
        label = Label(_name(number), key, family, code)
        if self._editing.apply(lambda draft: draft.add(self._layer, label)):
            self.table.set_current(label.name)
            self.form.focus_name()

    def retire(self) -> None:
        """Retire the current label, or offer it again."""
        label = self.current
        if label is not None:
            name, retired = label.name, label.retired
            self._editing.apply(
                lambda draft: (
                    draft.restore(self._layer, name) if retired else draft.retire(self._layer, name)
                )
            )

    def merge(self) -> None:
        """Ask into which label the current one is merged."""
        label = self.current
        if label is None:
            return
        entries = [
            Entry(one.name, _("label"), partial(self._merged, label.name, one.name), "relabel")
            for one in self._editing.layer(self._layer).offered
            if one.name != label.name
        ]
        prompt = _("Into which label is {name} merged?").format(name=label.name)
        Palette(self.theme, entries, self.window(), prompt=prompt).show()

    def shift(self, by: int) -> None:
        """Move the current label in the legend."""
        label = self.current
        if label is not None:
            name = label.name
            self._editing.apply(lambda draft: draft.move(self._layer, name, by))

    def _merged(self, name: str, into: str) -> None:
        self._editing.apply(lambda draft: draft.merge(self._layer, name, into))
        self.table.set_current(into)

    def _row(self, label: Label) -> Row:
        use, note = self._editing.use(self._layer, label.name), self._editing.note
        return Row(
            label.name,
            (
                Cell(label.name, family=label.family),
                Cell(label.key or ""),
                Cell(f"{use.all:,}" if use.all else "–", ink="ink" if use.all else "ink3"),
                Cell(note(self._layer, label), ink="ink3"),
            ),
        )

    def _moved(self) -> None:
        label = self.current
        self.form.show_label(label.name if label is not None else "")
        for one in (self._merge, self._retire, self._up, self._down):
            one.setEnabled(label is not None)
        retired = label is not None and label.retired
        self._retire.set_look(text=_("Offer again") if retired else _("Retire"))
        self._retire.set_name(_("Offer again") if retired else _("Retire"))

    def _chosen(self, _name: str) -> None:
        self.form.focus_name()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._add, self._merge, self._retire):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._up)
        buttons.addWidget(self._down)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.table, 1)
        left.addLayout(buttons)
        right = QWidget()
        right.setFixedWidth(400)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.form)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 14)
        row.setSpacing(20)
        row.addLayout(left, 1)
        row.addWidget(right)


def _name(number: int) -> str:
    return _NEW if number == 1 else f"{_NEW}_{number}"
