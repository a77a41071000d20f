"""Label Studio's JSON: tasks with annotations by people and predictions by machines.

Offsets are UTF-16 units there. What was accepted is an annotation, what is suggested is a
prediction, one for each suggester; attributes are choices by region, a comment is a region's note.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from curator.domain.annotation import State
from curator.formats.assembling import assemble
from curator.formats.base import Format, Item, Problem, ReadOptions
from curator.formats.flat import Flat, FlatSpan, flatten
from curator.formats.json_items import array, first_item, json_items
from curator.formats.label_studio_config import FROM, TO, beside, choice
from curator.formats.label_studio_task import given
from curator.formats.losses import ATTRIBUTES, GOLD, HELD, REMARKS, counts, details, select
from curator.formats.outgoing import (
    LeftOut,
    OutAnnotation,
    Outgoing,
    Piece,
    Report,
    Sentences,
    in_order,
)
from curator.formats.units import Utf16
from curator.translation import gettext as _

_NAME = re.compile(r"[A-Za-z0-9_-]+")
_DATA = frozenset({"id", "title", "text", "meta"})

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write(outgoing: Outgoing, sentences: Sentences) -> Piece:  # noqa: ARG001 - as a format writes
    """Write a document as a task; a reviewed one without annotations has an empty one."""
    chosen, left_out = select(outgoing, written=HELD, told=HELD)
    people = [one for one in chosen if one.state in GOLD]
    machines: dict[str | None, list[OutAnnotation]] = {}
    for one in chosen:
        if one.state not in GOLD:
            machines.setdefault(one.suggester, []).append(one)
    writer = _Regions(outgoing)
    annotations = []
    if people or outgoing.reviewed:
        annotations.append({"result": writer.of(people), "was_cancelled": False})
    predictions = [
        ({} if name is None else {"model_version": name}) | {"result": writer.of(group)}
        for name, group in sorted(machines.items(), key=lambda pair: pair[0] or "")
    ]
    data = {"text": outgoing.text, "id": outgoing.id, "title": outgoing.title}
    data |= {"meta": in_order(outgoing.meta)}
    kept = {key: value for key, value in outgoing.extra.items() if key not in _DATA}
    task: dict[str, Any] = {"data": {**data, **in_order(kept)}}
    task |= {"annotations": annotations, "predictions": predictions}
    if len(kept) < len(outgoing.extra):
        left_out.append(LeftOut(outgoing.id, None, "keys"))
    left_out += writer.left_out
    held = (ATTRIBUTES, REMARKS)
    left_out += details(outgoing, [one for one in writer.written if one.state in GOLD], held=held)
    machine = [one for one in writer.written if one.state not in GOLD]
    left_out += details(outgoing, machine, held=held, scored=True)
    return Piece(_encode(task), Report(counts(outgoing, writer.written), tuple(left_out)))


class _Regions:
    """Writes regions and relations of one document.

    Attributes:
        written: the annotations that are in what was written.
        left_out: what could not be.
    """

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing
        self._at = Utf16(outgoing.text).from_code_points
        self.written: list[OutAnnotation] = []
        self.left_out: list[LeftOut] = []

    def of(self, group: Iterable[OutAnnotation]) -> list[dict[str, Any]]:
        """Return the result of annotations that belong together."""
        flat: Flat = flatten(self._outgoing.id, group)
        self.left_out += flat.left_out
        self.written += [span.owner for span in flat.spans if span.owner is not None]
        names = {span.id: _name(span.id) for span in flat.spans}
        regions = [region for span in flat.spans for region in self._regions(span, names[span.id])]
        return regions + [
            {
                "type": "relation",
                "from_id": names[one.head],
                "to_id": names[one.child],
                "direction": "right",
                "labels": [one.label],
            }
            for one in flat.relations
        ]

    def _regions(self, span: FlatSpan, name: str) -> Iterator[dict[str, Any]]:
        text = self._outgoing.text[span.start : span.end]
        place = {"start": self._at(span.start), "end": self._at(span.end), "text": text}
        region: dict[str, Any] = {"id": name, "from_name": FROM, "to_name": TO, "type": "labels"}
        region["value"] = {**place, "labels": [span.label]}
        if span.owner is None:
            yield region
            return
        annotation = span.owner.annotation
        if annotation.state is State.SUGGESTED and annotation.score is not None:
            region["score"] = annotation.score
        if annotation.comment:
            region["meta"] = {"text": [annotation.comment]}
        yield region
        for attribute, value in sorted(annotation.attributes.items()):
            of = choice(annotation.layer, attribute)
            yield {
                "id": name,
                "from_name": of,
                "to_name": TO,
                "type": "choices",
                "value": {**place, "choices": [value]},
            }


def _name(name: str) -> str:
    """Return a name of the characters that Label Studio takes."""
    if _NAME.fullmatch(name):
        return name
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read tasks, as they are exported there, or as they are written for it."""
    for item in json_items(path, options):
        if isinstance(item, Problem):
            yield item
        else:
            yield from assemble(given(item), options)


def _recognises(path: Path) -> bool:
    task = first_item(path) or {}
    return isinstance(task.get("data"), dict) and any(
        isinstance(task.get(key), list) for key in ("annotations", "predictions", "completions")
    )


FORMAT = Format(
    name="label-studio",
    suffixes=(".label-studio.json", ".json"),
    read=read,
    write=write,
    title=_("Label Studio JSON"),
    recognises=_recognises,
    pack=array,
    beside=beside,
)
