"""A look into files before they are imported: what would come, what not, and under which labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.domain.import_plan import ImportPlan
from curator.services import wording
from curator.services.import_preview import Preview
from curator.services.importing import batch_name
from curator.services.profiles import LONGEST
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.imports.choice_bar import ChoiceBar
from curator.ui.imports.columns_page import ColumnsPage
from curator.ui.imports.documents_page import DocumentsPage
from curator.ui.imports.labels_page import LabelsPage
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import BETWEEN, Line
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface, retheme

_PAGES = (_("Documents"), _("Labels"), _("Columns"))
DOCUMENTS, LABELS, COLUMNS = range(3)
"""Its pages."""


class PreviewWindow(QDialog):
    """Enter imports, Esc leaves; what is chosen is looked into anew at once.

    Signals:
        asked(object): files are to be looked into as an `ImportPlan` says; answer with
            `show_preview`.
    """

    asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        paths: Sequence[Path],
        formats: Sequence[str],
        parent: QWidget,
        *,
        profiles: Mapping[str, ImportPlan] | None = None,
    ) -> None:
        """Make a window that has seen nothing yet.

        Args:
            theme: its colours.
            paths: what is to be imported.
            formats: names of those that can be read.
            parent: the window of the review.
            profiles: that the project keeps, by their names.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self._theme = theme
        self._profiles = dict(profiles or {})
        self._kept = ImportPlan()
        self._asked: ImportPlan | None = None
        self._found: Preview | None = None
        self._profile = QComboBox()
        self._bar = ChoiceBar(theme, formats)
        self._documents, self._labels = DocumentsPage(theme), LabelsPage(theme)
        self._columns = ColumnsPage(theme)
        self._names = Segmented(theme, _PAGES, name=_("Page"))
        self._stack = QStackedWidget()
        self._batch = QLineEdit(placeholderText=batch_name(paths))
        self._keep = QLineEdit(placeholderText=_("keep these choices under a name"))
        self._count = Line(theme, fonts.interface(12))
        self._take = Button(theme, _("Import"), key="Enter", kind="primary", height=32)
        self._connect()
        self._lay_out(theme, paths)

    @property
    def plan(self) -> ImportPlan:
        """How files are to be imported."""
        plan = replace(self._reading(), batch=self._batch.text().strip())
        return self._labels.applied(plan)

    @property
    def keep_as(self) -> str:
        """Name of the profile that these choices are kept as; empty for none."""
        return self._keep.text().strip()

    @property
    def ready(self) -> bool:
        """Whether there is something that can be imported."""
        return self._take.isEnabled()

    def begin(self) -> None:
        """Ask for a look into the files, again when they are to be read in another way."""
        self._count.set_text(_("Looking into the files …"))
        self._asked = self._reading()
        self.asked.emit(self._asked)

    def show_preview(self, plan: ImportPlan, found: Preview) -> None:
        """Show what would come, if it was asked for last."""
        if plan is not self._asked:
            return
        self._found = found
        self._documents.show_preview(found)
        self._labels.show_preview(found)
        self._columns.show_columns(found.columns)
        n = len(found.labels)
        self._names.set_name(LABELS, f"{_PAGES[LABELS]} ({n})" if n else _PAGES[LABELS])
        if found.columns is not None and "text" not in found.columns.fields.values():
            self.turn(COLUMNS)
        self._take.setEnabled(bool(found.new) or found.more)
        self._say_count()

    def show_failure(self, words: str) -> None:
        """Say why the files cannot be looked into."""
        self._take.setEnabled(False)
        self._count.set_text(words)

    def turn(self, place: int) -> None:
        """Turn to a page: `DOCUMENTS`, `LABELS` or `COLUMNS`."""
        self._names.set_current(place)
        self._stack.setCurrentIndex(place)

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

    def _reading(self) -> ImportPlan:
        """What files are read by; labels that are not seen yet go where the profile says."""
        return self._bar.applied(replace(self._kept, columns=self._columns.said))

    def _connect(self) -> None:
        for place, name in enumerate([_("none, as chosen here"), *self._profiles]):
            self._profile.addItem(name, place)
        self._profile.currentIndexChanged.connect(self._take_profile)
        self._bar.read_anew.connect(self.begin)
        self._columns.chosen.connect(self.begin)
        self._labels.chosen.connect(self._say_count)
        self._names.chosen.connect(self._stack.setCurrentIndex)
        self._take.clicked.connect(self.accept)
        self._take.setEnabled(False)

    def _take_profile(self, place: int) -> None:
        """Choose as a profile does."""
        self._kept = self._profiles[self._profile.currentText()] if place else ImportPlan()
        for part in (self._bar, self._labels, self._columns):
            with QSignalBlocker(part):
                part.take(self._kept)
        self._batch.setText(self._kept.batch)
        self.begin()

    def _say_count(self) -> None:
        if self._found is not None:
            self._count.set_text(_counts(self._found, self._labels.changed))

    def _lay_out(self, theme: Theme, paths: Sequence[Path]) -> None:
        names = ", ".join(path.name for path in paths[:3]) + (" …" if len(paths) > 3 else "")
        title = Line(theme, fonts.interface(15, 600), ink="ink", text=names)
        cancel = Button(theme, _("Cancel"), key="Esc", height=32)
        cancel.clicked.connect(self.reject)
        self._field(self._profile, _("Profile"), 190)
        self._field(self._batch, _("Batch"), 220)
        self._field(self._keep, _("Keep as"), 250)
        self._keep.setMaxLength(LONGEST)
        words = _("{name} stands for the first file or folder, {date} for the day")
        self._batch.setToolTip(words)
        self._profile.setEnabled(bool(self._profiles))
        FocusRing(theme, self._profile)
        for page in (self._documents, self._labels, self._columns):
            self._stack.addWidget(page)
        top = self._row(title, self._word(_("Profile")), self._profile)
        pages = self._row(self._names, self._word(""), self._word(_("Batch")), self._batch)
        pages.setStretch(0, 0)
        pages.setStretch(1, 1)
        ground = Surface(theme, "panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addLayout(pages)
        column.addWidget(self._stack, 1)
        column.addLayout(self._row(self._count, self._keep, cancel, self._take))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.resize(1060, 680)
        self._documents.focus()

    def _row(self, *parts: QWidget) -> QHBoxLayout:
        """Lay parts in a row; the first takes what is left."""
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part)
        row.setStretch(0, 1)
        return row

    def _word(self, text: str) -> Line:
        return Line(self._theme, fonts.interface(12), text=text)

    @staticmethod
    def _field(field: QWidget, name: str, width: int) -> None:
        field.setAccessibleName(name)
        field.setFixedSize(width, FIELD)


def _counts(found: Preview, changed: int) -> str:
    """Say how much there is, and how many of its labels go elsewhere."""
    size = f"{counted(found.files, 'file')}, {wording.size(found.size)}"
    if not found.coming and not found.more:
        return BETWEEN.join((size, _("nothing in it can be imported")))
    looked = _("the first {documents} looked into") if found.more else _("{documents} to import")
    told = [size, looked.format(documents=counted(found.new, "document"))]
    if found.labels:
        labels = counted(len(found.labels), "label")
        told.append(_("{labels}, {n} of them under another name").format(labels=labels, n=changed))
    return BETWEEN.join(told)
