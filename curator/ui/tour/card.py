"""The card of the tour: one step in words, beside what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.announcing import announce
from curator.ui.colour import mix
from curator.ui.do import Do
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme

_WIDTH, _MARGIN = 316, 5
"""Width of the box, and room for its shadow."""


class TourCard(QWidget):
    """Says what to do and how far the tour is; it never takes the keyboard by itself.

    Signals:
        back(), skipped(), ended(): its buttons; ended by Esc, too, while it has the keyboard.
    """

    back = Signal()
    skipped = Signal()
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a hidden card over a widget."""
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self._place, self._of = 0, 1
        self._count = Line(theme, fonts.interface(11), ink="ink3")
        self._title = Line(theme, fonts.interface(13, 600), ink="ink")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFont(fonts.interface(12))
        self._words.setWordWrap(True)
        self._back = self._button(_("Back"), Do.TOUR_BACK, kind="ghost")
        self._skip = self._button(_("Skip"), Do.TOUR_SKIP)
        self._end = self._button(_("End"), Do.TOUR_END, kind="ghost")
        for button, signal in (
            (self._back, self.back),
            (self._skip, self.skipped),
            (self._end, self.ended),
        ):
            button.clicked.connect(signal)
        self._lay_out()
        self._ink()
        self.hide()

    def say(self, title: str, words: str, *, place: int, of: int) -> None:
        """Take the words of a step; `stand` shows them.

        Args:
            title: what to do.
            words: how.
            place: of the step, from 0.
            of: how many there are.
        """
        self._place, self._of = place, of
        self._count.set_text(_("{place} of {of}").format(place=place + 1, of=of))
        self._title.set_text(title)
        self._words.setText(words)
        self._back.setEnabled(place > 0)
        last = place + 1 == of
        self._skip.set_look(text=_("Finish") if last else _("Skip"))
        self._skip.set_name(_("Finish the tour") if last else _("Skip this step"))
        self._end.setVisible(not last)
        self.setAccessibleName(
            _("Tour, {place} of {of}: {title}").format(place=place + 1, of=of, title=title)
        )
        self.setAccessibleDescription(words)
        announce(self, f"{self.accessibleName()}. {words}")

    def stand(self, places: Sequence[QRect], *, clear_of: Sequence[QRect]) -> None:
        """Stand at the first of some places where nothing is hidden that must be seen.

        Args:
            places: where its box may lie on the parent; where none is clear, the one that hides
                least.
            clear_of: what must be seen, on the parent.
        """

        def hidden(place: QRect) -> int:
            shared = [place.intersected(one) for one in clear_of]
            return sum(one.width() * one.height() for one in shared if one.isValid())

        chosen = min(places, key=hidden)
        self.setGeometry(chosen.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        if (layout := self.layout()) is not None:
            layout.activate()
        self.show()
        self.raise_()

    def box(self) -> QSize:
        """Return the size of its box."""
        layout = self.layout()
        height = layout.totalHeightForWidth(_WIDTH + 2 * _MARGIN) if layout is not None else 0
        return QSize(_WIDTH, height - 2 * _MARGIN)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)
        self._ink()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc while one of its buttons has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, ground, and a bar for each step."""
        painter, theme = QPainter(self), self._theme
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        paint.shadow(painter, box, 8)
        paint.box(painter, box, 8, theme.raised, mix(theme.accent, theme.raised, 0.25))
        for step in range(self._of):
            full = theme.accent if step <= self._place else mix(theme.edge, theme.raised, 0.3)
            paint.box(painter, QRectF(box.x() + 16 + 22 * step, box.y() + 20, 18, 4), 2, full)
        painter.end()

    def _button(self, text: str, do: Do, *, kind: str = "plain") -> Button:
        return Button(self._theme, text, do=do, kind=kind)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.setSpacing(6)
        for button in (self._skip, self._back):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._end)
        column = QVBoxLayout(self)
        side = 16 + _MARGIN
        column.setContentsMargins(side, 12 + _MARGIN, side, 12 + _MARGIN)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(foot)

    def _ink(self) -> None:
        inked = self._words.palette()
        inked.setColor(QPalette.ColorRole.WindowText, paint.colour(self._theme.ink2))
        self._words.setPalette(inked)
