"""The upper lines of a card: label, layer, state, score; and why it was suggested."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from curator.domain.annotation import State
from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui import fonts, icons, paint
from curator.ui.inspector.facts import CardFacts, state_word
from curator.ui.tokens import Theme
from curator.ui.widgets.line import plain_tip

_HEIGHT = 20


class ChipButton(QAbstractButton):
    """A label's chip that can be pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._family, self._kind = theme, "grey", "quiet"
        self._said = ("", "", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, label: str, family: str, *, kind: str, name: str) -> None:
        """Show a label in a colour family; `kind` as in `paint.chip`, `name` for the tooltip."""
        if (label, family, kind, name) == self._said:
            return
        self._said = (label, family, kind, name)
        self._family, self._kind = family, kind
        self.setText(label)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the chip's size."""
        return QSize(paint.chip_width(self.text()), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip, with a line round it under the pointer."""
        painter = QPainter(self)
        label, family, theme = self.text(), self._family, self._theme
        paint.chip(painter, QPointF(0, 0), label, family, theme, kind=self._kind, height=_HEIGHT)
        if self.underMouse() and self._kind == "quiet":
            paint.box(painter, QRectF(self.rect()), 3, None, theme.strong(family))
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), 3, theme)
        painter.end()


class Head(QWidget):
    """Chip, layer, mark, state and score in one line; the chip opens the list of labels.

    Signals:
        relabelled(str): another label was chosen.
    """

    relabelled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: CardFacts | None = None
        self._chip = ChipButton(theme, self)
        self._chip.clicked.connect(self._open_menu)
        self.setFixedHeight(_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._chip.set_theme(theme)
        self.update()

    def show_facts(self, facts: CardFacts) -> None:
        """Show an annotation."""
        self._facts = facts
        annotation = facts.annotation
        kind = "outline" if annotation.state in (State.SUGGESTED, State.REJECTED) else "solid"
        name = _("Label {label}: choose another").format(label=annotation.label)
        self._chip.say(annotation.label, facts.family, kind=kind, name=name)
        self._chip.resize(self._chip.sizeHint())
        self.setAccessibleName(
            f"{annotation.label}, {named(annotation.layer)}, {state_word(annotation)}"
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write layer and state, with mark and score."""
        if self._facts is None:
            return
        painter = QPainter(self)
        theme, facts, annotation = self._theme, self._facts, self._facts.annotation
        left = QRectF(self._chip.width() + 9, 0, 120, _HEIGHT)
        paint.put(painter, left, named(annotation.layer), fonts.interface(12), theme.ink2)
        right = self._score(painter, float(self.width()))
        font = fonts.interface(12, 500)
        word = state_word(annotation)
        rect = QRectF(right - fonts.wide(word, font), 0, fonts.wide(word, font) + 2, _HEIGHT)
        paint.put(painter, rect, word, font, theme.ink2, elide=False)
        at = QPointF(rect.x() - 19, 4)
        tone, corrected = theme.strong(facts.family), annotation.corrected
        paint.state_mark(painter, at, annotation.state, tone, theme, corrected=corrected)
        painter.end()

    def _score(self, painter: QPainter, right: float) -> float:
        score = self._facts.score if self._facts else None
        if score is None or self._facts is None:
            return right
        if not self._facts.figures:
            return paint.levels(painter, right, _HEIGHT / 2, score, self._theme) - 9
        font, text = fonts.figures(12, 500), paint.score_text(score)
        left = right - fonts.wide(text, font)
        rect = QRectF(left, 0, right - left + 1, _HEIGHT)
        paint.put(painter, rect, text, font, self._theme.ink2, elide=False)
        return left - 8

    def _open_menu(self) -> None:
        if self._facts is not None:
            menu = label_menu(self, self._facts)
            menu.triggered.connect(lambda action: self.relabelled.emit(action.data()))
            menu.popup(self._chip.mapToGlobal(QPoint(0, self._chip.height() + 4)))


def label_menu(parent: QWidget, facts: CardFacts) -> QMenu:
    """Return a menu of the layer's labels; each action's data is the label's name."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label in facts.layer.offered:
        key = f"\t{label.key}" if label.key else ""
        action = menu.addAction(label.name.replace("&", "&&") + key)
        action.setData(label.name)
        action.setEnabled(label.name != facts.annotation.label)
    return menu


class Why(QWidget):
    """What proposed it and what was done before: an icon and a sentence each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[tuple[str, str]] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.update()

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show icon and sentence of each line; none takes no room."""
        if lines == self._lines:
            return
        self._lines = lines
        self.setFixedHeight(20 * len(lines))
        self.setVisible(bool(lines))
        sentences = "\n".join(sentence for _, sentence in lines)
        self.setAccessibleName(sentences.replace("\n", "; "))
        self.setToolTip(plain_tip(sentences))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the lines."""
        painter = QPainter(self)
        for place, (icon, sentence) in enumerate(self._lines or ()):
            icons.draw(painter, icon, self._theme.ink3, QPointF(0, 20 * place + 3), 14)
            rect = QRectF(21, 20 * place, self.width() - 21, 20)
            paint.put(painter, rect, sentence, fonts.interface(11.5), self._theme.ink2)
        painter.end()
