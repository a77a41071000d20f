"""Gold from a file of our JSONL: documents with the annotations that they should have."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from curator.domain.annotation import Layer, Part, State
from curator.domain.faults import Fault
from curator.domain.measuring.scoring import Mention
from curator.domain.snapshot import parts_from_plain
from curator.formats.base import Incoming, Item, Problem, Row
from curator.formats.reading import Documents, Frame, Reading
from curator.services import wording

_LEFT_OUT = frozenset(
    {"import.annotation_left_out", "import.value_left_out", "import.key_left_out"}
)
"""Problems that cost an annotation or less; every other one makes the file unfit to measure by."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as it should be.

    Attributes:
        parts: spans with roles.
        label: its type; None where the file does not say.
        attributes: values by name.
    """

    parts: tuple[Part, ...]
    label: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with its gold.

    Attributes:
        item: the document as an import takes it, without annotations.
        layers: those that the line has a list for, also an empty one.
        entities: labelled spans (code points), in the order of the file.
        claims: in the order of the file.
    """

    item: Incoming
    layers: frozenset[Layer]
    entities: tuple[Mention, ...]
    claims: tuple[GoldClaim, ...]

    @property
    def id(self) -> str:
        """The sender's id."""
        return self.item.sender_id or ""

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.item.text

    @property
    def size(self) -> int:
        """How many annotations there should be."""
        return len(self.entities) + len(self.claims)


@dataclass(slots=True)
class Gold:
    """A gold file.

    Attributes:
        name: of the file.
        documents: in the order of the file.
        left_out: annotations that lie outside their text or are malformed, in words.
    """

    name: str
    documents: list[GoldDocument] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that any document has gold for."""
        return tuple(n for n in Layer if any(n in one.layers for one in self.documents))

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its entities, in the order in which they come."""
        named = (one.label for document in self.documents for one in document.entities)
        return tuple(dict.fromkeys(named))


def read(path: Path) -> Gold:
    """Read a gold file in a process of its own.

    What a state says is not accepted is no gold; an annotation without a state is.

    Raises:
        Fault: ``gold.unreadable`` for a missing file or a line that is no document, ``gold.twice``
            for two documents of one id, ``gold.empty`` when no line has ``spans`` or ``claims``.
    """
    with Reading([path], format="jsonl") as frames:
        return gathered(path, _items(frames))


def gathered(path: Path, items: Iterable[Item]) -> Gold:
    """Make gold of what was read of a file.

    Args:
        path: of the file, for its name and for what is wrong with it.
        items: documents and problems, as they were read.

    Raises:
        Fault: as `read`.
    """
    found = Gold(path.name)
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Problem):
            if item.code not in _LEFT_OUT:
                raise Fault("gold.unreadable", file=str(path), reason=wording.problem(item))
            found.left_out.append(wording.problem(item))
            continue
        document = _document(item)
        if document.id in seen:
            raise Fault("gold.twice", file=str(path), line=item.line, id=document.id)
        seen.add(document.id)
        found.documents.append(document)
    if not found.layers:
        raise Fault("gold.empty", file=str(path))
    return found


def _items(frames: Iterable[Frame]) -> Iterator[Item]:
    for frame in frames:
        if isinstance(frame, Problem):
            yield frame
        elif isinstance(frame, Documents):
            yield from frame.items


def _document(item: Incoming) -> GoldDocument:
    rows = [row for row in map(Row._make, item.annotations) if _is_gold(row)]
    return GoldDocument(
        item=replace(item, annotations=[], layers=[], reviewed=None),
        layers=frozenset(Layer(name) for name in item.layers),
        entities=tuple(
            Mention(row.start, row.end, row.label)
            for row in rows
            if row.parts is None and row.label is not None
        ),
        claims=tuple(
            GoldClaim(
                parts_from_plain(json.loads(row.parts)),
                row.label,
                json.loads(row.attributes) if row.attributes else {},
            )
            for row in rows
            if row.parts is not None
        ),
    )


def _is_gold(row: Row) -> bool:
    return row.state in (None, State.ACCEPTED.value)
