"""What each action does in a session; actions about projects are the controller's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF

from curator.domain.annotation import Layer, Role, entity_parts, sorted_parts
from curator.domain.decisions import Verdict
from curator.domain.scheme import Label
from curator.services import closing
from curator.translation import gettext as _
from curator.ui import features
from curator.ui.do import Do
from curator.ui.review.open_document import VIEWS
from curator.ui.review.overlaps import Overlaps
from curator.ui.session import Session
from curator.ui.window import Window


class Commands(QObject):
    """Carries actions out on a session, and what is clicked in the window's parts.

    Attributes:
        features: what the session can do beside deciding.
        handlers: what each action does.
    """

    def __init__(self, window: Window, session: Session) -> None:
        """Listen to the window's parts until the session is closed."""
        super().__init__(session)
        self._window = window
        self._session = session
        pane = window.pane
        self._names = _Switch(pane.view_bar.set_labels, pane.page.show_labels)
        self._rejected = _Switch(pane.view_bar.set_rejected, pane.page.show_rejected)
        self._overlaps = Overlaps()
        self.features = features.of_session(window, session)
        self.handlers = self._table()
        for feature in self.features:
            self.handlers.update(feature.handlers())
        self._heard = self._slots()
        for signal, slot in self._heard:
            signal.connect(slot)

    def close(self) -> None:
        """Listen no more; the window's parts outlive the session."""
        for signal, slot in self._heard:
            signal.disconnect(slot)
        self._heard = []
        for feature in self.features:
            feature.close()

    def set_label(self, layer: Layer, label: str) -> None:
        """Give the selected text, else the current annotation, a label of a layer."""
        document = self._session.screen.document
        selection = self._window.pane.page.selection()
        one = self._session.screen.annotation
        if document is None or not self._session.writable:
            return
        if selection is not None:
            claim = layer is Layer.CLAIM
            parts = sorted_parts({Role.CONTENT: [selection]}) if claim else entity_parts(*selection)
            self._session.reviewer.add(layer, label, parts)
            self._window.pane.page.select(selection[0], selection[0])
        elif one is not None and one.layer is layer:
            self._session.reviewer.relabel(label)

    def labels(self) -> list[tuple[Layer, Label]]:
        """Return the labels that a digit or the palette can set now."""
        document = self._session.screen.document
        layer = self._layer()
        if document is None or layer is None:
            return []
        return [(layer, label) for label in document.scheme.layer(layer).offered]

    def _table(self) -> dict[Do, Callable[[], Any]]:
        session, pane = self._session, self._window.pane
        reviewer = session.reviewer
        return {
            Do.UNDO: session.undoing.undo,
            Do.REDO: session.undoing.redo,
            Do.COPY: pane.page.copy,
            Do.FILTER: self._window.queue.focus_filter,
            Do.ORDER: self._window.queue.tools.offer_orders,
            Do.VIEW: self._next_view,
            Do.LABELS: self._names.flip,
            Do.REJECTED: self._rejected.flip,
            Do.ACCEPT: partial(reviewer.judge, Verdict.ACCEPT),
            Do.REJECT: partial(reviewer.judge, Verdict.REJECT),
            Do.REJECT_BECAUSE: session.reasons.ask,
            Do.UNSURE: partial(reviewer.judge, Verdict.UNSURE),
            Do.SKIP: reviewer.go,
            Do.NEXT: reviewer.go,
            Do.PREVIOUS: partial(reviewer.go, forward=False),
            Do.OVERLAP: self._overlap,
            Do.REMOVE: partial(reviewer.judge, Verdict.REMOVE),
            Do.CLAIM: session.parts.begin,
            Do.CLOSE: session.closer.press,
            Do.FLAG: self._flag,
            Do.NEXT_DOCUMENT: session.steps.skip,
            Do.PREVIOUS_DOCUMENT: partial(session.steps.step, forward=False),
            Do.SUGGEST: partial(session.suggest, again=True),
        }

    def _slots(self) -> list[tuple[Any, Callable[..., Any]]]:
        pane, inspector = self._window.pane, self._window.inspector
        reviewer, viewing = self._session.reviewer, self._session.viewing
        return [
            (pane.digit, self._digit),
            (pane.page.picked, reviewer.make_current),
            (pane.page.accepted, self._accept),
            (pane.page.customContextMenuRequested, self._pop_up),
            (pane.legend.chosen, self._legend),
            (pane.view_bar.layers_chosen, viewing.set_layers),
            (pane.view_bar.threshold_moved, viewing.show_from),
            (pane.view_bar.labels_toggled, self._names.set),
            (pane.view_bar.rejected_toggled, self._rejected.set),
            (inspector.picked, reviewer.make_current),
            (inspector.relabelled, self._relabel),
            (inspector.attribute_set, self._attribute),
            (self._window.queue.opened, self._session.open),
            *(
                (signal, partial(self._window.triggered.emit, do))
                for signal, do in (
                    (inspector.accepted, Do.ACCEPT),
                    (inspector.rejected, Do.REJECT),
                    (inspector.skipped, Do.SKIP),
                    (inspector.empty_acted, Do.CLOSE),
                    (pane.header.done, Do.CLOSE),
                    (pane.header.flagged, Do.FLAG),
                    (self._window.status.undo, Do.UNDO),
                )
            ),
        ]

    def _next_view(self) -> None:
        """Bring entities, claims or both into view, in turn."""
        document = self._session.screen.document
        if document is not None and len(document.scheme.layers) > 1:
            place = VIEWS.index(document.in_view)
            self._session.viewing.set_layers(VIEWS[(place + 1) % len(VIEWS)])

    def _overlap(self) -> None:
        """Go through everything that lies here, and round."""
        one, document = self._session.screen.annotation, self._session.screen.document
        if one is not None and document is not None:
            self._session.reviewer.make_current(self._overlaps.next(document, one))

    def _digit(self, digit: str) -> None:
        for layer, label in self.labels():
            if label.key == digit:
                self.set_label(layer, label.name)
                return

    def _layer(self) -> Layer | None:
        """Whose labels digits mean: the selection's, else the current annotation's."""
        document, one = self._session.screen.document, self._session.screen.annotation
        if document is None:
            return None
        if self._window.pane.page.selection() is not None:
            return Layer.ENTITY if Layer.ENTITY in document.in_view else Layer.CLAIM
        return one.layer if one is not None else None

    def _pop_up(self, place: QPoint) -> None:
        """Offer what can be done with the annotation under the pointer."""
        page = self._window.pane.page
        under = page.under(QPointF(place))
        if under and self._session.screen.current not in under:
            self._session.reviewer.make_current(under[0])
        page.put_caret(QPointF(place))
        self._window.menu_row.pop_up(_("Annotate"), page.viewport().mapToGlobal(place))

    def _legend(self, layer: str, label: str) -> None:
        self.set_label(Layer(layer), label)

    def _accept(self, number: int) -> None:
        if self._session.writable:
            self._session.reviewer.accept(number)

    def _relabel(self, label: str) -> None:
        if self._session.writable:
            self._session.reviewer.relabel(label)

    def _attribute(self, name: str, value: str) -> None:
        if self._session.writable:
            self._session.reviewer.set_attribute(name, value)

    def _flag(self) -> None:
        document = self._session.screen.document
        if document is not None:
            number, flagged = document.view.id, not document.view.flagged
            self._session.reviewer.run(
                lambda project: closing.flag(project, number, flagged=flagged)
            )


class _Switch:
    """Something that is shown or not, on the page and in the view bar."""

    def __init__(self, say: Callable[..., Any], draw: Callable[..., Any]) -> None:
        self._say, self._draw = say, draw
        self._on = False
        self.set(self._on)

    def set(self, on: bool) -> None:  # noqa: FBT001 - what Qt's signals hand over
        self._on = on
        self._say(shown=on)
        self._draw(on=on)

    def flip(self) -> None:
        self.set(not self._on)
