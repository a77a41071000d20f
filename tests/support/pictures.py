"""Annotated text as a picture: ``The [minister:PERSON!] said {exports rose:assertion?}.``"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from curator.domain.annotation import Annotation, Layer, Part, Role, State, entity_parts

MARKS = {
    "?": State.SUGGESTED,
    "!": State.ACCEPTED,
    "+": State.ACCEPTED,
    "-": State.REJECTED,
    "~": State.UNSURE,
    "": State.SUGGESTED,
}
"""What stands behind a label; a plus means that a person added it."""

_PAIRS = {"[": "]", "{": "}", "<": ">"}
_TAG = re.compile(r":([A-Za-z_]+)([?!+~-]?)([\]}>])")


@dataclass(frozen=True, slots=True)
class Picture:
    """A text with its annotations, ids counted from 1 in the order in which they open."""

    text: str
    annotations: tuple[Annotation, ...] = ()


@dataclass(slots=True)
class _Reader:
    text: str = ""
    open: list[tuple[str, int, int]] = field(default_factory=list)
    entities: list[tuple[int, Any]] = field(default_factory=list)
    claims: list[tuple[int, Any]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def read(self, source: str) -> None:
        place = 0
        while place < len(source):
            tag = _TAG.match(source, place)
            if tag and self.open and _PAIRS[self.open[-1][0]] == tag[3]:
                self._close(tag[1], tag[2])
                place = tag.end()
                continue
            if source[place] in _PAIRS:
                self.open.append((source[place], len(self.text), place))
            else:
                self.text += source[place]
            place += 1
        assert not self.open, f"never closed: {self.open}"
        if self.parts and self.claims:
            self.claims[-1][1][2].extend(self.parts)

    def _close(self, name: str, mark: str) -> None:
        bracket, start, order = self.open.pop()
        end = len(self.text)
        if bracket == "[":
            self.entities.append((order, (name, mark, list(entity_parts(start, end)))))
        elif bracket == "<":
            self.parts.append(Part(Role(name), start, end))
        else:
            content = Part(Role.CONTENT, start, end)
            self.claims.append((order, (name, mark, [*self.parts, content])))
            self.parts = []


def picture(source: str, *, document_id: int = 1, suggester: int = 1) -> Picture:
    """Read a picture.

    ``[words:LABEL!]`` is an entity, ``{words:type?}`` a claim with its content; ``<words:role>``
    is a part of the next claim, or of the last when none follows. Marks: ``?`` or nothing
    suggested, ``!`` accepted, ``+`` accepted and added by hand, ``-`` rejected, ``~`` unsure.

    Args:
        source: the picture; brackets nest.
        document_id: of the annotations.
        suggester: of all but those added by hand.
    """
    reader = _Reader()
    reader.read(source)
    layered = [(order, Layer.ENTITY, one) for order, one in reader.entities]
    layered += [(order, Layer.CLAIM, one) for order, one in reader.claims]
    annotations = tuple(
        Annotation(
            number, document_id, layer, label, _sorted(parts),
            state=MARKS[mark], suggester_id=None if mark == "+" else suggester,
        )
        for number, (_order, layer, (label, mark, parts)) in enumerate(
            sorted(layered, key=lambda one: one[0]), start=1
        )
    )  # fmt: skip
    return Picture(reader.text, annotations)


def _sorted(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: (part.start, part.end, list(Role).index(part[0]))))


def told(text: str, annotations: Iterable[Annotation]) -> list[str]:
    """Tell annotations in the words of pictures: ``minister:PERSON!``, in their order."""
    mark = {state: sign for sign, state in reversed(MARKS.items()) if sign}
    return [
        f"{_words(text, one)}:{one.label}"
        + ("+" if one.by_hand and one.state is State.ACCEPTED else mark.get(one.state, "gone"))
        for one in annotations
    ]


def _words(text: str, one: Annotation) -> str:
    part = (one.spans(Role.CONTENT) or (one.anchor,))[0]
    return text[part.start : part.end]


def record(name: str, source: str, *, suggester: str = "machine", **more: Any) -> dict[str, Any]:
    """Return a picture as a line of our JSONL, with an id of the sender's for each annotation."""
    drawn = picture(source)
    spans, claims = [], []
    for one in drawn.annotations:
        plain: dict[str, Any] = {"id": f"s{one.id}", "label": one.label, "state": one.state.value}
        if not one.by_hand:
            plain["suggester"] = suggester
        if one.layer is Layer.ENTITY:
            spans.append({**plain, "start": one.start, "end": one.end})
        else:
            for role in (Role.CONTENT, Role.CUE, Role.SOURCE):
                plain[role.value] = [[part.start, part.end] for part in one.spans(role)]
            claims.append(plain)
    found = {"id": name, "title": name.title(), "text": drawn.text, "meta": {}}
    return {**found, "spans": spans, "claims": claims, **more}
