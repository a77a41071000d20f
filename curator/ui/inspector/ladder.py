"""Nested claims as a ladder: who says that who says what, a rung each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from curator.domain.annotation import State
from curator.domain.scheme import Scheme
from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.inspector.facts import Rung, family, state_word
from curator.ui.tokens import Theme
from curator.ui.widgets.line import Line, plain_tip
from curator.ui.widgets.surface import retheme

_HEIGHT, _STEP, _DEEPEST = 26, 24, 5


class Ladder(QWidget):
    """The claims that hang together with the current one; a press makes one current.

    Signals:
        picked(int): a rung was pressed; its annotation's id.
    """

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rungs: list[_Rung] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(0)
        title = fonts.interface(11.5, 600)
        self._column.addWidget(Line(theme, title, text=_("Nested attribution"), ink="ink2"))

    def show_rungs(self, rungs: Sequence[Rung], scheme: Scheme) -> None:
        """Show a ladder; one without rungs takes no room."""
        while len(self._rungs) < len(rungs):
            made = _Rung(self._theme)
            made.clicked.connect(self._pressed)
            self._rungs.append(made)
            self._column.addWidget(made)
        for made, rung in zip(self._rungs, rungs, strict=False):
            made.show_rung(rung, family(scheme, rung.claim))
        for place, made in enumerate(self._rungs):
            made.setVisible(place < len(rungs))
        self.setVisible(bool(rungs))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)

    def _pressed(self) -> None:
        made = self.sender()
        if isinstance(made, _Rung) and made.rung is not None:
            self.picked.emit(made.rung.claim.id)


class _Rung(QAbstractButton):
    """An elbow from the claim around, mark, chip and words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rung: Rung | None = None
        self._theme, self._family = theme, "grey"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_rung(self, rung: Rung, tone: str) -> None:
        self.rung, self._family = rung, tone
        here = _(", current") if rung.current else ""
        level = _("level {depth}").format(depth=rung.depth + 1)
        words = f"{rung.claim.label}: {rung.words}"
        self.setAccessibleName(f"{words}, {state_word(rung.claim)}, {level}{here}")
        self.setToolTip(plain_tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.rung is None:
            return
        painter, theme = QPainter(self), self._theme
        whole, claim = QRectF(self.rect()), self.rung.claim
        if self.rung.current or self.underMouse():
            paint.box(painter, whole, 5, theme.accent_wash if self.rung.current else theme.hover)
        x, middle = 6.0 + _STEP * min(self.rung.depth, _DEEPEST), whole.center().y()
        if self.rung.depth:
            paint.ground(painter, QRectF(x - 18, 0, 1, middle), theme.edge)
            paint.hairline(painter, x - 18, round(middle), 14, theme.edge)
        tone = theme.strong(self._family)
        paint.state_mark(painter, QPointF(x, middle - 6), claim.state, tone, theme)
        at, kind = QPointF(x + 20, middle - 8), "quiet"
        x += 28 + paint.chip(painter, at, claim.label, self._family, theme, kind=kind)
        ink = theme.ink3 if claim.state is State.REJECTED else theme.ink
        room = QRectF(x, 0, whole.right() - x - 4, _HEIGHT)
        paint.put(painter, room, self.rung.words, fonts.reading(13), ink)
        if self.hasFocus():
            paint.focus_ring(painter, whole, 5, theme)
        painter.end()
