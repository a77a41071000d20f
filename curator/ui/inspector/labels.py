"""The labels that an entity could have, as chips in one row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from curator.domain.scheme import Label
from curator.translation import gettext as _
from curator.ui.inspector.facts import CardFacts
from curator.ui.inspector.head import ChipButton, label_menu
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button, tip
from curator.ui.widgets.surface import retheme

_GAP, _HEIGHT = 7, 24


class LabelRow(QWidget):
    """The present label first and solid, then the scheme's, as many as fit; the rest in a menu.

    Signals:
        chosen(str): another label was pressed.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: CardFacts | None = None
        self._chips: list[ChipButton] = []
        self._more = Button(
            theme,
            _("more"),
            kind="ghost",
            name=_("More labels"),
            height=22,
            after="down",
            parent=self,
        )
        self._more.clicked.connect(self._open_menu)
        self.setFixedHeight(_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        retheme(self, theme)

    def show_facts(self, facts: CardFacts) -> None:
        """Show the labels of an annotation's layer."""
        self._facts = facts
        present = facts.annotation.label
        others = [label for label in facts.layer.offered if label.name != present]
        first = facts.layer.label(present) or Label(present)
        labels = [first, *others]
        while len(self._chips) < len(labels):
            chip = ChipButton(self._theme, self)
            chip.clicked.connect(self._clicked)
            self._chips.append(chip)
        for chip in self._chips[len(labels) :]:
            chip.hide()
        for chip, label in zip(self._chips, labels, strict=False):
            kind = "solid" if label.name == present else "quiet"
            name = tip(_("Label {name}").format(name=label.name), label.key or "")
            chip.say(label.name, label.family, kind=kind, name=name)
        self._place(len(labels))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit."""
        super().resizeEvent(event)
        if self._facts is not None:
            self.show_facts(self._facts)

    def _place(self, count: int) -> None:
        x, whole = 0, True
        more = self._more.sizeHint().width()
        for place, chip in enumerate(self._chips[:count]):
            width = chip.sizeHint().width()
            room = self.width() - (0 if place == count - 1 else more)
            whole = whole and x + width <= room
            chip.setVisible(whole)
            chip.setGeometry(x, 2, width, 20)
            x += width + _GAP
        self._more.setVisible(not whole)
        self._more.setGeometry(self.width() - more, 1, more, 22)

    def _clicked(self) -> None:
        chip = self.sender()
        present = self._facts.annotation.label if self._facts else ""
        if isinstance(chip, ChipButton) and chip.text() != present:
            self.chosen.emit(chip.text())

    def _open_menu(self) -> None:
        if self._facts is not None:
            menu = label_menu(self, self._facts)
            menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
            menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))
