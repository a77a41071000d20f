"""The open document as the screen has it: plain values, no Qt, no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from curator.domain.annotation import GONE, Annotation, Layer
from curator.domain.changes import Changes, LayerState
from curator.domain.document import DocumentView
from curator.domain.learning.calibration import Expected, error_expected
from curator.domain.scheme import Scheme
from curator.ui.review.drawn import Drawn

VIEWS = (
    frozenset({Layer.ENTITY, Layer.CLAIM}),
    frozenset({Layer.ENTITY}),
    frozenset({Layer.CLAIM}),
)
"""What `E` goes through."""


class OpenDocument:
    """What is shown of a document, counted, and gone through.

    A candidate that the threshold shows bears its id below zero.

    Attributes:
        view: as it was opened, with the state of its layers kept up to date.
        scheme: the project's.
        in_view: layers that are drawn, counted and gone through.
        shown_from: confidence from which suggestions of a layer are shown, 0–1.
    """

    def __init__(
        self,
        view: DocumentView,
        scheme: Scheme,
        in_view: frozenset[Layer],
        *,
        shown_from: Mapping[Layer, float] | None = None,
    ) -> None:
        """Take a document as it was read.

        Args:
            view: the document.
            scheme: the project's.
            in_view: layers that are drawn, counted and gone through.
            shown_from: confidence from which layers are shown, 0–1; the scheme's by default.
        """
        self.view = view
        self.scheme = scheme
        self.in_view = in_view
        by_scheme = {layer: part.shown_from for layer, part in scheme.layers.items()}
        self.shown_from = {**by_scheme, **(shown_from or {})}
        self._annotations = {one.id: one for one in view.annotations}
        self._candidates = _below(view)
        self._drawn = self._arranged()

    @property
    def text(self) -> str:
        """The stored text."""
        return self.view.text

    def get(self, number: int | None) -> Annotation | None:
        """Return what has an id, None when there is nothing."""
        if number is None:
            return None
        return self._annotations.get(number) or self._candidates.get(number)

    def threshold(self) -> float:
        """Return the confidence from which the layer in view is shown; claims' when both are."""
        return self.shown_from.get(self._layer(), 0.0)

    def show_from(self, value: float) -> None:
        """Move the threshold of the layer in view, of claims when both are; 0–1."""
        self.shown_from[self._layer()] = value
        self._drawn = self._arranged()

    def expected(self) -> Expected:
        """Return what to expect of the suggestions that the threshold lets through."""
        layer = self._layer()
        undecided = (one for one in self.known() if one.layer is layer and one.undecided)
        return error_expected(map(_confidence, undecided), self.threshold())

    def drawn(self) -> list[Annotation]:
        """Return everything that the page may draw, in reading order."""
        return self._drawn.all()

    def listed(self) -> list[Annotation]:
        """Return what is in view, in reading order."""
        return self._drawn.all(self.in_view)

    def claims(self) -> list[Annotation]:
        """Return the claims that the page may draw, in reading order."""
        return self._drawn.all((Layer.CLAIM,))

    def known(self) -> list[Annotation]:
        """Return all annotations and all candidates below a threshold, in no order."""
        return [*self._annotations.values(), *self._candidates.values()]

    def between(self, first: int, last: int) -> Iterable[Annotation]:
        """Return what is in view and stands between two offsets (code points), in no order."""
        return self._drawn.between(first, last, self.in_view)

    def unresolved(self) -> list[Annotation]:
        """Return what waits for a verdict in what is in view."""
        return self._drawn.waiting(self.in_view)

    def counts(self) -> tuple[int, int]:
        """Return how many of the annotations in view wait for a verdict, and how many there are."""
        return self._drawn.counts(self.in_view)

    def label_counts(self) -> Mapping[tuple[Layer, str], int]:
        """Return how many annotations there are of each layer and label, rejected ones not."""
        return self._drawn.label_counts(self.in_view)

    def shows(self, number: int | None) -> bool:
        """Return whether there is an annotation with an id, and it is drawn."""
        return number in self._drawn

    def hidden(self) -> frozenset[int]:
        """Return ids of everything that is known and not drawn, such as below the threshold."""
        shown = {one.id for one in self.drawn()}
        return frozenset((self._annotations.keys() | self._candidates.keys()) - shown)

    def next(self, here: Annotation | int | None, *, forward: bool = True) -> int | None:
        """Return the next waiting annotation, going round; None when none waits.

        Args:
            here: the annotation to go on from, by its id or, because it may be gone, itself.
            forward: False for the one before.
        """
        one = here if isinstance(here, Annotation) else self.get(here)
        place = one.place if one is not None else None
        return self._drawn.next(self.in_view, place, forward=forward)

    def put(self, annotations: Iterable[Annotation]) -> tuple[list[Annotation], list[int]]:
        """Take annotations as they stand now.

        Returns:
            Those that the page must draw anew, and ids that it must not draw any more.
        """
        drawn: list[Annotation] = []
        gone: list[int] = []
        for one in annotations:
            if one.document_id != self.view.id:
                continue
            if one.id < 0 and one.id in self._candidates:
                self._candidates[one.id] = one
            elif one.state in GONE:
                self._annotations.pop(one.id, None)
            else:
                self._annotations[one.id] = one
            if self._is_drawn(one):
                self._drawn.put(one)
                drawn.append(one)
            else:
                self._drawn.drop(one.id)
                gone.append(one.id)
        return drawn, gone

    def concerns(self, changes: Changes) -> bool:
        """Whether changes are about this document."""
        about = {one.document_id for one in (*changes.annotations, *changes.returned)}
        about |= {state.document_id for state in changes.layers}
        return self.view.id in changes.documents | about or any(
            self.get(number) is not None for number in changes.vanished
        )

    def take(self, changes: Changes) -> tuple[list[Annotation], list[int]]:
        """Take what an act changed; returns what `put` does."""
        for number in changes.vanished:
            self._annotations.pop(number, None)
            self._candidates.pop(number, None)
            self._drawn.drop(number)
        own = [one for one in changes.returned if one.document_id == self.view.id]
        self._candidates.update((one.id, one) for one in own)
        drawn, gone = self.put((*changes.annotations, *changes.returned))
        states: dict[Layer, LayerState] = {
            state.layer: state for state in changes.layers if state.document_id == self.view.id
        }
        before, self.view = self.view, replace(self.view, layers={**self.view.layers, **states})
        if any(_hides(before.layers.get(layer)) != _hides(one) for layer, one in states.items()):
            self._drawn = self._arranged()
        if self.view.id in changes.documents and (flagged := _flagged(changes)) is not None:
            self.view = replace(self.view, flagged=flagged)
        if self.view.id in changes.documents and (said := _commented(changes)) is not None:
            self.view = replace(self.view, comment=said or None)
        return drawn, [*gone, *changes.vanished]

    def with_candidates(self, view: DocumentView) -> Changes:
        """Return how candidates differ where the document was read anew, for `take`.

        A suggester gives its candidates anew, and ids may be given again; those with a verdict
        that is on its way stay.
        """
        now, before = _below(view), self._candidates
        old = [one.id for one in before.values() if one.undecided]
        new = [one for one in now.values() if one.id not in before or before[one.id].undecided]
        return Changes(
            vanished=tuple(number for number in old if number not in now),
            returned=tuple(one for one in new if before.get(one.id) != one),
        )

    def closed(self) -> bool:
        """Whether everything in view is closed for this document."""
        states = [self.view.layers[layer] for layer in self.in_view if layer in self.view.layers]
        return bool(states) and all(state.reviewed for state in states)

    def open_layers(self) -> list[Layer]:
        """Return the layers in view that are not closed."""
        return [
            layer
            for layer in self.in_view
            if layer in self.view.layers and not self.view.layers[layer].reviewed
        ]

    def _arranged(self) -> Drawn:
        return Drawn(one for one in self.known() if self._is_drawn(one))

    def _layer(self) -> Layer:
        """Whose threshold the slider moves: that of claims when both are in view."""
        return Layer.CLAIM if Layer.CLAIM in self.in_view else Layer.ENTITY

    def _is_drawn(self, one: Annotation) -> bool:
        if one.state in GONE or one.layer not in self.scheme.layers:
            return False
        if not one.undecided:
            return True
        if _hides(self.view.layers.get(one.layer)) and not one.by_hand:
            return False
        return _confidence(one) >= self.shown_from.get(one.layer, 0.0)


def _hides(state: LayerState | None) -> bool:
    """Whether a layer shows no suggestions: it is blind, and open."""
    return state is not None and state.blind and not state.reviewed


def _confidence(one: Annotation) -> float:
    """How sure it is, 0–1; certain where nobody says."""
    sure = one.confidence if one.confidence is not None else one.score
    return 1.0 if sure is None else sure


def _below(view: DocumentView) -> dict[int, Annotation]:
    """What is below a threshold, by its id below zero."""
    found = (one.annotation for one in view.candidates if one.why == "below")
    return {-one.id: replace(one, id=-one.id) for one in found}


def _flagged(changes: Changes) -> bool | None:
    """Whether changes flag their document; None when they do not say."""
    code = changes.facts.get("of") if changes.undoes else changes.code
    if code not in ("flag", "unflag"):
        return None
    return (code == "flag") is not (changes.code == "undo")


def _commented(changes: Changes) -> str | None:
    """Which comment changes leave on their document; None when they do not say."""
    code = changes.facts.get("of") if changes.undoes else changes.code
    if code != "comment document":
        return None
    return str(changes.facts["before" if changes.code == "undo" else "comment"])
