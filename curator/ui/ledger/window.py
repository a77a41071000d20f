"""The ledger window: sources on the left, their claims beside, what is alike to one below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from curator.domain.ledger import PRONOUN, Bearing, Entry, Match, Wanted, by_source
from curator.services.ledger import Ledger
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import dates, fonts
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.check import Check
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface, retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_SOURCES = (Column(_("Source"), Kind.QUOTE), Column(_("Claims"), Kind.FIGURE, 80))
_CLAIMS = (
    Column(_("Source"), Kind.QUOTE, 170),
    Column(_("Type"), Kind.CHIP, 120),
    Column(_("Content"), Kind.QUOTE),
    Column(_("Date"), Kind.TEXT, 110),
    Column(_("Document"), Kind.QUOTE, 190),
)
_ALIKE = (Column(_("Bearing"), Kind.TEXT, 120), *_CLAIMS)
_BEARINGS = {
    Bearing.AGREES: Cell(_("agrees"), "ok", icon="accept"),
    Bearing.CONTRADICTS: Cell(_("contradicts"), "error", icon="reject"),
}
_PRONOUNS = Cell(_("he, she, they …"), "ink3")
_EVERYBODY = ""
_MOST = 2_000
"""Claims that are listed at once; a filter shows the others."""
_TYPING = 120
"""Milliseconds from the last letter until the list follows."""

Family = Callable[[str], str]


class LedgerWindow(QDialog):
    """Stays open beside the review.

    Signals:
        asked(bool): claims are to be read, suggestions too or not; answer with `show_ledger`.
        gone_to(object): an `Entry` is to be shown in its text.
        export_wanted(object): the listed entries are to be written.
    """

    asked = Signal(bool)
    gone_to = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, theme: Theme, family: Family, parent: QWidget) -> None:
        """Make an empty window.

        Args:
            theme: its colours.
            family: gives the colour family of a claim type.
            parent: the window of the review.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Claim ledger"))
        self._family = family
        self._ledger: Ledger | None = None
        self._wanted = Wanted()
        self._listed: dict[int, Entry] = {}
        self._words = QLineEdit(placeholderText=_("Find in sources, cues and contents"))
        self._type = Button(theme, _("Any type"), name=_("Type"), after="down")
        self._suggested = Check(theme, _("&Suggestions too"))
        self._sources = Table(theme, _SOURCES, name=_("Sources"))
        self._claims = Table(theme, _CLAIMS, name=_("Claims"))
        self._alike = Table(theme, _ALIKE, name=_("Alike claims"))
        self._count = Line(theme, fonts.interface(12))
        self._told = Line(theme, fonts.interface(12))
        self._export = Button(theme, _("Export …"), icon="export")
        self._go = Button(theme, _("Go to the text"), icon="right", kind="primary")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._lay_out(theme)
        self._connect()

    @property
    def current(self) -> Entry | None:
        """The current claim."""
        return self._listed.get(self._claims.current)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show claims that were read; what is filtered stays filtered."""
        self._ledger = ledger
        self._list_sources()
        self._list()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down from the field into the list; Enter in the field closes nothing."""
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self._words:
            self._claims.focus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _list_sources(self) -> None:
        """List who makes claims that pass the rest of the filter."""
        if self._ledger is None:
            return
        found = self._ledger.listed(replace(self._wanted, source=_EVERYBODY))
        rows = [Row(_EVERYBODY, (Cell(_("Everybody")), Cell(f"{len(found):,}", "ink2")))]
        rows += [
            Row(key, (_PRONOUNS if key == PRONOUN else _who(name), Cell(f"{count:,}", "ink2")))
            for key, name, count in by_source(found)
            if key
        ]
        self._sources.set_rows(rows)

    def _list(self) -> None:
        if self._ledger is None:
            return
        found = self._ledger.listed(self._wanted)
        self._listed = {one.annotation_id: one for one in found}
        shown = found[:_MOST]
        self._claims.set_rows([Row(one.annotation_id, self._cells(one)) for one in shown])
        told = counted(len(found), "claim")
        if len(found) > _MOST:
            told = _("{claims}, the first {n:,} are listed").format(claims=told, n=_MOST)
        none = _("No claim is accepted yet, or none passes the filter")
        self._count.set_text(told if found else none)
        self._export.setEnabled(bool(found))

    def _cells(self, one: Entry) -> tuple[Cell, ...]:
        return (
            _who(one.who),
            Cell(one.type, family=self._family(one.type)),
            Cell(one.content or one.cue, "ink" if one.state == "accepted" else "ink2"),
            Cell(dates.short(one.date), "ink2"),
            Cell(one.title, "ink2"),
        )

    def _moved(self) -> None:
        entry = self.current
        self._go.setEnabled(entry is not None)
        matches = self._ledger.matches(entry.annotation_id) if self._ledger and entry else []
        self._alike.set_rows([self._match(one) for one in matches])
        some = _("Claims with words alike; whether they agree is for you to judge")
        self._told.set_text(some if matches else _("No other claim is alike to this one"))

    def _match(self, match: Match) -> Row:
        return Row(match.entry, (_BEARINGS[match.bearing], *self._cells(match.entry)))

    def _narrow(self) -> None:
        self._wanted = replace(self._wanted, words=self._words.text().strip())
        self._list_sources()
        self._list()

    def _of_source(self) -> None:
        key = self._sources.current
        if isinstance(key, str) and key != self._wanted.source:
            self._wanted = replace(self._wanted, source=key)
            self._list()

    def _choose_type(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = self._ledger.entries if self._ledger else ()
        for name in ("", *sorted({one.type for one in entries})):
            action = menu.addAction(name or _("Any type"))
            action.setCheckable(True)
            action.setChecked(name == self._wanted.type)
            action.triggered.connect(lambda _on=False, name=name: self._of_type(name))
        menu.popup(self._type.mapToGlobal(QPoint(0, self._type.height())))

    def _of_type(self, name: str) -> None:
        self._wanted = replace(self._wanted, type=name)
        self._type.set_look(text=name or _("Any type"))
        self._list_sources()
        self._list()

    def _goes(self) -> None:
        if (entry := self.current) is not None:
            self.gone_to.emit(entry)

    def _goes_to(self, entry: object) -> None:
        if isinstance(entry, Entry):
            self.gone_to.emit(entry)

    def _exports(self) -> None:
        self.export_wanted.emit(list(self._listed.values()))

    def _connect(self) -> None:
        self._words.textChanged.connect(lambda _words: self._typing.start())
        self._typing.timeout.connect(self._narrow)
        self._type.clicked.connect(self._choose_type)
        self._suggested.toggled.connect(self.asked)
        self._sources.current_changed.connect(self._of_source)
        self._claims.current_changed.connect(self._moved)
        self._claims.chosen.connect(lambda _key: self._goes())
        self._alike.chosen.connect(self._goes_to)
        self._export.clicked.connect(self._exports)
        self._go.clicked.connect(self._goes)

    def _lay_out(self, theme: Theme) -> None:
        self._words.setAccessibleName(_("Find in the ledger"))
        self._words.setFixedHeight(FIELD)
        self._words.setClearButtonEnabled(True)
        self._sources.setFixedWidth(270)
        close = Button(theme, _("Close"), key="Esc")
        close.clicked.connect(self.reject)
        top, middle, bottom, lists = (QHBoxLayout() for _row in range(4))
        for row, parts in (
            (top, (self._words, self._type, self._suggested, close)),
            (middle, (self._told,)),
            (bottom, (self._count, self._export, self._go)),
        ):
            row.setSpacing(8)
            row.setContentsMargins(18, 0, 18, 0)
            for part in parts:
                row.addWidget(part)
        bottom.setStretch(0, 1)
        lists.setSpacing(0)
        lists.addWidget(self._sources)
        lists.addWidget(self._claims, 1)
        ground = Surface(theme, "panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(lists, 3)
        column.addLayout(middle)
        column.addWidget(self._alike, 1)
        column.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.resize(1180, 720)


def _who(name: str) -> Cell:
    return Cell(name) if name else Cell(_("nobody named"), "ink3")
