"""Gold in parts, with the same bytes again, and read back before it is there."""

from __future__ import annotations

import contextlib
import json
import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from curator.domain.faults import Fault
from curator.domain.gold import Selection
from curator.domain.splits import split_of
from curator.formats import jsonl
from curator.formats.outgoing import Outgoing, Piece, Sentences
from curator.formats.registry import Registry
from curator.services import exporting
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import take, ticking

TEXT = "[Ana 👩‍🚀:PERSON!] of [Velm:GPE!] met [Cy:ORG-] and [Di:ORG~]; {rain fell:denial!}"
ALL = Selection(documents="all")


def documents(titles: list[str]) -> Iterator[dict[str, Any]]:
    for number, title in enumerate(titles):
        meta = {"title": title}
        # No two say the same, or they would be one story by their texts.
        text = TEXT + "".join(f" w{number}x{place}" for place in range(40))
        yield record(f"d{number}", text, title=title, meta=meta, reviewed=["entity", "claim"])


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def parts(folder: Path) -> dict[str, str]:
    """The part of each document."""
    return {
        name: path.name.split(".")[1] for path in folder.glob("gold.*.jsonl") for name in ids(path)
    }


def test_that_stories_are_never_split_and_more_documents_move_none(
    project: Project, tmp_path: Path
) -> None:
    dice = random.Random(4)
    titles = [f"Story {dice.randrange(25)}" for _ in range(60)]
    found = []
    for number, some in enumerate((titles[:40], titles)):
        take(project, *documents(some))
        folder = tmp_path / str(number)
        folder.mkdir()
        exporting.export(
            project, folder / "gold.jsonl", format_name="jsonl", split=split_of("6/2/2", seed="5")
        )
        found.append(parts(folder))
        assert len(found[-1]) == len(some)
    fell = {title: {found[1][f"d{n}"] for n, one in enumerate(titles) if one == title}
            for title in titles}  # fmt: skip
    assert {len(where) for where in fell.values()} == {1}
    assert {part for where in fell.values() for part in where} == {"train", "dev", "test"}
    assert found[0].items() <= found[1].items()


def test_that_what_is_known_to_be_one_story_is_not_split(project: Project, tmp_path: Path) -> None:
    """Updates have titles of their own; the first dispatch says where all of them go."""
    take(project, *documents([f"Update {number}" for number in range(12)]))
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE document SET story = 1 + id % 3")
    exporting.export(
        project, tmp_path / "gold.jsonl", format_name="jsonl", split=split_of("1/1/1", seed="5")
    )
    found = parts(tmp_path)
    fell = [{found[f"d{number}"] for number in range(first, 12, 3)} for first in range(3)]
    assert [len(where) for where in fell] == [1, 1, 1]


def test_that_the_manifest_counts_what_is_in_each_part(project: Project, tmp_path: Path) -> None:
    take(project, *documents([f"Story {number}" for number in range(12)]))
    out = tmp_path / "gold.jsonl"
    selection = Selection(negatives=True, masks=True)
    split = split_of("2/0/1", seed="7")
    exporting.export(project, out, format_name="jsonl", selection=selection, split=split)
    told = json.loads((tmp_path / "gold.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in told["files"]] == ["gold.train.jsonl", "gold.test.jsonl"]
    assert told["chosen"]["split"] == {"seed": "7", "shares": "2/0/1"}
    counted = told["chosen"]["parts"]
    assert sum(one["documents"] for one in counted.values()) == 12
    for name, one in counted.items():
        n = len(ids(tmp_path / f"gold.{name}.jsonl"))
        assert one["documents"] == n
        assert one["labels"]["entity"] == {"GPE": n, "ORG": 2 * n, "PERSON": n}
        assert one["states"] == {"accepted": 3 * n, "rejected": n, "unsure": n}


@pytest.mark.parametrize("format_name", ["jsonl", "brat", "label-studio"])
def test_that_the_same_input_gives_the_same_bytes(
    project: Project, tmp_path: Path, format_name: str
) -> None:
    take(project, *documents(["One", "Two", "Three"]))
    for folder in ("first", "second", "third"):
        (tmp_path / folder).mkdir()
    split = split_of("1/1/1", seed="1")
    for folder in ("first", "second"):
        out = tmp_path / folder / "gold.out"
        exporting.export(project, out, format_name=format_name, split=split)
    project.close()
    with contextlib.closing(sqlite3.connect(project.path)) as connection:
        connection.execute("VACUUM")
    with Project.open(project.path, write=True, clock=ticking()) as again:
        out = tmp_path / "third" / "gold.out"
        exporting.export(again, out, format_name=format_name, split=split)
    first = files(tmp_path / "first")
    assert len(first) >= 4
    assert files(tmp_path / "second") == first
    assert files(tmp_path / "third") == first


def broken(how: str) -> Any:
    """A writer of our lines that makes one mistake."""

    def write(outgoing: Outgoing, sentences: Sentences) -> Piece:
        assert jsonl.FORMAT.write is not None
        piece = jsonl.FORMAT.write(outgoing, sentences)
        line = json.loads(piece.text)
        if how == "shift" and line["id"] == "d1":
            for one in line["spans"]:
                one["start"], one["end"] = one["start"] + 1, one["end"] + 1
                del one["quote"]
        elif how == "label":
            line["spans"][1]["label"] = "ORG"
        elif how == "lose":
            del line["spans"][0]
        elif how == "add":
            line["spans"].append({"start": 0, "end": 2, "label": "ORG", "state": "accepted"})
        elif how == "text":
            line = {"id": "d0", "text": "Something else"}
        elif how == "silence" and line["id"] == "d1":
            return replace(piece, text="")
        return replace(piece, text=json.dumps(line, ensure_ascii=False) + "\n")

    return write


@pytest.mark.parametrize(
    ("how", "what"),
    [
        ("shift", "annotation"), ("label", "annotation"), ("lose", "annotation"),
        ("add", "more"), ("text", "text"), ("silence", "document"),
    ],
)  # fmt: skip
def test_that_a_writer_that_errs_is_found_out_and_nothing_is_put_in_place(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, what: str
) -> None:
    take(project, *documents(["One", "Two"]))
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "gold.jsonl").write_text("what was there before")
    erring = Registry({"jsonl": replace(jsonl.FORMAT, write=broken(how))})
    monkeypatch.setattr(Registry, "installed", lambda: erring)
    with pytest.raises(Fault) as raised:
        exporting.export(project, folder / "gold.jsonl", format_name="jsonl")
    assert (raised.value.code, raised.value.facts["what"]) == ("export.read_back", what)
    assert files(folder) == {"gold.jsonl": b"what was there before"}


@pytest.mark.parametrize("format_name", ["jsonl", "conll", "prodigy", "web-annotation", "polnear"])
def test_that_what_is_read_back_is_told(project: Project, tmp_path: Path, format_name: str) -> None:
    take(project, *documents(["One", "Two"]))
    out = tmp_path / "gold.out"
    report = exporting.export(project, out, format_name=format_name)
    assert report.read_back is not None
    expected = {"conll": 4, "polnear": 2}.get(format_name, 6)
    assert report.read_back == (2, expected)


def test_that_what_no_format_reads_is_not_said_to_be_read(project: Project, tmp_path: Path) -> None:
    take(project, *documents(["One"]))
    report = exporting.export(project, tmp_path / "gold.csv", format_name="csv-entities")
    assert report.read_back is None
