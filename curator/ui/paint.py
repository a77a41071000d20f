"""Small painted parts: boxes, text, chips, key caps, bars and the marks of states."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from curator.ui import fonts
from curator.ui.colour import mix
from curator.ui.fonts import wide
from curator.ui.tokens import SHADOW, Theme

if TYPE_CHECKING:
    from curator.domain.annotation import State

Dash = tuple[float, ...]
Align = Qt.AlignmentFlag


@lru_cache(maxsize=512)
def colour(name: str, alpha: float = 1.0) -> QColor:
    """Return a token as a Qt colour; do not change it, it is shared."""
    made = QColor(name)
    made.setAlphaF(alpha)
    return made


def ground(painter: QPainter, rect: QRect | QRectF, fill: str) -> None:
    """Fill a rectangle; `fillRect` would first load what Qt knows of gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    painter.drawRect(rect)


@lru_cache(maxsize=512)
def pen(
    line: str, width: float = 1.0, dash: Dash | None = None, *, round_ends: bool = False
) -> QPen:
    """Return a pen, shared; the dash is given in logical pixels, on and off in turn."""
    made = QPen(colour(line), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap)
    if dash:
        made.setDashPattern([length / width for length in dash])
    return made


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None = None,
    line: str | None = None,
    *,
    width: float = 1.0,
    dash: Dash | None = None,
) -> None:
    """Draw a box with round corners; its outline lies inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(pen(line, width, dash) if line else Qt.PenStyle.NoPen)
    inset = width / 2 if line else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def put(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    ink: str,
    *,
    align: Align = Align.AlignLeft,
    elide: bool = True,
) -> None:
    """Write one line, in the middle of the rectangle's height, cut where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour(ink))
    shown = fonts.elided(text, font, rect.width()) if elide else text
    flags = int(align | Align.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    flags |= 0 if elide else int(Qt.TextFlag.TextDontClip)
    painter.drawText(rect, flags, shown)


def hairline(painter: QPainter, x: float, y: float, length: float, line: str) -> None:
    """Draw a horizontal line of one pixel."""
    ground(painter, QRectF(x, y, length, 1), line)


def chip_font() -> QFont:
    """Return the font of chips: small capitals' size, a little apart."""
    return fonts.interface(10, 600, 0.35)


def chip_text(label: str) -> str:
    """Return a label as chips write it."""
    return label.upper().replace("_", " ")


def chip_width(label: str) -> int:
    """Return how wide the chip of a label is, in logical pixels."""
    return round(wide(chip_text(label), chip_font())) + 10


def chip(
    painter: QPainter,
    at: QPointF,
    label: str,
    family: str,
    theme: Theme,
    *,
    kind: str = "solid",
    height: int = 16,
) -> int:
    """Draw a label's chip and return its width.

    Args:
        kind: ``solid`` for accepted or current, ``outline`` for suggested, ``quiet`` in lists.
        height: 16 in lists, 20 in cards.
    """
    strong = theme.strong(family)
    rect = QRectF(at.x(), at.y(), chip_width(label), height)
    ink = theme.ink
    if kind == "solid":
        box(painter, rect, 3, strong)
        ink = theme.chip_ink(strong)
    elif kind == "outline":
        box(painter, rect, 3, None, strong, dash=(3, 2))
    else:
        box(painter, rect, 3, theme.fill(family))
    put(painter, rect, chip_text(label), chip_font(), ink, align=Align.AlignHCenter, elide=False)
    return int(rect.width())


def key_cap_width(key: str, height: int = 16) -> int:
    """Return how wide a key cap is, in logical pixels."""
    return max(height, round(wide(key, fonts.interface(10, 600))) + 9)


def key_cap(
    painter: QPainter,
    right: float,
    y: float,
    key: str,
    theme: Theme,
    *,
    ink: str | None = None,
    ground: str | None = None,
    height: int = 16,
) -> float:
    """Draw a key cap that ends at `right` and return its left edge.

    Args:
        ink: colour of key and, at a fifth, of the cap on a coloured ground.
        ground: the coloured ground under it; None on surfaces.
    """
    width = key_cap_width(key, height)
    rect = QRectF(right - width, y, width, height)
    if ground is None:
        box(painter, rect, 3.5, theme.raised, mix(theme.edge, theme.raised, 0.55))
    else:
        box(painter, rect, 3.5, mix(ink or theme.ink, ground, 0.2))
    font = fonts.interface(10, 600)
    put(painter, rect, key, font, ink or theme.ink2, align=Align.AlignHCenter, elide=False)
    return right - width


def bar(
    painter: QPainter,
    rect: QRectF,
    share: float,
    full: str,
    theme: Theme,
    *,
    ground: str | None = None,
) -> None:
    """Draw a thin bar.

    Args:
        share: how much of it is full, 0–1.
        full: its colour: `ok` for what people decided, `accent` for what machines did.
        ground: the surface under it; None is the page.
    """
    radius = rect.height() / 2
    box(painter, rect, radius, mix(theme.edge, ground or theme.page, 0.3))
    if share > 0:
        width = max(rect.height(), rect.width() * min(1.0, share))
        box(painter, QRectF(rect.x(), rect.y(), width, rect.height()), radius, full)


def meter(painter: QPainter, at: QPointF, score: float, theme: Theme, *, width: float = 34) -> None:
    """Draw a score of 0–1 as a bar 4 high."""
    bar(painter, QRectF(at.x(), at.y(), width, 4), score, theme.ink2, theme, ground=theme.panel)


def levels(painter: QPainter, right: float, middle: float, score: float, theme: Theme) -> float:
    """Draw a score of 0–1 as one, two or three bars, 4 wide; return their left edge."""
    reached = level(score)
    for at in range(3):
        height = 4 + 3 * at
        rect = QRectF(right - 16 + 6 * at, middle + 5 - height, 4, height)
        tone = theme.ink2 if at < reached else mix(theme.edge, theme.panel, 0.3)
        box(painter, rect, 1, tone)
    return right - 16


def level(score: float) -> int:
    """Return which of three levels a score of 0–1 reaches, while figures would say too much."""
    return 1 + (score >= 0.5) + (score >= 0.8)


def score_text(score: float) -> str:
    """Return a score of 0–1 as it is written: ``.88``, ``1.0``."""
    return f"{score:.2f}"[1:] if score < 0.995 else "1.0"


def state_mark(
    painter: QPainter,
    at: QPointF,
    state: State,
    tone: str,
    theme: Theme,
    *,
    corrected: bool = False,
    size: float = 12,
) -> None:
    """Draw the mark of a state; its form tells before its colour does.

    Dashed and empty: suggested. Full with a tick: accepted; with a stroke: corrected. Half full:
    unsure. A cross without a circle: rejected.
    """
    # Not above: the first page has no annotations, and is to be painted at once.
    from curator.domain.annotation import State

    painter.save()
    painter.translate(at)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is State.ACCEPTED:
        _full(painter, tone, theme, size=size, corrected=corrected)
    elif state is State.REJECTED:
        painter.setPen(pen(theme.ink3, 1.5, round_ends=True))
        painter.drawLine(QLineF(3, 3, size - 3, size - 3))
        painter.drawLine(QLineF(size - 3, 3, 3, size - 3))
    else:
        unsure = state is State.UNSURE
        circle = QRectF(0.75, 0.75, size - 1.5, size - 1.5)
        painter.setPen(pen(tone, 1.5, None if unsure else (2.6, 2)))
        painter.drawEllipse(circle)
        if unsure:
            painter.setBrush(colour(tone))
            painter.drawPie(circle, 90 * 16, 180 * 16)
    painter.restore()


def _full(painter: QPainter, tone: str, theme: Theme, *, size: float, corrected: bool) -> None:
    box(painter, QRectF(0, 0, size, size), size / 2, tone)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.chip_ink(tone), 1.5, round_ends=True))
    unit = size / 12
    places = ((3.4, 8.4), (8.4, 3.6)) if corrected else ((3.3, 6.3), (5.2, 8.2), (8.8, 4.2))
    painter.drawPolyline([QPointF(x * unit, y * unit) for x, y in places])


def shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the shadow of what floats: four faint rings, one pixel down."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(SHADOW, 0.05))
    for ring in range(4):
        around = rect.adjusted(-ring, 1, ring, ring + 1)
        painter.drawRoundedRect(around, radius + ring, radius + ring)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Draw the ring of the keyboard focus just inside a rectangle, 2 wide."""
    box(painter, rect, radius, None, theme.focus, width=2)
