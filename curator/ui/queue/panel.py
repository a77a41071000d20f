"""The queue as it lies in its dock: filter, list, progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from curator.domain.queue import DocumentRow, QueueFilter, QueueOutline, Which
from curator.translation import gettext as _
from curator.ui import fonts
from curator.ui.do import Do
from curator.ui.metrics import QUEUE_WIDTH, Metrics
from curator.ui.queue.model import QueueModel
from curator.ui.queue.tools import QueueTools
from curator.ui.queue.view import QueueView
from curator.ui.tokens import Theme
from curator.ui.widgets.bar import ThinBar
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.line import Line
from curator.ui.widgets.surface import Surface

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
        self._open = 0
        self._model = QueueModel(self)
        self._view = QueueView(theme, self._model)
        self._empty = EmptyPlace(theme, upright=True)
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        self._empty.setSizePolicy(ignored, preferred)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self._tools = QueueTools(theme, typing=typing)
        self._footer = _Footer(theme)
        self._fresh, self._reveal = True, False
        self._lay_out()
        self._connect()

    @property
    def filter(self) -> QueueFilter:
        """Which documents are listed."""
        return self._tools.filter

    @property
    def tools(self) -> QueueTools:
        """What says which are listed, and in which order."""
        return self._tools

    def set_outline(self, outline: QueueOutline) -> None:
        """Show the queue's shape under the present filter; rows are then asked for."""
        bar = self._view.verticalScrollBar()
        place = 0 if self._fresh else bar.value()
        self._reveal = self._reveal or self._fresh
        self._model.set_outline(outline, fresh=self._fresh)
        self._fresh = False
        self._view.executeDelayedItemsLayout()
        bar.setValue(place)
        if not self.filter.narrows:
            self._tools.know_batches([batch.name for batch in outline.batches])
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
        self._tools.set_filter(wanted)

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self._tools.focus()

    def set_metrics(self, metrics: Metrics) -> None:
        """Take the rows of another density."""
        self._view.set_metrics(metrics)

    def sizeHint(self) -> QSize:
        """Return the width that it has at first."""
        return QSize(QUEUE_WIDTH, 600)

    def _show_open(self) -> None:
        """Mark the open document; bring it into view once, when it is at hand."""
        if self._view.set_open(self._open, reveal=self._reveal):
            self._reveal = False

    def _chosen(self, wanted: QueueFilter) -> None:
        self._fresh = True
        self.filter_changed.emit(wanted)

    def _say_empty(self, outline: QueueOutline) -> None:
        if not outline.total:
            detail = _("Drop files here, or import a folder.")
            self._empty.say(
                "import", _("No documents yet"), detail=detail, action=_("Import"), do=Do.IMPORT
            )
        elif self.filter.words:
            sentence = _("Nothing matches “{words}”").format(words=self.filter.words)
            which = self.filter.which
            detail = (
                ""
                if which is Which.ALL
                else _("Only what is {which} is looked through.").format(which=which)
            )
            self._empty.say("search", sentence, detail=detail, action=_("Clear the filter"))
        else:
            icon, sentence = _NOTHING[self.filter.which]
            self._empty.say(icon, sentence, action=_("Show all"))

    def _leave_empty(self) -> None:
        if self.filter.narrows:
            self.set_filter(QueueFilter(order=self.filter.order))
        else:
            self.import_wanted.emit()

    def _connect(self) -> None:
        self._view.opened.connect(self.opened)
        self._model.wanted.connect(self.wanted)
        self._tools.chosen.connect(self._chosen)
        self._empty.acted.connect(self._leave_empty)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(self._stack, 1)
        column.addWidget(self._footer)


_NOTHING = {
    Which.TO_DO: ("done", _("Nothing left to do")),
    Which.FLAGGED: ("flag", _("No document is flagged")),
    Which.DONE: ("todo", _("No document is done yet")),
    Which.ALL: ("search", _("No document is shown")),
}


class _Footer(Surface):
    """How many documents of the project are done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", lines="top")
        font = fonts.interface(11.5, 500)
        self._text = Line(theme, font)
        self._percent = Line(theme, font, align=Qt.AlignmentFlag.AlignRight)
        self._bar = ThinBar(theme, ground="panel", name=_("Documents done"))
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
        self._text.set_text(
            _("{done:,} of {total:,} documents done").format(done=done, total=total)
            if total
            else ""
        )
        share = done / total if total else 0.0
        # Rounded down, so that 100 % means all of them.
        self._percent.set_text(f"{int(share * 100)} %" if total else "")
        self._bar.set_share(share)
        self._bar.setVisible(bool(total))
