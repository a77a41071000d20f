"""The three verbs of a card with their keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.domain.annotation import State
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.metrics import PRIMARY
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.surface import retheme

_GAP = 6


class Verbs(QWidget):
    """Accept, reject, skip.

    Signals:
        accepted(), rejected(), skipped(): a verb was pressed.
    """

    accepted = Signal()
    rejected = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accept = Button(
            theme, _("Accept"), icon="accept", do=Do.ACCEPT, kind="primary", height=PRIMARY
        )
        reject = Button(theme, _("Reject"), icon="reject", do=Do.REJECT, height=PRIMARY)
        skip = Button(theme, _("Skip"), do=Do.SKIP, height=PRIMARY)
        self._accept, self._reject = accept, reject
        self._buttons = (accept, reject, skip)
        accept.clicked.connect(self.accepted)
        reject.clicked.connect(self.rejected)
        skip.clicked.connect(self.skipped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button in (accept, reject, skip):
            row.addWidget(button)
        row.addStretch(1)

    def show_state(self, state: State) -> None:
        """Offer only verbs that change something: the verdict it has is no act."""
        self._accept.setEnabled(state is not State.ACCEPTED)
        self._reject.setEnabled(state is not State.REJECTED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out key caps where the card is narrow."""
        super().resizeEvent(event)
        for button in self._buttons:
            button.set_capped(on=True)
        for button in reversed(self._buttons):
            needed = sum(one.sizeHint().width() for one in self._buttons) + 2 * _GAP
            button.set_capped(on=needed <= self.width())

    def minimumSizeHint(self) -> QSize:
        """Return the size without key caps."""
        return QSize(220, PRIMARY)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)
