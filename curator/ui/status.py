"""The status bar: saved when, what undo would take back, what runs beside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import dates, fonts
from curator.ui.actions import action
from curator.ui.do import Do
from curator.ui.key_caps import shown_key
from curator.ui.metrics import STATUS_ROW
from curator.ui.tokens import Theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.button import Button, tip
from curator.ui.widgets.glyph import Glyph
from curator.ui.widgets.keyed import Keys
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface


class Status(Surface):
    """Saved, undo, and the task that runs.

    Signals:
        undo(): the name of what can be undone was clicked.
        cancelled(): the cross of the task was clicked.
        tasks(): the task's words were clicked.
    """

    undo = Signal()
    cancelled = Signal()
    tasks = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "chrome", lines="top", parent=parent)
        self.setFixedHeight(STATUS_ROW)
        self._key = action(Do.UNDO).key
        font = fonts.interface(11.5, 450)
        self._saved_icon = Glyph(theme, "accept", ink="ok")
        self._saved = Line(theme, font)
        self._undo = Button(theme, icon="undo", kind="ghost", name=_("Undo"), height=24, font=font)
        self._undo.clicked.connect(self.undo)
        self._task_icon = Glyph(theme, "suggest")
        self._task = Line(theme, font)
        self._bar = ThinBar(theme, tone="accent", ground="chrome", name=_("Task"))
        self._bar.setFixedWidth(110)
        self._time = Line(theme, fonts.interface(11.5), ink="ink3")
        self._cross = Button(theme, icon="close", kind="ghost", name=_("Stop the task"), height=24)
        self._cross.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        row.addWidget(self._undo)
        row.addStretch(1)
        for widget in self._of_task():
            row.addWidget(widget)
        self.set_saved("")
        self.set_undo("")
        self.clear_task()

    def set_saved(self, clock: str) -> None:
        """Say when the last commit returned (``21:04:11``); empty for not yet."""
        self._show_saved(_("Saved {clock}").format(clock=clock) if clock else "", "accept", "ok")

    def set_saving(self) -> None:
        """Say that a decision is on its way and not in the file yet."""
        self._show_saved(_("Saving …"), "more", "ink3")

    def set_not_saved(self) -> None:
        """Say that the last decision is not in the file."""
        self._show_saved(_("Not saved"), "error", "error")

    def set_undo(self, act: str) -> None:
        """Name the act that undo would take back; empty when there is none."""
        self._undo.set_look(text=_("Undo: {act}").format(act=act) if act else "")
        self._undo.set_name(_("Undo: {act}").format(act=act) if act else _("Undo"))
        self._tell()
        self._undo.setVisible(bool(act))

    def set_keymap(self, keymap: Keys) -> None:
        """Show the key of undo."""
        self._key = keymap.key(Do.UNDO)
        self._tell()

    def set_task(
        self, icon: str, text: str, *, share: float | None, seconds: float | None = None
    ) -> None:
        """Show the task that runs.

        Args:
            text: what it does and how far it is.
            share: 0–1, None while unknown.
            seconds: how long it still takes, None while unknown.
        """
        for widget in self._of_task():
            widget.show()
        self._task_icon.set_icon(icon, ink="ink3")
        self._task.set_text(text)
        self._bar.setVisible(share is not None)
        self._bar.set_share(share or 0.0)
        self._time.set_text(dates.time_left(seconds) if seconds is not None else "")

    def clear_task(self) -> None:
        """Show that nothing runs."""
        for widget in self._of_task():
            widget.hide()

    def _tell(self) -> None:
        self._undo.setToolTip(tip(_("Undo"), shown_key(self._key)))

    def _of_task(self) -> tuple[QWidget, ...]:
        return (self._task_icon, self._task, self._bar, self._time, self._cross)

    def _show_saved(self, text: str, icon: str, ink: str) -> None:
        self._saved.set_text(text)
        self._saved.set_ink("error" if ink == "error" else "ink2")
        self._saved_icon.set_icon(icon, ink=ink)
        self._saved_icon.setVisible(bool(text))
