"""The reliability plot: how often suggestions of a confidence were right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.colour import mix
from curator.ui.tokens import Theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 18, 16, 58
_HISTOGRAM = 26
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class Point(NamedTuple):
    """Suggestions of about one confidence.

    Attributes:
        confidence: what was said on average, 0–1.
        right: share that the analyst accepted as they were, 0–1.
        decided: how many there were.
    """

    confidence: float
    right: float
    decided: int


class ReliabilityPlot(QWidget):
    """Points on the diagonal are right; above it suggestions are better than they say.

    A point is the larger the more verdicts it stands for; bars under the axis say how many.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty plot."""
        super().__init__(parent)
        self._theme = theme
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_points(())

    def show_points(self, points: Sequence[Point]) -> None:
        """Draw other points, sorted by confidence."""
        self._points = tuple(points)
        text = paint.score_text
        said = [
            _("said {text}, right {other}").format(text=text(p.confidence), other=text(p.right))
            for p in self._points
        ]
        self.setAccessibleName(_("Reliability: ") + ("; ".join(said) or _("no verdicts yet")))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which the figures can be read."""
        return QSize(420, 340)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes, diagonal, bars and points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        self._axes(painter, area)
        painter.setPen(paint.pen(self._theme.ink3, 1.0, (4, 4)))
        painter.drawLine(area.bottomLeft(), area.topRight())
        self._bars(painter, area)
        self._line(painter, area)
        painter.end()

    def _axes(self, painter: QPainter, area: QRectF) -> None:
        theme, font = self._theme, fonts.figures(11)
        right, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
        for share in _TICKS:
            y = area.bottom() - share * area.height()
            x = area.left() + share * area.width()
            paint.hairline(painter, area.left(), y, area.width(), theme.line)
            text = "0" if share == 0 else paint.score_text(share)
            side = QRectF(0, y - 9, _LEFT - 8, 18)
            paint.put(painter, side, text, font, theme.ink3, align=right, elide=False)
            below = QRectF(x - 20, area.bottom() + _HISTOGRAM + 2, 40, 16)
            paint.put(painter, below, text, font, theme.ink3, align=middle, elide=False)
        words = QRectF(area.left(), area.bottom() + _HISTOGRAM + 16, area.width(), 16)
        said = _("confidence as shown; upwards: share accepted as suggested")
        paint.put(painter, words, said, fonts.interface(11), theme.ink3, align=middle)

    def _bars(self, painter: QPainter, area: QRectF) -> None:
        most = max((point.decided for point in self._points), default=1)
        tone = mix(self._theme.edge, self._theme.panel, 0.45)
        for point in self._points:
            height = (_HISTOGRAM - 6) * point.decided / most
            x = area.left() + point.confidence * area.width()
            paint.box(painter, QRectF(x - 7, area.bottom() + 3, 14, max(1.0, height)), 1, tone)

    def _line(self, painter: QPainter, area: QRectF) -> None:
        theme = self._theme
        most = max((point.decided for point in self._points), default=1)
        places = [_place(area, point) for point in self._points]
        painter.setPen(paint.pen(theme.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(paint.colour(theme.accent))
        for place, point in zip(places, self._points, strict=True):
            radius = 3 + 4 * (point.decided / most) ** 0.5
            painter.drawEllipse(place, radius, radius)


def _place(area: QRectF, point: Point) -> QPointF:
    x = area.left() + point.confidence * area.width()
    return QPointF(x, area.bottom() - point.right * area.height())
