"""Whom a mention, or the source of a claim, is: what is proposed, or what was decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.do import Do
from curator.ui.inspector.facts import SameFacts
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import retheme

_GAP = 6
_NOBODY = _("Nobody known yet")


class SameAs(QWidget):
    """A name with its reason, and what can be said to it.

    Signals:
        asked(str): what was pressed: ``accept``, ``refuse``, ``choose`` or ``next``.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        """Make a section with a title."""
        super().__init__(parent)
        self._title = title
        self._name = Line(theme, fonts.reading(14), ink="ink")
        self._why = Line(theme, fonts.interface(11.5))
        self._accept = Button(theme, _("Same"), icon="accept", do=Do.SAME)
        self._refuse = Button(theme, _("Not the same"))
        self._next = Button(theme, _("Next place"), icon="right")
        self._choose = Button(theme, _("Other …"), kind="ghost")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line(theme, fonts.interface(11, 600), text=title))
        column.addSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._why)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for button, asks in (
            (self._accept, "accept"),
            (self._refuse, "refuse"),
            (self._next, "next"),
            (self._choose, "choose"),
        ):
            row.addWidget(button)
            button.clicked.connect(lambda *_clicked, asks=asks: self.asked.emit(asks))
        row.addStretch(1)
        column.addLayout(row)

    def show_facts(self, facts: SameFacts | None) -> None:
        """Show whom it is, or could be; hidden for what is nobody in particular."""
        self.setVisible(facts is not None)
        if facts is None:
            return
        open_ = bool(facts.name) and not facts.decided
        self._name.set_text(facts.name or _NOBODY)
        self._name.set_ink("ink" if facts.name else "ink3")
        self._why.set_text(facts.detail)
        self._why.setVisible(bool(facts.detail))
        self._accept.setVisible(open_)
        self._refuse.setVisible(open_)
        self._next.setVisible(facts.decided)
        self._choose.set_look(text=_("Other …") if facts.name else _("Choose …"))
        for button in (self._accept, self._refuse, self._choose):
            button.setEnabled(facts.writable)
        words = ", ".join(part for part in (facts.name or _NOBODY, facts.detail) if part)
        self._accept.set_name(
            _("Same as {name}").format(name=facts.name) if facts.name else _("Same")
        )
        self._refuse.set_name(
            _("Not the same as {name}").format(name=facts.name) if facts.name else _("Not the same")
        )
        self._choose.set_name(_("Choose whom it is"))
        self.setAccessibleName(f"{self._title}: {words}")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)
