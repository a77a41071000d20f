"""The inspector as it lies in its dock: the card over the list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.domain.annotation import Annotation, Layer, Role
from curator.domain.scheme import Scheme
from curator.translation import gettext as _
from curator.ui.do import Do
from curator.ui.inspector.claim_card import ClaimCard
from curator.ui.inspector.entity_card import EntityCard
from curator.ui.inspector.facts import CardFacts
from curator.ui.inspector.list_view import DocumentList
from curator.ui.metrics import INSPECTOR_WIDTH, Metrics
from curator.ui.tokens import Theme
from curator.ui.widgets.empty import EmptyPlace
from curator.ui.widgets.surface import Surface

_LIST_LEAST = 130
_SPARE = 90
"""So much lower than the one before (logical pixels), a card keeps its height."""
_DRAWER_FROM = 640
"""So wide, card and list have room side by side."""
NOTHING = (
    "entity",
    _("Nothing is current"),
    _("N goes to the next suggestion, a click chooses one."),
)


class InspectorPanel(Surface):
    """The current annotation, and everything in the document.

    Signals:
        accepted(), rejected(), skipped(): a verb was pressed.
        picked(int): a row of the list was chosen; the annotation's id.
        relabelled(str): another label was chosen.
        part_edit(str): a slot of the claim card was pressed; its role.
        attribute_set(str, str): a value was chosen: attribute, value.
        edge_moved(str, str): ``left`` or ``right`` edge; ``out`` or ``in``, by word.
        same_asked(str): what was said to whom it could be, as `SameAs` says it.
        empty_acted(): the button of the empty card was pressed.
    """

    accepted = Signal()
    rejected = Signal()
    skipped = Signal()
    picked = Signal(int)
    relabelled = Signal(str)
    part_edit = Signal(str)
    attribute_set = Signal(str, str)
    edge_moved = Signal(str, str)
    same_asked = Signal(str)
    empty_acted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", parent=parent)
        self._entity = EntityCard(theme)
        self._claim = ClaimCard(theme)
        self._empty = EmptyPlace(theme, upright=True)
        self._stack = _Stack()
        for card in (self._empty, self._entity, self._claim):
            self._stack.addWidget(card)
        self._list = DocumentList(theme)
        self._list.setMinimumHeight(_LIST_LEAST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = _Scroll(self._stack)
        self._column.addWidget(self._scroll)
        self._column.addWidget(self._list, 1)
        self._connect()
        self.show_nothing()

    def show_annotation(self, facts: CardFacts) -> None:
        """Show an annotation on its card, and mark it in the list."""
        card = self._entity if facts.annotation.layer is Layer.ENTITY else self._claim
        card.show_facts(facts)
        self._raise(card)
        self._list.set_current(facts.annotation.id)

    def show_nothing(
        self,
        icon: str = NOTHING[0],
        sentence: str = NOTHING[1],
        detail: str = NOTHING[2],
        *,
        action: str = "",
        do: Do | None = None,
    ) -> None:
        """Show that nothing is current, and what can be done."""
        self._empty.say(icon, sentence, detail=detail, action=action, do=do)
        self._raise(self._empty)
        self._list.set_current(None)

    def show_list(
        self,
        annotations: Iterable[Annotation],
        text: str,
        scheme: Scheme,
        *,
        figures: bool = False,
    ) -> None:
        """List the document's annotations that are in view."""
        self._list.show_annotations(annotations, text, scheme, figures=figures)

    def set_metrics(self, metrics: Metrics) -> None:
        """Take the rows of another density."""
        self._list.set_metrics(metrics)

    def change_list(self, annotations: Iterable[Annotation], gone: Iterable[int]) -> None:
        """List some annotations as they stand now, and others not any more."""
        self._list.change(annotations, gone)

    def edit(self, place: Role | str | None) -> None:
        """Draw the slot of a role, or an attribute by its name, as in edit; None for none."""
        self._claim.edit(place)
        self._scroll.updateGeometry()

    def offer_values(self, attribute: str) -> None:
        """Open the list of values of an attribute of the claim."""
        self._claim.offer_values(attribute)

    def sizeHint(self) -> QSize:
        """Return the width that it has at first."""
        return QSize(INSPECTOR_WIDTH, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie side by side where there is more width than height, as in a drawer."""
        super().resizeEvent(event)
        beside = self.width() >= _DRAWER_FROM and self.height() < self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._column.direction():
            self._column.setDirection(way)
            self._column.setStretch(0, int(beside))
            self._list.set_lines("left" if beside else "top")
            self._scroll.fill(on=beside)

    def _raise(self, card: QWidget) -> None:
        self._stack.setCurrentWidget(card)
        self._stack.settle()
        self._scroll.updateGeometry()

    def _connect(self) -> None:
        for card in (self._entity, self._claim):
            card.accepted.connect(self.accepted)
            card.rejected.connect(self.rejected)
            card.skipped.connect(self.skipped)
            card.relabelled.connect(self.relabelled)
            card.same_asked.connect(self.same_asked)
        self._entity.edge_moved.connect(self.edge_moved)
        self._claim.part_edit.connect(self.part_edit)
        self._claim.attribute_set.connect(self.attribute_set)
        self._claim.picked.connect(self.picked)
        self._list.picked.connect(self.picked)
        self._empty.acted.connect(self.empty_acted)


class _Stack(QStackedWidget):
    """A stack as high as the card on top, or as the one before where that is a little higher.

    So the list below does not jump, and is not painted anew, with every annotation.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before = 0

    def settle(self) -> None:
        """Keep the height that the card on top has now, for those that come."""
        self._before = self.heightForWidth(self.width())

    def heightForWidth(self, width: int) -> int:
        needed = self._needed(width)
        return self._before if needed <= self._before <= needed + _SPARE else needed

    def _needed(self, width: int) -> int:
        card = self.currentWidget()
        layout = card.layout() if card is not None else None
        if layout is None:
            return 0
        bound = layout.hasHeightForWidth()
        return layout.totalHeightForWidth(width) if bound else layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())


class _Scroll(QScrollArea):
    """As high as what it holds where there is room, scrolling where there is not."""

    def __init__(self, inner: _Stack) -> None:
        super().__init__()
        self._inner = inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        # `setWidget` lets what it holds paint its own ground; the panel's is to be seen.
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(300, self._inner.heightForWidth(max(280, self.width())))

    def fill(self, *, on: bool) -> None:
        """Be as high as there is room, or only as what it holds."""
        high = QSizePolicy.Policy.Expanding if on else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._inner.updateGeometry()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 60)
