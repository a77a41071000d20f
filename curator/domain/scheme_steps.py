"""What a draft of a scheme would do, step by step, in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from curator.domain.annotation import Layer
from curator.domain.scheme import Label, LayerScheme
from curator.domain.scheme_draft import Place, SchemeDraft


class Use(NamedTuple):
    """How many annotations bear a label: decided, and waiting for a verdict."""

    decided: int = 0
    waiting: int = 0

    @property
    def all(self) -> int:
        """All of them."""
        return self.decided + self.waiting


class Step(NamedTuple):
    """One thing that a draft does.

    Attributes:
        code: such as ``"rename"``.
        layer: in which.
        facts: what the sentence needs.
    """

    code: str
    layer: Layer
    facts: Mapping[str, Any]


def steps(draft: SchemeDraft, uses: Mapping[Place, Use]) -> list[Step]:
    """Return everything that a draft does, the labels that touch annotations first.

    Args:
        draft: against its base.
        uses: of the labels of its base.
    """
    return [
        step
        for layer in (one for one in Layer if one in draft.scheme.layers)
        for step in (
            *_moves(draft, layer, uses),
            *_labels(draft, layer, uses),
            *_rules(layer, draft.base.layer(layer), draft.scheme.layer(layer)),
            *_reads(draft, layer),
        )
    ]


def to_look_at(draft: SchemeDraft, uses: Mapping[Place, Use]) -> int:
    """Return how many decided annotations bear a label that means something else now."""
    return sum(
        use.decided
        for (layer, old), use in uses.items()
        if (now := draft.now.get((layer, old))) is not None and draft.means_other(layer, now)
    )


def _moves(draft: SchemeDraft, layer: Layer, uses: Mapping[Place, Use]) -> Iterator[Step]:
    """Renames and merges, which touch what is annotated."""
    for (of, old), now in draft.moved.items():
        if of is layer:
            merged = len(draft.before(layer, now)) > 1
            facts = {"label": old, "to": now, "annotations": uses.get((layer, old), Use()).all}
            yield Step("merge" if merged else "rename", layer, facts)


def _labels(draft: SchemeDraft, layer: Layer, uses: Mapping[Place, Use]) -> Iterator[Step]:
    before = {one.name: one for one in draft.base.layer(layer).labels}
    for label in draft.scheme.layer(layer).labels:
        names = draft.before(layer, label.name)
        if not names:
            yield Step("add", layer, {"label": label.name})
            continue
        old = before[label.name if label.name in names else names[0]]
        yield from _label(layer, old, label, uses.get((layer, old.name), Use()))
    kept = [one.name for one in draft.scheme.layer(layer).offered if draft.before(layer, one.name)]
    was = dict.fromkeys(draft.now[layer, name] for name in before)
    if kept != [name for name in was if name in kept]:
        yield Step("order", layer, {})


def _label(layer: Layer, old: Label, new: Label, use: Use) -> Iterator[Step]:
    facts: dict[str, Any] = {"label": new.name}
    if new.retired and not old.retired:
        yield Step("retire", layer, {**facts, "stay": use.decided, "waiting": use.waiting})
    elif old.retired and not new.retired:
        yield Step("restore", layer, facts)
    if new.key != old.key and not new.retired:
        yield Step("rekey", layer, {**facts, "key": new.key or "none"})
    for code in ("colour", "code"):
        if getattr(new, code) != getattr(old, code):
            yield Step(code, layer, {**facts, "to": getattr(new, code) or "none"})
    if new.guideline != old.guideline:
        yield Step("guideline", layer, {**facts, "decided": use.decided})


def _rules(layer: Layer, old: LayerScheme, new: LayerScheme) -> Iterator[Step]:
    values = {one.name: one.values for one in old.attributes}
    for attribute in new.attributes:
        if values.pop(attribute.name, None) != attribute.values:
            said = {"name": attribute.name, "values": list(attribute.values)}
            yield Step("attribute", layer, said)
    for name in values:
        yield Step("attribute off", layer, {"name": name})
    rules = {rule.role: rule for rule in old.parts}
    for rule in new.parts:
        if rules.pop(rule.role, None) != rule:
            most = "any number" if rule.most is None else rule.most
            yield Step("part", layer, {"role": rule.role.value, "least": rule.least, "most": most})
    for role in rules:
        yield Step("part off", layer, {"role": role.value})
    if new.boundary != old.boundary:
        yield Step("boundary", layer, {})
    if new.shown_from != old.shown_from:
        yield Step("threshold", layer, {"value": f"{new.shown_from:.2f}"})


def _reads(draft: SchemeDraft, layer: Layer) -> Iterator[Step]:
    """What is set by hand, beside what follows from names that moved."""
    old, new = draft.base.layer(layer), draft.scheme.layer(layer)
    moved = {was: to for (of, was), to in draft.moved.items() if of is layer}
    followed = {said: moved.get(label, label) for said, label in old.reads.items()}
    followed = {said: label for said, label in {**moved, **followed}.items() if said != label}
    if dict(new.reads) != followed:
        yield Step("reads", layer, {})
    if new.default != moved.get(old.default, old.default):
        yield Step("default", layer, {"label": new.default or "none"})
