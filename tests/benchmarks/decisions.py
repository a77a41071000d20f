"""How long a decision takes to be on the disk while an import runs on the same lane."""

from __future__ import annotations

import statistics
import threading
import time
from functools import partial
from pathlib import Path

from curator.domain.annotation import Layer
from curator.domain.decisions import Verdict
from curator.domain.import_plan import ImportPlan
from curator.formats.reading import Documents
from curator.services import deciding, projects
from curator.services.importing import Import, import_paths
from curator.store.lanes import Lane, Priority
from curator.store.project import Project
from tests.benchmarks.corpus import write_jsonl
from tests.benchmarks.measuring import Figure, Run, fresh, kept

PAUSE = 0.01
"""Seconds from one decision to the next: faster than hands, slow enough to spread over it."""


def bench(how: Run) -> list[Figure]:
    """Decide annotations of one batch while another comes in, first without, then with it."""
    documents, decisions = (2_000, 20) if how.quick else (20_000, 350)
    reviewed = write_jsonl(kept("corpora") / "reviewed-60.jsonl", 60, seed=3)
    source = write_jsonl(kept("corpora") / f"beside-{documents}.jsonl", documents, seed=5)
    alone: list[float] = []
    beside: list[float] = []
    with fresh() as folder, projects.create(folder / "p", scheme="everything") as project:
        for _step in import_paths(
            Import(project, [reviewed], ImportPlan(annotations="suggestions"))
        ):
            pass
        numbers = _numbers(project)
        lane = Lane("writes")
        alone = _decide(project, lane, numbers[:decisions])
        beside = _during(project, lane, source, numbers[decisions : 2 * decisions])
        lane.close()
    return [
        Figure("decision, nothing beside", _told(alone)),
        Figure("decision during an import", _told(beside), 1e3 * _high(beside), 50),
    ]


def _numbers(project: Project) -> list[int]:
    """Return the annotations that wait, as the log of decisions will name them."""
    with project.read() as tx:
        rows = tx.connection.exec_driver_sql(
            "SELECT id FROM annotation WHERE state = 'suggested' AND layer = ? ORDER BY id",
            (Layer.ENTITY.value,),
        )
        return [row[0] for row in rows]


def _during(project: Project, lane: Lane, source: Path, numbers: list[int]) -> list[float]:
    """Decide while a thread of its own imports, each turn of it as the window does it."""
    job = Import(project, [source], ImportPlan(annotations="suggestions"))
    running = threading.Event()

    def bring_in() -> None:
        for frame in job.turns():
            if isinstance(frame, Documents):
                lane.submit(partial(job.take, frame), priority=Priority.IMPORT).result()
                running.set()
            else:
                job.take(frame)
        running.clear()

    thread = threading.Thread(target=bring_in)
    thread.start()
    running.wait(60)
    try:
        seconds = _decide(project, lane, numbers)
        if not running.is_set():
            raise SystemExit("the import ended before the last decision: too few documents")
    finally:
        job.cancel()
        thread.join()
        lane.submit(job.finish, priority=Priority.IMPORT).result()
    return seconds


def _decide(project: Project, lane: Lane, numbers: list[int]) -> list[float]:
    """Give verdicts in turn; return the seconds from submitting each to its commit."""
    verdicts = (Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE)
    pause, found = threading.Event(), []
    for count, number in enumerate(numbers):
        pause.wait(PAUSE)
        begun = time.perf_counter()
        verdict = verdicts[count % len(verdicts)]
        lane.submit(partial(deciding.judge, project, number, verdict)).result()
        found.append(time.perf_counter() - begun)
    return found


def _high(seconds: list[float]) -> float:
    """Return the 99th percentile."""
    return statistics.quantiles(seconds, n=100, method="inclusive")[98]


def _told(seconds: list[float]) -> str:
    median, high, worst = statistics.median(seconds), _high(seconds), max(seconds)
    told = f"median {1e3 * median:.1f} ms, p99 {1e3 * high:.1f} ms, most {1e3 * worst:.1f} ms"
    return f"{told} of {len(seconds)}"
