"""An import in turns: the same comes in, a little at a time where that takes long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.import_plan import ImportPlan
from curator.domain.queue import QueueFilter
from curator.formats.reading import Documents, Frame
from curator.services.importing import Import
from tests.support import projects

COUNT = 60


@pytest.fixture
def source(tmp_path: Path) -> Path:
    lines = [{"id": f"d{number}", "text": f"Text number {number}."} for number in range(COUNT)]
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join([*map(json.dumps, lines), "{broken"]), encoding="utf-8")
    return path


def drive(job: Import, frames: Iterator[Frame]) -> list[int]:
    """Take everything in; return how many documents each turn brought."""
    sizes: list[int] = []
    for frame in frames:
        progress = job.take(frame)
        if isinstance(frame, Documents):
            sizes.append(len(frame.items))
            assert progress.total is not None
            assert progress.done <= progress.total
    job.finish()
    return sizes


@pytest.mark.parametrize("seconds", [0.0, 60.0])
def test_that_turns_bring_what_frames_bring(tmp_path: Path, source: Path, seconds: float) -> None:
    with projects.make(tmp_path / "p.curator") as project:
        job = Import(project, [source])
        sizes = drive(job, job.turns(seconds))
        assert sum(sizes) == COUNT
        assert len(projects.listed(project, QueueFilter())) == COUNT
        assert (job.intake.report.documents, len(job.intake.report.problems)) == (COUNT, 1)
        assert projects.findings(project) == []


def test_that_turns_are_as_long_as_the_time_that_is_given(tmp_path: Path, source: Path) -> None:
    with projects.make(tmp_path / "p.curator") as project:
        short, long = (
            Import(project, [source], ImportPlan(batch="a")),
            Import(project, [source], ImportPlan(batch="b")),
        )
        assert set(drive(short, short.turns(0.0))[1:]) == {1}
        assert max(drive(long, long.turns(60.0))) > 5
