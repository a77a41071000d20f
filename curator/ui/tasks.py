"""Long work that runs beside the review, a row each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.tokens import Theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.button import Button
from curator.ui.widgets.glyph import Glyph
from curator.ui.widgets.line import BETWEEN, Line
from curator.ui.widgets.surface import Surface


class TaskRow(Surface):
    """Name, counts · rate · time left, a bar, and a cross that stops it.

    Signals:
        cancelled(): the cross was clicked.
    """

    cancelled = Signal()

    def __init__(
        self, theme: Theme, icon: str, name: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", parent=parent)
        self._name = Line(theme, fonts.interface(13, 500), ink="ink", text=name)
        self._facts = Line(theme, fonts.interface(12))
        self._bar = ThinBar(theme, tone="accent", name=name)
        cross = Button(
            theme, icon="close", kind="ghost", name=_("Stop: {name}").format(name=name), height=24
        )
        cross.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addSpacing(4)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 8)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Glyph(theme, icon, ink="ink2", size=16), 0, top)
        row.addLayout(words, 1)
        row.addWidget(cross, 0, top)

    def say(self, *facts: str, share: float | None = None) -> None:
        """Show counts, rate and time left; without a share (0–1) there is no bar."""
        self._facts.set_text(BETWEEN.join(fact for fact in facts if fact))
        self._bar.setVisible(share is not None)
        self._bar.set_share(share or 0.0)
