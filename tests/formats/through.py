"""Documents through a foreign format and back, and what must be the same afterwards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from curator.domain.annotation import Annotation, Layer, Role, State, entity_parts, sorted_parts
from curator.formats import jsonl
from curator.formats.base import Format, Incoming, Item
from curator.formats.outgoing import LeftOut, OutAnnotation, Outgoing
from tests.formats.builders import outgoing_again, read

SEEDS = Path(__file__).parents[2] / "seeds"
NASTY = "A\u0301na 🚢🇩🇪 met\tBo\u00a0👩‍👩‍👧 in\n日本, 𝒱elm — “no”, he said: שלום.\n"


def tokens(text: str) -> list[list[tuple[int, int]]]:
    """Sentences of words, a line each."""
    return [
        [(line.start() + word.start(), line.start() + word.end()) for word in words]
        for line in re.finditer(r"[^\n]+", text)
        if (words := list(re.finditer(r"\w+|[^\w\s]+", line[0])))
    ]


def write(form: Format, documents: Iterable[Outgoing], path: Path) -> list[LeftOut]:
    """Write a file as an export does, and return what was left out."""
    assert form.write is not None
    pieces = [form.write(one, tokens(one.text)) for one in documents]
    packed = [data for _, data in form.packed(iter(pieces))]
    path.write_bytes(b"".join(one if isinstance(one, bytes) else one.encode() for one in packed))
    return [one for piece in pieces for one in piece.report.left_out]


def documents(items: list[Item]) -> list[Incoming]:
    found = [item for item in items if isinstance(item, Incoming)]
    assert len(found) == len(items), [item for item in items if not isinstance(item, Incoming)]
    return found


def through(form: Format, given: Iterable[Outgoing], path: Path) -> list[Incoming]:
    write(form, given, path)
    return documents(read(path, form))


def seeds() -> Iterator[Outgoing]:
    """The gold of all samples."""
    for path in sorted(SEEDS.glob("*/*.gold.jsonl")):
        for document in documents(read(path, jsonl.FORMAT)):
            yield outgoing_again(document)


def said(document: Outgoing, *, without: Iterable[str] = (), state: bool = True) -> Counter[Any]:
    """What is annotated: layer, label, parts, and state."""
    gone = set(without)
    return Counter(
        (
            one.annotation.layer,
            one.annotation.label,
            tuple(sorted(one.annotation.parts)),
            one.state if state else "",
        )
        for one in document.annotations
        if one.id not in gone and one.annotation.layer in document.layers
    )


def nasty(*, state: State = State.ACCEPTED) -> Outgoing:
    """Nested, overlapping and discontinuous annotations at characters of every size."""
    spots = [(0, 4), (0, 7), (5, 6), (6, 8), (13, 21), (25, 27), (26, 34)]
    entities = [
        Annotation(n, 1, Layer.ENTITY, f"L{n % 3}", entity_parts(*spot), state=state)
        for n, spot in enumerate(spots, start=1)
    ]
    parts = {
        Role.SOURCE: [(0, 4), (9, 12)],
        Role.CUE: [(44, 48)],
        Role.CONTENT: [(38, 40), (50, 54)],
        Role.MEDIUM: [(5, 6)],
    }
    said_so = {"id": 9, "document_id": 1, "layer": Layer.CLAIM, "label": "denial", "state": state}
    claim = Annotation(**said_so, parts=sorted_parts(parts), attributes={"mode": "direct"})
    again = {"id": 10, "parts": sorted_parts({Role.CONTENT: [(38, 40)], Role.SOURCE: [(0, 4)]})}
    inner = Annotation(**(said_so | again))
    return Outgoing(
        id="nasty",
        title="Nasty",
        text=NASTY,
        annotations=(
            *(OutAnnotation(f"e{one.id}", one) for one in entities),
            OutAnnotation("c9", claim, None, (("source", "e1"), ("nested", "c10"))),
            OutAnnotation("c10", inner),
        ),
        reviewed=(Layer.ENTITY, Layer.CLAIM),
    )
