"""Preferences: which spaCy pipeline the suggest process loads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from curator.domain.faults import Fault
from curator.services import pipelines, wording
from curator.services.pipelines import Pipeline
from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.choice import Choice
from curator.ui.widgets.line import Line
from curator.ui.widgets.rule import Rule

_EXPLAINED = _(
    "The pipeline reads the text before anything is suggested. A larger one finds a little more "
    "and takes longer. What was decided stays; “Suggest again” asks the new one."
)
_KINDS = {
    "official": _("spaCy's own package"),
    "packaged": _("installed with Curator"),
    "other": _("another package"),
    "folder": _("a folder that you trust"),
}
_TRUST = _(
    "A pipeline's folder can run code on this computer. Use it only if you trust whoever made it."
)


def automatic(found: Sequence[Pipeline]) -> str:
    """Say what is taken where the choice is left to Curator."""
    return _("Now: {words}").format(words=found[0].words) if found else _("None is installed")


class PipelineDialog(QDialog):
    """Asks for the pipeline; Enter takes the chosen one, Esc changes nothing.

    Attributes:
        changed: whether another pipeline was chosen.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        trusts: Callable[[QWidget, Path], bool] | None = None,
    ) -> None:
        """List what is installed.

        Args:
            theme: its colours.
            parent: the window.
            trusts: asks whether a folder is trusted; a message box by default.
        """
        super().__init__(parent)
        self.changed = False
        self._theme = theme
        self._trusts = trusts or _ask
        self._before = pipelines.chosen()
        self.setWindowTitle(_("Preferences"))
        self.setMinimumWidth(560)
        self._names: list[str | None] = []
        self._choices: list[Choice] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._fault = Line(theme, fonts.interface(12), ink="error")
        self._lay_out()
        self._list(self._before)

    @property
    def chosen(self) -> str | None:
        """The name of the chosen pipeline, None when the choice is left to Curator."""
        return next(n for n, c in zip(self._names, self._choices, strict=True) if c.isChecked())

    def accept(self) -> None:
        """Keep the choice."""
        try:
            pipelines.choose(self.chosen)
        except Fault as fault:
            self._fault.set_text(wording.fault(fault).line)
            return
        self.changed = self.chosen != self._before
        super().accept()

    def add_folder(self, folder: Path) -> None:
        """Offer a pipeline that lies in a folder, if a person trusts it."""
        if not self._trusts(self, folder):
            return
        try:
            trusted = pipelines.trust(folder)
        except Fault as fault:
            self._fault.set_text(wording.fault(fault).line)
            return
        self._list(trusted.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the choice with Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _list(self, chosen: str | None) -> None:
        for choice in self._choices:
            self._rows.removeWidget(choice)
            choice.deleteLater()
        found = pipelines.installed()
        self._names = [None, *(one.name for one in found)]
        words = [(_("The best that is installed"), automatic(found))]
        words += [(one.words, f"{_KINDS.get(one.kind, one.kind)} · {one.name}") for one in found]
        self._choices = [Choice(self._theme, *pair) for pair in words]
        for choice in self._choices:
            self._rows.addWidget(choice)
        place = self._names.index(chosen) if chosen in self._names else 0
        self._choices[place].setChecked(True)
        self._choices[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, _("A spaCy pipeline's folder"), str(Path.home())
        )
        if name:
            self.add_folder(Path(name))

    def _lay_out(self) -> None:
        heading = fonts.interface(17, 600)
        explained = QLabel(_EXPLAINED)
        explained.setWordWrap(True)
        explained.setFont(fonts.interface(12))
        palette = explained.palette()
        palette.setColor(palette.ColorRole.WindowText, paint.colour(self._theme.ink2))
        explained.setPalette(palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Line(self._theme, heading, ink="ink", text=_("Pipeline")))
        column.addWidget(explained)
        column.addLayout(self._rows)
        column.addWidget(self._fault)
        column.addWidget(Rule(self._theme))
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        folder = Button(self._theme, _("From a folder …"), icon="folder", height=32)
        folder.clicked.connect(self._look_for_folder)
        cancel = Button(self._theme, _("Cancel"), key="Esc", height=32)
        cancel.clicked.connect(self.reject)
        take = Button(self._theme, _("Use it"), kind="primary", key="Enter", height=32)
        take.clicked.connect(self.accept)
        row.addWidget(folder)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(take)
        return row


def _ask(parent: QWidget, folder: Path) -> bool:
    box = QMessageBox(parent)
    box.setWindowTitle(_("Trust this folder?"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(str(folder))
    box.setInformativeText(_TRUST)
    trust = box.addButton(_("Trust it"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is trust
