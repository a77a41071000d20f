"""A slot of the claim card: a part's name, how it stands, and its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from curator.domain.annotation import Role, State
from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.inspector.facts import ICONS, CardFacts
from curator.ui.tokens import Theme
from curator.ui.widgets.line import plain_tip

_LINES = 3
_SIDE, _UP = 6, 3
"""Room around the slot for the box that it has while it is in edit."""
HINT = _("A letter in the text picks, or select and Enter")


def wrap(text: str, font: QFont, width: float, most: int = _LINES) -> list[str]:
    """Break a text into lines of a width in logical pixels; the last one may end in an ellipsis."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(fonts.elided(" ".join(words), font, width))
            break
        taken = 1
        while taken < len(words) and fonts.wide(" ".join(words[: taken + 1]), font) <= width:
            taken += 1
        lines.append(fonts.elided(" ".join(words[:taken]), font, width))
        words = words[taken:]
    return lines


class Slot(QAbstractButton):
    """One part of the claim; pressing it puts the part in edit."""

    def __init__(self, theme: Theme, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._theme, self._in_edit = theme, False
        self._facts: CardFacts | None = None
        self._words = fonts.reading(14)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not fixed: a layout would then hold it to a height that went with another width.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def show_facts(self, facts: CardFacts) -> None:
        """Show the part of a claim."""
        self._facts = facts
        name = named(self.role).capitalize()
        quote = self._quote() or _("none")
        self.setText(name)
        self.setAccessibleName(f"{name}: {quote}, {self._word()}")
        self.setToolTip(plain_tip(_("{name}: pick other words").format(name=name)))
        self.updateGeometry()
        self.update()

    def set_edit(self, *, on: bool) -> None:
        """Draw it raised, with the focus ring, while its words are picked."""
        self._in_edit = on
        self.updateGeometry()
        self.update()

    @property
    def in_edit(self) -> bool:
        """Whether its words are being picked."""
        return self._in_edit

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for a width, both in logical pixels."""
        quote = self._quote()
        lines = len(wrap(quote, self._words, self._room(width))) if quote else 0
        height = 22 + 19 * lines + 4 if quote else 20
        return height + (20 if self._extra() else 0) + 2 * _UP

    def sizeHint(self) -> QSize:
        """Return the size at its present width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name row, the words and what they are linked to."""
        if self._facts is None:
            return
        painter = QPainter(self)
        theme = self._theme
        rect = QRectF(self.rect())
        if self._in_edit:
            paint.box(painter, rect, 6, theme.raised, theme.focus, width=2)
        elif self.underMouse():
            paint.box(painter, rect, 6, theme.hover)
        if self.hasFocus() and not self._in_edit:
            paint.focus_ring(painter, rect, 6, theme)
        painter.translate(_SIDE, _UP)
        width = rect.width() - 2 * _SIDE
        quote = self._quote()
        self._name_row(painter, width, filled=bool(quote))
        y = 20.0
        for line in wrap(quote, self._words, self._room(self.width())) if quote else ():
            paint.put(painter, QRectF(27, y, width - 27, 19), line, self._words, theme.ink)
            y += 19
        if extra := self._extra():
            icons.draw(painter, extra[0], theme.ink3, QPointF(27, y + 3), 13)
            where = QRectF(45, y + 1, width - 45, 17)
            paint.put(painter, where, extra[1], fonts.interface(11.5), theme.ink2)
        painter.end()

    def _name_row(self, painter: QPainter, width: float, *, filled: bool) -> None:
        theme, font = self._theme, fonts.interface(11, 600, 0.1)
        tone = theme.ink2 if filled or self._in_edit else theme.ink3
        icons.draw(painter, ICONS[self.role], tone, QPointF(2, 2))
        paint.put(painter, QRectF(27, 1, 120, 18), self.text(), font, tone, elide=False)
        if not filled:
            after = 27 + fonts.wide(self.text(), font) + 8
            rect = QRectF(after, 1, width - after, 18)
            paint.put(painter, rect, _("none"), fonts.interface(11.5), theme.ink3)
            return
        assert self._facts is not None
        colour, corrected = theme.strong(self._facts.family), self._word() == _("corrected")
        at = QPointF(width - 15, 4)
        paint.state_mark(painter, at, self._state(), colour, theme, corrected=corrected)
        right, small = QRectF(width - 160, 1, 138, 18), fonts.interface(11)
        align = Qt.AlignmentFlag.AlignRight
        paint.put(painter, right, self._word(), small, theme.ink2, align=align)

    def _quote(self) -> str:
        return self._facts.quote(self.role) if self._facts else ""

    def _room(self, width: int) -> float:
        return width - 2 * _SIDE - 30.0

    def _extra(self) -> tuple[str, str] | None:
        if self._in_edit:
            return "edges", HINT
        linked = self._facts.linked.get(self.role) if self._facts else None
        return ("link", linked) if linked else None

    def _state(self) -> State:
        if self._facts is None:
            return State.SUGGESTED
        state = self._facts.annotation.state
        kept = self.role in self._facts.kept or self._facts.changed(self.role)
        return State.ACCEPTED if state is State.SUGGESTED and kept else state

    def _word(self) -> str:
        if self._facts and self._facts.changed(self.role):
            return _("corrected")
        state = self._state()
        return _("kept") if state is State.ACCEPTED else named(state)
