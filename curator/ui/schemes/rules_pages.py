"""The rules of a layer: edges and readings of entities, parts and attributes of claims."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from curator.domain.annotation import CLAIM_ROLES, Layer, Role
from curator.domain.scheme import Attribute, PartRule
from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import FIELD
from curator.ui.schemes.editing import Editing
from curator.ui.schemes.pairs import Pair, Pairs
from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

_EDGES = (
    ("article", _("The article before it belongs to it: “the Grain Board”")),
    ("possessive", _("The possessive ’s belongs to it: “Velm’s”")),
    ("title", _("Rank and title belong to it: “Minister Varga”")),
    ("reference_marks", _("Marks of references belong to it: “[3”")),
)
_MOST = 9
_ANY = _("any number")


class EntityRules(Surface):
    """Where entities end, and how suggesters' labels are read."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        """Show the rules of a draft."""
        super().__init__(theme, "panel")
        self._editing = editing
        self._edges = {name: QCheckBox(words) for name, words in _EDGES}
        titles = (_("A suggester says"), _("Here it is"))
        hint = _("A label of this scheme")
        self._reads = Pairs(theme, titles, name=_("Labels of suggesters"), hint=hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(6)
        column.addWidget(_heading(theme, _("Edges of suggestions")))
        for box in self._edges.values():
            box.setFont(fonts.interface(12.5))
            box.toggled.connect(self._edge)
            FocusRing(theme, box)
            column.addWidget(box)
        column.addSpacing(14)
        column.addWidget(_heading(theme, _("How suggesters’ labels are read")))
        words = _("What stands neither here nor among the labels is not suggested.")
        column.addWidget(Line(theme, fonts.interface(12), text=words))
        column.addSpacing(2)
        column.addWidget(self._reads, 1)
        self._reads.changed.connect(self._read)
        editing.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        part = self._editing.layer(Layer.ENTITY)
        for name, box in self._edges.items():
            with QSignalBlocker(box):
                box.setChecked(bool(getattr(part.boundary, name)))
        self._reads.show_pairs(sorted(part.reads.items()))

    def _edge(self) -> None:
        part = self._editing.layer(Layer.ENTITY)
        chosen = {name: box.isChecked() for name, box in self._edges.items()}
        boundary = replace(part.boundary, **chosen)
        self._editing.apply(lambda draft: draft.with_rules(Layer.ENTITY, boundary=boundary))

    def _read(self, pairs: tuple[Pair, ...]) -> None:
        self._editing.apply(lambda draft: draft.with_rules(Layer.ENTITY, reads=dict(pairs)))
        self._show()


class ClaimRules(Surface):
    """How many of each part a claim has, its attributes, the type that it begins with."""

    def __init__(self, theme: Theme, editing: Editing) -> None:
        """Show the rules of a draft."""
        super().__init__(theme, "panel")
        self._editing = editing
        self._least = {
            role: _spin(_("Least {role}").format(role=named(role))) for role in CLAIM_ROLES
        }
        self._most = {
            role: _spin(_("Most {role}").format(role=named(role)), any_=True)
            for role in CLAIM_ROLES
        }
        self._default = QComboBox()
        self._default.setAccessibleName(_("A claim without a type is"))
        self._default.setFixedHeight(FIELD)
        for field in (*self._least.values(), *self._most.values(), self._default):
            FocusRing(theme, field)
        titles = (_("Attribute"), _("Values, the first being the default"))
        hint = _("first, second, third")
        self._attributes = Pairs(theme, titles, name=_("Attributes of claims"), hint=hint)
        self._lay_out(theme)
        for spin in (*self._least.values(), *self._most.values()):
            spin.valueChanged.connect(self._count)
        self._default.activated.connect(self._set_default)
        self._attributes.changed.connect(self._attribute)
        editing.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        part = self._editing.layer(Layer.CLAIM)
        rules = {rule.role: rule for rule in part.parts}
        for role in CLAIM_ROLES:
            rule = rules.get(role, PartRule(role))
            for spin, value in ((self._least[role], rule.least), (self._most[role], rule.most)):
                with QSignalBlocker(spin):
                    spin.setValue(value or 0)
        self._default.clear()
        for label in part.offered:
            self._default.addItem(label.name)
        self._default.setCurrentText(part.default)
        pairs = [(one.name, ", ".join(one.values)) for one in part.attributes]
        self._attributes.show_pairs(pairs)

    def _count(self) -> None:
        known = {rule.role for rule in self._editing.layer(Layer.CLAIM).parts}
        rules = [self._rule(role) for role in CLAIM_ROLES]
        kept = tuple(rule for rule in rules if rule.role in known or rule != PartRule(rule.role))
        self._editing.apply(lambda draft: draft.with_rules(Layer.CLAIM, parts=kept))

    def _rule(self, role: Role) -> PartRule:
        return PartRule(role, self._least[role].value(), self._most[role].value() or None)

    def _set_default(self, place: int) -> None:
        name = self._default.itemText(place)
        self._editing.apply(lambda draft: draft.with_rules(Layer.CLAIM, default=name))

    def _attribute(self, pairs: tuple[Pair, ...]) -> None:
        attributes = tuple(
            Attribute(name, tuple(dict.fromkeys(_values(words)))) for name, words in pairs
        )
        self._editing.apply(lambda draft: draft.with_rules(Layer.CLAIM, attributes=attributes))
        self._show()

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        small = fonts.interface(11.5, 600)
        for place, words in enumerate((_("Part"), _("at least"), _("at most"))):
            grid.addWidget(Line(theme, small, text=words), 0, place)
        for row, role in enumerate(CLAIM_ROLES, start=1):
            words = named(role).capitalize()
            grid.addWidget(Line(theme, fonts.interface(12.5), ink="ink", text=words), row, 0)
            grid.addWidget(self._least[role], row, 1)
            grid.addWidget(self._most[role], row, 2)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(_heading(theme, _("Parts of a claim")))
        left.addLayout(grid)
        left.addSpacing(14)
        left.addWidget(_heading(theme, _("A claim without a type is")))
        left.addWidget(self._default)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(_heading(theme, _("Attributes of a claim")))
        words = _("One taken out is asked no more; values that were given stay.")
        right.addWidget(Line(theme, fonts.interface(12), text=words))
        right.addSpacing(2)
        right.addWidget(self._attributes, 1)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(320)
        left.setContentsMargins(0, 0, 0, 0)
        row_of_all = QHBoxLayout(self)
        row_of_all.setContentsMargins(20, 16, 20, 14)
        row_of_all.setSpacing(24)
        row_of_all.addWidget(side)
        row_of_all.addLayout(right, 1)


def _heading(theme: Theme, words: str) -> Line:
    return Line(theme, fonts.interface(13, 600), ink="ink", text=words)


def _values(words: str) -> list[str]:
    return [one.strip() for one in words.split(",") if one.strip()]


def _spin(name: str, *, any_: bool = False) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, _MOST)
    made.setAccessibleName(name)
    made.setFixedHeight(FIELD)
    if any_:
        made.setSpecialValueText(_ANY)
    return made
