"""What a format that knows less than Curator leaves out, annotation by annotation."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from curator.domain.annotation import Annotation, Layer, State
from curator.domain.dispatch import first_sentence, recognise
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing

GOLD = frozenset({State.ACCEPTED.value})
"""The state that a label alone stands for."""

HELD = frozenset({State.ACCEPTED.value, State.SUGGESTED.value})
"""States whose annotations are written; a label alone would turn the others into their opposite."""


class Selected(NamedTuple):
    """The annotations that a format can write, and what it cannot hold."""

    annotations: list[OutAnnotation]
    left_out: list[LeftOut]


def select(outgoing: Outgoing, *, written: Collection[str], told: Collection[str]) -> Selected:
    """Choose by state.

    Args:
        outgoing: the document.
        written: states that are written; a candidate never is, unless it is named.
        told: those of them that can be read out of the file again.
    """
    chosen: list[OutAnnotation] = []
    left_out: list[LeftOut] = []
    for one in outgoing.annotations:
        if one.annotation.layer not in outgoing.layers:
            continue
        if one.state in written:
            chosen.append(one)
        if one.state not in told or one.state not in written:
            left_out.append(LeftOut(outgoing.id, one.id, "state"))
    return Selected(chosen, left_out)


TITLE, META = "title", "meta"
ATTRIBUTES, REMARKS, PROVENANCE = "attributes", "remarks", "provenance"


def details(
    outgoing: Outgoing,
    annotations: Iterable[OutAnnotation],
    *,
    held: Collection[str] = (),
    scored: bool = False,
) -> list[LeftOut]:
    """Say what is known of annotations beyond label and place, and not written.

    Args:
        outgoing: their document.
        annotations: those that are written.
        held: of ``attributes``, ``remarks`` and ``provenance`` those that the format holds.
        scored: whether it holds who proposed something and with which score.
    """
    left_out = []
    for one in annotations:
        annotation = one.annotation
        known = {
            ATTRIBUTES: bool(annotation.attributes),
            REMARKS: bool(annotation.comment or annotation.reason),
            PROVENANCE: _has_provenance(one, scored=scored),
        }
        left_out += [
            LeftOut(outgoing.id, one.id, what)
            for what, there in known.items()
            if there and what not in held
        ]
    return left_out


def _has_provenance(one: OutAnnotation, *, scored: bool) -> bool:
    annotation: Annotation = one.annotation
    more = annotation.confidence is not None or annotation.pattern or annotation.proposed
    scores = one.suggester is not None or annotation.score is not None
    return bool(more) or (scores and not scored)


def of_document(outgoing: Outgoing, *, held: Collection[str] = ()) -> list[LeftOut]:
    """Say what is known of a document beyond its text, and not written.

    Args:
        outgoing: the document; a title that its text gives anyway is never lost.
        held: of ``title`` and ``meta`` those that the format holds.
    """
    known = {TITLE: bool(outgoing.title), META: bool(outgoing.meta or outgoing.extra)}
    lost = [what for what, there in known.items() if there and what not in held]
    if TITLE in lost:
        head = recognise(outgoing.text)
        if outgoing.title == (head.title or first_sentence(outgoing.text, head=head)):
            lost.remove(TITLE)
    return [LeftOut(outgoing.id, None, what) for what in lost]


def counts(outgoing: Outgoing, annotations: Iterable[OutAnnotation]) -> dict[str, int]:
    """Count a document and the annotations of it that were written, by layer."""
    written = [one.annotation.layer for one in annotations]
    found = {layer.value: written.count(layer) for layer in Layer if layer in outgoing.layers}
    return {"documents": 1, **found}
