"""CSV and TSV: a row is a document, its columns told by their names or by whoever imports."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from curator.formats.bare import Bare, document
from curator.formats.base import LONGEST, Format, Item, Problem, ReadOptions
from curator.formats.encoding import encoding_notes, read_text
from curator.formats.fields import field_of, fitted
from curator.translation import gettext as _

_DELIMITERS = {".csv": ",;\t|", ".tsv": "\t,;|"}
_REACH = 64 * 1024
"""Characters in which the header ends."""
_MOST_UNCLOSED = 20
"""Quotes that never close after which a file is given up."""


class _Row(NamedTuple):
    """Where a row begins, from line 1, and its cells; None when its quote never closes."""

    line: int
    cells: list[str] | None


class _Rows:
    """Parts lines into rows; a quote that never closes costs its line, not the rest."""

    def __init__(self, lines: Iterable[str], delimiter: str, *, line: int) -> None:
        self._delimiter = delimiter
        self._line = line
        self._held: list[str] = []
        self._short = False
        self._source = iter(lines)

    def __iter__(self) -> Iterator[_Row]:
        unclosed = 0
        while True:
            reader = csv.reader(self._lines(), delimiter=self._delimiter, strict=True)
            for row in self._rows(reader):
                if row.cells is not None:
                    yield row
                    continue
                unclosed += 1
                yield row
                break
            else:
                return
            if unclosed == _MOST_UNCLOSED:
                return
            self._source = chain(self._held[1:], self._source)
            self._line += 1

    def _rows(self, reader: Iterator[list[str]]) -> Iterator[_Row]:
        while True:
            self._held, self._short = [], False
            try:
                cells = next(reader, None)
            except csv.Error:
                # A quote within a cell is words; one that took in further lines never closes.
                if self._short or len(self._held) != 1:
                    yield _Row(self._line, None)
                    return
                cells = next(csv.reader(self._held, delimiter=self._delimiter))
            if cells is None:
                return
            yield _Row(self._line, cells)
            self._line += len(self._held)

    def _lines(self) -> Iterator[str]:
        """Hand lines over, and note when one more is wanted than there is."""
        for line in self._source:
            self._held.append(line)
            yield line
        self._short = True


class _Header(NamedTuple):
    """Names of all columns, and which of them is which field, by place."""

    names: list[str]
    fields: dict[int, str]


class _Table(NamedTuple):
    """A table whose header is read: where that stands, and the rows below it."""

    line: int
    header: _Header
    rows: Iterator[_Row]


def read(path: Path, options: ReadOptions) -> Iterator[Item]:
    """Read a table with a header; every further row is a document.

    Args:
        path: the file.
        options: how it is called, its encoding and what its columns hold, if somebody says so.

    Yields:
        Documents, and problems with the line at which they begin.
    """
    found = read_text(path, options)
    if isinstance(found, Problem):
        yield found
        return
    table = _table(found.decoded.text, path, options.columns)
    if table is None:
        yield options.problem(None, "import.empty")
        return
    header = table.header
    missing = [name for name in options.columns.values() if name and name not in header.names]
    if missing or "text" not in header.fields.values():
        wanted = ", ".join(missing) or "text"
        yield options.problem(table.line, "import.no_column", wanted=wanted, columns=header.names)
        return
    yield from encoding_notes(found.decoded, options)
    for row in table.rows:
        if row.cells is None:
            yield options.problem(row.line, "import.unclosed_quote")
        elif any(cell.strip() for cell in row.cells):
            yield _row(row.line, row.cells, header, options)


def columns(path: Path, options: ReadOptions) -> dict[str, str]:
    """Return the columns of a table, and what each is recognised to hold, empty for no field.

    What is said of columns counts as far as there are such; a file without a header has none.
    """
    found = read_text(path, options)
    if isinstance(found, Problem):
        return {}
    table = _table(found.decoded.text, path, options.columns)
    if table is None:
        return {}
    header = table.header
    return {name: header.fields.get(place, "") for place, name in enumerate(header.names)}


def _table(text: str, path: Path, said: Mapping[str, str]) -> _Table | None:
    """Return a file's table; None where there is no header."""
    text = text.removeprefix("\ufeff")
    delimiter, skip = _dialect(text, path.suffix.lower(), said)
    csv.field_size_limit(LONGEST)
    lines = io.StringIO(text, newline="")
    for _line in range(skip):
        lines.readline()
    rows = iter(_Rows(lines, delimiter, line=1 + skip))
    first = next(rows, None)
    if first is None or not any(first.cells or ()):
        return None
    return _Table(first.line, _header(first.cells or [], said), rows)


def _row(line: int, cells: list[str], header: _Header, options: ReadOptions) -> Item:
    if len(cells) > len(header.names) and any(cells[len(header.names) :]):
        facts = {"cells": len(cells), "columns": len(header.names)}
        return options.problem(line, "import.cells", **facts)
    fields: dict[str, str] = {}
    rest: dict[str, str] = {}
    for place, (name, cell) in enumerate(zip(header.names, cells, strict=False)):
        if (field := header.fields.get(place)) is not None:
            fields[field] = cell
        else:
            rest[name] = cell
    text = fields.pop("text", "")
    meta = fitted(fields, rest)
    sender = str(meta.pop("id", "")) or None
    raw = "\0".join(cells).encode("utf-8", "surrogatepass")
    stem = f"{options.source.stem}-{line}"
    return document(Bare(text, raw, meta, line=line, id=sender, stem=stem), options)


def _dialect(text: str, suffix: str, columns: Mapping[str, str]) -> tuple[str, int]:
    """Return what parts the cells, and how many lines go before the header.

    A first line such as ``sep=;`` says it. Else it is the character that parts the header into
    columns of which the most are known, then into the most columns; the suffix breaks a tie.
    """
    first = text[: text.find("\n") + 1 or len(text)].strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    best, delimiter = (-1, -1), ","
    for candidate in _DELIMITERS.get(suffix, ",;\t|"):
        rows = iter(_Rows(io.StringIO(text[:_REACH], newline=""), candidate, line=1))
        row = next(rows, None)
        header = _header((row.cells if row else None) or [], columns)
        score = (len(header.fields), len(header.names))
        if score > best:
            best, delimiter = score, candidate
    return delimiter, 0


def _header(cells: list[str], columns: Mapping[str, str]) -> _Header:
    """Name every column, and tell what it holds; what is said goes before what is recognised."""
    names: list[str] = []
    taken: Counter[str] = Counter()
    for place, cell in enumerate(cells, start=1):
        name = base = " ".join(cell.split()) or f"column {place}"
        while name in taken:
            taken[base] += 1
            name = f"{base} {taken[base]}"
        names.append(name)
        taken[name] += 1
    fields = {names.index(name): key for key, name in columns.items() if name in taken}
    settled = {*columns}
    for place, name in enumerate(names):
        field = field_of(name)
        if place not in fields and field is not None and field not in settled:
            fields[place] = field
            settled.add(field)
    return _Header(names, fields)


FORMAT = Format(
    name="table", suffixes=(".csv", ".tsv"), read=read, columns=columns, title=_("CSV or TSV")
)
