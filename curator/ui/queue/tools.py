"""What stands over the queue: the filter box with its menu, the segments, the order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from curator.domain import queue_words
from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.queue import Order, QueueFilter, Which
from curator.domain.queue_words import Key
from curator.services import wording
from curator.services.sentences.names import named
from curator.translation import gettext as _
from curator.ui import fonts, paint
from curator.ui.metrics import FIELD
from curator.ui.queue import filter_menu
from curator.ui.tokens import Theme
from curator.ui.widgets.button import Button
from curator.ui.widgets.glass import Glass
from curator.ui.widgets.segmented import Segmented
from curator.ui.widgets.surface import Surface

_WHICH = (Which.TO_DO, Which.FLAGGED, Which.DONE, Which.ALL)
_NAMES = (_("To do"), _("Flagged"), _("Done"), _("All"))
_TIP = _(
    "Words in titles and texts, and label:ORG, entities:open, date:2024-03 and others; "
    "the menu below writes them"
)


class QueueTools(Surface):
    """Says which documents the queue lists, and in which order.

    Signals:
        chosen(object): another `QueueFilter`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, *, typing: int, parent: QWidget | None = None) -> None:
        """Make them; they leave every document.

        Args:
            typing: milliseconds from the last letter until the filter is used.
        """
        super().__init__(theme, "panel", parent=parent)
        self._filter = QueueFilter()
        self._labels: Mapping[Layer, Sequence[str]] = {}
        self._batches: Sequence[str] = ()
        self._words = QLineEdit(placeholderText=_("Filter documents"))
        self._glass = Glass(theme, self._words)
        self._wrong = QLabel()
        self._which = Segmented(theme, _NAMES, name=_("Documents shown"))
        self._which.set_current(_WHICH.index(self._filter.which))
        self._menu = self._button(_("Filter by …"), name=_("Filter by"), icon="filter")
        self._order = self._button(named(Order.IMPORTED), name=_("Order of documents"))
        self._timer = QTimer(self, singleShot=True, interval=typing)
        self._lay_out()
        self._words.textChanged.connect(self._typed)
        self._words.returnPressed.connect(self.use)
        self._which.chosen.connect(self.use)
        self._menu.clicked.connect(self.offer_terms)
        self._order.clicked.connect(self.offer_orders)
        self._timer.timeout.connect(self.use)

    @property
    def filter(self) -> QueueFilter:
        """The newest filter that can be read."""
        return self._filter

    def know(self, labels: Mapping[Layer, Sequence[str]]) -> None:
        """Take the labels that can be filtered by."""
        self._labels = labels

    def know_batches(self, names: Sequence[str]) -> None:
        """Take the names of batches that can be filtered by."""
        self._batches = names

    def set_filter(self, wanted: QueueFilter) -> None:
        """Set box and segments as a person would, with the signal."""
        self._words.setText(wanted.words)
        self._which.set_current(_WHICH.index(wanted.which))
        self._use(wanted.order)

    def set_order(self, order: Order) -> None:
        """List documents in another order, with the signal."""
        self._change(replace(self._filter, order=order))

    def focus(self) -> None:
        """Put the caret into the filter box."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def use(self) -> None:
        """Filter by what box and segments say; where it cannot be read, say why."""
        self._use(self._filter.order)

    def offer_terms(self) -> None:
        """Open the menu that writes terms into the box."""
        menu = filter_menu.terms(self, self._labels, self._batches, self._write)
        menu.addSeparator()
        clear = menu.addAction(_("Clear the filter"))
        clear.setEnabled(self._filter.narrows or bool(self._words.text()))
        clear.triggered.connect(lambda: self.set_filter(QueueFilter(order=self._filter.order)))
        self._pop_up(menu, self._menu)

    def offer_orders(self) -> None:
        """Open the menu of orders."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order in Order:
            action = menu.addAction(named(order).capitalize())
            action.setCheckable(True)
            action.setChecked(order is self._filter.order)
            action.triggered.connect(lambda _on=False, order=order: self.set_order(order))
            group.addAction(action)
        self._pop_up(menu, self._order)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        super().set_theme(theme)
        self._glass.set_theme(theme)
        self._ink()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the ink of what is wrong when a style sheet is laid over it."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._ink()

    def _use(self, order: Order) -> None:
        self._timer.stop()
        words = " ".join(self._words.text().split())
        try:
            for term in queue_words.read(words):
                if term.key is Key.LABEL:
                    self._check(term.values)
        except Fault as fault:
            self._say(wording.fault(fault).line)
            return
        self._say("")
        which = _WHICH[self._which.current]
        self._change(QueueFilter(which, words, order))

    def _write(self, key: Key, value: str) -> None:
        """Write a term as it is typed; one that needs more waits for it, the caret behind it."""
        self._words.setText(queue_words.with_term(self._words.text(), key, value))
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.use()

    def _check(self, labels: Sequence[str]) -> None:
        known = [name for names in self._labels.values() for name in names]
        folded = {name.casefold() for name in known}
        for label in labels:
            if known and label.casefold() not in folded:
                raise Fault("filter.label", label=label, known=", ".join(known[:12]))

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self._words.setAccessibleDescription(words)

    def _typed(self) -> None:
        self._timer.start()

    def _change(self, wanted: QueueFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._order.set_look(text=named(wanted.order))
            self.chosen.emit(wanted)

    def _pop_up(self, menu: QMenu, button: Button) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _button(self, text: str, *, name: str, icon: str = "") -> Button:
        return Button(self.theme, text, kind="ghost", name=name, height=24, after="down", icon=icon)

    def _ink(self) -> None:
        palette = self._wrong.palette()
        palette.setColor(palette.ColorRole.WindowText, paint.colour(self.theme.warn))
        self._wrong.setPalette(palette)

    def _lay_out(self) -> None:
        self._words.setAccessibleName(_("Filter documents"))
        self._words.setToolTip(_TIP)
        self._words.setClearButtonEnabled(True)
        self._words.setFixedHeight(FIELD)
        self._words.setFont(fonts.interface(12.5))
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setFont(fonts.interface(11.5))
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._ink()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 2)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._wrong)
        column.addWidget(self._which)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._menu)
        row.addStretch(1)
        row.addWidget(self._order)
        column.addLayout(row)
