"""Peak memory of `curator import` and the process that reads for it, together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from tests.benchmarks.corpus import write_jsonl
from tests.benchmarks.measuring import ROOT, Figure, Run, environment, fresh, kept, run

MB = 1024 * 1024


def bench(how: Run) -> list[Figure]:
    """Measure it once: memory hardly varies; texts of 2 KB without annotations."""
    documents = 2_000 if how.quick else 96_000
    shape = {"spans": 0, "claims": 0}
    source = write_jsonl(kept("corpora") / f"memory-{documents}.jsonl", documents, **shape)
    with fresh() as folder:
        project = folder / "p.curator"
        run("-m", "curator", "new", project, "--scheme", "everything")
        peaks, both = _peaks("-m", "curator", "import", str(project), str(source))
    size = source.stat().st_size / MB
    names = ("curator import", "its child")
    told = ", ".join(f"{name} {peak / MB:.0f} MB" for name, peak in zip(names, peaks, strict=True))
    words = f"{both / MB:.0f} MB ({told}, each at its own peak)"
    return [
        Figure("file", f"{size:.0f} MB, {documents} documents"),
        Figure("peak of both together", words, both / MB, 400),
    ]


def _peaks(*arguments: str) -> tuple[list[int], int]:
    """Run it; return the peak of each process, and the highest sum seen at one moment, in bytes.

    The sum is of proportional sizes, so that pages which both share count once.
    """
    command = [sys.executable, *arguments]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=environment(), **quiet)
    ended = threading.Event()
    waiting = threading.Thread(target=lambda: (process.wait(), ended.set()))
    waiting.start()
    own = child = both = 0
    while not ended.wait(0.05):
        children = _children(process.pid)
        own = max(own, _kilobytes(process.pid, "status", "VmHWM"))
        child = max([child, *(_kilobytes(pid, "status", "VmHWM") for pid in children)])
        now = sum(_kilobytes(pid, "smaps_rollup", "Pss") for pid in (process.pid, *children))
        both = max(both, now)
    waiting.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return [own * 1024, child * 1024], both * 1024


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        found += map(int, _read(path).split())
    return found


def _kilobytes(pid: int, file: str, key: str) -> int:
    for line in _read(Path(f"/proc/{pid}/{file}")).splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    """A process may end at any moment."""
    try:
        return os.fsdecode(path.read_bytes())
    except OSError:
        return ""
