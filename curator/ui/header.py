"""The head of the page: title, where it comes from, what is left, flag and done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.do import Do
from curator.ui.metrics import HEADER
from curator.ui.tokens import Theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import BETWEEN, Line
from curator.ui.widgets.surface import Surface


class Header(Surface):
    """Title, facts and counts of the open document.

    Signals:
        flagged(): the flag was pressed.
        done(): *Done* was pressed, whether or not what is in view is closed.
    """

    flagged = Signal()
    done = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "page", lines="bottom", parent=parent)
        self.setFixedHeight(HEADER)
        self._title = Line(theme, fonts.reading(19, 600), ink="ink")
        self._facts = Line(theme, fonts.interface(12))
        self._left = Line(theme, fonts.interface(12, 500), align=Qt.AlignmentFlag.AlignRight)
        self._bar = ThinBar(theme, name=_("Decided"))
        self._bar.setFixedWidth(100)
        self._flag = Button(theme, icon="flag", do=Do.FLAG, name=_("Flag document"))
        self._done = Button(
            theme, _("Done"), icon="done", do=Do.CLOSE, name=_("Close what is in view")
        )
        self._flag.setCheckable(True)
        self._flag.clicked.connect(self._press_flag)
        self._done.clicked.connect(self.done)
        self._is_flagged = False
        self._lay_out()
        self.clear()

    def show_document(self, title: str, facts: Sequence[str]) -> None:
        """Show a document's title and what is known of it; empty facts are left out."""
        self._title.set_text(title)
        self._facts.set_text(BETWEEN.join(fact for fact in facts if fact))
        self._set_active(on=True)

    def clear(self) -> None:
        """Show no document."""
        self._title.set_text("")
        self._facts.set_text("")
        self._set_active(on=False)

    def set_counts(self, left: int, total: int) -> None:
        """Say how many of the annotations in view wait for a verdict."""
        self._left.set_text(
            _("{left} of {total} unresolved").format(left=left, total=total)
            if total
            else _("nothing suggested")
        )
        self._bar.set_share((total - left) / total if total else 0.0)

    def set_flagged(self, *, flagged: bool) -> None:
        """Show whether a person flagged the document."""
        self._is_flagged = flagged
        self._flag.setChecked(flagged)
        self._flag.set_look(tone="warn" if flagged else "")
        self._flag.set_name(_("Take the flag away") if flagged else _("Flag document"))

    def set_closed(self, *, closed: bool) -> None:
        """Show whether what is in view is closed for this document."""
        self._done.set_look(text=_("Closed") if closed else _("Done"), tone="ok" if closed else "")
        self._done.set_name(_("Open it again") if closed else _("Close what is in view"))

    def _set_active(self, *, on: bool) -> None:
        for widget in (self._left, self._bar, self._flag, self._done):
            widget.setVisible(on)

    def _press_flag(self) -> None:
        # The act has not happened yet: the flag shows it when the answer comes.
        self._flag.setChecked(self._is_flagged)
        self.flagged.emit()

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self._title, 1)
        upper.addWidget(self._flag)
        upper.addWidget(self._done)
        lower.setSpacing(12)
        lower.addWidget(self._facts, 1)
        lower.addWidget(self._left)
        lower.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 11, 24, 12)
        column.setSpacing(3)
        column.addLayout(upper)
        column.addLayout(lower)
