"""The title row of a dock: its name, a count, and the cross that closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import DOCK_TITLE
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface


class DockTitle(Surface):
    """A title widget for `QDockWidget.setTitleBarWidget`.

    Signals:
        closed(): the cross was clicked.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", parent=parent)
        self.setFixedHeight(DOCK_TITLE)
        self._count = Line(theme, fonts.interface(12), ink="ink3")
        cross = Button(
            theme,
            icon="close",
            kind="ghost",
            name=_("Close {title}").format(title=title),
            height=24,
        )
        cross.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 10, 0)
        row.setSpacing(7)
        row.addWidget(Line(theme, fonts.interface(12, 600), ink="ink", text=title))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(cross)

    def sizeHint(self) -> QSize:
        """Return its height: the dock asks for it before it lays out."""
        return QSize(120, DOCK_TITLE)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return self.sizeHint()

    def set_count(self, count: int | None) -> None:
        """Show a count beside the title; None for none."""
        self._count.set_text("" if count is None else f"{count:,}")
