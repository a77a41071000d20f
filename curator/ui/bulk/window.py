"""The bulk window: what is listed above, the table, and below what an act would do."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from curator.domain.annotation import Layer
from curator.domain.bulk import BulkFilter, Reach, Sort, Ticks, Tier, asked
from curator.domain.decisions import Verdict
from curator.services.bulk import Choices, Table
from curator.services.reading import DONE_BEFORE_FIGURES
from curator.services.wording import counted
from curator.translation import gettext as _
from curator.ui.bulk.bars import Footer, Head
from curator.ui.bulk.filters import Filters
from curator.ui.bulk.model import BulkModel
from curator.ui.bulk.view import BulkView
from curator.ui.tokens import Theme
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.surface import retheme

_LAYERS = (Layer.ENTITY, Layer.CLAIM)
_PAUSE = 60
"""Milliseconds in which several ticks become one count."""
_SAID = 6000
"""Milliseconds for which it is said what an act came to, as in a toast."""


class BulkWindow(QDialog):
    """Stays open beside the review; keys act on what is ticked, else on the current row.

    Attributes:
        filter: what is listed.
        model, view: the table.

    Signals:
        asked(): the table is to be read anew; answer with `show_table`.
        counted(): what is ticked is to be counted; answer with `show_reach`.
        decided(object): a `Verdict` for what is chosen; see `chosen`.
        turned(bool): undo, or redo.
        stopped(): the act that runs is to stop.
        wanted(object): go to a place of a `Group`.
    """

    asked = Signal()
    counted = Signal()
    decided = Signal(object)
    turned = Signal(bool)
    stopped = Signal()
    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        family: Callable[[Layer, str], str],
        parent: QWidget,
        *,
        writable: bool,
    ) -> None:
        """Make an empty window.

        Args:
            theme: its colours.
            family: gives the colour family of a layer's label.
            parent: the window of the review.
            writable: whether anything can be decided.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Bulk review"))
        self.filter = BulkFilter()
        self._choices: Choices | None = None
        self._writable, self._fresh = writable, True
        self._reach = Reach()
        self.model = BulkModel(self)
        self.view = BulkView(theme, self.model, lambda label: family(self.filter.layer, label))
        self.head = Head(theme)
        self.filters = Filters(theme)
        self.footer = Footer(theme)
        self._empty = EmptyPlace(theme, upright=True)
        self._stack = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._saying = QTimer(self, singleShot=True, interval=_SAID)
        self._lay_out()
        self._connect()
        self._tell()

    def offer(self, choices: Choices) -> None:
        """Offer what filters can choose among."""
        self._choices = choices
        self.head.offer(choices.scheme.layers)
        self.filters.offer(choices, self.filter)

    def show_table(self, table: Table) -> None:
        """List groups; the current one stays current, and so do ticks."""
        figures = table.done >= DONE_BEFORE_FIGURES
        self.view.painted.figures = figures
        self.view.painted.first_ticks = "" if figures else _too_early(table.done)
        if self._fresh:
            self._fresh = False
            self.model.ticks = Ticks(frozenset({Tier.SURE} if figures else ()))
        here = self.view.group.key if self.view.group is not None else None
        place = self.view.currentIndex().row()
        self.model.set_groups(table.groups)
        if table.groups:
            row = self.model.row_of(here)
            self.view.go_to(row if row >= 0 else self.model.group_near(place))
        self._stack.setCurrentIndex(0 if table.groups else 1)
        self.head.say(self.filter, table)
        self._say_empty()
        self._count()

    def show_reach(self, reach: Reach) -> None:
        """Show in numbers what an act on what is ticked would reach."""
        self._reach = reach
        self._tell()

    def say_running(self, words: str) -> None:
        """Say how far an act is; it can be stopped."""
        self._saying.start()
        self.footer.say_running(words)

    def say_done(self, words: str) -> None:
        """Say for a while what an act came to, or that it was taken back."""
        self._saying.start()
        self.footer.say_done(words)

    def chosen(self) -> Ticks | None:
        """Return the ticks of an act: the window's, else the current row's; None for nothing."""
        ticks = self.model.ticks
        if any(ticks.has(group) for group in self.model.groups):
            return ticks
        group = self.view.group
        return None if group is None else Ticks(turned=frozenset({group.key}))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        retheme(self, theme)

    def sizeHint(self) -> QSize:
        """Return a size at which contexts can be read."""
        return QSize(1360, 760)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by letters, as on the page; letters typed into the box come first."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Z and (control or event.modifiers() == redo):
            self.turned.emit(control)
        elif key == Qt.Key.Key_F and control:
            self.head.focus_box()
        elif key == Qt.Key.Key_Down and self.head.typing:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.modifiers() in _PLAIN and key in _LETTERS:
            self._press(key, shift=bool(event.modifiers()))
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key, *, shift: bool) -> None:
        wanted = self.filter
        if key == Qt.Key.Key_A and self.footer.can_accept:
            self.decided.emit(Verdict.ACCEPT)
        elif key == Qt.Key.Key_X and self.footer.can_reject:
            self.decided.emit(Verdict.REJECT)
        elif key == Qt.Key.Key_E:
            self.head.turn_layer()
        elif key == Qt.Key.Key_S and shift:
            self._change(replace(wanted, falling=not wanted.falling))
        elif key == Qt.Key.Key_S:
            sorts = list(Sort)
            self._sort(sorts[(sorts.index(wanted.sort) + 1) % len(sorts)])

    def _sort(self, sort: Sort) -> None:
        """Order by a column; by the same once more the other way round."""
        wanted = self.filter
        again = sort is wanted.sort
        falling = not wanted.falling if again else sort not in (Sort.WORDS, Sort.LABEL)
        self._change(replace(wanted, sort=sort, falling=falling))

    def _narrow(self) -> None:
        layer = _LAYERS[self.head.layer]
        if layer is not self.filter.layer:
            self.filters.clear()
        wanted = replace(BulkFilter(layer), sort=self.filter.sort, falling=self.filter.falling)
        self._change(self.filters.narrowed(asked(self.head.typed, wanted, self._labels(layer))))

    def _change(self, wanted: BulkFilter) -> None:
        if wanted == self.filter:
            return
        other = wanted.layer is not self.filter.layer
        self.filter = wanted
        self._fresh = self._fresh or other
        if other and self._choices is not None:
            self.filters.offer(self._choices, wanted)
        self.view.header.set_sort(wanted.sort, falling=wanted.falling)
        self.asked.emit()

    def _labels(self, layer: Layer) -> Collection[str]:
        if self._choices is None:
            return ()
        return [label.name for label in self._choices.scheme.layer(layer).labels]

    def _count(self) -> None:
        self._timer.start()

    def _release(self) -> None:
        self.footer.release()
        self._tell()

    def _tell(self) -> None:
        """Say what would happen now."""
        group = self.view.group
        if not self._reach.groups and group is not None:
            self.footer.say_current(group, writable=self._writable, state=self.filter.state)
        else:
            self.footer.say(self._reach, writable=self._writable, state=self.filter.state)

    def _say_empty(self) -> None:
        if self.filter.narrowed:
            self._empty.say("search", _("Nothing matches the filter"), action=_("Show all"))
        else:
            entities = self.filter.layer is Layer.ENTITY
            detail = _("What is suggested in open documents stands here.")
            none, no_claim = _("No entity waits for a verdict"), _("No claim waits for a verdict")
            self._empty.say("done", none if entities else no_claim, detail=detail)

    def _show_all(self) -> None:
        self.filters.clear()
        self.head.clear()
        self._narrow()

    def _connect(self) -> None:
        self.head.changed.connect(self._narrow)
        self.filters.changed.connect(self._narrow)
        self._empty.acted.connect(self._show_all)
        self.view.sorted.connect(self._sort)
        self.view.chosen.connect(self.wanted)
        self.view.moved.connect(self._tell)
        self.model.dataChanged.connect(self._count)
        self._timer.timeout.connect(self.counted)
        self.footer.decided.connect(self.decided)
        self.footer.look.connect(self._look)
        self.footer.stopped.connect(self.stopped)
        self._saying.timeout.connect(self._release)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.filters):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)

    def _look(self) -> None:
        if (group := self.view.group) is not None:
            self.wanted.emit(group)


def _too_early(done: int) -> str:
    until = counted(DONE_BEFORE_FIGURES, "done document")
    return _("   ·   ticked beforehand from {until} on, {done} so far").format(
        until=until, done=done
    )


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_LETTERS = (Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_E, Qt.Key.Key_S)
