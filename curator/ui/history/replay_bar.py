"""The bar over the text while a document is shown as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import CONTROL, FIND_BAR
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

_SLIDER, _COUNT = 150, 72


class ReplayBar(Surface):
    """Steps, a slider over all of them, what happened last, and the way out.

    Left and Right step, Home and End go to both ends, Esc leaves.

    Signals:
        wanted(int): how many decisions are to have happened.
        left(): back to the present.
    """

    wanted = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "accent_wash", lines="bottom", parent=parent)
        self.setFixedHeight(FIND_BAR)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Replay"))
        self._place, self._total = 0, 0
        self._back = self._button("left", _("Step back"), "Left")
        self._on = self._button("right", _("Step on"), "Right")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setFixedWidth(_SLIDER)
        self._slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._slider.setAccessibleName(_("Decisions that have happened"))
        self._count = Line(theme, fonts.figures(12, 600), ink="ink")
        self._count.setFixedWidth(_COUNT)
        self._said = Line(theme, fonts.interface(12.5), ink="ink")
        self._leave = Button(theme, _("Back to the present"), key="Esc", height=CONTROL)
        self._back.clicked.connect(lambda: self.wanted.emit(self._place - 1))
        self._on.clicked.connect(lambda: self.wanted.emit(self._place + 1))
        self._slider.valueChanged.connect(self.wanted)
        self._leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 0, 20, 1)
        row.setSpacing(8)
        for part in (self._back, self._slider, self._on, self._count):
            row.addWidget(part)
        row.addWidget(self._said, 1)
        row.addWidget(self._leave)

    def show_place(self, place: int, total: int, words: str) -> None:
        """Say how many decisions have happened, and what the last one was."""
        self._place, self._total = place, total
        self._slider.blockSignals(True)  # noqa: FBT003 - Qt's way
        self._slider.setRange(0, total)
        self._slider.setValue(place)
        self._slider.blockSignals(False)  # noqa: FBT003
        self._count.set_text(_("{place:,} of {total:,}").format(place=place, total=total))
        self._said.set_text(words)
        self.setAccessibleDescription(
            _("{place} of {total}: {words}").format(place=place, total=total, words=words)
        )
        self._back.setEnabled(place > 0)
        self._on.setEnabled(place < total)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, go to an end, or leave."""
        places = {
            Qt.Key.Key_Left: self._place - 1,
            Qt.Key.Key_Right: self._place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._total,
        }
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (place := places.get(Qt.Key(event.key()))) is not None:
            self.wanted.emit(max(0, min(self._total, place)))
        else:
            super().keyPressEvent(event)

    def _button(self, icon: str, name: str, key: str) -> Button:
        return Button(
            self.theme, icon=icon, name=name, key=key, kind="ghost", height=CONTROL, parent=self
        )
