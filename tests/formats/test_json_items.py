"""Arrays of objects, read one by one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from curator.formats import json_items
from curator.formats.base import Problem, ReadOptions, Source
from curator.formats.outgoing import Piece, Report

A = (1, {"a": 1})
BAD = (1, "not_json")


@pytest.fixture(params=[4, 1 << 20], ids=["in small chunks", "at once"], autouse=True)
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.formats.json_items._CHUNK", request.param)


def read(path: Path, words: str | bytes) -> list[tuple[int | None, Any]]:
    path.write_bytes(words.encode("utf-8", "surrogatepass") if isinstance(words, str) else words)
    source = Source(path, path.name, "", path.stat().st_size, "x")
    found = json_items.json_items(path, ReadOptions(source))
    return [
        (one.line, one.code.removeprefix("import.")) if isinstance(one, Problem) else one[::2]
        for one in found
    ]


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("", []),
        ("[]", []),
        (" \r\n[\n]\n", []),
        ('{"a": "日"}', [(1, {"a": "日"})]),
        ('\ufeff[{"a": 1},\n\n {"b": [\n2]}\n, {"c": 3}]', [A, (3, {"b": [2]}), (5, {"c": 3})]),
        ('[{"a": 1}, [2], {"a": 1, "a": 2}, {"b": NaN}, {"a": 1}]', [A, *[BAD] * 3, A]),
        ('[{"a": 1},\n{"b": 2', [A, (2, "no_end")]),
        ('[{"a": 1}', [A, (1, "no_end")]),
        ('[{"a": 1}\n{"b": 2}]', [A, (2, "no_end")]),
        ("nonsense", [(1, "no_end")]),
        ("[" * 100_000, [(1, "no_end")]),
        ('[{"a": "\\ud800"}]', [(1, {"a": "\ufffd"})]),
        (b'[{"a": 1},\n{"b": "\xff"},\n{"c": 3}]', [A, (2, "not_utf8"), (3, {"c": 3})]),
    ],
)  # fmt: skip
def test_that_objects_are_read_with_their_lines(
    tmp_path: Path, words: str | bytes, items: list[Any]
) -> None:
    assert read(tmp_path / "x.json", words) == items


def test_that_an_array_holds_every_piece() -> None:
    for objects in ([], [{"a": 1}], [{"a": 1}, {"b": "日"}]):
        pieces = iter([Piece(json.dumps(one), Report()) for one in objects])
        text = "".join(str(data) for _, data in json_items.array(pieces))
        assert json.loads(text) == objects
        assert text.endswith("]\n")


def test_that_the_first_object_tells(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for words, first in (('[{"a": 2}, oops', {"a": 2}), ("[1]", None), ("", None), ("{", None)):
        path.write_text(words)
        assert json_items.first_item(path) == first
    assert json_items.first_item(tmp_path / "none") is None
