"""The queue as it lies in its dock: filter, list, progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.domain.queue import DocumentRow, Order, QueueFilter, QueueOutline, Which
from curator.ui import fonts, icons
from curator.ui.metrics import FIELD, QUEUE_WIDTH, Metrics
from curator.ui.queue.model import QueueModel
from curator.ui.queue.view import QueueView
from curator.ui.tokens import Theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.button import Button
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.line import Line
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface

_WHICH = (Which.TO_DO, Which.FLAGGED, Which.DONE, Which.ALL)
_NAMES = ("To do", "Flagged", "Done", "All")
TYPING = 150
"""Milliseconds from the last letter in the filter box until it is used."""


class QueuePanel(Surface):
    """Documents by batch; the rows come when they are asked for.

    Signals:
        opened(int): a document was chosen.
        filter_changed(object): another `QueueFilter`; answer with `set_outline`.
        wanted(int, int, int): rows to deliver: batch id, offset, count.
        import_wanted(): the empty queue's button was pressed.
    """

    opened = Signal(int)
    filter_changed = Signal(object)
    wanted = Signal(int, int, int)
    import_wanted = Signal()

    def __init__(
        self, theme: Theme, *, typing: int = TYPING, parent: QWidget | None = None
    ) -> None:
        """Make an empty queue.

        Args:
            typing: milliseconds from the last letter until the filter is used.
        """
        super().__init__(theme, "panel", parent=parent)
        self._filter, self._open = QueueFilter(), 0
        self._model = QueueModel(self)
        self._view = QueueView(theme, self._model)
        self._empty = EmptyPlace(theme, upright=True)
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        self._empty.setSizePolicy(ignored, preferred)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self._words = QLineEdit(placeholderText="Filter documents")
        self._glass = self._words.addAction(
            icons.icon("search", theme), QLineEdit.ActionPosition.LeadingPosition
        )
        self._which = Segmented(theme, _NAMES, name="Documents shown")
        self._which.set_current(_WHICH.index(self._filter.which))
        self._order = Button(
            theme, Order.IMPORTED.value, kind="ghost", name="Order", height=24, after="down"
        )
        self._footer = _Footer(theme)
        self._timer = QTimer(self, singleShot=True, interval=typing)
        self._fresh, self._reveal = True, False
        self._lay_out()
        self._connect()

    @property
    def filter(self) -> QueueFilter:
        """Which documents are listed."""
        return self._filter

    def set_outline(self, outline: QueueOutline) -> None:
        """Show the queue's shape under the present filter; rows are then asked for."""
        bar = self._view.verticalScrollBar()
        place = 0 if self._fresh else bar.value()
        self._reveal = self._reveal or self._fresh
        self._model.set_outline(outline, fresh=self._fresh)
        self._fresh = False
        self._view.executeDelayedItemsLayout()
        bar.setValue(place)
        self._footer.show_counts(outline.done, outline.total)
        self._stack.setCurrentIndex(0 if outline.documents else 1)
        if not outline.documents:
            self._say_empty(outline)
        self._show_open()
        self._view.fetch()

    def deliver(self, batch_id: int, offset: int, rows: Sequence[DocumentRow]) -> None:
        """Take rows that were wanted: of a batch, from an offset on."""
        self._model.deliver(batch_id, offset, rows)
        if any(row.id == self._open for row in rows):
            self._show_open()

    def update_documents(self, rows: Iterable[DocumentRow]) -> None:
        """Show single documents as they stand now."""
        self._model.update_rows(rows)

    def set_open(self, document_id: int) -> None:
        """Mark the open document; 0 for none."""
        self._open, self._reveal = document_id, True
        self._show_open()

    def set_filter(self, wanted: QueueFilter) -> None:
        """Set filter box and segments as a person would, with the signal."""
        self._words.setText(wanted.words)
        self._which.set_current(_WHICH.index(wanted.which))
        self._use()

    def turn_order(self) -> None:
        """List documents in the next order, with the signal."""
        orders = list(Order)
        place = orders.index(self._filter.order)
        self._change(replace(self._filter, order=orders[(place + 1) % len(orders)]))

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def set_metrics(self, metrics: Metrics) -> None:
        """Take the rows of another density."""
        self._view.set_metrics(metrics)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._glass.setIcon(icons.icon("search", theme))

    def sizeHint(self) -> QSize:
        """Return the width that it has at first."""
        return QSize(QUEUE_WIDTH, 600)

    def _show_open(self) -> None:
        """Mark the open document; bring it into view once, when it is at hand."""
        if self._view.set_open(self._open, reveal=self._reveal):
            self._reveal = False

    def _typed(self) -> None:
        self._timer.start()

    def _use(self) -> None:
        self._timer.stop()
        words = " ".join(self._words.text().split())
        which = _WHICH[self._which.current]
        self._change(replace(self._filter, which=which, words=words))

    def _change(self, wanted: QueueFilter) -> None:
        if wanted != self._filter:
            self._filter, self._fresh = wanted, True
            self._order.set_look(text=wanted.order.value)
            self.filter_changed.emit(wanted)

    def _say_empty(self, outline: QueueOutline) -> None:
        if not outline.total:
            detail = "Drop files here, or import a folder."
            self._empty.say(
                "import", "No documents yet", detail=detail, action="Import", key="Ctrl I"
            )
        elif self._filter.words:
            sentence = f"Nothing matches “{self._filter.words}”"
            detail = "The box looks into titles and texts."
            self._empty.say("search", sentence, detail=detail, action="Show all")
        else:
            icon, sentence = _NOTHING[self._filter.which]
            self._empty.say(icon, sentence, action="Show all")

    def _leave_empty(self) -> None:
        everything = QueueFilter(order=self._filter.order)
        if self._filter == everything:
            self.import_wanted.emit()
        else:
            self.set_filter(everything)

    def _connect(self) -> None:
        self._view.opened.connect(self.opened)
        self._model.wanted.connect(self.wanted)
        self._words.textChanged.connect(self._typed)
        self._words.returnPressed.connect(self._use)
        self._which.chosen.connect(self._use)
        self._order.clicked.connect(self.turn_order)
        self._timer.timeout.connect(self._use)
        self._empty.acted.connect(self._leave_empty)

    def _lay_out(self) -> None:
        self._words.setAccessibleName("Filter documents")
        self._words.setClearButtonEnabled(True)
        self._words.setFixedHeight(FIELD)
        self._words.setFont(fonts.interface(12.5))
        tools = QVBoxLayout()
        tools.setContentsMargins(10, 2, 10, 2)
        tools.setSpacing(8)
        tools.addWidget(self._words)
        tools.addWidget(self._which)
        tools.addWidget(self._order, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        column.addWidget(self._footer)


_NOTHING = {
    Which.TO_DO: ("done", "Nothing left to do"),
    Which.FLAGGED: ("flag", "No document is flagged"),
    Which.DONE: ("todo", "No document is done yet"),
    Which.ALL: ("search", "No document is shown"),
}


class _Footer(Surface):
    """How many documents of the project are done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", lines="top")
        font = fonts.interface(11.5, 500)
        self._text = Line(theme, font)
        self._percent = Line(theme, font, align=Qt.AlignmentFlag.AlignRight)
        self._bar = ThinBar(theme, ground="panel", name="Documents done")
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.setFixedHeight(48)

    def show_counts(self, done: int, total: int) -> None:
        self._text.set_text(f"{done:,} of {total:,} documents done" if total else "")
        share = done / total if total else 0.0
        # Rounded down, so that 100 % means all of them.
        self._percent.set_text(f"{int(share * 100)} %" if total else "")
        self._bar.set_share(share)
        self._bar.setVisible(bool(total))
