"""Files that are a JSON array of objects, or one object, read an object at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from curator.formats.base import LONGEST, Problem, ReadOptions
from curator.formats.json_lines import JsonLine
from curator.formats.outgoing import Piece
from curator.formats.strict_json import Malformed, check_kept, parse

_CHUNK = 1 << 20
_BLANK = " \t\r\n"
_scan = json.JSONDecoder().raw_decode


class _Found(NamedTuple):
    """Where an item begins, from line 1, and its source; None for one that has no end."""

    line: int
    source: str | None


class _Items:
    """Goes through a file, keeping no more of it than an item and what was read with it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._held = ""
        self._at = 0
        self._line = 1
        self._more = True

    def __iter__(self) -> Iterator[_Found]:
        first = self._next()
        if first == "[":
            self._pass()
        while (character := self._next()) and character != "]":
            found = self._item()
            yield found
            if found.source is None or first != "[":
                return
            if self._next() == ",":
                self._pass()
            elif self._next() != "]":
                yield _Found(self._line, None)
                return
        if first == "[" and not character:
            yield _Found(self._line, None)

    def _next(self) -> str:
        """Return the next character that is no blank, empty at the end of the file."""
        while True:
            while self._at < len(self._held):
                character = self._held[self._at]
                if character not in _BLANK:
                    return character
                self._pass()
            if not self._read(_CHUNK):
                return ""

    def _pass(self) -> None:
        self._line += self._held[self._at] == "\n"
        self._at += 1

    def _item(self) -> _Found:
        size = _CHUNK
        while True:
            try:
                _, end = _scan(self._held, self._at)
                break
            except (ValueError, RecursionError):
                if len(self._held) - self._at > LONGEST or not self._read(size):
                    return _Found(self._line, None)
                size *= 2
        found = _Found(self._line, self._held[self._at : end])
        self._line += self._held.count("\n", self._at, end)
        self._at = end
        return found

    def _read(self, size: int) -> bool:
        """Read more; return whether there was any."""
        if self._more:
            more = self._stream.read(size)
            self._more = bool(more)
            self._held = self._held[self._at :] + more
            self._at = 0
        return self._more


def json_items(path: Path, options: ReadOptions) -> Iterator[JsonLine | Problem]:
    """Read objects one by one; one that is not well is a problem, and the next one is read.

    Where an object has no end, nothing behind it can be told apart, and the rest is left out.

    Args:
        path: the file, UTF-8 with or without a byte order mark.
        options: how it is called.
    """
    try:
        with _opened(path) as stream:
            for found in _Items(stream):
                yield _parsed(found, options)
    except OSError as error:
        yield options.problem(None, "import.unreadable", reason=error.strerror or str(error))


def _opened(path: Path) -> TextIO:
    """Open a file so that what is not in UTF-8 spoils no more than the object that it is in."""
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def _parsed(found: _Found, options: ReadOptions) -> JsonLine | Problem:
    if found.source is None:
        return options.problem(found.line, "import.no_end")
    try:
        raw = found.source.encode("utf-8")
        value = parse(found.source)
        if not isinstance(value, dict):
            raise Malformed("not_an_object")
        check_kept(value)
    except UnicodeEncodeError as error:
        return options.problem(found.line, "import.not_utf8", at=error.start)
    except Malformed as error:
        facts = {"reason": error.reason, "detail": error.detail}
        return options.problem(found.line, "import.not_json", **facts)
    return JsonLine(found.line, raw, value)


def first_item(path: Path) -> dict[str, Any] | None:
    """Return the first object of a file, to tell what it is; None where there is none."""
    try:
        with _opened(path) as stream:
            found = next(iter(_Items(stream)), None)
        value = None if found is None or found.source is None else parse(found.source)
    except (OSError, ValueError, Malformed):
        return None
    return value if isinstance(value, dict) else None


def array(pieces: Iterator[Piece]) -> Iterator[tuple[str, str | bytes]]:
    """Put objects together to one array, each on a line of its own."""
    before = "[\n"
    for piece in pieces:
        yield "", before + piece.text
        before = ",\n"
    yield "", "[]\n" if before == "[\n" else "\n]\n"
