"""The page of strings: what each was decided to be, the disputed ones first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from curator.services.learning.learned import KnownString, Strings
from curator.translation import gettext as _
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.surface import Surface
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row
from curator.ui.widgets.titled_page import Page

_TYPING = 150
_WORDS = _(
    "Every decision on an entity is remembered by its words and used at once. A string with "
    "several labels is suggested as the one it had most often; rejected twice and never "
    "accepted, it is not proposed again."
)
_COLUMNS = (
    Column(_("String"), Kind.QUOTE),
    Column(_("Suggested as"), Kind.CHIP, 130),
    Column(_("Accepted as"), width=200),
    Column(_("Rejected"), Kind.FIGURE, 90),
    Column(_("Left unmarked"), Kind.FIGURE, 122),
)


class StringsPage(Surface):
    """A filter and a table of strings.

    Signals:
        wanted(str): strings with these words are asked for; answer with `show_strings`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, colour_of: Callable[[str], str]) -> None:
        """Make an empty page.

        Args:
            colour_of: gives the colour family of an entity label.
        """
        super().__init__(theme, "panel")
        self._colour_of = colour_of
        self._filter = QLineEdit(placeholderText=_("Find a string"))
        self._filter.setAccessibleName(_("Find a string"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedHeight(FIELD)
        self._table = Table(theme, _COLUMNS, name=_("Strings"))
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(self.ask)
        self._filter.textChanged.connect(self._typed)
        self._page = Page(theme, _("Strings"), _WORDS, self._body())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def ask(self) -> None:
        """Ask for what the filter leaves."""
        self.wanted.emit(" ".join(self._filter.text().split()))

    def show_strings(self, strings: Strings) -> None:
        """Show what was asked for."""
        self._table.set_rows([self._row(one) for one in strings.shown])
        if not strings.known:
            detail = _("Accept, correct or reject an entity, and its words stand here.")
            self._page.say_empty("identical", _("No string is known yet"), detail=detail)
            self._page.say("")
            return
        self._page.show_body()
        disputed = (
            _(", {disputed:,} with several labels").format(disputed=strings.disputed)
            if strings.disputed
            else ""
        )
        self._page.say(
            _("{known:,} strings{disputed}").format(known=strings.known, disputed=disputed)
        )

    def _typed(self) -> None:
        self._timer.start()

    def _row(self, one: KnownString) -> Row:
        accepted = ", ".join(f"{label} {count:,}" for label, count in one.labels)
        suggested = Cell(one.suggested, family=self._colour_of(one.suggested))
        return Row(
            one.words,
            (
                Cell(one.words, icon="warning" if one.disputed else ""),
                Cell("") if one.banned else suggested,
                Cell(accepted or ", ".join(one.lists), "ink2"),
                Cell(f"{one.rejected:,}" if one.rejected else "", "ink2"),
                Cell(f"{one.missed:,}" if one.missed else "", "ink2"),
            ),
        )

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        field = QVBoxLayout()
        field.setContentsMargins(24, 0, 24, 0)
        field.addWidget(self._filter)
        column.addLayout(field)
        column.addWidget(self._table, 1)
        return body
