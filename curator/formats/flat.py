"""Claims as spans and relations, for formats that hold nothing else; and back.

An entity is a span under its label. A claim is its cue, or its content without one, under
``claim.cue:assertion``; each other part is a span under ``claim.source``, ``claim.content`` …,
and a relation named by the role leads to it. A link is a relation too. Whoever reads such a file
can tell the three apart, so that a claim comes back whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from curator.domain.annotation import CLAIM_ROLES, Layer
from curator.formats.outgoing import LeftOut, OutAnnotation

_ROLES = "|".join(role.value for role in CLAIM_ROLES)
_OURS = re.compile(rf"claim\.({_ROLES})(?::(.*))?", re.DOTALL)

Complaint = tuple[str, dict[str, Any]]
"""Code and facts of a problem."""


class FlatSpan(NamedTuple):
    """A labelled span [start, end) in code points.

    Attributes:
        id: unique in its document.
        start, end: where it lies.
        label: what it is called.
        owner: the annotation that it stands for; None for a further part of a claim.
    """

    id: str
    start: int
    end: int
    label: str
    owner: OutAnnotation | None = None


class FlatRelation(NamedTuple):
    """A named relation from one span to another, by their ids."""

    head: str
    child: str
    label: str


@dataclass(slots=True)
class Flat:
    """What annotations come to.

    Attributes:
        spans: in reading order, the longer before what lies in it.
        relations: in the order of their heads; equal annotations give the same in any order.
        left_out: links that lead to what does not go out, and labels that would be misread.
    """

    spans: list[FlatSpan] = field(default_factory=list)
    relations: list[FlatRelation] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def flatten(document: str, annotations: Iterable[OutAnnotation]) -> Flat:
    """Turn annotations into spans and relations.

    Args:
        document: its id, for what is left out.
        annotations: those that go out together; a link to any other is left out.
    """
    flat = Flat()
    whole = []
    for one in annotations:
        if one.annotation.layer is Layer.ENTITY and _OURS.fullmatch(one.annotation.label):
            flat.left_out.append(LeftOut(document, one.id, "label"))
        else:
            whole.append(one)
    names = {one.id for one in whole}
    taken = set(names)
    for one in whole:
        _spans(flat, one, taken)
    for one in whole:
        for role, target in one.links:
            if target in names:
                flat.relations.append(FlatRelation(one.id, target, role))
            else:
                flat.left_out.append(LeftOut(document, one.id, "link"))
    flat.spans.sort(key=lambda span: (span.start, -span.end, span.label, span.id))
    places = {span.id: place for place, span in enumerate(flat.spans)}
    flat.relations.sort(key=lambda one: (places[one.head], places[one.child], one.label))
    return flat


def _spans(flat: Flat, one: OutAnnotation, taken: set[str]) -> None:
    annotation = one.annotation
    anchor = annotation.anchor
    entity = annotation.layer is Layer.ENTITY
    label = annotation.label if entity else f"claim.{anchor.role.value}:{annotation.label}"
    flat.spans.append(FlatSpan(one.id, anchor.start, anchor.end, label, one))
    others = list(annotation.parts)
    others.remove(anchor)
    for number, part in enumerate(others, start=1):
        name = f"{one.id}-{number}"
        while name in taken:
            name += "'"
        taken.add(name)
        flat.spans.append(FlatSpan(name, part.start, part.end, f"claim.{part.role.value}"))
        flat.relations.append(FlatRelation(one.id, name, part.role.value))


@dataclass(slots=True)
class Regrouped:
    """Entities and claims as our JSONL lists them, and what could not be made of the rest."""

    spans: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)


def regroup(spans: list[dict[str, Any]], relations: list[tuple[Any, Any, Any]]) -> Regrouped:
    """Make entities and claims of spans and relations; what `flatten` made comes back whole.

    Args:
        spans: as our JSONL has them, each with an ``id`` that no other has.
        relations: head, child and label; the ends are ids of spans. One whose ends are not
            there is complained of.
    """
    made = Regrouped()
    owners: dict[str, dict[str, Any]] = {}
    parts: dict[str, tuple[str, dict[str, Any]]] = {}
    for span in spans:
        role, label = _named(span.get("label"))
        if role is None:
            made.spans.append(span)
            owners[span["id"]] = span
        elif label is None:
            parts[span["id"]] = (role, span)
        else:
            claim = {key: kept for key, kept in span.items() if key not in _PLACE}
            claim |= {"label": label, role: [[span.get("start"), span.get("end")]]}
            made.claims.append(claim)
            owners[span["id"]] = claim
    used = _relate(made, relations, owners, parts)
    for name in parts.keys() - used:
        made.complaints.append(("import.part_left_out", {"annotation": name}))
    return made


_PLACE = frozenset({"start", "end", "quote"})


def _named(label: Any) -> tuple[str | None, str | None]:
    """Return the role, and the claim's label, that a label of `flatten` stands for."""
    found = _OURS.fullmatch(label) if isinstance(label, str) else None
    return (None, None) if found is None else (found[1], found[2])


def _relate(
    made: Regrouped,
    relations: list[tuple[Any, Any, Any]],
    owners: dict[str, dict[str, Any]],
    parts: dict[str, tuple[str, dict[str, Any]]],
) -> set[str]:
    """Give claims their parts, and links to whatever has some; return the parts that were used."""
    used: set[str] = set()
    for head, child, label in relations:
        owner = owners.get(head)
        role, span = parts.get(child, (None, {}))
        if owner is not None and child in owners and isinstance(label, str):
            owner.setdefault("links", {}).setdefault(label, []).append(child)
        elif owner is not None and label == role and "start" not in owner:
            owner.setdefault(label, []).append([span.get("start"), span.get("end")])
            used.add(child)
        else:
            made.complaints.append(("import.relation_left_out", {"label": str(label)}))
    return used
