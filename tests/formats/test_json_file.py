"""JSON files of our own records."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from curator.formats import json_file
from curator.formats.base import Incoming, Problem
from curator.formats.registry import Registry
from tests.formats.builders import one, problems, read, rows

RECORD = {"id": "a", "text": "Anna spoke.", "spans": [{"start": 0, "end": 4, "label": "P"}]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "batch.json"


def test_that_one_record_is_a_document(path: Path) -> None:
    path.write_text("\ufeff" + json.dumps(RECORD, indent=2))
    document = one(read(path, json_file.FORMAT))
    assert (document.sender_id, document.text) == ("a", "Anna spoke.")
    assert [row.quote for row in rows(document)] == ["Anna"]


def test_that_records_of_an_array_go_in_and_bad_ones_are_named(path: Path) -> None:
    more = [RECORD, 7, {"text": "No id."}, {"id": "c", "text": " "}, RECORD | {"id": "d"}]
    path.write_text(json.dumps(more, indent=0))
    items = read(path, json_file.FORMAT)
    assert [item.sender_id for item in items if isinstance(item, Incoming)] == ["a", "d"]
    assert [code for _, code in problems(items)] == [
        "import.not_json",
        "import.no_id",
        "import.empty",
    ]


def test_that_a_json_file_without_marks_of_another_format_is_ours(path: Path) -> None:
    path.write_text(json.dumps([RECORD]))
    found = Registry.installed().of_file(path)
    assert found is not None
    assert found.name == "json"


@pytest.mark.parametrize(
    "source", ["[" * 100_000, '{"a":' * 100_000, "[1" + "0" * 100_000, "[{}" * 9_999, "nul", "[,]"]
)
def test_that_hostile_json_is_a_problem(path: Path, source: str) -> None:
    path.write_text(source)
    items = read(path, json_file.FORMAT)
    assert items
    assert all(isinstance(item, Problem) for item in items)


@pytest.mark.parametrize("count", [100, pytest.param(20_000, marks=pytest.mark.full)])
def test_that_mutated_files_give_documents_or_problems(path: Path, count: int) -> None:
    dice = random.Random(5)
    good = json.dumps([RECORD, RECORD]).encode()
    for _ in range(count):
        source = bytearray(good)
        for _ in range(dice.randint(1, 4)):
            source[dice.randrange(len(source))] = dice.choice(b'[]{}",:\\\0\xff0e')
        path.write_bytes(source)
        assert all(isinstance(item, Incoming | Problem) for item in read(path, json_file.FORMAT))
