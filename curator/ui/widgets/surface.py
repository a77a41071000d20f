"""A plain surface in a token's colour, and how a new theme reaches everything on it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from curator.ui import paint
from curator.ui.tokens import Theme


@runtime_checkable
class Themed(Protocol):
    """Whatever can take another theme while it is shown."""

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""


def retheme(root: QWidget, theme: Theme) -> None:
    """Hand a theme to every themed widget below a widget; each passes it on by itself."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for child in root.findChildren(QWidget, options=direct):
        if isinstance(child, Themed):
            child.set_theme(theme)
        else:
            retheme(child, theme)


class Surface(QWidget):
    """A widget with a ground and hairlines at its edges.

    Attributes:
        theme: the theme it is painted in.
    """

    def __init__(
        self,
        theme: Theme,
        ground: str = "page",
        *,
        lines: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a surface.

        Args:
            ground: name of the token that fills it; empty for none.
            lines: edges that carry a hairline: any of ``top bottom left right``.
        """
        super().__init__(parent)
        self.theme = theme
        self._ground = ground
        self._lines = lines.split()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme, with everything that lies on it."""
        self.theme = theme
        retheme(self, theme)
        self.update()

    def set_lines(self, lines: str) -> None:
        """Carry hairlines at other edges: any of ``top bottom left right``."""
        self._lines = lines.split()
        self.update()

    def ground(self) -> str:
        """Return the colour of its ground."""
        return str(getattr(self.theme, self._ground or "page"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and hairlines."""
        painter = QPainter(self)
        if self._ground:
            paint.ground(painter, event.rect(), self.ground())
        width, height = self.width(), self.height()
        edges = {
            "top": (0, 0, width, 1),
            "bottom": (0, height - 1, width, 1),
            "left": (0, 0, 1, height),
            "right": (width - 1, 0, 1, height),
        }
        for edge in self._lines:
            paint.ground(painter, QRect(*edges[edge]), self.theme.line)
        painter.end()
