"""The dialogue for a word list: its file, its name, what its entries are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from curator.domain.annotation import Layer
from curator.domain.scheme import Scheme
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.focus_ring import FocusRing
from curator.ui.widgets.line import Line

_FILES = _("Word lists (*.txt *.csv *.tsv);;All files (*)")


class ListWish(NamedTuple):
    """A list to import: its file, its name, the layer and label of its entries."""

    path: Path
    name: str
    layer: Layer
    label: str


class WordListDialog(QDialog):
    """Asks for name and label of a chosen file; Enter imports, Esc leaves."""

    def __init__(
        self, theme: Theme, path: Path, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        """Make the dialogue.

        Args:
            theme: its colours.
            path: of the chosen file.
            scheme: whose labels can be chosen.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Import a word list"))
        self.setMinimumWidth(420)
        self._path = path
        self._name = QLineEdit(path.stem)
        self._label = QComboBox()
        FocusRing(theme, self._label)
        for layer, part in scheme.layers.items():
            kind = _("names") if layer is Layer.ENTITY else _("cues")
            for label in part.offered:
                self._label.addItem(f"{label.name} ({kind})", (layer, label.name))
        self._take = Button(theme, _("Import"), kind="primary", key="Enter", height=32)
        self._lay_out(theme)

    @property
    def wish(self) -> ListWish:
        """What was settled."""
        layer, label = self._label.currentData()
        return ListWish(self._path, self._name.text().strip() or self._path.stem, layer, label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import with Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        caption = fonts.interface(12, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        heading = fonts.interface(15, 600)
        column.addWidget(Line(theme, heading, ink="ink", text=self._path.name))
        for field, words in (
            (self._name, _("Name of the list")),
            (self._label, _("Its entries are")),
        ):
            field.setAccessibleName(words)
            field.setFixedHeight(FIELD)
            column.addSpacing(4)
            column.addWidget(Line(theme, caption, text=words))
            column.addWidget(field)
        cancel = Button(theme, _("Cancel"), key="Esc", height=32)
        cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._take)
        column.addSpacing(12)
        column.addLayout(row)


def file_of_list(parent: QWidget) -> Path | None:
    """Ask which file to import as a list."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, _("Import a word list"), str(Path.home()), _FILES
    )
    return Path(name) if name else None
