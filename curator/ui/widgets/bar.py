"""A thin bar: how much people decided, or how far a machine is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.ui import paint
from curator.ui.tokens import Theme


class ThinBar(QWidget):
    """A bar 4 high: `ok` for people, `accent` for machines."""

    def __init__(
        self,
        theme: Theme,
        *,
        tone: str = "ok",
        ground: str = "page",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty bar.

        Args:
            tone: name of the token of its full part.
            ground: name of the token under it.
            name: what it measures, for those who do not see it.
        """
        super().__init__(parent)
        self._theme, self._tone, self._ground, self._name = theme, tone, ground, name
        self._share = 0.0
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(0.0)

    @property
    def share(self) -> float:
        """How much of it is full, 0–1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Fill it to a share of 0–1; more or less is cut."""
        self._share = max(0.0, min(1.0, share))
        self.setAccessibleName(f"{self._name} {self._share:.0%}".strip())
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint trough and full part."""
        painter = QPainter(self)
        tone, ground = getattr(self._theme, self._tone), getattr(self._theme, self._ground)
        rect = QRectF(self.rect())
        paint.bar(painter, rect, self._share, tone, self._theme, ground=ground)
        painter.end()
