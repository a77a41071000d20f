"""The bar that finds words in the open document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from curator.domain.finding import LONGEST, Wanted
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.metrics import CONTROL, FIELD, FIND_BAR
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.glass import Glass
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

_FIELD, _LEAST, _COUNT = 280, 120, 96
"""Widths: the field where there is room, where there is little, and the count."""


class FindBar(Surface):
    """A field, how many places have its words, the way from one to the next, two switches.

    Enter goes on, Shift+Enter goes back, Esc leaves; Alt+C and Alt+W turn the switches.

    Signals:
        wanted(object): other words, or the same in another way, as `Wanted`.
        on_wanted(), back_wanted(): to the next place, or to the one before.
        left(): it was closed by hand.
    """

    wanted = Signal(object)
    on_wanted = Signal()
    back_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", lines="bottom", parent=parent)
        self.setFixedHeight(FIND_BAR)
        self._words = QLineEdit(placeholderText=_("Find in this document"))
        self._words.setAccessibleName(_("Find in this document"))
        self._words.setMaxLength(LONGEST)
        self._words.setFixedHeight(FIELD - 2)
        self._words.setMinimumWidth(_LEAST)
        self._words.setMaximumWidth(_FIELD)
        self._words.setFont(fonts.interface(12.5))
        self._glass = Glass(theme, self._words)
        self._count = Line(theme, fonts.figures(12))
        self._count.setFixedWidth(_COUNT)
        self._back = self._button("up", _("Previous match"), "Shift+F3")
        self._on = self._button("down", _("Next match"), "F3")
        self._case = self._switch(_("Aa"), _("Match case"), "Alt+C")
        self._whole = self._switch(_("Whole words"), _("Whole words only"), "Alt+W")
        self._close = self._button("close", _("Close the find bar"), "Esc")
        self._lay_out()
        self._words.installEventFilter(self)
        self._words.textChanged.connect(self._tell)
        self._case.toggled.connect(self._tell)
        self._whole.toggled.connect(self._tell)
        self._on.clicked.connect(self.on_wanted)
        self._back.clicked.connect(self.back_wanted)
        self._close.clicked.connect(self.left)
        self.hide()

    @property
    def now(self) -> Wanted:
        """What is looked for."""
        return Wanted(self._words.text(), self._case.isChecked(), self._whole.isChecked())

    def fill(self, words: str) -> None:
        """Put words into the field, without the signal."""
        self._words.blockSignals(True)  # noqa: FBT003 - Qt's way
        self._words.setText(" ".join(words.split()))
        self._words.blockSignals(False)  # noqa: FBT003

    def focus(self) -> None:
        """Give the field the keyboard, its words selected."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def set_count(self, place: int | None, total: int, *, running: bool) -> None:
        """Say which of how many places is selected.

        Args:
            place: counted from 0; None when none is.
            total: how many there are as far as they are counted.
            running: whether more may come.
        """
        some = bool(total)
        more = "…" if running else ""
        if self.now.empty:
            words = ""
        elif some:
            words = (
                f"{total:,}{more}"
                if place is None
                else _("{place:,} of {total:,}{more}").format(
                    place=place + 1, total=total, more=more
                )
            )
        else:
            words = more or _("No match")
        self._count.set_text(words)
        self._count.set_ink("warn" if words == _("No match") else "ink2")
        self._words.setAccessibleDescription(words)
        for button in (self._on, self._back):
            button.setEnabled(some)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._glass.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go from place to place, and those of the switches."""
        if watched is self._words and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() is QEvent.Type.ShortcutOverride and self._switched(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.back_wanted if shift else self.on_wanted).emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif (switch := self._switched(event)) is not None:
            switch.toggle()
        else:
            return False
        return True

    def _switched(self, event: QKeyEvent) -> Button | None:
        """Return the switch whose key this is."""
        if event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return None
        return {Qt.Key.Key_C: self._case, Qt.Key.Key_W: self._whole}.get(Qt.Key(event.key()))

    def _tell(self) -> None:
        self.wanted.emit(self.now)

    def _button(self, icon: str, name: str, key: str) -> Button:
        return Button(
            self.theme, icon=icon, name=name, key=key, kind="ghost", height=CONTROL, parent=self
        )

    def _switch(self, text: str, name: str, key: str) -> Button:
        made = Button(
            self.theme, text, name=name, key=key, kind="ghost", height=CONTROL, parent=self
        )
        made.set_capped(on=False)
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 0, 20, 1)
        row.setSpacing(6)
        row.addWidget(self._words, 1)
        row.addWidget(self._back)
        row.addWidget(self._on)
        row.addSpacing(4)
        row.addWidget(self._count)
        row.addStretch()
        for one in (self._case, self._whole, self._close):
            row.addWidget(one)
