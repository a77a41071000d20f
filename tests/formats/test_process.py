"""The import process, from inside."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from curator.formats import jsonl, text
from curator.formats.base import Format, Incoming, Item, ReadOptions
from curator.formats.process import serve
from curator.formats.registry import Registry

Frames = list[dict[str, Any]]


def document(path: Path, options: ReadOptions, number: int = 1, *, size: int = 1) -> Incoming:
    name = options.source.name
    return Incoming(
        name, number, str(number), path.stem, "", "t", None, None, None, {}, {}, "x", "", "", size,
        layers=["entity"], annotations=[["entity", "ORG", 0, 1, "x"]],
    )  # fmt: skip


def many(path: Path, options: ReadOptions) -> Iterator[Item]:
    """A file whose text says how many documents it has, and how large each is."""
    count, size = map(int, path.read_text().split())
    for number in range(count):
        yield document(path, options, number, size=size)


def slow(path: Path, options: ReadOptions) -> Iterator[Item]:
    yield document(path, options)
    signal.pause()


def greedy(path: Path, options: ReadOptions) -> Iterator[Item]:
    raise MemoryError


def broken(path: Path, options: ReadOptions) -> Iterator[Item]:
    yield document(path, options)
    raise ZeroDivisionError


REGISTRY = Registry(
    {
        name: Format(name, (f".{name}",), read=read)
        for name, read in {
            "many": many, "slow": slow, "greedy": greedy, "broken": broken,
            "txt": text.read, "jsonl": jsonl.read,
        }.items()
    }
)  # fmt: skip


@pytest.fixture
def alarm() -> Iterator[None]:
    """Gives the signal back after the test."""
    before = signal.getsignal(signal.SIGALRM)
    yield
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def folder(tmp_path: Path, alarm: None) -> Path:
    return tmp_path


def frames(folder: Path, **request: Any) -> Frames:
    """What is sent for a folder, without the frames that say which file begins."""
    sent: Frames = []
    serve({"paths": [str(folder)], **request}, sent.append, REGISTRY)
    return [frame for frame in sent if frame["kind"] != "file"]


def write(folder: Path, **files: str) -> None:
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content)


def sizes(sent: Frames) -> list[int]:
    return [len(frame["items"]) for frame in sent if frame["kind"] == "documents"]


def codes(sent: Frames) -> list[str]:
    return [frame["code"] for frame in sent if frame["kind"] == "problem"]


def test_that_a_plan_comes_first_and_done_last(folder: Path) -> None:
    write(folder, a_txt="Ships sailed.", b_txt="More came.", c_pdf="?")
    sent = frames(folder)
    assert sent[0] == {"kind": "plan", "files": 2, "bytes": 23}
    assert [frame["kind"] for frame in sent[1:]] == ["problem", "documents", "done"]
    assert sent[2]["bytes"] == 23
    assert [Incoming.from_plain(item).text for item in sent[2]["items"]] == [
        "Ships sailed.",
        "More came.",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [("60 1", [25, 25, 10]), ("5 100000", [2, 2, 1]), ("3 1000000", [1, 1, 1])],
)
def test_that_a_frame_holds_at_most_25_documents_or_256_kilobytes(
    folder: Path, content: str, expected: list[int]
) -> None:
    write(folder, a_many=content)
    assert [size for size in sizes(frames(folder)) if size] == expected


def test_that_a_file_begun_is_sent_to_its_end_before_the_next(folder: Path) -> None:
    write(folder, a_many="3 1", b_many="30 1", c_many="1 1", d_many="1 1")
    sent = [frame for frame in frames(folder) if frame["kind"] == "documents"]
    assert [(len(frame["items"]), frame["whole"]) for frame in sent] == [(25, 0), (8, 1), (2, 3)]


@pytest.mark.parametrize(
    ("name", "code"),
    [("a_slow", "time_limit"), ("a_greedy", "memory_limit"), ("a_broken", "format_failed")],
)
def test_that_a_file_that_cannot_be_read_to_its_end_is_a_problem_and_the_rest_goes_in(
    folder: Path, name: str, code: str
) -> None:
    write(folder, **{name: "x"}, b_many="2 1")
    sent = frames(folder, seconds=0.05)
    assert codes(sent) == [f"import.{code}"]
    expected = 2 if name == "a_greedy" else 3
    assert sum(sizes(sent)) == expected


def test_that_ignored_annotations_do_not_leave_the_process(folder: Path) -> None:
    write(folder, a_many="1 1")
    for way, expected in (("ignore", 0), ("gold", 1)):
        sent = frames(folder, annotations=way)
        (plain,) = next(frame["items"] for frame in sent if frame["kind"] == "documents")
        incoming = Incoming.from_plain(plain)
        assert (len(incoming.annotations), len(incoming.layers)) == (expected, expected)


def test_that_reading_can_begin_later_and_leave_files_out(folder: Path) -> None:
    write(folder, a_many="1 1", b_many="2 1", c_many="4 1", d_pdf="?")
    sent = frames(folder, **{"from": 1, "without": [str(folder / "b.many")]})
    assert sizes(sent) == [4]
    assert codes(sent) == []
    assert sent[0]["files"] == 3


def test_that_many_problems_do_not_wait_for_the_end(folder: Path) -> None:
    write(folder, a_jsonl="nonsense\n" * 250)
    sent = frames(folder)
    assert codes(sent) == ["import.not_json"] * 250
    assert [frame["line"] for frame in sent if frame["kind"] == "problem"] == list(range(1, 251))
