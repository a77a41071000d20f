"""What of a project goes out: documents, and of each the annotations that were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.document import DocumentView
from curator.domain.faults import Fault
from curator.domain.gold import Selection
from curator.domain.scheme import Scheme
from curator.formats.outgoing import CANDIDATE, LeftOut, OutAnnotation, Outgoing
from curator.services import export_log
from curator.services.export_ids import export_ids
from curator.store import documents, schemes
from curator.store import gold as kept
from curator.store.transaction import Tx

Row = tuple[Annotation, str | None]
"""An annotation, and the state that it goes out in where that is not its own."""


class Counted(NamedTuple):
    """How much of what goes out, each by its name.

    Attributes:
        layers: how many annotations of a layer.
        labels: of a label, by layer.
        states: in a state.
        how: decided by a means.
        lost: what renaming left out, or made one with others.
    """

    layers: Counter[str]
    labels: dict[str, Counter[str]]
    states: Counter[str]
    how: Counter[str]
    lost: list[LeftOut]

    @classmethod
    def none(cls) -> Counted:
        """Begin at nothing."""
        return cls(Counter(), {}, Counter(), Counter(), [])


def _labels(scheme: Scheme, named: Iterable[str]) -> dict[Layer, set[str]]:
    """Return the labels that were named, by layer."""
    found: dict[Layer, set[str]] = {}
    for one in sorted(named):
        layer, colon, label = one.partition(":")
        having = [
            each
            for each, part in scheme.layers.items()
            if (part.label(one) if not colon else each == layer and part.label(label))
        ]
        if len(having) != 1:
            raise Fault("export.label", label=one)
        found.setdefault(having[0], set()).add(label if colon else one)
    return found


class Renamed:
    """What labels are called outside, and what is lost by it."""

    def __init__(self, scheme: Scheme, names: Mapping[str, str]) -> None:
        """Read the names.

        Raises:
            Fault: ``export.label`` for a label that the scheme has not.
        """
        self._names = {
            (layer, label): new.strip()
            for one, new in names.items()
            for layer, labels in _labels(scheme, [one]).items()
            for label in labels
        }
        found = Counter(
            (layer, self.of(layer, label.name))
            for layer, part in scheme.layers.items()
            for label in part.labels
        )
        self._merged = {pair for pair, n in found.items() if n > 1}

    def of(self, layer: Layer, label: str) -> str:
        """Return what a label is called outside; empty where it is left out."""
        return self._names.get((layer, label), label)

    def apply(
        self, document: str, given: tuple[OutAnnotation, ...], lost: list[LeftOut]
    ) -> tuple[OutAnnotation, ...]:
        """Return annotations under their names outside, and say what is lost."""
        if not self._names:
            return given
        kept = []
        for one in given:
            layer, label = one.annotation.layer, one.annotation.label
            new = self.of(layer, label)
            if not new:
                lost.append(LeftOut(document, one.id, "mapped_out"))
                continue
            if (layer, new) in self._merged:
                lost.append(LeftOut(document, one.id, "merged"))
            kept.append(replace(one, annotation=replace(one.annotation, label=new)))
        names = {one.id for one in kept}
        return tuple(
            replace(one, links=tuple(link for link in one.links if link[1] in names))
            for one in kept
        )


class Picker:
    """Chooses what a selection takes, within one transaction.

    Attributes:
        until: how many change sets count; None for all.
        scheme: in force now.
        used: the suggesters of what was chosen so far.

    Raises:
        Fault: ``export.label`` for a label that the scheme has not, ``export.as_of`` for no
            moment of the project.
    """

    def __init__(
        self, tx: Tx, selection: Selection, renamed: Mapping[str, str] | None = None
    ) -> None:
        self._tx = tx
        self._selection = selection
        self.until = kept.moment(tx, selection.as_of)
        self.scheme = schemes.current(tx)
        self.suggesters = schemes.suggesters(tx)
        self.used: set[int] = set()
        self._layers = tuple(
            layer
            for layer in self.scheme.layers
            if not selection.layers or layer in selection.layers
        )
        self._labels = _labels(self.scheme, selection.labels)
        self._renamed = Renamed(self.scheme, renamed or {})
        self._colours = {
            layer: {
                self._renamed.of(layer, label.name) or label.name: label.family
                for label in one.labels
            }
            for layer, one in self.scheme.layers.items()
        }

    def numbers(self) -> list[int]:
        """Return the documents that go out, in the order in which they came in."""
        return kept.numbers(self._tx, self._selection, self.until)

    def outgoing(self, number: int, *, counted: Counted, needs_log: bool = False) -> Outgoing:
        """Return a document as it goes out, and count what is in it."""
        view = documents.view(self._tx, number)
        if self.until is not None:
            view = kept.as_of(self._tx, view, self.until)
        reviewed = tuple(layer for layer in Layer if self._is_reviewed(view, layer))
        layers = reviewed if self._selection.gold else self._layers
        rows = self._rows(view, layers, counted)
        annotations = self._renamed.apply(view.sender_id, self._out_annotations(rows), counted.lost)
        names = {one.annotation.id: one.id for one in annotations if not one.candidate}
        decided = export_log.decisions(self._tx, view, names, until=self.until) if needs_log else ()
        return Outgoing(
            id=view.sender_id,
            title=view.title,
            text=view.text,
            meta=view.meta,
            extra=documents.extra(self._tx, view.id),
            reviewed=reviewed,
            annotations=annotations,
            layers=layers,
            fit=self._selection.fit,
            colours=self._colours,
            decisions=decided,
        )

    def _is_reviewed(self, view: DocumentView, layer: Layer) -> bool:
        return layer in self._layers and layer in view.layers and view.layers[layer].reviewed

    def _rows(self, view: DocumentView, layers: tuple[Layer, ...], counted: Counted) -> list[Row]:
        means = kept.means(self._tx, view.id, self.until)
        how = self._selection.how
        rows: list[Row] = [
            (one, None)
            for one in view.annotations
            if one.layer in layers
            and self._is_chosen(one)
            and (not how or means.get(one.id) in how)
        ]
        if self._selection.candidates:
            rows += [
                (one.annotation, CANDIDATE)
                for one in view.candidates
                if one.annotation.layer in layers and self._has_label(one.annotation)
            ]
        self._count(rows, means, counted)
        return rows

    def _count(self, rows: list[Row], means: Mapping[int, str], counted: Counted) -> None:
        self.used |= {one.suggester_id for one, _state in rows if one.suggester_id is not None}
        for one, state in rows:
            counted.layers[one.layer.value] += 1
            counted.labels.setdefault(one.layer.value, Counter())[one.label] += 1
            counted.states[state or one.state.value] += 1
            if state is None and one.id in means:
                counted.how[means[one.id]] += 1

    def _has_label(self, one: Annotation) -> bool:
        named = self._labels.get(one.layer)
        return not named or one.label in named

    def _is_chosen(self, one: Annotation) -> bool:
        """A suggestion goes out when it is shown at the layer's default threshold."""
        if one.state not in self._selection.wanted or not self._has_label(one):
            return False
        shown_from = self.scheme.layer(one.layer).shown_from
        return one.state is not State.SUGGESTED or (
            one.confidence is None or one.confidence >= shown_from
        )

    def _out_annotations(self, rows: list[Row]) -> tuple[OutAnnotation, ...]:
        ids = export_ids([one for one, _state in rows])
        names = {one.id: ids[place] for place, (one, state) in enumerate(rows) if state is None}
        return tuple(
            OutAnnotation(
                id=ids[place],
                annotation=one,
                suggester=self._suggester(one),
                links=tuple(
                    (link.role, names[link.target]) for link in one.links if link.target in names
                ),
                candidate=state is not None,
            )
            for place, (one, state) in enumerate(rows)
        )

    def _suggester(self, one: Annotation) -> str | None:
        return None if one.suggester_id is None else self.suggesters[one.suggester_id].name
