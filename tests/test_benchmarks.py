"""The benchmarks can be run; what they come to is told in their README, not held here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import BENCHMARKS

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.benchmarks", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.full
def test_that_every_benchmark_runs_at_small_sizes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    done = run("--quick")
    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout
    for name in BENCHMARKS:
        assert f"\n{name} (load" in told


def test_that_an_unknown_benchmark_is_refused_with_those_there_are() -> None:
    done = run("speed")
    assert done.returncode == 2
    assert f"no benchmark speed; there are {', '.join(BENCHMARKS)}" in done.stderr
