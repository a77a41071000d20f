"""A process that is killed in the middle of its work loses nothing that it said was kept."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from curator.store import engine, log
from curator.store.project import Project
from tests.support.projects import findings, make, take
from tests.support.storm import DOCUMENTS, PICTURE

KILLS = 4
"""In a row, in one project; it grows with every storm."""

LONGEST = 0.4
"""Seconds after its first act within which a process is killed."""


def kept_until_killed(path: Path, *, seed: int, after: float) -> list[tuple[int, str]]:
    """Let a process work, kill it so many seconds after its first act; what it said was kept."""
    command = [sys.executable, "-m", "tests.support.storm", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=after)
        process.kill()
        # The last line may have been cut: then its act was not told of.
        lines = (first + process.stdout.read()).splitlines(keepends=True)
    assert process.returncode == -signal.SIGKILL
    told = (line.split() for line in lines if line.endswith("\n"))
    return [(int(number), digest) for number, digest in told]


@pytest.mark.parametrize("projects", [1, pytest.param(250, marks=pytest.mark.full)])
def test_that_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path, projects: int) -> None:
    dice = random.Random(9)
    for number in range(projects):
        path = tmp_path / f"{number}.curator"
        with make(path) as project:
            take(project, *(f"{PICTURE} {n}" for n in range(DOCUMENTS)))
        for kill in range(KILLS):
            seed = KILLS * number + kill
            told = kept_until_killed(path, seed=seed, after=dice.uniform(0, LONGEST))
            assert_kept(path, told)


def assert_kept(path: Path, told: list[tuple[int, str]]) -> None:
    """The log has what was told; its chain holds, and replaying it gives every projection."""
    with Project.open(path, write=True) as project:
        with project.read() as tx:
            digests = {row.id: row.digest for row in log.change_sets(tx)}
        assert [digests.get(number) for number, _ in told] == [digest for _, digest in told]
        assert findings(project) == []


def test_that_every_connection_writes_through_to_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "p.curator"
    make(path).close()
    for engine_of in (engine.writing_engine, engine.migrating_engine, engine.reading_engine):
        made = engine_of(path)
        with made.connect() as connection:
            said = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("synchronous", "fullfsync", "checkpoint_fullfsync", "journal_mode")
            ]
        made.dispose()
        assert said == [2, 1, 1, "wal"]
