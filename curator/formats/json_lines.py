"""Files with a JSON object a line, read in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from curator.formats.base import LONGEST, Problem, ReadOptions
from curator.formats.strict_json import Malformed, check_kept, parse

_BOM = b"\xef\xbb\xbf"


class JsonLine(NamedTuple):
    """One line: its number from 1, its bytes without blanks around, and the object on it."""

    number: int
    raw: bytes
    value: dict[str, Any]


def json_lines(
    path: Path, options: ReadOptions, *, unchecked: frozenset[str] = frozenset()
) -> Iterator[JsonLine | Problem]:
    """Read objects line by line; a bad line is a problem, and the next one is read.

    Args:
        path: the file, UTF-8 with or without a byte order mark.
        options: how it is called.
        unchecked: keys whose values are checked by whoever takes them.
    """
    try:
        with path.open("rb") as stream:
            for number, line in _lines(stream):
                yield _parsed(number, line, options, unchecked)
    except OSError as error:
        yield options.problem(None, "import.unreadable", reason=error.strerror or str(error))


def first_objects(path: Path, *, most: int = 20) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file's first lines, to tell what it is; bad ones are passed over."""
    try:
        with path.open("rb") as stream:
            for number, (_, line) in enumerate(_lines(stream)):
                if number == most:
                    return
                try:
                    value = parse((line or b"").decode("utf-8"))
                except (UnicodeDecodeError, Malformed):
                    continue
                if isinstance(value, dict):
                    yield value
    except OSError:
        return


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


def _parsed(
    number: int, line: bytes | None, options: ReadOptions, unchecked: frozenset[str]
) -> JsonLine | Problem:
    if line is None:
        return options.problem(number, "import.too_long", limit=LONGEST)
    try:
        value = parse(line.decode("utf-8"))
        if not isinstance(value, dict):
            raise Malformed("not_an_object")
        check_kept({key: kept for key, kept in value.items() if key not in unchecked})
    except UnicodeDecodeError as error:
        return options.problem(number, "import.not_utf8", at=error.start)
    except Malformed as error:
        facts = {"reason": error.reason, "detail": error.detail}
        return options.problem(number, "import.not_json", **facts)
    return JsonLine(number, line, value)
