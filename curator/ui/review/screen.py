"""The screen shows the open document: page, header, legend, card, list and strip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer

from curator.domain.annotation import Annotation, Layer, Role
from curator.domain.document import SuggesterRow
from curator.domain.faults import Fault
from curator.domain.queue import QueueOutline
from curator.domain.revised import origin
from curator.domain.scheme import Scheme
from curator.services.reading import DONE_BEFORE_FIGURES, History
from curator.services.sentences.weighing import learned
from curator.translation import gettext as _
from curator.ui import dates
from curator.ui.do import Do
from curator.ui.inspector.facts import CardFacts, SameFacts
from curator.ui.inspector.why import decided_before, decided_last, proposed_by
from curator.ui.review import around
from curator.ui.review.open_document import OpenDocument
from curator.ui.soon import Soon, Told
from curator.ui.window import Window

_PAUSE = 200
"""Milliseconds after which it is worked out what to expect of all that the threshold shows."""


class Screen:
    """Draws what it is told; it decides nothing.

    The page is drawn and painted at once; what stands around it once in the turn after, in the next
    frame.

    Attributes:
        document: the open one, None when none is.
        current: id of the current annotation.
        suggesters: who proposed, by id.
        batches: names of batches, by id.
        done_documents: how many documents of the project are done.
        same: asked whom an annotation is.
        kept: parts of the current claim that a person kept.
        held: why nothing can be decided on what is shown; None where it can.
    """

    def __init__(self, window: Window) -> None:
        """Draw in a window."""
        self._window = window
        self._pane = window.pane
        self.document: OpenDocument | None = None
        self.current: int | None = None
        self.suggesters: Mapping[int, SuggesterRow] = {}
        self.batches: Mapping[int, str] = {}
        self.done_documents = 0
        self.same: Callable[[Annotation], SameFacts | None] = lambda _one: None
        self.kept: frozenset[Role] = frozenset()
        self.held: Fault | None = None
        self._why: tuple[int, History] | None = None
        self._told = Told()
        self._soon = Soon(self._draw, window)
        self._counts_due = False
        self._changed: set[int] = set()
        self._expect = QTimer(window, singleShot=True, interval=_PAUSE)
        self._expect.timeout.connect(self._draw_expected)

    @property
    def annotation(self) -> Annotation | None:
        """The current annotation."""
        return self.document.get(self.current) if self.document else None

    def open(self, document: OpenDocument, *, current: int | None) -> None:
        """Show a document with one of its annotations current."""
        self.document = document
        self._changed.clear()
        self._told.forget()
        page = self._pane.page
        page.set_scheme(document.scheme)
        page.set_layers(document.in_view)
        page.open(document.text, document.drawn())
        self._pane.view_bar.set_offered(document.scheme.layers)
        self._pane.show_page()
        self.show_view()
        self.set_current(current)

    def clear(self) -> None:
        """Show no document."""
        self.document = None
        self.current = None
        self._soon.drop()
        self._told.forget()
        self._pane.page.clear()
        self._window.inspector.show_nothing()
        self._pane.strip.clear()

    def say_nothing_open(self, outline: QueueOutline) -> None:
        """Say on the empty page what can be done."""
        if not outline.total:
            detail = _("Drop files here, or import a folder.")
            self._pane.show_empty(
                "import", _("No documents yet"), detail, action=_("Import"), do=Do.IMPORT
            )
        elif outline.done == outline.total:
            detail = _("{total} of {total} documents.").format(total=outline.total)
            self._pane.show_empty(
                "done", _("Every document is done"), detail, action=_("Export"), do=Do.EXPORT
            )

    def set_scheme(self, scheme: Scheme) -> None:
        """Take a scheme with other labels for the same layers."""
        if self.document is not None:
            self.document.scheme = scheme
            self._pane.page.set_scheme(scheme)
            self.show_view()

    def show_view(self) -> None:
        """Show anew what depends on which layers are in view, and from which confidence."""
        document = self.document
        if document is None:
            return
        bar = self._pane.view_bar
        bar.set_layers(document.in_view)
        bar.set_threshold(document.threshold())
        self._pane.page.set_layers(document.in_view)
        self._pane.legend.show_labels(
            [
                (layer, label)
                for layer in (Layer.ENTITY, Layer.CLAIM)
                if layer in document.in_view
                for label in document.scheme.layer(layer).offered
            ]
        )
        self.show_counts()

    def redraw(self) -> None:
        """Draw every annotation anew, because the threshold moved."""
        document = self.document
        if document is not None:
            self._pane.page.drop(document.hidden())
            self._pane.page.put(document.drawn())
            self.show_counts()

    def put(self, drawn: Sequence[Annotation], gone: Iterable[int]) -> None:
        """Draw annotations as they stand now, and take others away."""
        gone = list(gone)
        self._pane.page.drop(gone)
        self._pane.page.put(drawn)
        self._changed.update(gone, (one.id for one in drawn))
        self.show_counts()

    def show_counts(self) -> None:
        """Have counters, the list, the state of the document and the card drawn soon."""
        self._counts_due = True
        self._soon.ask()

    def set_current(self, number: int | None) -> None:
        """Make another annotation current; None for none."""
        if number != self.current:
            self.kept = frozenset()
        self.current = number
        self._pane.page.set_current(number)
        self.show_card()

    def show_history(self, number: int, history: History) -> None:
        """Show what the current annotation's words were decided to be."""
        one = self.annotation
        if one is None or one.id != number or self.document is None:
            return
        self._why = (number, history)
        decided = list(history.elsewhere)
        if history.rejected:
            decided.append(("rejected", history.rejected))
        role = _("a cue") if one.layer is Layer.CLAIM and one.spans(Role.CUE) else ""
        source = (history.source, history.source_elsewhere) if history.source else None
        quote = one.quote(self.document.text)
        self._pane.strip.show_decided(quote, decided, role=role, source=source)
        self.show_card()

    @property
    def _figures(self) -> bool:
        return self.done_documents >= DONE_BEFORE_FIGURES

    def show_card(self) -> None:
        """Have the card of the current annotation drawn soon."""
        self._soon.ask()

    def _draw(self) -> None:
        """Draw what is due around the text, once, and only where it differs."""
        if self.document is None:
            return
        if self._counts_due:
            self._counts_due = False
            self._draw_head(self.document)
            self._draw_counts(self.document)
        self._draw_card(self.document)

    def _draw_head(self, document: OpenDocument) -> None:
        view, header, say = document.view, self._pane.header, self._told.say
        facts = (
            str(view.meta.get("agency") or view.meta.get("source") or ""),
            dates.spoken(str(view.meta.get("date") or "")),
            self.batches.get(view.batch_id, ""),
            _("blind: decide without suggestions") if view.blind else "",
            f"“{view.comment}”" if view.comment else "",
        )
        say(header.show_document, view.title, facts)
        say(header.set_flagged, flagged=view.flagged)
        say(header.set_closed, closed=document.closed())

    def _draw_counts(self, document: OpenDocument) -> None:
        say = self._told.say
        self._pane.page.figures = self._figures
        say(self._pane.header.set_counts, *document.counts())
        say(self._pane.legend.set_counts, document.label_counts())
        which = (document.view.id, document.view.layers, document.in_view, document.scheme)
        say(self._list_all, *which, dict(document.shown_from), figures=self._figures)
        changed, self._changed = self._changed, set()
        listed = [one for one in map(document.get, changed) if one and document.shows(one.id)]
        self._window.inspector.change_list(listed, changed - {one.id for one in listed})
        self._expect.start()

    def _list_all(self, *_which: object, figures: bool) -> None:
        """List everything; single annotations follow as they change."""
        if self.document is not None:
            self._window.inspector.show_list(
                self.document.listed(), self.document.text, self.document.scheme, figures=figures
            )

    def _draw_expected(self) -> None:
        if self.document is not None:
            expected = self.document.expected() if self._figures else None
            self._told.say(self._pane.view_bar.set_expected, expected)

    def _draw_card(self, document: OpenDocument) -> None:
        one = self.annotation
        if one is None:
            self._told.say(self._show_card, self._nothing(document))
        else:
            self._told.say(self._show_card, replace(self.facts(one), same=self.same(one)))

    def _show_card(self, card: CardFacts | dict[str, Any]) -> None:
        if isinstance(card, CardFacts):
            self._window.inspector.show_annotation(card)
        else:
            self._pane.strip.clear()
            self._window.inspector.show_nothing(**card)

    def facts(self, one: Annotation) -> CardFacts:
        """Return what a card says of an annotation of the open document, save whom it is."""
        assert self.document is not None
        return CardFacts(
            annotation=one,
            text=self.document.text,
            scheme=self.document.scheme,
            why=tuple(self._reasons(one)),
            linked=around.linked(self.document, one),
            kept=self.kept if one.id == self.current else frozenset(),
            ladder=around.ladder(self.document, one),
            figures=self._figures,
        )

    def _nothing(self, document: OpenDocument) -> dict[str, Any]:
        left, total = document.counts()
        if left or document.closed():
            return {}
        sentence = _("Nothing left to decide here") if total else _("Nothing is suggested here")
        detail = (
            _("{total} of {total} decided. ").format(total=total)
            if total
            else _("Select text and press a digit. ")
        )
        return {
            "icon": "done",
            "sentence": sentence,
            "detail": _("{detail}Mark it done and go on.").format(detail=detail),
            "action": _("Done"),
            "do": Do.CLOSE,
        }

    def _reasons(self, one: Annotation) -> Iterable[tuple[str, str]]:
        if one.comment:
            yield ("comment", one.comment)
        if older := origin(one):
            yield ("identical", _("carried over from {document}").format(document=older))
        suggester = self.suggesters.get(one.suggester_id or 0)
        if suggester is not None:
            yield ("suggest", proposed_by(suggester, one.pattern))
        if one.layer is Layer.CLAIM and (words := learned(one.evidence)):
            yield ("learn", words)
        if self._why is not None and self._why[0] == one.id:
            yield ("history", decided_before(self._why[1], one.label))
            if last := decided_last(self._why[1]):
                yield ("document", last)
        if one.reason:
            yield ("reject", _("rejected: {reason}").format(reason=one.reason))
