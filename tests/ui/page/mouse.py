"""Moves of the mouse as events of their own: `QTest.mouseMove` depends on what came before."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

NO_KEY = Qt.KeyboardModifier.NoModifier


def move(page, at: QPoint, modifier=NO_KEY, *, down: bool) -> None:
    """Move the pointer to a place on the viewport, with the left button down or not."""
    held = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
    there = QPointF(page.viewport().mapToGlobal(at))
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), there, Qt.MouseButton.NoButton, held, modifier
    )
    QApplication.sendEvent(page.viewport(), event)
