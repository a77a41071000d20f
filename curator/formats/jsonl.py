"""Our own JSONL: one document a line, offsets in code points."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from curator.domain.annotation import Layer
from curator.domain.canonical import digest_text
from curator.domain.dispatch import Head, first_sentence, recognise
from curator.domain.text import Normalised, normalise
from curator.formats.annotation_rows import AnnotationRows
from curator.formats.base import LONGEST, Format, Incoming, Item, Problem, ReadOptions
from curator.formats.jsonl_line import LIST_KEYS, write
from curator.formats.strict_json import Malformed, check_kept, parse

_BOM = b"\xef\xbb\xbf"
_KNOWN = frozenset({"id", "title", "text", "meta", "reviewed", *LIST_KEYS.values()})


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read line by line, in constant memory.

    Args:
        path: the file.
        options: how it is called, and what becomes of annotations.

    Yields:
        A document for each good line, and a problem for each thing that does not go in.
    """
    try:
        with path.open("rb") as stream:
            for number, line in _lines(stream):
                yield from _line(number, line, options)
    except OSError as error:
        yield options.problem(None, "import.unreadable", reason=error.strerror or str(error))


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbered lines that are not blank; None for one that is too long."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
                pass
            yield number, None
            continue
        if number == 1 and line.startswith(_BOM):
            line = line[len(_BOM) :]
        if line := line.strip(b" \t\r\n"):
            yield number, line


def _line(number: int, line: bytes | None, options: ReadOptions) -> Iterator[Item]:
    if line is None:
        yield options.problem(number, "import.too_long", limit=LONGEST)
        return
    try:
        value = parse(line.decode("utf-8"))
        if not isinstance(value, dict):
            raise Malformed("not_an_object")
        check_kept({key: kept for key, kept in value.items() if key not in _LISTED})
    except UnicodeDecodeError as error:
        yield options.problem(number, "import.not_utf8", at=error.start)
    except Malformed as error:
        facts = {"reason": error.reason, "detail": error.detail}
        yield options.problem(number, "import.not_json", **facts)
    else:
        yield from _Line(value, line, number, options).items()


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
        self._id = _sender_id(value.get("id"))
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

    def _document(self, sender_id: str, normalised: Normalised, source_length: int) -> Incoming:
        text = normalised.text
        meta: dict[str, Any] = self._given("meta", dict) or {}
        ignored = self._options.annotations == "ignore"
        rows = AnnotationRows(
            normalised,
            source_length=source_length,
            states=self._options.annotations == "as-is",
        )
        layers = [] if ignored else self._annotations(rows)
        title, agency, date = self._title(meta), _words(meta, "agency"), _words(meta, "date")
        head = Head() if title and agency and date else recognise(text)
        return Incoming(
            file=self._options.source.name,
            line=self._number,
            sender_id=sender_id,
            stem=self._options.source.stem,
            folder=self._options.source.folder,
            title=title or head.title or first_sentence(text, head=head),
            agency=agency or head.agency or _words(meta, "source") or None,
            date=date or head.date or None,
            language=_words(meta, "language") or None,
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
        title: str = self._given("title", str) or _words(meta, "title")
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


def _sender_id(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def _words(meta: dict[str, Any], key: str) -> str:
    value = meta.get(key)
    return value if isinstance(value, str) else ""


FORMAT = Format(name="jsonl", suffixes=(".jsonl",), read=read, write=write)
