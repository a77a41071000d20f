"""Where space runs out nothing that was kept is lost, it is said, and work goes on with room."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.store import log
from curator.store.project import Project
from tests.support.narrow import ACTS
from tests.support.projects import findings, make, take
from tests.support.storm import DOCUMENTS, PICTURE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")


def worked(path: Path, *, seed: int, end: str) -> None:
    """Run a storm into the end of space and out of it; nothing that it told of is lost."""
    with make(path) as project:
        take(project, *(f"{PICTURE} {n}" for n in range(DOCUMENTS)))
    command = [sys.executable, "-m", "tests.support.narrow", str(path), str(seed), end]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = [line.split(maxsplit=3) for line in ran.stdout.splitlines()]
    (full,) = [place for place, line in enumerate(lines) if line[0] == "full"]
    _full, code, _seconds, words = lines[full]
    assert code == "project.disk"
    assert str(path) in words
    assert len(lines) == full + 1 + ACTS
    with Project.open(path, write=True) as again:
        with again.read() as tx:
            digests = {str(row.id): row.digest for row in log.change_sets(tx)}
        assert [digests.get(line[0]) for line in lines if line[0] != "full"] == [
            line[1] for line in lines if line[0] != "full"
        ]
        assert findings(again) == []


@pytest.mark.parametrize("times", [2, pytest.param(100, marks=pytest.mark.full)])
def test_that_a_limit_of_file_size_loses_nothing(tmp_path: Path, times: int) -> None:
    dice = random.Random(5)
    for seed in range(times):
        worked(tmp_path / f"{seed}.curator", seed=seed, end=str(dice.randrange(200_000)))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.full
def test_that_a_small_file_system_loses_nothing(small: Path) -> None:
    for seed in range(20):
        ballast = small / "ballast"
        ballast.write_bytes(bytes(700_000))
        worked(small / "p.curator", seed=seed, end=str(ballast))
        for left in small.iterdir():
            left.unlink()
