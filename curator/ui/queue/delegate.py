"""How batches and documents of the queue are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from curator.domain.queue import BatchRow, DocumentRow
from curator.translation import gettext as _
from curator.ui import dates, fonts, icons, paint
from curator.ui.colour import mix
from curator.ui.tokens import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight
_LOW, _LINES = 44, 1
"""In a row lower than this its two lines move this much together."""


def subtitle(row: DocumentRow) -> str:
    """Return the second line of a document: source, time, what is left."""
    return " · ".join(fact for fact in (row.agency, dates.short(row.date), _work(row)) if fact)


def _work(row: DocumentRow) -> str:
    whole = row.left + row.decided
    if row.done:
        return _("{decided} decided").format(decided=row.decided)
    if row.blind:
        return _("without suggestions")
    if row.waiting and not whole:
        return _("not suggested yet")
    if row.decided:
        return _("{left} of {whole} left").format(left=row.left, whole=whole)
    return _("{left} left").format(left=row.left) if row.left else _("nothing left")


def paint_batch(
    painter: QPainter, rect: QRectF, batch: BatchRow, theme: Theme, *, folded: bool, over: bool
) -> None:
    """Paint a batch: chevron, name, how many of its documents are done."""
    if over:
        paint.box(painter, rect.adjusted(6, 3, -6, -1), 6, theme.hover)
    x, y, width = rect.x(), rect.center().y() - 16, rect.width()
    tone = theme.ink2 if over else theme.ink3
    icons.draw(painter, "right" if folded else "down", tone, QPointF(x + 9, y + 11), 12)
    count = f"{batch.done:,} / {batch.total:,}"
    font = fonts.figures(11)
    room = fonts.wide(count, font)
    name = QRectF(x + 26, y + 3, width - 26 - 14 - room - 10, 28)
    paint.put(painter, name, batch.name, fonts.interface(11.5, 600), theme.ink2)
    right = QRectF(x, y + 3, width - 14, 28)
    paint.put(painter, right, count, font, theme.ink3, align=_RIGHT, elide=False)


def paint_document(
    painter: QPainter,
    rect: QRectF,
    row: DocumentRow | None,
    theme: Theme,
    *,
    current: bool,
    over: bool,
) -> None:
    """Paint a document: mark, title, one line of facts; None is one that is on its way."""
    x, y, width = rect.x(), rect.center().y() - 25, rect.width()
    lines = _LINES if rect.height() < _LOW else 0
    if current:
        paint.box(painter, rect.adjusted(6, 1, -6, -1), 6, theme.accent_wash)
        paint.box(painter, rect.adjusted(6, 10, 9 - width, -10), 1.5, theme.accent)
    elif over:
        paint.box(painter, rect.adjusted(6, 1, -6, -1), 6, theme.hover)
    if row is None:
        faint = mix(theme.line, theme.panel, 0.7)
        paint.box(painter, QRectF(x + 38, y + 14, (width - 54) * 0.7, 8), 3, faint)
        paint.box(painter, QRectF(x + 38, y + 31, (width - 54) * 0.4, 6), 3, faint)
        return
    weight = 600 if current else 400 if row.done else 500
    ink = theme.ink2 if row.done and not current else theme.ink
    signs = [("comment", theme.warn)] if row.comment else []
    signs += [("identical", theme.ink3)] if row.versions else []
    room = width - 54 - 22 * len(signs)
    for place, (icon, tone) in enumerate(signs):
        at = QPointF(x + width - 30 - 20 * place, y + 9 + lines)
        icons.draw(painter, icon, tone, at, 14)
    title = QRectF(x + 38, y + 6 + lines, room, 20)
    paint.put(painter, title, row.title, fonts.interface(13, weight), ink)
    below = QRectF(x + 38, y + 25 - lines, width - 54, 18)
    tone = theme.ink2 if current or over else theme.ink3
    paint.put(painter, below, subtitle(row), fonts.interface(11), tone)
    _mark(painter, QPointF(x + 16, y + 8), row, theme)


def _mark(painter: QPainter, at: QPointF, row: DocumentRow, theme: Theme) -> None:
    if row.flagged:
        icons.draw(painter, "flag", theme.warn, at)
    elif row.done:
        icons.draw(painter, "done", theme.ok, at)
    elif row.waiting and not row.left + row.decided:
        icons.draw(painter, "suggest", theme.ink3, at)
    else:
        _ring(painter, at, row, theme)


def _ring(painter: QPainter, at: QPointF, row: DocumentRow, theme: Theme) -> None:
    """A ring that fills as the document's annotations are decided."""
    circle = QRectF(at.x() + 2, at.y() + 2, 12, 12)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(paint.pen(mix(theme.edge, theme.panel, 0.6), 1.75))
    painter.drawEllipse(circle)
    whole = row.left + row.decided
    if row.decided:
        painter.setPen(paint.pen(theme.accent, 2.25))
        painter.drawArc(circle, 90 * 16, -round(row.decided / whole * 5760))
