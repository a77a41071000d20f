"""A draft of a scheme while it is edited: every page changes it here, and hears of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import Label, LayerScheme
from curator.domain.scheme_draft import Place, SchemeDraft
from curator.domain.scheme_steps import Step, Use, steps, to_look_at
from curator.translation import gettext as _

Act = Callable[[SchemeDraft], SchemeDraft]


class Editing(QObject):
    """Holds the draft.

    Attributes:
        draft: as it stands.
        uses: what bears the labels of its base.

    Signals:
        changed(): the draft is another one.
        refused(object): a `Fault`: what was wanted cannot be.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self, draft: SchemeDraft, uses: Mapping[Place, Use], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.draft, self.uses = draft, uses

    def apply(self, act: Act) -> bool:
        """Change the draft; returns whether that was possible."""
        try:
            after = act(self.draft)
        except Fault as fault:
            self.refused.emit(fault)
            return False
        if after != self.draft:
            self.draft = after
            self.changed.emit()
        return True

    def layer(self, layer: Layer) -> LayerScheme:
        """Return a layer of the draft."""
        return self.draft.scheme.layer(layer)

    def use(self, layer: Layer, name: str) -> Use:
        """Return how many annotations will bear a label."""
        found = [self.uses.get((layer, old), Use()) for old in self.draft.before(layer, name)]
        return Use(sum(one.decided for one in found), sum(one.waiting for one in found))

    def note(self, layer: Layer, label: Label) -> str:
        """Say in a word what becomes of a label."""
        before = [name for name in self.draft.before(layer, label.name) if name != label.name]
        if label.retired:
            return _("retired")
        if not self.draft.before(layer, label.name):
            return _("new")
        return _("was {words}").format(words=", ".join(before)) if before else ""

    def steps(self) -> list[Step]:
        """Return what saving would do."""
        return steps(self.draft, self.uses)

    def to_look_at(self) -> int:
        """Return how many decided annotations would have to be looked at again."""
        return to_look_at(self.draft, self.uses)
