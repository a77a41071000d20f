"""A draft of another label scheme: what becomes of each label, before it is put in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import Label, LayerScheme, Scheme

KEYS = "123456789"
"""Digits that set a label; ``0`` opens the list."""

_LONGEST = 60
"""Letters of a label's name at most."""

Place = tuple[Layer, str]
"""A label in its layer."""


@dataclass(frozen=True, slots=True)
class SchemeDraft:
    """A scheme as it is to be, and where the labels of the present one have gone.

    Nothing gets lost by it: a label of the present scheme is renamed, merged or retired, never
    taken out. Its suggesters' labels follow: what was read as a label is read as its successor.

    Attributes:
        base: the scheme in force.
        scheme: as it is to be.
        now: what each label of `base` is called in `scheme`.
    """

    base: Scheme
    scheme: Scheme
    now: Mapping[Place, str] = field(default_factory=dict)

    @classmethod
    def of(cls, base: Scheme) -> Self:
        """Return a draft that changes nothing."""
        places = ((layer, label.name) for layer, part in base.layers.items()
                  for label in part.labels)  # fmt: skip
        return cls(base, base, {place: place[1] for place in places})

    @property
    def moved(self) -> dict[Place, str]:
        """Labels of `base` that have another name now, and that name."""
        return {place: name for place, name in self.now.items() if place[1] != name}

    @property
    def changed(self) -> bool:
        """Whether it differs from the scheme in force."""
        return bool(self.moved) or self.scheme != self.base

    def before(self, layer: Layer, name: str) -> tuple[str, ...]:
        """Return the labels of `base` that a label stands for; none for one that is added."""
        return tuple(old for (of, old), now in self.now.items() if of is layer and now == name)

    def label(self, layer: Layer, name: str) -> Label:
        """Return a label of the draft.

        Raises:
            Fault: ``scheme.no_label``.
        """
        found = self.scheme.layer(layer).label(name)
        if found is None:
            raise Fault("scheme.no_label", layer=layer.value, label=name)
        return found

    def add(self, layer: Layer, label: Label) -> Self:
        """Add a label at the end.

        Raises:
            Fault: ``scheme.name``, ``scheme.twice``, ``scheme.key``.
        """
        label = replace(label, name=_name(label.name), since=0)
        _check_key(label.key)
        return self._with(layer, (*self.scheme.layer(layer).labels, label))

    def rename(self, layer: Layer, name: str, to: str) -> Self:
        """Give a label another name, everywhere.

        Raises:
            Fault: ``scheme.no_label``, ``scheme.name``, ``scheme.twice``.
        """
        label, to = self.label(layer, name), _name(to)
        if to == name:
            return self
        renamed = self._put(layer, label, replace(label, name=to))
        return renamed._followed(layer, name, to)

    def change(self, layer: Layer, name: str, **values: Any) -> Self:
        """Give a label another key, colour, code or guideline.

        Raises:
            Fault: ``scheme.no_label``, ``scheme.key``, ``scheme.twice``.
        """
        label = self.label(layer, name)
        _check_key(values.get("key"))
        return self._put(layer, label, replace(label, **values))

    def retire(self, layer: Layer, name: str) -> Self:
        """Offer a label no more; one that was only added here goes altogether.

        Raises:
            Fault: ``scheme.no_label``, ``scheme.default_retired``.
        """
        label = self.label(layer, name)
        if self.scheme.layer(layer).default == name:
            raise Fault("scheme.default_retired", layer=layer.value, label=name)
        if not self.before(layer, name):
            return self._without(layer, label)
        return self._put(layer, label, replace(label, retired=True, key=None))

    def restore(self, layer: Layer, name: str) -> Self:
        """Offer a retired label again."""
        label = self.label(layer, name)
        return self._put(layer, label, replace(label, retired=False))

    def merge(self, layer: Layer, name: str, into: str) -> Self:
        """Make whatever has a label have another one, which stays.

        Raises:
            Fault: ``scheme.no_label``; ``scheme.merge`` into itself or into a retired one.
        """
        label, target = self.label(layer, name), self.label(layer, into)
        if name == into or target.retired:
            raise Fault("scheme.merge", layer=layer.value, label=name, into=into)
        return self._without(layer, label, into)._followed(layer, name, into)

    def move(self, layer: Layer, name: str, by: int) -> Self:
        """Move a label up (below zero) or down in the legend."""
        labels = list(self.scheme.layer(layer).labels)
        place = labels.index(self.label(layer, name))
        label = labels.pop(place)
        labels.insert(max(0, min(len(labels), place + by)), label)
        return self._with(layer, tuple(labels))

    def with_rules(self, layer: Layer, **values: Any) -> Self:
        """Set parts, attributes, boundary, reads, default or threshold of a layer.

        Raises:
            Fault: what is wrong with the layer then.
        """
        return self._set(layer, replace(self.scheme.layer(layer), **values))

    def finished(self, *, look_again: bool = True) -> Scheme:
        """Return the scheme to put in force, which remembers what means something else now.

        Args:
            look_again: whether what was decided under a changed label is to be looked at again.
        """
        number = self.base.revision + 1
        layers = {
            layer: replace(
                part,
                labels=tuple(
                    replace(
                        one,
                        since=number
                        if look_again and self.means_other(layer, one.name)
                        else self._since(layer, one.name),
                    )
                    for one in part.labels
                ),
            )
            for layer, part in self.scheme.layers.items()
        }
        return replace(self.scheme, layers=layers)

    def means_other(self, layer: Layer, name: str) -> bool:
        """Whether a label means something else than before: guideline, merged, retired."""
        old = self._old(layer, name)
        label = self.label(layer, name)
        if not old:
            return False
        told = old.get(name) or next(iter(old.values()))
        return (
            len(old) > 1
            or label.guideline != told.guideline
            or (label.retired and not told.retired)
        )

    def _old(self, layer: Layer, name: str) -> dict[str, Label]:
        known = {one.name: one for one in self.base.layer(layer).labels}
        return {old: known[old] for old in self.before(layer, name)}

    def _since(self, layer: Layer, name: str) -> int:
        return max((one.since for one in self._old(layer, name).values()), default=0)

    def _followed(self, layer: Layer, name: str, to: str) -> Self:
        """Have what stood for a name stand for another: old labels, and a suggester's words."""
        now = {place: to if place[0] is layer and label == name else label
               for place, label in self.now.items()}  # fmt: skip
        part = self.scheme.layer(layer)
        reads = {said: to if label == name else label for said, label in part.reads.items()}
        if any(one.name == name for one in self.base.layer(layer).labels):
            reads.setdefault(name, to)
        reads = {said: label for said, label in reads.items() if said != label}
        default = to if part.default == name else part.default
        followed = replace(self, now=now)
        return followed._set(layer, replace(part, reads=reads, default=default))

    def _put(self, layer: Layer, old: Label, new: Label) -> Self:
        part = self.scheme.layer(layer)
        labels = tuple(new if one.name == old.name else one for one in part.labels)
        default = new.name if part.default == old.name else part.default
        return self._set(layer, replace(part, labels=labels, default=default))

    def _without(self, layer: Layer, label: Label, default: str = "") -> Self:
        part = self.scheme.layer(layer)
        return self._set(
            layer,
            replace(
                part,
                labels=tuple(one for one in part.labels if one.name != label.name),
                default=default if part.default == label.name else part.default,
            ),
        )

    def _with(self, layer: Layer, labels: tuple[Label, ...]) -> Self:
        return self._set(layer, replace(self.scheme.layer(layer), labels=labels))

    def _set(self, layer: Layer, part: LayerScheme) -> Self:
        """Take a layer; a scheme checks itself as it is made."""
        layers = {**self.scheme.layers, layer: part}
        return replace(self, scheme=replace(self.scheme, layers=layers))


