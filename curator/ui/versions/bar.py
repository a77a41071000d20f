"""The bar over the text while it is shown against an older version."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.domain.revised import Edit
from curator.translation import gettext as _
from curator.translation import ngettext
from curator.ui import fonts
from curator.ui.do import Do
from curator.ui.metrics import CONTROL, FIND_BAR
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

_LONGEST = 120
"""Characters of what was cut."""


class DifferenceBar(Surface):
    """Against which version, how many changes, what stood there before, and the way on.

    Signals:
        on_wanted(), back_wanted(): to the next change, or to the one before.
        left(): it was closed by hand.
    """

    on_wanted = Signal()
    back_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", lines="bottom", parent=parent)
        self.setFixedHeight(FIND_BAR)
        self.setAccessibleName(_("What is new in this version"))
        self._against = Line(theme, fonts.interface(12.5, 500), ink="ink")
        self._before = Line(theme, fonts.interface(12.5))
        self._back = self._button("up", _("Change before"), Do.PREVIOUS_CHANGE)
        self._on = self._button("down", _("Next change"), Do.NEXT_CHANGE)
        self._close = self._button("close", _("Show without the difference"), Do.DIFFERENCE)
        self._back.clicked.connect(self.back_wanted)
        self._on.clicked.connect(self.on_wanted)
        self._close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 0, 20, 1)
        row.setSpacing(6)
        row.addWidget(self._against)
        row.addWidget(self._back)
        row.addWidget(self._on)
        row.addSpacing(6)
        row.addWidget(self._before, 1)
        row.addWidget(self._close)

    def say(self, version: str, count: int, place: int, edit: Edit | None, news: str) -> None:
        """Say what is compared and where one is.

        Args:
            version: with which version it is compared, in words.
            count: how many changes there are.
            place: of the change that was gone to, -1 for none.
            edit: the change itself.
            news: its words in the newer version.
        """
        changes = ngettext("{n:,} change", "{n:,} changes", count).format(n=count)
        if place >= 0:
            changes = _("change {place:,} of {n:,}").format(place=place + 1, n=count)
        self._against.set_text(
            _("Against the version {version}: {changes}").format(version=version, changes=changes)
        )
        words = _told(edit, news) if edit is not None else ""
        self._before.set_text(words)
        self.setAccessibleDescription(f"{self._against.text()}. {words}")
        for button in (self._back, self._on):
            button.setEnabled(bool(count))

    @property
    def words(self) -> str:
        """What it says of the change that was gone to."""
        return self._before.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, icon: str, name: str, do: Do) -> Button:
        return Button(
            self.theme, icon=icon, name=name, do=do, kind="ghost", height=CONTROL, parent=self
        )


def _told(edit: Edit, news: str) -> str:
    cut = " ".join(edit.cut.split())
    short = cut if len(cut) <= _LONGEST else cut[:_LONGEST].rstrip() + "…"
    if not cut:
        return _("new here") if news.strip() else _("white space only")
    if not news.strip():
        return _("cut here: “{cut}”").format(cut=short)
    return _("before: “{cut}”").format(cut=short)
