"""Still: a widget whose inside may change without the window being laid out anew."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Still(QWidget):
    """Holds another widget at its own size.

    A layout tells whatever it lies in of every change, up to the window, which then lays out its
    docks: for a card that is shown at every key that is a third of the work. Here it ends.

    Attributes:
        inner: what it holds.
    """

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        inner.setParent(self)
        self.setFocusProxy(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the inner widget as large as this one."""
        super().resizeEvent(event)
        self.inner.resize(self.size())

    def sizeHint(self) -> QSize:
        """Return what the inner widget would have."""
        return self.inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least that the inner widget needs."""
        return self.inner.minimumSizeHint().expandedTo(self.inner.minimumSize())