def check(draft: SchemeDraft) -> None:
    """Raise a fault for what only shows when a draft is finished.

    Raises:
        Fault: ``scheme.reads``, ``scheme.attribute``, ``scheme.part``, ``scheme.no_labels``.
    """
    for layer, part in draft.scheme.layers.items():
        _check_reads(layer, draft.base.layer(layer), part)
        for one in _CHECKS:
            one(layer, part)


def _check_labels(layer: Layer, part: LayerScheme) -> None:
    if not part.offered:
        raise Fault("scheme.no_labels", layer=layer.value)


def _check_reads(layer: Layer, old: LayerScheme, part: LayerScheme) -> None:
    """A reading that led nowhere before may stay: shipped schemes are cut from a bigger one."""
    for said, label in part.reads.items():
        if part.label(label) is None and old.reads.get(said) != label:
            raise Fault("scheme.reads", layer=layer.value, said=said, label=label)


def _check_attributes(layer: Layer, part: LayerScheme) -> None:
    names = [one.name for one in part.attributes]
    for one in part.attributes:
        own = {value for value in one.values if value}
        if not own or len(own) < len(one.values) or not one.name or names.count(one.name) > 1:
            raise Fault("scheme.attribute", layer=layer.value, name=one.name)


def _check_parts(layer: Layer, part: LayerScheme) -> None:
    for rule in part.parts:
        if rule.least < 0 or (rule.most is not None and rule.most < max(1, rule.least)):
            raise Fault("scheme.part", layer=layer.value, role=rule.role.value)


_CHECKS: tuple[Callable[[Layer, LayerScheme], None], ...] = (
    _check_labels, _check_attributes, _check_parts,
)  # fmt: skip


def _name(given: str) -> str:
    name = given.strip()
    if not name or len(name) > _LONGEST or not name.isprintable():
        raise Fault("scheme.name", name=given[:_LONGEST])
    return name


def _check_key(key: str | None) -> None:
    if key is not None and key not in tuple(KEYS):
        raise Fault("scheme.key", key=key)
