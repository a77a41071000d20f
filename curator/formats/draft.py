"""A document of a stranger's format on its way in: its text, its annotations, its problems."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.canonical import digest_text
from curator.domain.dispatch import first_sentence, recognise
from curator.domain.text import normalise
from curator.formats.annotation_rows import AnnotationRows
from curator.formats.base import Incoming, Item, Problem, ReadOptions


class Draft:
    """A text to which annotations are added one by one, each checked against it.

    Annotations are given as in our own JSONL: an entity with ``start``, ``end`` and ``label``, a
    claim with lists of ``[start, end]`` by role, both in code points of the text as it was read.
    """

    def __init__(
        self,
        options: ReadOptions,
        text: str,
        *,
        line: int | None = None,
        sender_id: str | None = None,
        stem: str = "",
    ) -> None:
        """Take the text as it was read.

        Args:
            options: how the file is called, and what becomes of annotations.
            text: not yet normalised.
            line: where the document begins in its file; None where a file is one document.
            sender_id: the sender's id, if there is one.
            stem: what the id is made of where there is none; the file's name by default.
        """
        self._options = options
        self._line = line
        self._sender_id = sender_id
        self._stem = stem or options.source.stem
        self._normalised = normalise(text)
        self._rows = AnnotationRows(
            self._normalised,
            source_length=len(text),
            states=options.annotations == "as-is",
            gold=options.annotations == "gold",
        )
        self._layers: dict[str, int] = {}
        self._problems: list[Problem] = []

    def has(self, *layers: Layer) -> None:
        """Say that the document was annotated for layers, whether it has any or not."""
        for layer in layers:
            self._layers.setdefault(layer.value, 0)

    def add(self, layer: Layer, thing: Mapping[str, Any], *, line: int | None = None) -> bool:
        """Add an annotation that stands in a line of the file; return whether it went in."""
        if self._options.annotations == "ignore":
            return False
        self.has(layer)
        self._layers[layer.value] += 1
        before, told = len(self._rows.rows), len(self._rows.complaints)
        self._rows.add(layer, [dict(thing)])
        for code, facts in self._rows.complaints[told:]:
            known = {**facts, "number": self._layers[layer.value]}
            self.complain(line, code, document=self._sender_id or self._stem, **known)
        return len(self._rows.rows) > before

    def complain(self, line: int | None, code: str, **facts: Any) -> None:
        """Note something that did not go in."""
        self._problems.append(self._options.problem(line or self._line, code, **facts))

    def items(
        self,
        source: bytes | tuple[str, int],
        *,
        title: str = "",
        meta: Mapping[str, Any] | None = None,
    ) -> Iterator[Item]:
        """Yield the document, or what keeps it out, then what was left out of it.

        Args:
            source: the bytes that it was read from, or their SHA-256 and how many they are.
            title: as given; else it is recognised in the text.
            meta: what else is known of it.
        """
        if not self._normalised.text.strip():
            facts = {} if self._sender_id is None else {"document": self._sender_id}
            yield self._options.problem(self._line, "import.empty", **facts)
        else:
            yield self._document(source, normalise(title).text.strip(), dict(meta or {}))
        yield from self._problems

    def _document(
        self, source: bytes | tuple[str, int], title: str, meta: dict[str, Any]
    ) -> Incoming:
        text = self._normalised.text
        head = recognise(text)
        if isinstance(source, bytes):
            source = hashlib.sha256(source).hexdigest(), len(source)
        return Incoming(
            file=self._options.source.name,
            line=self._line,
            sender_id=self._sender_id,
            stem=self._stem,
            folder=self._options.source.folder,
            title=title or head.title or first_sentence(text, head=head),
            agency=head.agency or None,
            date=head.date or None,
            language=None,
            meta=meta,
            extra={},
            text=text,
            digest=digest_text(text),
            source_digest=source[0],
            source_bytes=source[1],
            removed=list(self._normalised.removed),
            layers=[] if self._options.annotations == "ignore" else list(self._layers),
            annotations=self._rows.rows,
        )
