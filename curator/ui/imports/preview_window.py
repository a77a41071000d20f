"""A look into files before they are imported: what would come, what not, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.domain.import_plan import ImportPlan
from curator.services import wording
from curator.services.import_preview import ENCODINGS, Coming, Preview
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import dates, fonts
from curator.ui.imports import about
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import BETWEEN, Line
from curator.ui.widgets.surface import Surface, retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_DOCUMENTS = (
    Column(_("Title"), Kind.QUOTE, 250),
    Column(_("Date"), Kind.TEXT, 110),
    Column(_("Source"), Kind.TEXT, 110),
    Column(_("Begins"), Kind.QUOTE),
    Column(_("Annotations"), Kind.FIGURE, 110),
)
_LINES = (Column("", Kind.TEXT, 130), Column(_("What would be skipped, or is worth knowing")))
_WAYS = (
    ("as-is", _("as they say")),
    ("suggestions", _("as suggestions")),
    ("gold", _("as gold")),
    ("ignore", _("not at all")),
)


class PreviewWindow(QDialog):
    """Enter imports, Esc leaves; what is chosen is looked into anew at once.

    Signals:
        asked(object): files are to be looked into as an `ImportPlan` says; answer with
            `show_preview`.
    """

    asked = Signal(object)

    def __init__(
        self, theme: Theme, paths: Sequence[Path], formats: Sequence[str], parent: QWidget
    ) -> None:
        """Make a window that has seen nothing yet.

        Args:
            theme: its colours.
            paths: what is to be imported.
            formats: names of those that can be read.
            parent: the window of the review.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self._theme = theme
        self._format = self._box(_("Format"), [(None, _("by the file")), *_same(formats)])
        self._encoding = self._box(_("Encoding"), [(None, _("found out")), *_same(ENCODINGS)])
        self._ways = self._box(_("Annotations"), _WAYS)
        self._coming = Table(theme, _DOCUMENTS, name=_("First documents"))
        self._lines = Table(theme, _LINES, name=_("What would be skipped, or is worth knowing"))
        self._count = Line(theme, fonts.interface(12))
        self._take = Button(theme, _("Import"), key="Enter", kind="primary", height=32)
        self._lay_out(theme, paths)

    @property
    def plan(self) -> ImportPlan:
        """How files are to be imported."""
        return ImportPlan(
            self._format.currentData(),
            self._encoding.currentData(),
            annotations=self._ways.currentData(),
        )

    @property
    def ready(self) -> bool:
        """Whether there is something that can be imported."""
        return self._take.isEnabled()

    def begin(self) -> None:
        """Ask for a look into the files, again when another choice is made."""
        self._count.set_text(_("Looking into the files …"))
        self.asked.emit(self.plan)

    def show_preview(self, plan: ImportPlan, found: Preview) -> None:
        """Show what would come, if the choice is still the same."""
        if plan != self.plan:
            return
        self._coming.set_rows([_row(place, one) for place, one in enumerate(found.coming)])
        self._lines.set_rows(about.rows(found.told))
        new = sum(not one.known for one in found.coming)
        self._take.setEnabled(bool(new) or found.more)
        self._count.set_text(_counts(found, new))

    def show_failure(self, words: str) -> None:
        """Say why the files cannot be looked into."""
        self._take.setEnabled(False)
        self._count.set_text(words)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import with Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.ready:
                self.accept()
        else:
            super().keyPressEvent(event)

    def _box(self, name: str, entries: Sequence[tuple[str | None, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setFixedHeight(FIELD)
        for value, words in entries:
            box.addItem(words, value)
        box.currentIndexChanged.connect(lambda _place: self.begin())
        FocusRing(self._theme, box)
        return box

    def _lay_out(self, theme: Theme, paths: Sequence[Path]) -> None:
        cancel = Button(theme, _("Cancel"), key="Esc", height=32)
        cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self.accept)
        self._take.setEnabled(False)
        names = ", ".join(path.name for path in paths[:3]) + (" …" if len(paths) > 3 else "")
        top, choices, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(Line(theme, fonts.interface(15, 600), ink="ink", text=names))
        for box in (self._format, self._encoding, self._ways):
            choices.addWidget(Line(theme, fonts.interface(12), text=box.accessibleName()))
            choices.addWidget(box)
            choices.addSpacing(10)
        choices.addStretch(1)
        for part in (self._count, cancel, self._take):
            bottom.addWidget(part)
        bottom.setStretch(0, 1)
        ground = Surface(theme, "panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        for row in (top, choices, bottom):
            row.setSpacing(8)
            row.setContentsMargins(18, 0, 18, 0)
        column.addLayout(top)
        column.addLayout(choices)
        column.addWidget(self._coming, 3)
        column.addWidget(self._lines, 2)
        column.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.resize(980, 640)
        self._coming.focus()


def _same(names: Sequence[str]) -> list[tuple[str | None, str]]:
    return [(name, name) for name in names]


def _row(place: int, one: Coming) -> Row:
    ink = "ink3" if one.known else "ink"
    begins = _("there already, would be skipped") if one.known else one.beginning
    return Row(
        place,
        (
            Cell(one.title, ink),
            Cell(dates.short(one.date), "ink2"),
            Cell(one.agency, "ink2"),
            Cell(begins, ink),
            Cell(f"{one.annotations:,}" if one.annotations else "–", "ink2"),
        ),
    )


def _counts(found: Preview, new: int) -> str:
    size = f"{counted(found.files, 'file')}, {wording.size(found.size)}"
    if not found.coming and not found.more:
        return BETWEEN.join((size, _("nothing in it can be imported")))
    looked = _("the first {documents} looked into") if found.more else _("{documents} to import")
    return BETWEEN.join((size, looked.format(documents=counted(new, "document"))))
