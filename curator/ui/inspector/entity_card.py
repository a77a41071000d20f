"""The card of an entity: its words, why, labels, edges, verbs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.domain.annotation import Role
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.inspector.edges import Edges
from curator.ui.inspector.facts import CardFacts
from curator.ui.inspector.head import Head, Why
from curator.ui.inspector.labels import LabelRow
from curator.ui.inspector.same_as import SameAs
from curator.ui.inspector.verbs import Verbs
from curator.ui.tokens import Theme
from curator.ui.widgets.line import Line
from curator.ui.widgets.rule import Rule
from curator.ui.widgets.surface import retheme


class EntityCard(QWidget):
    """One entity.

    Signals:
        accepted(), rejected(), skipped(): a verb was pressed.
        relabelled(str): another label was chosen.
        edge_moved(str, str): ``left`` or ``right``; ``out`` or ``in``.
        same_asked(str): what was said to whom it could be, as `SameAs` says it.
    """

    accepted = Signal()
    rejected = Signal()
    skipped = Signal()
    relabelled = Signal(str)
    edge_moved = Signal(str, str)
    same_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Head(theme)
        self._words = Line(theme, fonts.reading(19, 600), ink="ink")
        self._why = Why(theme)
        self._labels = LabelRow(theme)
        self._edges = Edges(theme)
        self._same = SameAs(theme, _("Same as"))
        self._verbs = Verbs(theme)
        small = fonts.interface(11, 600)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 22)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(12)
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addWidget(self._why)
        column.addSpacing(14)
        column.addWidget(Line(theme, small, text=_("Label")))
        column.addSpacing(4)
        column.addWidget(self._labels)
        column.addSpacing(12)
        column.addWidget(Line(theme, small, text=_("Edges")))
        column.addSpacing(4)
        column.addWidget(self._edges)
        column.addSpacing(12)
        column.addWidget(self._same)
        column.addSpacing(14)
        column.addWidget(Rule(theme))
        column.addSpacing(14)
        column.addWidget(self._verbs)
        column.addStretch(1)
        self._connect()

    def show_facts(self, facts: CardFacts) -> None:
        """Show an entity."""
        self._head.show_facts(facts)
        self._words.set_text(facts.quote(Role.MENTION))
        self._why.show_lines(facts.why)
        self._labels.show_facts(facts)
        self._edges.show_facts(facts)
        self._same.show_facts(facts.same)
        self._verbs.show_state(facts.annotation.state)
        # Children of a widget that was never shown do not tell its layout by themselves.
        self._column.invalidate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def _connect(self) -> None:
        self._verbs.accepted.connect(self.accepted)
        self._verbs.rejected.connect(self.rejected)
        self._verbs.skipped.connect(self.skipped)
        self._head.relabelled.connect(self.relabelled)
        self._labels.chosen.connect(self.relabelled)
        self._edges.moved.connect(self.edge_moved)
        self._same.asked.connect(self.same_asked)
