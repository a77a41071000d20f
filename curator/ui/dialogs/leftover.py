"""What becomes of suggestions left over at closing: asked once, kept by the project."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line

REJECTED, OPEN, ACCEPTED = "rejected", "open", "accepted"

_RULES = (
    (REJECTED, _("&Reject them: what I did not accept is not gold")),
    (OPEN, _("&Leave them open")),
    (ACCEPTED, _("&Accept them, once each has been on the screen")),
)


class LeftoverDialog(QDialog):
    """Asks for the project's rule; Enter takes the chosen one, Esc closes nothing.

    Args:
        theme: its colours.
        left: how many suggestions are left over.
        parent: the window.
    """

    def __init__(self, theme: Theme, left: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Suggestions left over"))
        them = (
            _("1 suggestion has") if left == 1 else _("{left} suggestions have").format(left=left)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(
            Line(
                theme,
                fonts.interface(14, 600),
                ink="ink",
                text=_("{them} no verdict").format(them=them),
            )
        )
        ask = _("What becomes of them when a document is done? This project will remember it.")
        column.addWidget(Line(theme, fonts.interface(12), text=ask))
        self._choices: dict[str, QRadioButton] = {}
        for rule, words in _RULES:
            choice = QRadioButton(words)
            choice.setChecked(rule == REJECTED)
            column.addWidget(choice)
            self._choices[rule] = choice
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(theme, _("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        take = Button(theme, _("Close document"), key="Enter", kind="primary")
        take.clicked.connect(self.accept)
        for button in (cancel, take):
            row.addWidget(button)
        column.addSpacing(6)
        column.addLayout(row)
        self._choices[REJECTED].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    @property
    def rule(self) -> str:
        """The chosen rule: ``rejected``, ``open`` or ``accepted``."""
        return next(rule for rule, choice in self._choices.items() if choice.isChecked())
