"""The history window: acts above, what the current one did below, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from curator.services.history import About, Act, Did, Standing, Wanted
from curator.services.sentences.names import named
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui import dates, fonts
from curator.ui.history.details import Details
from curator.ui.metrics import FIELD
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface, retheme
from curator.ui.widgets.table import Table
from curator.ui.widgets.table_model import Cell, Column, Kind, Row

_COLUMNS = (
    Column(_("Time"), Kind.TEXT, 128),
    Column(_("Act")),
    Column(_("Place"), Kind.QUOTE, 230),
    Column(_("Decisions"), Kind.FIGURE, 98),
    Column("", Kind.TEXT, 104),
)
_STANDING = {
    Standing.DONE: Cell(),
    Standing.UNDONE: Cell(_("undone"), "ink3", icon="undo"),
    Standing.TURN: Cell(),
}
_TYPING = 120
"""Milliseconds from the last letter until the history is asked."""


class HistoryWindow(QDialog):
    """Stays open beside the review.

    Attributes:
        details: what the current act did.

    Signals:
        asked(): acts are to be read anew, as `wanted` says; answer with `show_acts`.
        older(int): those before an act are to be read; answer with `add_acts`.
        chosen(int): another act is current; answer with `show_did`.
        undo(int): the act is to be undone.
        undo_together(object): acts are to be undone together; their numbers.
        gone_to(object): the place of a `Did` is to be shown.
        replay(int): the past of a document is to be shown.
    """

    asked = Signal()
    older = Signal(int)
    chosen = Signal(int)
    undo = Signal(int)
    undo_together = Signal(object)
    gone_to = Signal(object)
    replay = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget, *, writable: bool) -> None:
        """Make an empty window.

        Args:
            theme: its colours.
            parent: the window of the review.
            writable: whether anything can be undone.
        """
        super().__init__(parent)
        self.setWindowTitle(_("History"))
        self._writable, self._about, self._document = writable, About.ALL, 0
        self._acts: list[Act] = []
        self._together: tuple[int, ...] = ()
        self._words = QLineEdit(placeholderText=_("Find in the history"))
        self._kind = Button(
            theme, named(About.ALL).capitalize(), name=_("Kind of acts"), after="down"
        )
        self._here = Button(theme, _("This document only"), icon="document")
        self._table = Table(theme, _COLUMNS, name=_("Acts"))
        self._more = Button(theme, _("Show older"), icon="down")
        self._count = Line(theme, fonts.interface(12))
        self.details = Details(theme)
        self._undo = Button(theme, _("Undo this act"), icon="undo", kind="primary")
        self._leave = Button(theme, _("Leave it"))
        self._replay = Button(theme, _("Replay the document"), icon="history")
        self._go = Button(theme, _("Go to the place"), icon="right")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._lay_out(theme)
        self._connect()
        self._offer()

    @property
    def wanted(self) -> Wanted:
        """What is listed."""
        only = self._document if self._here.isChecked() and self._document else None
        return Wanted(self._about, self._words.text().strip(), only)

    @property
    def act(self) -> Act | None:
        """The current act."""
        return next((one for one in self._acts if one.number == self._table.current), None)

    def set_document(self, number: int) -> None:
        """Take which document is open, 0 for none."""
        before, self._document = self._document, number
        self._here.setEnabled(bool(number))
        if self._here.isChecked() and before != number:
            self.asked.emit()

    def show_acts(self, acts: Sequence[Act], *, more: bool) -> None:
        """List acts in place of others; the current one stays current.

        Args:
            acts: the newest first.
            more: whether there are older ones.
        """
        self._acts = list(acts)
        self._list(more=more)

    def add_acts(self, acts: Sequence[Act], *, more: bool) -> None:
        """List older acts below."""
        self._acts += acts
        self._list(more=more)

    def show_did(self, act: int, found: Sequence[Did]) -> None:
        """Show what an act did, if it is still the current one."""
        if (one := self.act) is not None and one.number == act and not self._together:
            self.details.show_did(found, more=one.decisions - len(found))
            self._offer()

    def show_in_the_way(self, act: int, found: Sequence[Act]) -> None:
        """Offer to undo later acts with an act, because they decided the same again."""
        if (one := self.act) is not None and one.number == act:
            self._together = (act, *(each.number for each in found))
            self.details.show_in_the_way(one, found)
            self._offer()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down from the field into the list; Enter in the field closes nothing."""
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self._words:
            self._table.focus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _list(self, *, more: bool) -> None:
        self._table.set_rows([_row(one) for one in self._acts])
        self._more.setEnabled(more)
        listed = counted(len(self._acts), "act")
        some = _("the newest {listed}").format(listed=listed) if more else listed
        self._count.set_text(some if self._acts else _("Nothing like this was done"))
        if not self._acts:
            self.details.show_did((), more=0)
            self._offer()

    def _moved(self) -> None:
        self._together = ()
        self._offer()
        if (one := self.act) is not None:
            self.chosen.emit(one.number)

    def _offer(self) -> None:
        act, did = self.act, self.details.current
        done = act is not None and act.standing is Standing.DONE
        self._undo.setEnabled(self._writable and done)
        count = len(self._together)
        self._undo.set_look(
            text=_("Undo these {count} together").format(count=count)
            if count
            else _("Undo this act")
        )
        self._undo.set_name(self._undo.text())
        self._leave.setVisible(bool(count))
        place = did is not None and did.document_id is not None
        self._go.setEnabled(place)
        self._replay.setEnabled(place)

    def _undone(self) -> None:
        if self._together:
            together, self._together = self._together, ()
            self.undo_together.emit(together)
        elif (one := self.act) is not None:
            self.undo.emit(one.number)

    def _goes(self) -> None:
        if (did := self.details.current) is not None and did.document_id is not None:
            self.gone_to.emit(did)

    def _replays(self) -> None:
        if (did := self.details.current) is not None and did.document_id is not None:
            self.replay.emit(did.document_id)

    def _ask_older(self) -> None:
        if self._acts:
            self.older.emit(self._acts[-1].number)

    def _asks_soon(self, _words: str) -> None:
        self._typing.start()

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for about in About:
            action = menu.addAction(named(about).capitalize())
            action.setCheckable(True)
            action.setChecked(about is self._about)
            action.triggered.connect(lambda _on=False, about=about: self._narrow(about))
        menu.popup(self._kind.mapToGlobal(QPoint(0, self._kind.height())))

    def _narrow(self, about: About) -> None:
        self._about = about
        self._kind.set_look(text=named(about).capitalize())
        self.asked.emit()

    def _connect(self) -> None:
        self._words.textChanged.connect(self._asks_soon)
        self._typing.timeout.connect(self.asked)
        self._kind.clicked.connect(self._choose_kind)
        self._here.toggled.connect(lambda _on: self.asked.emit())
        self._table.current_changed.connect(self._moved)
        self._table.chosen.connect(lambda _key: self._goes())
        self._more.clicked.connect(self._ask_older)
        self.details.current_changed.connect(self._offer)
        self.details.chosen.connect(self._goes)
        self._undo.clicked.connect(self._undone)
        self._leave.clicked.connect(self._moved)
        self._go.clicked.connect(self._goes)
        self._replay.clicked.connect(self._replays)

    def _lay_out(self, theme: Theme) -> None:
        self._words.setAccessibleName(_("Find in the history"))
        self._words.setFixedHeight(FIELD)
        self._words.setClearButtonEnabled(True)
        self._here.setCheckable(True)
        close = Button(theme, _("Close"), key="Esc")
        close.clicked.connect(self.reject)
        top, middle, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (top, (self._words, self._kind, self._here, close)),
            (middle, (self._count, self._more)),
            (bottom, (self._replay, self._go, self._leave, self._undo)),
        ):
            row.setSpacing(8)
            row.setContentsMargins(18, 0, 18, 0)
            if row is bottom:
                row.addStretch(1)
            for part in parts:
                row.addWidget(part)
        middle.setStretch(0, 1)
        ground = Surface(theme, "panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._table, 3)
        column.addLayout(middle)
        column.addWidget(self.details, 2)
        column.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.resize(980, 660)


def local(time: str) -> str:
    """Return a time of the log as the clock on the wall had it."""
    return dates.short(datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%dT%H:%M"))


def _row(one: Act) -> Row:
    quiet = one.standing is not Standing.DONE
    ink = "ink3" if quiet else "ink"
    return Row(
        one.number,
        (
            Cell(local(one.time), "ink2"),
            Cell(one.name, ink),
            Cell(one.place, "ink2"),
            Cell(f"{one.decisions:,}", "ink2"),
            _STANDING[one.standing],
        ),
    )
