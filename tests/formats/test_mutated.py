"""Files that are broken anywhere: what can be read is read, the rest is told, no more happens."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from curator.formats.process import serve
from tests.formats.every import BOTH_WAYS, REGISTRY, export
from tests.formats.seeds import outgoings

DATA = Path(__file__).parents[1] / "data" / "papers"
PAPERS = sorted(one for one in DATA.rglob("*") if one.is_file() and REGISTRY.of_file(one))
SECONDS = 5.0
"""That a file may take."""
BUGS = ("import.format_failed", "import.time_limit", "import.memory_limit")
"""What an importer of ours never comes to."""

HOSTILE = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t" * 9, b"-1", b"0",
    b"9" * 40, b"1e999", b"NaN", b"null", b"[]", b"{}", b'"', b"'", b"<", b"&", b"]]>", b"<!--",
    b"[" * 2_000, b"(" * 50, b"../../x", b"=cmd|", "\u202e".encode(), "\U0001f6a2".encode(),
    b"x" * 5_000,
)  # fmt: skip
"""Bytes that are put somewhere."""

Mutate = Callable[[bytearray, random.Random], None]


def flip(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.choice((1, 1, 3, 30))):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def cut(content: bytearray, dice: random.Random) -> None:
    start, end = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    del content[start : dice.choice((end, len(content), start + 1))]


def repeat(content: bytearray, dice: random.Random) -> None:
    start, end = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    place = dice.randrange(len(content) + 1)
    content[place:place] = content[start : min(end, start + 4_000)] * dice.randint(1, 3)


def put(content: bytearray, dice: random.Random) -> None:
    place = dice.randrange(len(content) + 1)
    content[place : place + dice.choice((0, 1, 4))] = dice.choice(HOSTILE)


def swap(content: bytearray, dice: random.Random) -> None:
    """Two fields or values change places with what is between them."""
    found = [place for place, byte in enumerate(content) if byte in b'",:\t<>{}[]\n']
    if len(found) > 3:
        a, b, c = sorted(dice.sample(found, 3))
        content[a:c] = content[b:c] + content[a:b]


WAYS: tuple[Mutate, ...] = (flip, cut, repeat, put, swap)


def problems(path: Path, form: str | None) -> list[dict[str, Any]]:
    """Import a file as the import process does; what it says against it."""
    frames: list[dict[str, Any]] = []
    request = {"paths": [str(path)], "format": form, "seconds": SECONDS, "looking": True}
    serve(request, frames.append, REGISTRY)
    assert frames[-1] == {"kind": "done"}
    return [one for one in frames if one["kind"] == "problem"]


def broken(content: bytes, dice: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        if found:
            dice.choice(WAYS)(found, dice)
    return bytes(found)


def check(path: Path, form: str | None, folder: Path, times: int) -> None:
    """Break a file in many ways; each time the import goes on."""
    dice, content = random.Random(path.name), path.read_bytes()
    place = folder / path.name
    place.parent.mkdir(parents=True, exist_ok=True)
    for number in range(times):
        place.write_bytes(broken(content, dice))
        failed = [one for one in problems(place, form) if one["code"] in BUGS]
        assert failed == [], f"mutation {number} of {path.name}"


def written(name: str, folder: Path) -> Iterator[Path]:
    """What an export of two samples in a format writes, file by file."""
    form = BOTH_WAYS[name]
    place = folder / "sound" / (name if form.folder else f"sound{form.suffixes[0]}")
    place.parent.mkdir()
    export(form, list(outgoings())[:2], place)
    yield from sorted(one for one in place.rglob("*") if one.is_file()) if form.folder else [place]


@pytest.mark.parametrize("times", [12, pytest.param(4_000, marks=pytest.mark.full)])
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_that_a_broken_file_of_annotations_ends_no_import(
    tmp_path: Path, name: str, times: int
) -> None:
    for path in written(name, tmp_path):
        check(path, None if BOTH_WAYS[name].folder else name, tmp_path / "broken", times)


@pytest.mark.parametrize("times", [6, pytest.param(2_000, marks=pytest.mark.full)])
@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_that_a_broken_paper_ends_no_import(tmp_path: Path, path: Path, times: int) -> None:
    check(path, None, tmp_path, times)
