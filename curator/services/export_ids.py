"""What annotations are called outside: the sender's ids where there are any, else our own."""

from __future__ import annotations

from collections.abc import Sequence

from curator.domain.annotation import Annotation, Layer

_LETTER = {Layer.ENTITY: "e", Layer.CLAIM: "c"}


def export_ids(annotations: Sequence[Annotation]) -> list[str]:
    """Return an id for each annotation of a document, in order, none twice.

    Our own is the layer's letter and the annotation's number in the project, such as ``e12``;
    where a sender uses the same, ours gets a stroke behind.
    """
    taken: set[str] = set()
    names: dict[int, str] = {}
    for place, one in sorted(enumerate(annotations), key=_sender_first):
        name = one.sender_id or own_id(one.layer, one.id)
        while name in taken:
            name += "'"
        taken.add(name)
        names[place] = name
    return [names[place] for place in range(len(annotations))]


def own_id(layer: Layer, number: int) -> str:
    """Return what we call an annotation that has no sender's id."""
    return f"{_LETTER[layer]}{number}"


def _sender_first(pair: tuple[int, Annotation]) -> bool:
    return pair[1].sender_id is None
