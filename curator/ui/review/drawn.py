"""What of a document is drawn: in reading order, what waits apart, counted as it changes."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter

from curator.domain.annotation import Annotation, Layer, State
from curator.ui.ordered import Key, Ordered

_PLACE = attrgetter("place")


class Drawn:
    """The annotations that the page may draw; one verdict costs the same in any document."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        """Take all of them at once."""
        known = list(annotations)
        waiting = [one for one in known if one.undecided]
        self._all = {layer: Ordered(_PLACE, _of(known, layer)) for layer in Layer}
        self._waiting = {layer: Ordered(_PLACE, _of(waiting, layer)) for layer in Layer}
        self._labels = Counter((o.layer, o.label) for o in known if o.state is not State.REJECTED)

    def __contains__(self, number: object) -> bool:
        return any(number in order for order in self._all.values())

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or put it in the place of the one with its id."""
        layer = annotation.layer
        before = self._all[layer].get(annotation.id)
        if before is None:
            self.drop(annotation.id)
        else:
            self._count(before, -1)
        self._count(annotation, 1)
        self._all[layer].put(annotation)
        if annotation.undecided:
            self._waiting[layer].put(annotation)
        else:
            self._waiting[layer].drop(annotation.id)

    def drop(self, number: int) -> None:
        """Take an annotation away if it is here."""
        for layer, order in self._all.items():
            one = order.get(number)
            if one is not None:
                order.drop(number)
                self._waiting[layer].drop(number)
                self._count(one, -1)

    def _count(self, annotation: Annotation, step: int) -> None:
        if annotation.state is not State.REJECTED:
            self._labels[annotation.layer, annotation.label] += step

    def all(self, layers: Collection[Layer] = tuple(Layer)) -> list[Annotation]:
        """Return the annotations of layers, in reading order."""
        return _merged(self._all, layers)

    def waiting(self, layers: Collection[Layer]) -> list[Annotation]:
        """Return those that wait for a verdict, in reading order."""
        return _merged(self._waiting, layers)

    def counts(self, layers: Iterable[Layer]) -> tuple[int, int]:
        """Return how many wait for a verdict, and how many there are."""
        sizes = [(len(self._waiting[layer]), len(self._all[layer])) for layer in layers]
        return sum(waiting for waiting, _all in sizes), sum(all_ for _waiting, all_ in sizes)

    def label_counts(self, layers: Collection[Layer]) -> Mapping[tuple[Layer, str], int]:
        """Return how many there are of each layer and label, rejected ones not."""
        return {key: n for key, n in self._labels.items() if n and key[0] in layers}

    def next(self, layers: Iterable[Layer], place: Key | None, *, forward: bool) -> int | None:
        """Return the id of the next that waits behind a place, or before it, going round.

        Args:
            layers: in which it may be.
            place: to go on from; None begins at the first, or the last.
            forward: False for the one before.

        Returns:
            An id, None when none waits.
        """
        orders = [self._waiting[layer] for layer in layers]
        first = min if forward else max
        found = [_beyond(order, place, forward=forward) for order in orders]
        if not any(found):
            found = [_beyond(order, None, forward=forward) for order in orders]
        return first((one for one in found if one), key=_PLACE).id if any(found) else None

    def between(self, first: int, last: int, layers: Iterable[Layer]) -> Iterable[Annotation]:
        """Yield what stands for its annotation between two offsets (code points)."""
        for layer in layers:
            order = self._all[layer]
            whole = layer is Layer.CLAIM  # its place is its content's, and its cue may lie before
            row = 0 if whole else order.row_of_key((first,))
            while row < len(order) and (whole or order[row].start < last):
                if first <= order[row].anchor.start < last:
                    yield order[row]
                row += 1


def _of(annotations: Iterable[Annotation], layer: Layer) -> Iterable[Annotation]:
    return (one for one in annotations if one.layer is layer)


def _merged(orders: Mapping[Layer, Ordered], layers: Collection[Layer]) -> list[Annotation]:
    wanted = [orders[layer] for layer in Layer if layer in layers and len(orders[layer])]
    if len(wanted) == 1:
        return list(wanted[0])
    return list(heapq.merge(*wanted, key=_PLACE))


def _beyond(order: Ordered, place: Key | None, *, forward: bool) -> Annotation | None:
    """Return the first of an order behind a place, or the last before it."""
    if place is not None:
        return order.after(place) if forward else order.before(place)
    return (order[0] if forward else order[-1]) if len(order) else None
