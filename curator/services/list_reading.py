"""Read a word list: names or cues from a text file, or from a table with labels."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import LayerScheme
from curator.formats.base import Problem

LONGEST = 120
"""Characters of an entry."""
_MOST_BYTES = 32 * 1024 * 1024
_TABLES = frozenset({".csv", ".tsv", ".tab"})
_HEADS = frozenset({"string", "name", "entry", "cue", "word", "words", "text"})
_COMMENT = "#"


class _Line(NamedTuple):
    number: int
    words: str
    label: str


@dataclass(slots=True)
class Read:
    """What a file gave.

    Attributes:
        entries: by label, in the order of the file, none twice.
        problems: a line each that did not go in.
    """

    entries: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_list(
    source: Path | Iterable[str], *, label: str | None, layer: Layer, scheme: LayerScheme
) -> Read:
    """Read entries, and say of each line that does not fit why.

    A text file has one entry a line. A table (``.csv``, ``.tsv``, or a text with tabulators) may
    have a label in its second column, and a head. Empty lines and those that begin with # are
    passed over.

    Args:
        source: a file in UTF-8, or entries.
        label: of entries that bring none along.
        layer: entity or claim; cues are read in lower case.
        scheme: of the layer.

    Raises:
        Fault: ``list.unreadable`` when the file is not there, no UTF-8 or no table; ``list.label``
            when the scheme has no such label.
    """
    if label is not None and (known := scheme.read(label)) is None:
        names = [one.name for one in scheme.offered]
        raise Fault("list.label", label=label, layer=layer.value, known=names)
    file = source.name if isinstance(source, Path) else ""
    lines = _rows(source) if isinstance(source, Path) else _plain(source)
    result, first = Read(), dict[str, int]()
    for line in lines:
        words = " ".join(line.words.split())
        words = words.lower() if layer is Layer.CLAIM else words
        own = scheme.read(line.label) if line.label else known if label is not None else None
        if problem := _problem(file, line, words, own, first):
            result.problems.append(problem)
        elif own is not None:
            first[words] = line.number
            result.entries.setdefault(own, []).append(words)
    return result


def _problem(
    file: str, line: _Line, words: str, label: str | None, first: dict[str, int]
) -> Problem | None:
    if not any(character.isalnum() for character in words):
        return Problem(file, line.number, "list.no_words", {})
    if len(words) > LONGEST:
        return Problem(file, line.number, "list.too_long", {"length": len(words), "most": LONGEST})
    if label is None and line.label:
        return Problem(file, line.number, "list.strange_label", {"label": line.label})
    if label is None:
        return Problem(file, line.number, "list.no_label", {"words": words})
    if words in first:
        return Problem(file, line.number, "list.twice", {"words": words, "line": first[words]})
    return None


def _rows(path: Path) -> Iterator[_Line]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Fault("list.unreadable", path=str(path), reason="it is longer than 32 MB")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault("list.unreadable", path=str(path), reason=str(error)) from error
    table = path.suffix.lower() in _TABLES
    if not table and "\t" not in text:
        return _plain(text.splitlines())
    try:
        return iter(_table(text, comma=path.suffix.lower() == ".csv"))
    except csv.Error as error:
        raise Fault("list.unreadable", path=str(path), reason=str(error)) from error


def _plain(lines: Iterable[str]) -> Iterator[_Line]:
    for number, words in enumerate(lines, start=1):
        if words.strip() and not words.lstrip().startswith(_COMMENT):
            yield _Line(number, words, "")


def _table(text: str, *, comma: bool) -> list[_Line]:
    head = text.partition("\n")[0]
    delimiter = "\t" if not comma else ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(text.splitlines(), delimiter=delimiter)
    rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    if rows and rows[0][1][0].strip().lower() in _HEADS:
        del rows[0]
    return [
        _Line(number, row[0], row[1].strip() if len(row) > 1 else "")
        for number, row in rows
        if not row[0].lstrip().startswith(_COMMENT)
    ]
