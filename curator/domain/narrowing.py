"""A label scheme narrowed to the labels that a gold file uses."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from curator.domain.annotation import Layer
from curator.domain.scheme import Label, LayerScheme, Scheme

_MISC = ("MISC",)
_READS: dict[str, tuple[str, ...]] = {
    "PERSON": ("PER",),
    "ORG": ("ORGANIZATION",),
    "GPE": ("LOC", "LOCATION", "PLACE"),
    "LOC": ("LOCATION", "PLACE", "GPE"),
    "FAC": ("LOC", "LOCATION", "PLACE", "GPE"),
    "DATE": ("TIME",),
    "TIME": ("DATE",),
    "CARDINAL": ("QUANTITY",),
    "PERCENT": ("QUANTITY", "CARDINAL"),
    "QUANTITY": ("CARDINAL",),
    "NORP": _MISC,
    "EVENT": _MISC,
    "PRODUCT": _MISC,
    "WORK_OF_ART": _MISC,
    "LAW": ("DOCUMENT", *_MISC),
    "LANGUAGE": _MISC,
}
"""A suggester's label → what it may be read as where gold does not have it, the first that it has.

Labels mean what their guidelines say; what is not here has no near relative.
"""


def narrowed(scheme: Scheme, *, labels: Sequence[str], layers: Collection[Layer]) -> Scheme:
    """Return a scheme with the layers and the entity labels of a gold file and no others.

    Args:
        scheme: with many labels, such as the shipped *everything*.
        labels: entity labels of the gold; those that the scheme does not have are grey.
        layers: of the gold.
    """
    kept = {layer: part for layer, part in scheme.layers.items() if layer in layers}
    if Layer.ENTITY in kept:
        kept[Layer.ENTITY] = _entities(kept[Layer.ENTITY], frozenset(labels))
    return replace(scheme, name=f"{scheme.name}, narrowed", layers=kept)


def _entities(layer: LayerScheme, labels: frozenset[str]) -> LayerScheme:
    own = tuple(label for label in layer.labels if label.name in labels)
    known = {label.name for label in own}
    foreign = tuple(Label(name) for name in sorted(labels - known))
    reads = {
        name: next(one for one in others if one in labels)
        for name, others in _READS.items()
        if name not in labels and labels.intersection(others)
    }
    return replace(layer, labels=own + foreign, reads=reads, default="")
