"""What saving a scheme will do, in numbers, before it does it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from curator.services import wording
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.schemes.editing import Editing
from curator.ui.tokens import Theme
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Row
from curator.ui.widgets.undo_line import UNDO, UndoLine

_ICONS = {
    "rename": "relabel",
    "merge": "identical",
    "retire": "remove",
    "restore": "undo",
    "add": "add",
    "guideline": "document",
}
_LAYERS = {"entity": _("entities"), "claim": _("claims")}


class SummaryPage(Surface):
    """Lists every step, and asks whether decided annotations are to be looked at again."""

    def __init__(self, theme: Theme) -> None:
        """Make an empty page."""
        super().__init__(theme, "panel")
        self.table = Table(
            theme, (Column(_("Step")), Column(_("Layer"), width=110)), name=_("Steps")
        )
        self._again = QCheckBox()
        self._again.setFont(fonts.interface(12.5))
        FocusRing(theme, self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(6)
        words = _("Saving does this, as one act. {undo} takes all of it back.").format(undo=UNDO)
        heading = fonts.interface(15, 600)
        column.addWidget(Line(theme, heading, ink="ink", text=_("Before it is saved")))
        column.addWidget(UndoLine(theme, fonts.interface(12.5), text=words))
        column.addSpacing(6)
        column.addWidget(self.table, 1)
        column.addSpacing(4)
        column.addWidget(self._again)

    @property
    def look_again(self) -> bool:
        """Whether what was decided under a changed label is to be looked at again."""
        return self._again.isChecked()

    def show_steps(self, editing: Editing) -> None:
        """List what a draft does."""
        steps = editing.steps()
        self.table.set_rows(
            [
                Row(
                    place,
                    (
                        Cell(wording.scheme_step(step), icon=_ICONS.get(step.code, "settings")),
                        Cell(_LAYERS[step.layer.value], ink="ink3"),
                    ),
                )
                for place, step in enumerate(steps)
            ]
        )
        n = editing.to_look_at()
        decided = counted(n, "annotation")
        self._again.setText(
            _("List {decided}, decided under a changed label, to be looked at again").format(
                decided=decided
            )
        )
        self._again.setChecked(bool(n))
        self._again.setVisible(bool(n))
