"""The dialogue for a new project: name, folder, label scheme, blind share, first documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.dialogs.document_files import document_files
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.choice import Choice
from curator.ui.widgets.line import Line
from curator.ui.widgets.rule import Rule
from curator.ui.widgets.segmented import Segmented

SUFFIX = ".curator"
SHARES = (0.0, 0.05, 0.1, 0.2)
_SHARE_NAMES = (_("None"), "5 %", "10 %", "20 %")
_UNFIT = frozenset('/\\:*?"<>|')
_BLIND = _(
    "Blind documents show no suggestions until you close them. "
    "They measure how good the suggestions are, and whether they sway you."
)


@dataclass(frozen=True, slots=True)
class SchemeChoice:
    """A label scheme on offer: its key for the service, its name, and a line about it."""

    key: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class NewProject:
    """What was settled.

    Attributes:
        path: where the project file is to lie.
        scheme: key of the chosen scheme.
        blind: share of blind documents, 0–1.
        documents: files and folders to import first.
    """

    path: Path
    scheme: str
    blind: float
    documents: tuple[Path, ...] = ()


def fault_of(name: str, folder: Path) -> str:
    """Return what is wrong with a project's name in a folder; empty when nothing is."""
    if not name:
        return _("The project needs a name.")
    if _UNFIT & set(name) or name.startswith("."):
        return _('A name cannot begin with a dot or hold any of / \\ : * ? " < > |')
    if not folder.is_dir():
        return _("There is no such folder.")
    if (folder / f"{name}{SUFFIX}").exists():
        return _("There is already a project “{name}” in this folder.").format(name=name)
    return ""


class NewProjectDialog(QDialog):
    """Asks for a new project; Enter creates, Esc leaves.

    Attributes:
        result_project: what was settled; None until it was accepted.
    """

    def __init__(
        self,
        theme: Theme,
        schemes: Sequence[SchemeChoice],
        *,
        folder: Path,
        blind: float = 0.1,
        documents: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialogue.

        Args:
            schemes: what can be chosen, the first being chosen.
            folder: where projects usually lie.
            blind: the share chosen beforehand; the nearest of `SHARES` is taken.
            documents: files that are to be imported first, such as dropped ones.
        """
        super().__init__(parent)
        self.result_project: NewProject | None = None
        self._theme, self._schemes, self._documents = theme, schemes, tuple(documents)
        self.setWindowTitle(_("New project"))
        self.setMinimumWidth(520)
        self._name = QLineEdit(placeholderText=_("sill-strait"))
        self._folder = QLineEdit(str(folder))
        self._fault = Line(theme, fonts.interface(12), ink="error")
        self._choices = [Choice(theme, one.name, one.detail) for one in schemes]
        self._share = Segmented(theme, _SHARE_NAMES, name=_("Blind documents"))
        nearest = min(SHARES, key=lambda share: abs(share - blind))
        self._share.set_current(SHARES.index(nearest))
        self._files = Line(theme, fonts.interface(12))
        self._create = Button(theme, _("Create"), kind="primary", key="Enter", height=32)
        self._lay_out()
        self._connect()
        self._show_files()
        self._check()
        self._name.setFocus()

    def accept(self) -> None:
        """Settle it, unless something is wrong."""
        if self._wrong():
            self._check(asked=True)
            return
        chosen = next(n for n, choice in enumerate(self._choices) if choice.isChecked())
        self.result_project = NewProject(
            Path(self._folder.text()) / f"{self._stem()}{SUFFIX}",
            self._schemes[chosen].key,
            SHARES[self._share.current],
            self._documents,
        )
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Create with Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _stem(self) -> str:
        return self._name.text().strip().removesuffix(SUFFIX)

    def _wrong(self) -> str:
        return fault_of(self._stem(), Path(self._folder.text()).expanduser())

    def _check(self, *, asked: bool = False) -> None:
        """Say what is wrong, but not that a name is missing before anything was typed."""
        wrong = self._wrong()
        self._create.setEnabled(not wrong)
        self._fault.set_text(wrong if asked or self._stem() else "")

    def _typed(self) -> None:
        self._check()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)

    def _choose_files(self) -> None:
        start = self._folder.text()
        chosen, _filter = QFileDialog.getOpenFileNames(
            self, _("Documents"), start, document_files()
        )
        if chosen:
            self._documents = tuple(Path(path) for path in chosen)
            self._show_files()

    def _show_files(self) -> None:
        count = len(self._documents)
        if not count:
            self._files.set_text(_("None yet; they can also be imported later."))
        elif count == 1:
            self._files.set_text(self._documents[0].name)
        else:
            self._files.set_text(
                _("{name} and {count} more").format(name=self._documents[0].name, count=count - 1)
            )

    def _connect(self) -> None:
        self._name.textChanged.connect(self._typed)
        self._folder.textChanged.connect(self._typed)
        self._create.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        for field, name in ((self._name, _("Name")), (self._folder, _("Folder"))):
            field.setFixedHeight(FIELD)
            field.setAccessibleName(name)
        self._choices[0].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        column.addWidget(
            Line(self._theme, fonts.interface(17, 600), ink="ink", text=_("New project"))
        )
        column.addSpacing(8)
        column.addWidget(self._caption(_("Name")))
        column.addWidget(self._name)
        column.addSpacing(6)
        column.addWidget(self._caption(_("Folder")))
        column.addLayout(self._beside(self._folder, _("Choose …"), _("Choose a folder")))
        column.addWidget(self._fault)
        column.addWidget(self._caption(_("Labels")))
        for choice in self._choices:
            column.addWidget(choice)
        column.addSpacing(8)
        column.addWidget(self._caption(_("Blind documents")))
        column.addWidget(self._share)
        column.addWidget(self._explained(_BLIND))
        column.addSpacing(8)
        column.addWidget(self._caption(_("First documents")))
        column.addLayout(self._beside(self._files, _("Choose …"), _("Choose documents")))
        column.addSpacing(12)
        column.addWidget(Rule(self._theme))
        column.addSpacing(8)
        column.addLayout(self._buttons())

    def _caption(self, text: str) -> Line:
        return Line(self._theme, fonts.interface(12, 600), text=text)

    def _explained(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(fonts.interface(11.5))
        palette = label.palette()
        palette.setColor(palette.ColorRole.WindowText, paint.colour(self._theme.ink3))
        label.setPalette(palette)
        return label

    def _beside(self, widget: QWidget, text: str, name: str) -> QHBoxLayout:
        button = Button(self._theme, text, name=name, height=FIELD)
        into_folder = widget is self._folder
        button.clicked.connect(self._choose_folder if into_folder else self._choose_files)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(widget, 1)
        row.addWidget(button)
        return row

    def _buttons(self) -> QHBoxLayout:
        cancel = Button(self._theme, _("Cancel"), key="Esc", height=32)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._create)
        return row
