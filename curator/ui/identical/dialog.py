"""The dialogue before many identical mentions are decided: how many, where, which of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.domain.annotation import Layer
from curator.domain.identical import Fate, Place, fate
from curator.services.identical import Portion, Sought
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.translation import ngettext
from curator.ui import fonts
from curator.ui.identical.model import PlacesModel, Wish
from curator.ui.identical.view import PlacesView
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.check import Check
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.line import Line
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface, retheme
from curator.ui.widgets.undo_line import ONE_STEP, UndoLine

_PAUSE = 150
"""Milliseconds between two counts while places are still looked for."""
_FATES = {
    Fate.ACCEPT: _("to accept"),
    Fate.RELABEL: _("to relabel"),
    Fate.ADD: _("to add"),
    Fate.REJECT: _("to reject"),
}

_WHERE = (_("This document"), _("All documents"))


class IdenticalDialog(QDialog):
    """Shows every place that a decision would reach, with a box to tick each.

    Signals:
        sought(object): look for `Sought`; answer with `show_portion`.
        applied(): the ticked places are to be decided; see `chosen` and `wish`.
        wanted(object): go to a `Place`.
    """

    sought = Signal(object)
    applied = Signal()
    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        first: Sought,
        wish: Wish,
        family: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        """Make a dialogue that has found nothing yet.

        Args:
            theme: its colours.
            first: what is looked for at first.
            wish: what is to be done at first.
            family: gives the colour family of a label.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Identical mentions"))
        self._sought, self._looked = first, Portion((), 0, 0)
        self._model = PlacesModel(wish, self)
        self._view = PlacesView(theme, self._model, family)
        self._empty = EmptyPlace(theme, upright=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self._verdict = Segmented(theme, _verdicts(wish.label), name=_("What is done"))
        self._where = Segmented(theme, _WHERE, name=_("Where"), key="M")
        self._case = Check(theme, _("Match &case"))
        self._unmarked = Check(theme, _("&Unmarked words too"))
        self._closed = Check(theme, _("C&losed documents too"))
        self._told = Line(theme, fonts.interface(13, 600), ink="ink")
        self._left_out = UndoLine(theme, fonts.interface(12))
        self._apply = Button(
            theme, _("Accept"), icon="accept", key="Enter", kind="primary", height=32
        )
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._set_up(first, wish)
        self._lay_out(theme, first.words)

    @property
    def wish(self) -> Wish:
        """What is to be done."""
        return self._model.wish

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return self._sought.words

    def chosen(self) -> list[Place]:
        """Return the places that are ticked."""
        return self._model.chosen()

    def start(self) -> None:
        """Look for places from the beginning."""
        self._model.clear()
        self._looked = Portion((), 0, 0)
        self._tell()
        self.sought.emit(self._sought)

    def show_portion(self, found: Portion) -> None:
        """Take more places, and how far the search is."""
        self._looked = found
        self._model.add(found.places)
        if not self._view.currentIndex().isValid() and self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(0))
        if found.looked >= found.documents:
            self._soon.stop()
            self._tell()
        elif not self._soon.isActive():
            self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def sizeHint(self) -> QSize:
        """Return a size at which contexts can be read."""
        return QSize(980, 620)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply with Enter; `M` once more looks through all documents, and back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._apply.isEnabled():
                self.applied.emit()
        elif event.key() == Qt.Key.Key_M and not event.modifiers():
            self._where.set_current(1 - self._where.current)
            self._seek()
        else:
            super().keyPressEvent(event)

    def _seek(self) -> None:
        everywhere, case = self._where.current == 1, self._case.isChecked()
        self._sought = replace(self._sought, everywhere=everywhere, match_case=case)
        self.start()

    def _want(self) -> None:
        self._model.set_wish(
            replace(
                self._model.wish,
                reject=self._verdict.current == 1,
                unmarked=self._unmarked.isChecked(),
                closed=self._closed.isChecked(),
            )
        )
        if self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(0))
        self._tell()

    def _tell(self) -> None:
        """Say in numbers what will happen and what is left out."""
        chosen, wish, looked = self.chosen(), self.wish, self._looked
        fates = Counter(fate(place, wish.label, reject=wish.reject) for place in chosen)
        parts = [f"{fates[one]:,} {words}" for one, words in _FATES.items() if fates[one]]
        documents = counted(len({place.document_id for place in chosen}), "document")
        self._told.set_text(
            _("{words}, in {documents}").format(words=", ".join(parts), documents=documents)
            if chosen
            else _("Nothing is ticked")
        )
        earlier = sum(place.decided for place in chosen)
        closed = self._model.closed()
        facts = [
            _("{earlier:,} decided earlier will be overwritten").format(earlier=earlier)
            if earlier
            else "",
            _("{closed:,} in closed documents stay as they are").format(closed=closed)
            if closed and not wish.closed
            else "",
            ngettext("{n:,} place is so already", "{n:,} places are so already", settled).format(
                n=settled
            )
            if (settled := self._model.settled())
            else "",
            _("looked through {looked:,} of {documents:,} documents").format(
                looked=looked.looked, documents=looked.documents
            )
            if looked.looked < looked.documents
            else "",
        ]
        self._left_out.set_text("   ·   ".join(one for one in facts if one) or ONE_STEP)
        self._closed.setVisible(closed > 0)
        self._unmarked.setVisible(not wish.reject and self._sought.layer is Layer.ENTITY)
        self._apply.setEnabled(bool(chosen) and looked.looked >= looked.documents)
        verb, icon = (_("Reject"), "reject") if wish.reject else (_("Accept"), "accept")
        self._apply.set_look(text=f"{verb} {len(chosen):,}" if chosen else verb, icon=icon)
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
        self._say_empty(looked)

    def _say_empty(self, looked: Portion) -> None:
        if looked.looked < looked.documents or not looked.documents:
            self._empty.say("search", _("Looking for the same words …"))
        else:
            place = _("in any document") if self._sought.everywhere else _("in this document")
            detail = "" if self._sought.everywhere else _("M looks through all documents.")
            self._empty.say(
                "identical", _("Nothing more to decide {place}").format(place=place), detail=detail
            )

    def _set_up(self, first: Sought, wish: Wish) -> None:
        self._verdict.set_current(int(wish.reject))
        self._where.set_current(int(first.everywhere))
        self._case.setChecked(first.match_case)
        self._unmarked.setChecked(wish.unmarked)
        self._closed.setChecked(wish.closed)
        self._soon.timeout.connect(self._tell)
        self._verdict.chosen.connect(self._want)
        self._where.chosen.connect(self._seek)
        self._case.toggled.connect(self._seek)
        self._unmarked.toggled.connect(self._want)
        self._closed.toggled.connect(self._want)
        self._model.dataChanged.connect(self._tell)
        self._view.wanted.connect(self._go)
        self._apply.clicked.connect(self.applied)

    def _go(self) -> None:
        place = self._model.place(self._view.currentIndex().row())
        if place is not None:
            self.wanted.emit(place)

    def _lay_out(self, theme: Theme, words: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(theme, words))
        column.addWidget(self._stack, 1)
        foot = Surface(theme, "panel", lines="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self._told)
        said.addWidget(self._left_out)
        row.addLayout(said, 1)
        every = Button(theme, _("Tick all"), key="Ctrl A", height=32)
        every.clicked.connect(self._model.turn_all)
        cancel = Button(theme, _("Cancel"), key="Esc", height=32)
        cancel.clicked.connect(self.reject)
        for button in (every, cancel, self._apply):
            row.addWidget(button)
        column.addWidget(foot)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, theme: Theme, words: str) -> Surface:
        head = Surface(theme, "panel", lines="bottom")
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 14, 24, 12)
        column.setSpacing(10)
        title = f"“{' '.join(words.split())}”"
        column.addWidget(Line(theme, fonts.reading(19, 600), ink="ink", text=title))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._verdict)
        row.addWidget(self._where)
        for box in (self._case, self._unmarked, self._closed):
            row.addWidget(box)
        row.addStretch(1)
        column.addLayout(row)
        return head


def _verdicts(label: str) -> tuple[str, str]:
    return (
        _("Accept as {label}").format(label=label),
        _("Reject {label}").format(label=label),
    )
