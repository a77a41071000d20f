"""Files that share a suffix are told apart by what is in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from curator.formats.base import Problem, Source
from curator.formats.kinds import kind_of_line
from curator.formats.registry import Registry
from tests.formats.through import SEEDS, nasty, write

SPAN = {"start": 0, "end": 3, "label": "PERSON"}
LINES: list[tuple[dict[str, Any], str | None]] = [
    ({"id": "a", "text": "Ana", "spans": [SPAN], "claims": [], "reviewed": []}, "jsonl"),
    ({"id": "a", "text": "Ana", "reviewed": ["entity"], "answer": "accept"}, "jsonl"),
    ({"id": "a", "text": "Ana", "claims": [], "label": [[0, 3, "P"]]}, "jsonl"),
    ({"id": "a", "text": "Ana", "spans": [SPAN]}, None),
    ({"id": "a", "text": "Ana", "label": "sport", "meta": {}}, None),
    ({"id": "a", "text": "Ana", "label": []}, None),
    ({"id": "a", "label": [[0, 3, "P"]]}, None),
    ({"text": "Ana", "spans": [SPAN], "answer": "ignore"}, "prodigy"),
    ({"text": "Ana", "_task_hash": 1}, "prodigy"),
    ({"text": "Ana", "tokens": [{"text": "Ana", "start": 0, "end": 3, "id": 0}]}, "prodigy"),
    ({"text": "Ana", "spans": [SPAN | {"token_start": 0, "token_end": 0}]}, "prodigy"),
    ({"text": "Ana", "answer": "42"}, None),
    ({"id": 1, "text": "Ana", "label": [[0, 3, "P"]], "Comments": []}, "doccano"),
    ({"id": 1, "text": "Ana", "labels": [[0, 3, "P"]]}, "doccano"),
    ({"text": "Ana", "entities": [{"id": 1, "start_offset": 0, "end_offset": 3}]}, "doccano"),
    ({"text": "Ana", "entities": [], "relations": []}, "doccano"),
    ({"text": "Ana", "entities": [{"name": "Ana"}]}, None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_that_a_line_is_in_one_format_at_most(line: dict[str, Any], kind: str | None) -> None:
    assert kind_of_line(line) == kind


def chosen(path: Path) -> str:
    [found] = Registry.installed().files([path])
    return found.format if isinstance(found, Source) else found.code


def test_that_the_first_line_that_tells_settles_it(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    bare, task = {"id": "a", "text": "Ana"}, {"text": "Ana", "answer": "accept"}
    for lines, name in (
        ([], "jsonl"),
        (["no JSON", bare], "jsonl"),
        ([bare, "[1]", task], "prodigy"),
        ([bare | {"claims": []}, task], "jsonl"),
        ([task, bare | {"claims": []}], "prodigy"),
    ):
        words = [one if isinstance(one, str) else json.dumps(one) for one in lines]
        path.write_text("\n".join(words), encoding="utf-8")
        assert chosen(path) == name, words


def test_that_our_own_files_are_ours() -> None:
    paths = [*SEEDS.glob("*/*.jsonl"), *Path(__file__).parents[1].glob("data/*.jsonl")]
    assert len(paths) > 10
    assert {chosen(path) for path in paths} == {"jsonl"}


def test_that_a_named_format_goes_before_what_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "Ana", "answer": "accept"}', encoding="utf-8")
    [found] = Registry.installed().files([path], format="jsonl")
    assert not isinstance(found, Problem)
    assert found.format == "jsonl"


@pytest.mark.parametrize(
    ("name", "suffix", "read_as"),
    [
        ("jsonl", ".jsonl", "jsonl"),
        ("prodigy", ".jsonl", "prodigy"),
        ("doccano", ".jsonl", "doccano"),
        ("doccano-relations", ".jsonl", "doccano"),
        ("label-studio", ".json", "label-studio"),
        ("web-annotation", ".json", "web-annotation"),
    ],
)
def test_that_what_goes_out_is_told_by_what_is_in_it(
    tmp_path: Path, name: str, suffix: str, read_as: str
) -> None:
    registry = Registry.installed()
    form = registry.by_name(name)
    assert form is not None
    write(form, [nasty()], tmp_path / f"x{suffix}")
    assert chosen(tmp_path / f"x{suffix}") == read_as
    for other in registry.formats.values():
        if other.recognises is not None and suffix in other.suffixes[1:]:
            assert other.recognises(tmp_path / f"x{suffix}") is (other.name == read_as), other.name
