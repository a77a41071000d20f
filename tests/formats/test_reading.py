"""Reading through a real process."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from curator.domain.faults import Fault
from curator.formats import reading
from curator.formats.base import Problem
from curator.formats.reading import Columns, Documents, Plan, Reading
from curator.pipes import Child


class Scripted:
    """A child that sends what is written for it, one script after another.

    Attributes:
        asked: the requests that it got.
    """

    def __init__(self, *scripts: list[dict[str, Any]]) -> None:
        self._scripts = iter(scripts)
        self.asked: list[dict[str, Any]] = []

    def __call__(self, module: str) -> Scripted:
        return self

    def send(self, request: dict[str, Any]) -> None:
        self.asked.append(request)

    def frames(self) -> Iterator[dict[str, Any]]:
        yield from (dict(frame) for frame in next(self._scripts))

    def gone(self) -> Fault:
        return Fault("child.gone", module="m", exit=-9, said="")

    def close(self) -> int:
        return -9

    kill = close


PLAN = {"kind": "plan", "files": 3, "bytes": 9}
DONE = {"kind": "done"}


def file(index: int) -> dict[str, Any]:
    return {"kind": "file", "index": index, "name": f"f{index}"}


def test_that_the_columns_of_the_first_table_are_told_to_who_looks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ships sailed.")
    (tmp_path / "b.csv").write_text("")
    (tmp_path / "c.tsv").write_text("Headline\tWords\tDesk\nVelm\tIlse waved.\tcoast\n")
    (tmp_path / "d.csv").write_text("text\nOsmo wept.\n")
    with Reading([tmp_path], columns={"text": "Words"}, looking=True) as frames:
        told = [frame for frame in frames if isinstance(frame, Columns)]
    fields = {"Headline": "title", "Words": "text", "Desk": ""}
    assert told == [Columns(str(tmp_path / "c.tsv"), fields)]
    with Reading([tmp_path]) as frames:
        assert not any(isinstance(frame, Columns) for frame in frames)


def test_that_a_batch_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ships sailed.")
    line = {"id": "x", "text": "Anna spoke.", "spans": [{"start": 0, "end": 4, "label": "P"}]}
    (tmp_path / "b.jsonl").write_text(json.dumps(line) + "\nnonsense\n")
    with Reading([tmp_path]) as frames:
        plan, documents, problem = frames
    assert plan == Plan(2, sum(path.stat().st_size for path in tmp_path.iterdir()))
    assert isinstance(documents, Documents)
    assert [item.text for item in documents.items] == ["Ships sailed.", "Anna spoke."]
    assert documents.items[1].annotations[0][:5] == ["entity", "P", 0, 4, "Anna"]
    assert isinstance(problem, Problem)
    assert (problem.line, problem.code) == (2, "import.not_json")


def test_that_a_killed_process_costs_its_file_and_no_other(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": "word " * 2000})
    (tmp_path / "a.txt").write_text("Ships sailed.")
    (tmp_path / "b.jsonl").write_text(f"{line}\n" * 2000)
    (tmp_path / "c.txt").write_text("More came.")
    lost, files = [], set()
    with Reading([tmp_path]) as frames:
        for frame in frames:
            if isinstance(frame, Documents):
                files |= {Path(item.file).name for item in frame.items}
                if "b.jsonl" in files and not lost:
                    os.kill(frames.pid or 0, signal.SIGKILL)
                    lost.append("killed")
            elif isinstance(frame, Problem):
                lost.append(f"{Path(frame.file).name} {frame.code} {frame.facts['exit']}")
    assert lost == ["killed", "b.jsonl import.child_gone -9"]
    assert files == {"a.txt", "b.jsonl", "c.txt"}


def test_that_cancelling_ends_the_process_and_the_iteration(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": "word " * 2000})
    (tmp_path / "b.jsonl").write_text(f"{line}\n" * 2000)
    with Reading([tmp_path]) as frames:
        for frame in frames:
            if isinstance(frame, Documents):
                frames.cancel()
    frames.cancel()
    assert list(frames) == []


@pytest.mark.parametrize("after", [0, 1, 2])
def test_that_another_thread_may_cancel_at_any_moment(tmp_path: Path, after: int) -> None:
    line = json.dumps({"id": "x", "text": "word " * 2000})
    (tmp_path / "b.jsonl").write_text(f"{line}\n" * 2000)
    frames = Reading([tmp_path])
    begun = [threading.Event() for _ in range(3)]

    def read() -> list[reading.Frame]:
        begun[0].set()
        heard = []
        for frame in frames:
            heard.append(frame)
            begun[min(len(heard), 2)].set()
        return heard

    with ThreadPoolExecutor(1) as pool:
        heard = pool.submit(read)
        assert begun[after].wait(10)
        frames.cancel()
        assert len(heard.result(10)) < 500


def test_that_a_process_ends_by_itself_when_nobody_reads_on(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": "word " * 2000})
    (tmp_path / "b.jsonl").write_text(f"{line}\n" * 2000)
    closed: list[int] = []

    class Watched(Child):
        def close(self) -> int:
            closed.append(super().close())
            return closed[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "Child", Watched)
        frames = iter(Reading([tmp_path]))
        assert isinstance(next(frames), Plan)
        frames.close()  # type: ignore[attr-defined]
    assert closed == [0]


def test_that_a_new_process_reads_on_after_the_files_that_are_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = {"kind": "documents", "items": [], "bytes": 3, "whole": 0}
    child = Scripted([PLAN, file(0), whole, file(1), file(2)], [PLAN, file(1), DONE])
    monkeypatch.setattr(reading, "Child", child)
    frames = list(Reading(["f0", "f1", "f2"], format="text", annotations="gold"))
    assert frames == [
        Plan(3, 9),
        Problem("f2", None, "import.child_gone", {"exit": -9, "said": ""}),
    ]
    assert [(request["from"], request["without"]) for request in child.asked] == [
        (0, []),
        (1, ["f2"]),
    ]
    assert child.asked[1]["format"] == "text"


def test_that_a_process_that_dies_outside_of_any_file_is_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = {"kind": "documents", "items": [], "bytes": 3, "whole": 0}
    for script in ([], [PLAN], [PLAN, file(0), whole]):
        monkeypatch.setattr(reading, "Child", Scripted(script))
        with pytest.raises(Fault) as caught:
            list(Reading(["f0"]))
        assert caught.value.code == "child.gone"
