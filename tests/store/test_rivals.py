"""Two processes that want to write: each attempt is kept, or refused by who holds the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from curator.store import log
from curator.store.project import Project
from tests.support.projects import findings, make, take
from tests.support.storm import DOCUMENTS, PICTURE


@pytest.mark.parametrize("times", [60, pytest.param(5_000, marks=pytest.mark.full)])
def test_that_each_attempt_is_kept_or_refused_with_who_holds_it(tmp_path: Path, times: int) -> None:
    path = tmp_path / "p.curator"
    with make(path) as project:
        take(project, *(f"{PICTURE} {n}" for n in range(DOCUMENTS)))
    rivals = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.rival", str(path), str(seed), str(times)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in (1, 2)
    ]
    for one in rivals:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in rivals:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    told = [one.communicate()[0].splitlines() for one in rivals]
    assert [one.returncode for one in rivals] == [0, 0]
    attempts = [line.split(maxsplit=2) for lines in told for line in lines]
    assert len(attempts) == 2 * times
    with Project.open(path, write=True) as project:
        with project.read() as tx:
            digests = {str(row.id): row.digest for row in log.change_sets(tx)}
        assert findings(project) == []
    for became, what, more in attempts:
        if became == "kept":
            assert digests[what] == more
        else:
            assert (became, what) == ("refused", "project.locked")
            assert any(f"process {one.pid}" in more for one in rivals)
    assert {became for became, *_ in attempts} == {"kept", "refused"}
