"""Crisp strokes: filled on whole device pixels, without antialiasing."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from curator.ui.paint import Dash, colour, pen


def stroke(
    painter: QPainter,
    rect: QRectF,
    ink: str,
    *,
    dash: Dash | None = None,
    upright: bool = False,
) -> None:
    """Draw a stroke; its edges are rounded to device pixels, once.

    Args:
        painter: on a widget or an image.
        rect: what it covers (logical pixels); it is at least one device pixel thick.
        ink: its colour.
        dash: lengths on and off in turn, from the left or from the top.
        upright: whether it runs from top to bottom.
    """
    whole = _whole(rect, painter.device().devicePixelRatioF(), upright=upright)
    if whole.width() <= 0 or whole.height() <= 0:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if dash is None:
        painter.fillRect(whole, colour(ink))
    else:
        middle = whole.center()
        painter.setPen(pen(ink, whole.width() if upright else whole.height(), dash))
        if upright:
            painter.drawLine(QLineF(middle.x(), whole.top(), middle.x(), whole.bottom()))
        else:
            painter.drawLine(QLineF(whole.left(), middle.y(), whole.right(), middle.y()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _whole(rect: QRectF, ratio: float, *, upright: bool) -> QRectF:
    left, top = round(rect.left() * ratio), round(rect.top() * ratio)
    if upright:
        width = max(1, int(rect.width() * ratio + 0.5))
        height = round(rect.bottom() * ratio) - top
    else:
        width = round(rect.right() * ratio) - left
        height = max(1, int(rect.height() * ratio + 0.5))
    return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)
