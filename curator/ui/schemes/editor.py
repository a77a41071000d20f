"""The editor of a label scheme: a page per layer for labels and rules, then the summary."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme_draft import SchemeDraft, check
from curator.services import wording
from curator.services.scheming import Survey
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.schemes.editing import Editing
from curator.ui.schemes.labels_page import LabelsPage
from curator.ui.schemes.rules_pages import ClaimRules, EntityRules
from curator.ui.schemes.summary_page import SummaryPage
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.rule import Rule
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import retheme

_LEAVE = _("Not saved yet. Esc once more leaves it as it was.")


class SchemeEditor(QDialog):
    """Stays open beside the review; nothing happens before it is saved.

    Signals:
        saved(object, bool): the `SchemeDraft` to put in force, and whether what was decided
            under changed labels is to be looked at again.

    Attributes:
        editing: the draft.
        labels: the pages of labels, by layer.
        summary: what saving does.
    """

    saved = Signal(object, bool)

    def __init__(
        self, theme: Theme, found: Survey, parent: QWidget | None = None, *, writable: bool = True
    ) -> None:
        """Make the editor.

        Args:
            theme: its colours.
            found: the scheme in force, and what bears its labels.
            parent: the window of the review.
            writable: whether it can be saved.
        """
        super().__init__(parent)
        title = _("Label scheme {name}, revision {revision}")
        scheme = found.scheme
        self.setWindowTitle(title.format(name=scheme.name, revision=scheme.revision))
        self._writable, self._leaving = writable, False
        self.editing = Editing(SchemeDraft.of(found.scheme), found.uses, self)
        self.labels: dict[Layer, LabelsPage] = {}
        self.summary = SummaryPage(theme)
        self._stack = QStackedWidget()
        names: list[str] = []
        for layer in (one for one in Layer if one in found.scheme.layers):
            entity = layer is Layer.ENTITY
            self.labels[layer] = LabelsPage(theme, self.editing, layer)
            rules = EntityRules if entity else ClaimRules
            self._stack.addWidget(self.labels[layer])
            self._stack.addWidget(rules(theme, self.editing))
            names += (
                [_("Entity labels"), _("Edges and readings")]
                if entity
                else [_("Claim types"), _("Parts and attributes")]
            )
        self._stack.addWidget(self.summary)
        self._names = Segmented(theme, names, name=_("Page"))
        self._said = Line(theme, fonts.interface(12))
        self._back = Button(theme, _("Back"), key="Esc")
        self._save = Button(theme, _("Save …"), key="Ctrl+S", kind="primary")
        self._lay_out(theme)
        self._connect()
        self._tell()

    def show_page(self, place: int) -> None:
        """Show a page of the segments."""
        self._names.set_current(place)
        self._stack.setCurrentIndex(place)
        self._tell()

    def refuse(self, fault: BaseException) -> None:
        """Say what cannot be."""
        words = wording.error(fault)
        self._said.set_ink("error")
        self._said.set_text(words.line)
        self._save.setEnabled(self._can_save())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def reject(self) -> None:
        """Go back from the summary; leave, but not with a single key what is not saved."""
        if self._on_summary:
            self.show_page(self._names.current)
        elif self.editing.draft.changed and self._writable and not self._leaving:
            self._leaving = True
            self._said.set_ink("warn")
            self._said.set_text(_LEAVE)
        else:
            super().reject()

    @property
    def _on_summary(self) -> bool:
        return self._stack.currentWidget() is self.summary

    def _can_save(self) -> bool:
        return self._writable and self.editing.draft.changed

    def _go_on(self) -> None:
        """Show what saving does; then save."""
        for page in self.labels.values():
            page.form.finish()
        if not self._can_save():
            return
        if self._on_summary:
            self._save.setEnabled(False)
            self.saved.emit(self.editing.draft, self.summary.look_again)
            return
        try:
            check(self.editing.draft)
        except Fault as fault:
            self.refuse(fault)
            return
        self.summary.show_steps(self.editing)
        self._stack.setCurrentWidget(self.summary)
        self._tell()
        self.summary.table.focus()

    def _tell(self) -> None:
        """Say what is changed so far, and what the buttons do."""
        self._leaving = False
        n = len(self.editing.steps())
        self._said.set_ink("ink2")
        changes = counted(n, "change") if n else _("Nothing is changed yet")
        self._said.set_text(changes if self._writable else _("Another window holds the project"))
        self._save.set_look(text=_("Save") if self._on_summary else _("Save …"))
        self._save.setEnabled(self._can_save())
        self._back.set_look(text=_("Back") if self._on_summary else _("Close"))
        self._names.setEnabled(not self._on_summary)

    def _connect(self) -> None:
        self.editing.changed.connect(self._tell)
        self.editing.refused.connect(self.refuse)
        self._names.chosen.connect(self.show_page)
        self._back.clicked.connect(self.reject)
        self._save.clicked.connect(self._go_on)
        self.summary.table.chosen.connect(lambda _step: self._go_on())
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.activated.connect(self._go_on)

    def _lay_out(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(20, 14, 20, 12)
        top.addWidget(self._names)
        top.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._back)
        foot.addWidget(self._save)
        for button in (self._back, self._save):
            foot.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Rule(theme))
        column.addWidget(self._stack, 1)
        column.addWidget(Rule(theme))
        column.addLayout(foot)
        self.resize(1040, 720)
