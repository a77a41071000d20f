"""The card of a claim: why, its slots in the order of the schema, attributes, verbs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.domain.annotation import CLAIM_ROLES, Role
from curator.translation import gettext as _
from curator.ui.inspector.attributes import Attributes
from curator.ui.inspector.facts import CardFacts
from curator.ui.inspector.head import Head, Why
from curator.ui.inspector.ladder import Ladder
from curator.ui.inspector.same_as import SameAs
from curator.ui.inspector.slot import Slot
from curator.ui.inspector.verbs import Verbs
from curator.ui.tokens import Theme
from curator.ui.widgets.rule import Rule
from curator.ui.widgets.surface import retheme


class ClaimCard(QWidget):
    """One claim.

    Signals:
        accepted(), rejected(), skipped(): a verb was pressed.
        relabelled(str): another claim type was chosen.
        part_edit(str): a slot was pressed; its role.
        attribute_set(str, str): a value was chosen: attribute, value.
        same_asked(str): what was said to whom the source could be, as `SameAs` says it.
        picked(int): another claim of the ladder was pressed; its id.
    """

    accepted = Signal()
    rejected = Signal()
    skipped = Signal()
    relabelled = Signal(str)
    part_edit = Signal(str)
    attribute_set = Signal(str, str)
    same_asked = Signal(str)
    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Head(theme)
        self._why = Why(theme)
        self._slots = [Slot(theme, role) for role in CLAIM_ROLES]
        self._same = SameAs(theme, _("The source is"))
        self._ladder = Ladder(theme)
        self._attributes = Attributes(theme)
        self._verbs = Verbs(theme)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 22)
        column.setSpacing(0)
        self._inset(column, self._head)
        column.addSpacing(10)
        self._inset(column, self._why)
        column.addSpacing(7)
        for slot in self._slots:
            column.addWidget(slot)
            slot.clicked.connect(self._pressed)
        column.addSpacing(6)
        self._inset(column, self._same)
        self._inset(column, self._ladder)
        column.addSpacing(8)
        self._inset(column, Rule(theme))
        column.addSpacing(8)
        self._inset(column, self._attributes)
        column.addSpacing(14)
        self._inset(column, self._verbs)
        column.addStretch(1)
        self._connect()

    def show_facts(self, facts: CardFacts) -> None:
        """Show a claim; no slot is in edit."""
        self._head.show_facts(facts)
        self._why.show_lines(facts.why)
        for slot in self._slots:
            slot.show_facts(facts)
        self._same.show_facts(facts.same)
        self._ladder.show_rungs(facts.ladder, facts.scheme)
        self._attributes.show_facts(facts)
        self._verbs.show_state(facts.annotation.state)
        # Children of a widget that was never shown do not tell its layout by themselves.
        self._column.invalidate()

    def edit(self, place: Role | str | None) -> None:
        """Draw the slot of a role, or an attribute by its name, as in edit; None for none."""
        for slot in self._slots:
            slot.set_edit(on=slot.role is place)
        self._attributes.edit(None if isinstance(place, Role) else place)
        self._column.invalidate()

    def offer_values(self, attribute: str) -> None:
        """Open the list of an attribute's values."""
        self._attributes.offer(attribute)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def _pressed(self) -> None:
        slot = self.sender()
        if isinstance(slot, Slot):
            self.part_edit.emit(slot.role.value)

    @staticmethod
    def _inset(column: QVBoxLayout, widget: QWidget) -> None:
        # Slots reach 6 beyond the card's margin, where their box is drawn while in edit.
        row = QVBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.addWidget(widget)
        column.addLayout(row)

    def _connect(self) -> None:
        self._verbs.accepted.connect(self.accepted)
        self._verbs.rejected.connect(self.rejected)
        self._verbs.skipped.connect(self.skipped)
        self._head.relabelled.connect(self.relabelled)
        self._attributes.chosen.connect(self.attribute_set)
        self._same.asked.connect(self.same_asked)
        self._ladder.picked.connect(self.picked)
