"""The dialogue for an export: a profile or choices of one's own, then where to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from curator.domain.annotation import State
from curator.domain.export_plan import ExportPlan
from curator.domain.faults import Fault
from curator.domain.gold import Selection
from curator.domain.splits import Split
from curator.formats.base import Format
from curator.services import wording
from curator.services.exporting import writable_formats
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.dialogs.export_more import ExportMore
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.segmented import Segmented

_DOCUMENTS = ("reviewed", "all")


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What was settled.

    Attributes:
        out: where to.
        format_name: of its format.
        selection: what goes out.
        split: into which parts; None for one.
        renamed: what labels are called outside.
        keep_as: name of the profile that these choices are kept as; empty for none.
    """

    out: Path
    format_name: str
    selection: Selection
    split: Split | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    keep_as: str = ""

    @property
    def plan(self) -> ExportPlan:
        """All of it that a profile keeps."""
        return ExportPlan(self.format_name, self.selection, self.split, self.renamed)


class ExportDialog(QDialog):
    """Gold of reviewed documents unless more is asked for; then the place is asked.

    Args:
        theme: its colours.
        project: whose folder and name are offered.
        parent: the window.
        profiles: that the project keeps, by their names.

    Attributes:
        wish: what was settled, once it is accepted.
    """

    def __init__(
        self,
        theme: Theme,
        project: Path,
        parent: QWidget,
        *,
        profiles: Mapping[str, ExportPlan] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.wish: ExportWish | None = None
        self._theme, self._project = theme, project
        self._formats = writable_formats()
        self._format = QComboBox()
        self._format.setAccessibleName(_("Format"))
        self._format.addItems([one.title or one.name for one in self._formats])
        self._documents = Segmented(theme, (_("Reviewed"), _("All")), name=_("Documents"))
        self._profiles = dict(profiles or {})
        self._profile = QComboBox()
        self._profile.setAccessibleName(_("Profile"))
        self._profile.addItems([_("none, as chosen here"), *self._profiles])
        self._profile.currentIndexChanged.connect(self._take_profile)
        self._undecided = QCheckBox(_("&Suggestions that nobody has decided, too"))
        self._rejected = QCheckBox(_("&Rejected ones, as negatives"))
        self._unsure = QCheckBox(_("&Unsure ones, as masks"))
        self._kept: ExportPlan | None = None
        self._more = ExportMore(theme)
        self._open = Button(theme, _("More choices"), kind="ghost", after="down", height=26)
        self._keep = QLineEdit(placeholderText=_("keep these choices under a name"))
        self._wrong = Line(theme, fonts.interface(12), ink="error")
        for box in (self._undecided, self._rejected, self._unsure, self._profile, self._format):
            FocusRing(theme, box)
        self._lay_out()

    def accept(self) -> None:
        """Ask where to, and settle it."""
        chosen = self._formats[self._format.currentIndex()]
        try:
            selection, split = self.selection(), self._more.split
        except Fault as fault:
            self._wrong.set_text(wording.fault(fault).line)
            return
        offered = self._project.with_name(_offered(self._project.stem, chosen))
        name, _filter = QFileDialog.getSaveFileName(self, _("Export to"), str(offered))
        if not name:
            return
        self.wish = ExportWish(
            Path(name),
            chosen.name,
            selection,
            split,
            self._more.renamed,
            self._keep.text().strip(),
        )
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def selection(self) -> Selection:
        """Return what is asked for so far; what no field shows is as the profile has it.

        Raises:
            Fault: what `Selection` raises.
        """
        kept = self._kept.selection if self._kept is not None else Selection()
        asked = self._undecided.isChecked()
        states = kept.states | {State.SUGGESTED} if asked else kept.states - {State.SUGGESTED}
        return replace(
            kept,
            states=states,
            documents=_DOCUMENTS[self._documents.current],
            negatives=self._rejected.isChecked(),
            masks=self._unsure.isChecked(),
            words=self._more.words,
            as_of=self._more.as_of,
            blind=self._more.blind,
        )

    def _take_profile(self, place: int) -> None:
        """Choose as a profile does."""
        self._kept = self._profiles.get(self._profile.currentText()) if place else None
        plan = self._kept or ExportPlan(self._formats[0].name)
        names = [one.name for one in self._formats]
        self._format.setCurrentIndex(names.index(plan.format_name))
        self._documents.set_current(_DOCUMENTS.index(plan.selection.documents))
        self._undecided.setChecked(State.SUGGESTED in plan.selection.states)
        self._rejected.setChecked(plan.selection.negatives)
        self._unsure.setChecked(plan.selection.masks)
        self._more.show_plan(plan)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        title = Line(self._theme, fonts.interface(14, 600), ink="ink", text=_("Export gold"))
        column.addWidget(title)
        for words, choice in (
            (_("Profile"), self._profile),
            (_("Format"), self._format),
            (_("Documents"), self._documents),
        ):
            row = QHBoxLayout()
            name = Line(self._theme, fonts.interface(12), text=words)
            name.setFixedWidth(90)
            row.addWidget(name)
            row.addWidget(choice)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._undecided)
        column.addWidget(self._rejected)
        column.addWidget(self._unsure)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._keep.setAccessibleName(_("Keep as"))
        self._keep.setFixedHeight(FIELD)
        for part in (self._more, self._keep):
            part.hide()
            column.addWidget(part)
        self._open.clicked.connect(self._show_more)
        column.addWidget(self._wrong)
        column.addSpacing(6)
        column.addLayout(self._buttons())

    def _show_more(self) -> None:
        for part in (self._more, self._keep):
            part.setVisible(not part.isVisible())
        self.adjustSize()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(self._theme, _("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        go_on = Button(self._theme, _("Choose a place …"), key="Enter", kind="primary")
        go_on.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(go_on)
        return row


def _offered(stem: str, chosen: Format) -> str:
    """Return the name that a new export is offered; a folder's says what it holds."""
    return f"{stem}-{chosen.name}" if chosen.folder else stem + chosen.suffixes[0]
