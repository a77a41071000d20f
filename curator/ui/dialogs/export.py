"""The dialogue for an export: which format, which documents, which states, where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from curator.domain.annotation import State
from curator.domain.gold import GOLD, Selection
from curator.formats.base import Format
from curator.services.exporting import writable_formats
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line
from curator.ui.widgets.segmented import Segmented

_DOCUMENTS = ("reviewed", "all")


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What was settled: where to, in which format, and what."""

    out: Path
    format_name: str
    selection: Selection


class ExportDialog(QDialog):
    """Gold of reviewed documents unless more is asked for; then the place is asked.

    Args:
        theme: its colours.
        project: whose folder and name are offered.
        parent: the window.

    Attributes:
        wish: what was settled, once it is accepted.
    """

    def __init__(self, theme: Theme, project: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.wish: ExportWish | None = None
        self._theme, self._project = theme, project
        self._formats = writable_formats()
        self._format = QComboBox()
        self._format.setAccessibleName(_("Format"))
        self._format.addItems([one.title or one.name for one in self._formats])
        self._documents = Segmented(theme, (_("Reviewed"), _("All")), name=_("Documents"))
        self._undecided = QCheckBox(_("&Suggestions that nobody has decided, too"))
        self._rejected = QCheckBox(_("&Rejected and unsure ones, too"))
        for box in (self._undecided, self._rejected):
            FocusRing(theme, box)
        self._lay_out()

    def accept(self) -> None:
        """Ask where to, and settle it."""
        chosen = self._formats[self._format.currentIndex()]
        offered = self._project.with_name(_offered(self._project.stem, chosen))
        name, _filter = QFileDialog.getSaveFileName(self, _("Export to"), str(offered))
        if not name:
            return
        self.wish = ExportWish(Path(name), chosen.name, self.selection())
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def selection(self) -> Selection:
        """Return what is asked for so far."""
        states = set(GOLD)
        if self._undecided.isChecked():
            states.add(State.SUGGESTED)
        if self._rejected.isChecked():
            states |= {State.REJECTED, State.UNSURE}
        return Selection(frozenset(states), _DOCUMENTS[self._documents.current])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        title = Line(self._theme, fonts.interface(14, 600), ink="ink", text=_("Export gold"))
        column.addWidget(title)
        for words, choice in ((_("Format"), self._format), (_("Documents"), self._documents)):
            row = QHBoxLayout()
            name = Line(self._theme, fonts.interface(12), text=words)
            name.setFixedWidth(90)
            row.addWidget(name)
            row.addWidget(choice)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._undecided)
        column.addWidget(self._rejected)
        column.addSpacing(6)
        column.addLayout(self._buttons())

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
