"""What was written is read again and compared with what was to be written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.snapshot import plain_parts
from curator.formats.base import Incoming, Problem, Row
from curator.formats.outgoing import Outgoing, Report
from curator.formats.reading import Documents, Reading

IN_PLACE = frozenset(
    {"attributes", "remarks", "provenance", "relation", "link", "span_group", "meta", "keys",
     "claim_type"}
)  # fmt: skip
"""Reasons for which an annotation is listed that stands where it was all the same."""

_SECONDS = 600.0
"""How long a file may take that holds all its documents at once."""

Item = tuple[str, str, tuple[tuple[str, int, int], ...]]
"""Layer, label, and parts by role and place."""


class ReadBack(NamedTuple):
    """What was found in place: documents, and annotations with their places and labels."""

    documents: int
    annotations: int


class Expected:
    """Keeps what is written, on the disk, until it is read again.

    A document is found again by its text without white space: some formats keep no ids, and some
    no blanks between words; of those, places are counted without white space.
    """

    def __init__(self, folder: Path) -> None:
        """Begin with nothing.

        Args:
            folder: where there is room; what is kept has no name there and leaves no trace.
        """
        self._spool = tempfile.TemporaryFile("w+", encoding="utf-8", dir=folder)  # noqa: SIM115
        self._passed: dict[str, list[dict[str, Any]]] = {}
        self._lines: Iterator[dict[str, Any]] = iter(())

    def __enter__(self) -> Expected:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._spool.close()

    def add(self, outgoing: Outgoing, report: Report) -> None:
        """Keep a document that was written, without what its report lists as changed."""
        changed = {one.annotation for one in report.left_out if one.reason not in IN_PLACE}
        typeless = {one.annotation for one in report.left_out if one.reason == "claim_type"}
        items = [
            [
                one.annotation.layer,
                "" if one.id in typeless else one.annotation.label,
                plain_parts(one.annotation.parts),
            ]
            for one in outgoing.annotations
            if one.annotation.layer in outgoing.layers and one.id not in changed
        ]
        kept = {"id": outgoing.id, "text": outgoing.text, "items": items, "more": len(changed)}
        self._spool.write(json.dumps(kept) + "\n")

    def compare(self, path: Path, format_name: str, *, told: Callable[[], None]) -> ReadBack:
        """Read a file or folder in the import process and compare.

        Args:
            path: where it lies.
            format_name: that it was written in.
            told: called now and then; what it raises ends the reading.

        Raises:
            Fault: ``export.read_back`` with the document and what is not as it was written.
        """
        self._spool.seek(0)
        self._lines = map(json.loads, self._spool)
        documents = annotations = 0
        with Reading([path], format=format_name, seconds=_SECONDS) as reading:
            for frame in reading:
                told()
                if isinstance(frame, Problem) and not frame.note:
                    raise _differs(frame.file, "problem", frame.code)
                for item in frame.items if isinstance(frame, Documents) else ():
                    documents += 1
                    annotations += self._found(item)
        for lost in (*self._lines, *(one for some in self._passed.values() for one in some)):
            raise _differs(lost["id"], "document")
        return ReadBack(documents, annotations)

    def _found(self, item: Incoming) -> int:
        """Compare one document; return how many annotations stand in place."""
        kept = self._next(item)
        text, again = kept["text"], item.text
        places = None if text == again else (_squeezed(text), _squeezed(again))
        expected = [_item(one[0], one[1], one[2], places and places[0]) for one in kept["items"]]
        found: set[Item] = set()
        for row in (Row(*one) for one in item.annotations):
            if row.quote and row.parts is None and again[row.start : row.end] != row.quote:
                raise _differs(kept["id"], "quote", row.quote)
            parts = json.loads(row.parts) if row.parts else [["mention", row.start, row.end]]
            found.add(_item(row.layer, row.label or "", parts, places and places[1]))
        bare = {(layer, "", parts) for layer, _label, parts in found}
        for one, plain in zip(expected, kept["items"], strict=True):
            if one not in (found if one[1] else bare):
                _role, start, end = plain[2][0]
                raise _differs(kept["id"], "annotation", text[start:end])
        at = {(layer, parts) for layer, _label, parts in expected}
        if sum((one[0], one[2]) not in at for one in found) > kept["more"]:
            raise _differs(kept["id"], "more")
        return len(expected)

    def _next(self, item: Incoming) -> dict[str, Any]:
        """Return what was written of the document that was read."""
        key = _key(item.text)
        if some := self._passed.get(key):
            kept = some.pop(0)
            if not some:
                del self._passed[key]
            return kept
        for kept in self._lines:
            if (other := _key(kept["text"])) == key:
                return kept
            self._passed.setdefault(other, []).append(kept)
        raise _differs(item.sender_id or item.stem, "text")


def _key(text: str) -> str:
    return sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def _squeezed(text: str) -> list[int]:
    """Return how many characters that are no white space stand before each place."""
    return list(accumulate((not one.isspace() for one in text), initial=0))


def _item(layer: str, label: str, parts: Iterable[Any], places: list[int] | None) -> Item:
    at = places.__getitem__ if places else int
    return Layer(layer), label, tuple(sorted((one[0], at(one[1]), at(one[2])) for one in parts))


def _differs(document: str, what: str, quote: str = "") -> Fault:
    return Fault("export.read_back", document=document, what=what, quote=quote)
