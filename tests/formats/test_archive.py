"""ZIP archives, also those that mean harm."""

from __future__ import annotations

import io
import json
import random
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from curator.formats import archive
from curator.formats.base import Enclosed, Incoming, Problem
from curator.formats.reading import Documents, Reading
from tests.formats.builders import problems, read

Files = dict[str, bytes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "batch.zip"


def packed(files: Files) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


def through(path: Path) -> tuple[list[Incoming], list[Problem]]:
    """Read an archive in the import process."""
    with Reading([path]) as frames:
        _plan, *found = frames
    documents = [one for frame in found if isinstance(frame, Documents) for one in frame.items]
    return documents, [one for one in found if isinstance(one, Problem)]


def test_that_files_of_every_kind_are_read_in_the_import_process(path: Path) -> None:
    record = {"id": "j", "text": "Four."}
    letter = b"Subject: x\nContent-Disposition: attachment; filename=in.txt\n\nSix."
    path.write_bytes(
        packed(
            {
                "a/one.txt": b"One.",
                "a/b/two.md": b"# Two",
                "three.csv": b"text\nThree.\n",
                "four.json": json.dumps(record).encode(),
                "five.jsonl": json.dumps(record | {"id": "k"}).encode(),
                "six.eml": letter,
                "logo.png": b"\x89PNG",
                "__MACOSX/a.txt": b"x",
                ".hidden/x.txt": b"x",
                "x.gold.jsonl": b"x",
            }
        )
    )
    documents, found = through(path)
    assert [(one.file.removeprefix(f"{path}/"), one.folder, one.stem) for one in documents] == [
        ("a/one.txt", f"{path.parent.name}/batch/a", "one"),
        ("a/b/two.md", f"{path.parent.name}/batch/a/b", "two"),
        ("three.csv", f"{path.parent.name}/batch", "three-2"),
        ("four.json", f"{path.parent.name}/batch", "four"),
        ("five.jsonl", f"{path.parent.name}/batch", "five"),
        ("six.eml/in.txt", f"{path.parent.name}/batch/six", "in"),
    ]
    assert [(one.file.removeprefix(f"{path}/"), one.code) for one in found] == [
        ("six.eml", "import.empty"),
        ("logo.png", "import.unknown_type"),
    ]


def test_that_nothing_escapes_and_the_rest_goes_in(path: Path) -> None:
    names = ["../out.txt", "/etc/out.txt", "C:\\out.txt", "a/../../out.txt", "..\\out.txt"]
    inner = packed({"x.txt": b"x"})
    path.write_bytes(packed({**dict.fromkeys(names, b"x"), "in.zip": inner, "z.txt": b"Last."}))
    documents, found = through(path)
    assert [one.text for one in documents] == ["Last."]
    assert [one.code for one in found] == ["import.path_outside"] * 5 + ["import.nested"]
    assert sorted(one.name for one in path.parent.iterdir()) == ["batch.zip"]


def test_that_links_and_odd_names_are_harmless(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("a\x1b[31m\u202etxt.b.txt", "One.")
        made.writestr("x" * 3_000 + ".txt", "Two.")
        made.writestr("CON.txt", "Three.")
    documents, found = through(path)
    assert [one.text for one in documents] == ["One.", "Two.", "Three."]
    assert documents[0].stem == "a\ufffd[31m\ufffdtxt.b"
    assert [one.code for one in found] == ["import.archive_link"]


def test_that_bombs_are_left_at_their_limits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LONGEST", 3 * 1024**2)
    noise = random.Random(1).randbytes(1_000)
    path.write_bytes(packed({"bomb.txt": b"x" * (2 * 1024**2), "fine.txt": noise}))
    items: list[Any] = read(path, archive.FORMAT)
    assert [getattr(item, "code", "") for item in items] == ["import.archive_ratio", ""]
    monkeypatch.setattr(archive, "MOST_RATIO", 10**6)
    monkeypatch.setattr(archive, "MOST_BYTES", 2 * 1024**2 + 999)
    items = read(path, archive.FORMAT)
    assert [getattr(item, "code", "") for item in items] == ["", "import.archive_size"]
    monkeypatch.setattr(archive, "LONGEST", 1024**2)
    assert problems(read(path, archive.FORMAT)) == [(None, "import.too_long")]
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    assert problems(read(path, archive.FORMAT))[-1] == (None, "import.archive_files")


def test_that_a_size_that_lies_does_not_matter(path: Path) -> None:
    source = packed({"a.txt": b"x" * 100_000})
    path.write_bytes(source.replace((100_000).to_bytes(4, "little"), (5).to_bytes(4, "little")))
    items: list[Any] = read(path, archive.FORMAT)
    assert [type(item) for item in items] == [Problem] or len(items[0].content) <= 5


@pytest.mark.parametrize("source", [b"", b"PK\x03\x04", b"x" * 1_000, b"PK\x05\x06" + b"\xff" * 18])
def test_that_what_is_no_archive_is_a_problem(path: Path, source: bytes) -> None:
    path.write_bytes(source)
    assert problems(read(path, archive.FORMAT)) == [(None, "import.no_archive")]


def test_that_an_encrypted_file_is_named(path: Path) -> None:
    source = bytearray(packed({"a.txt": b"x"}))
    source[6] |= 1
    source[source.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(source)
    assert problems(read(path, archive.FORMAT)) == [(None, "import.encrypted")]


@pytest.mark.parametrize("count", [150, pytest.param(20_000, marks=pytest.mark.full)])
def test_that_mutated_archives_give_files_or_problems(path: Path, count: int) -> None:
    dice = random.Random(5)
    good = packed({"a.txt": b"One. " * 30, "b/c.md": b"# Two", "d.csv": b"text\nx"})
    for _ in range(count):
        source = bytearray(good)
        for _ in range(dice.randint(1, 6)):
            source[dice.randrange(len(source))] = dice.randrange(256)
        path.write_bytes(source)
        items: list[Any] = read(path, archive.FORMAT)
        assert all(isinstance(item, Enclosed | Problem) for item in items)
