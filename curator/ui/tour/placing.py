"""Where the card of the tour can stand: beside what a step is about, never over what is current."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

from curator.ui.review_pane import ReviewPane
from curator.ui.tour.steps import About

_AWAY, _EDGE = 10, 16
_CHIP = 18
"""Room above a line for the chip of the current annotation."""


def pieces(pane: ReviewPane) -> list[QRect]:
    """Return where the current annotation stands on the pane, line by line, with its chip."""
    page = pane.page
    one = page.annotation(page.current) if page.current is not None else None
    if one is None:
        return []
    sight, measures = page.sight(), page.measures
    found = []
    for part in one.parts:
        for run in sight.runs(part.start, part.end):
            top = round(run.baseline) - measures.ascent - _CHIP
            corner = page.viewport().mapTo(pane, QPoint(round(run.left) - 4, top))
            height = measures.height + _CHIP + round(2 * measures.lane_pitch)
            found.append(QRect(corner.x(), corner.y(), round(run.right - run.left) + 8, height))
    return [one for one in found if one.intersects(pane.rect())]


def places(pane: ReviewPane, about: About, current: list[QRect], size: QSize) -> list[QRect]:
    """Return where a card may lie on the pane, the best place first.

    Args:
        pane: with the page.
        about: what the card is about.
        current: where the current annotation stands.
        size: of the card.
    """
    page = pane.page.geometry()
    page.moveTopLeft(pane.page.mapTo(pane, QPoint(0, 0)))
    inner = page.adjusted(_EDGE, _AWAY, -_EDGE - pane.page.overview.width(), -_AWAY)
    corners = [
        QPoint(inner.right() - size.width(), inner.bottom() - size.height()),
        QPoint(inner.right() - size.width(), inner.top()),
        QPoint(inner.left(), inner.bottom() - size.height()),
        QPoint(inner.left(), inner.top()),
    ]
    match about:
        case About.CURRENT if current:
            first = _beside(current, inner, size)
        case About.LEGEND:
            first = [corners[2], corners[0]]
        case _:
            first = [corners[1]]
    below = QPoint(inner.left(), pane.height() - size.height() - 2)
    over = QPoint(inner.right() - size.width(), 2)
    return [QRect(corner, size) for corner in (*first, *corners, below, over)]


def _beside(current: list[QRect], inner: QRect, size: QSize) -> list[QPoint]:
    """Return the places below and above the current annotation that lie within the page."""
    around = current[0]
    for piece in current[1:]:
        around = around.united(piece)
    left = max(inner.left(), min(current[0].left(), inner.right() - size.width()))
    below, above = around.bottom() + _AWAY, around.top() - _AWAY - size.height()
    within = [below] if below + size.height() <= inner.bottom() else []
    within += [above] if above >= inner.top() else []
    return [QPoint(left, top) for top in within]
