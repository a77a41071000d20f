"""Our own JSONL: one document a line, offsets in code points."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.canonical import digest_text
from curator.domain.dispatch import Head, first_sentence, recognise
from curator.domain.text import Normalised, normalise
from curator.formats.annotation_rows import AnnotationRows
from curator.formats.assembling import sender_id, words
from curator.formats.base import Format, Incoming, Item, Problem, ReadOptions
from curator.formats.json_lines import JsonLine, json_lines
from curator.formats.jsonl_line import LIST_KEYS, write
from curator.translation import gettext as _

_KNOWN = frozenset({"id", "title", "text", "meta", "reviewed", *LIST_KEYS.values()})


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read line by line, in constant memory.

    Args:
        path: the file.
        options: how it is called, and what becomes of annotations.

    Yields:
        A document for each good line, and a problem for each thing that does not go in.
    """
    for line in json_lines(path, options, unchecked=_LISTED):
        if isinstance(line, Problem):
            yield line
        else:
            yield from items(line, options)


def items(line: JsonLine, options: ReadOptions) -> Iterator[Item]:
    """Yield the document that an object is, then what was left out of it; or its problem."""
    yield from _Line(line.value, line.raw, line.number, options).items()


_LISTED = frozenset({"text", *LIST_KEYS.values()})


class _Line:
    """One parsed line on its way to a document."""

    def __init__(
        self, value: dict[str, Any], line: bytes, number: int, options: ReadOptions
    ) -> None:
        self._value = value
        self._line = line
        self._number = number
        self._options = options
        self._id = sender_id(value.get("id"))
        self._problems: list[Problem] = []

    def items(self) -> Iterator[Item]:
        """Yield the document, then what was left out of it; or what keeps it out."""
        source = self._value.get("text")
        if self._id is None:
            yield self._options.problem(self._number, "import.no_id")
        elif not isinstance(source, str):
            yield self._options.problem(self._number, "import.no_text", document=self._id)
        elif not (normalised := normalise(source)).text.strip():
            yield self._options.problem(self._number, "import.empty", document=self._id)
        else:
            yield self._document(self._id, normalised, len(source))
            yield from self._problems

    def _document(self, name: str, normalised: Normalised, source_length: int) -> Incoming:
        text = normalised.text
        meta: dict[str, Any] = self._given("meta", dict) or {}
        ignored = self._options.annotations == "ignore"
        rows = AnnotationRows(
            normalised,
            source_length=source_length,
            states=self._options.annotations == "as-is",
            gold=self._options.annotations == "gold",
        )
        layers = [] if ignored else self._annotations(rows)
        title, agency, date = self._title(meta), words(meta, "agency"), words(meta, "date")
        head = Head() if title and agency and date else recognise(text)
        return Incoming(
            file=self._options.source.name,
            line=self._number,
            sender_id=name,
            stem=self._options.source.stem,
            folder=self._options.source.folder,
            title=title or head.title or first_sentence(text, head=head),
            agency=agency or head.agency or words(meta, "source") or None,
            date=date or head.date or None,
            language=words(meta, "language") or None,
            meta=meta,
            extra={key: kept for key, kept in self._value.items() if key not in _KNOWN},
            text=text,
            digest=digest_text(text),
            source_digest=hashlib.sha256(self._line).hexdigest(),
            source_bytes=len(self._line),
            removed=list(normalised.removed),
            reviewed=None if ignored else self._reviewed(),
            layers=layers,
            annotations=rows.rows,
        )

    def _annotations(self, rows: AnnotationRows) -> list[str]:
        """Read the lists that the line has; return the names of their layers."""
        layers = []
        for layer, key in LIST_KEYS.items():
            things: list[Any] | None = self._given(key, list)
            if things is not None:
                layers.append(layer.value)
                rows.add(layer, things)
        for code, facts in rows.complaints:
            self._complain(code, **facts)
        return layers

    def _title(self, meta: dict[str, Any]) -> str:
        title: str = self._given("title", str) or words(meta, "title")
        return normalise(title).text if title.strip() else ""

    def _reviewed(self) -> list[str] | None:
        names: list[Any] | None = self._given("reviewed", list)
        if names is None:
            return None
        known = [layer.value for layer in Layer if layer.value in names]
        if len(known) < len(names):
            self._complain("import.key_left_out", key="reviewed")
        return known

    def _given(self, key: str, kind: type) -> Any:
        """Return a value that has its type, None when it is missing or has another."""
        value = self._value.get(key)
        if value is None or isinstance(value, kind):
            return value
        self._complain("import.key_left_out", key=key)
        return None

    def _complain(self, code: str, **facts: Any) -> None:
        facts = {"document": self._id, **facts}
        self._problems.append(self._options.problem(self._number, code, **facts))


FORMAT = Format(
    name="jsonl", suffixes=(".jsonl",), read=read, write=write, title=_("Curator JSONL")
)
