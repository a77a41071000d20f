"""How late the event loop is while suggestions and an import run and verdicts are given."""

from __future__ import annotations

import json
import shutil
import statistics
from pathlib import Path

from curator.domain.import_plan import ImportPlan
from curator.services import projects
from curator.services.importing import Import, import_paths
from tests.benchmarks.corpus import write_jsonl
from tests.benchmarks.measuring import PROBES, Figure, Run, fresh, kept, run

SECONDS = 20.0


def bench(how: Run) -> list[Figure]:
    """Measure it in a window of its own, on documents that no suggester has seen."""
    documents, seconds = (60, 3.0) if how.quick else (2_000, SECONDS)
    made = _project(documents)
    source = write_jsonl(kept("corpora") / f"fluid-{documents}.jsonl", 4 * documents, seed=7)
    with fresh() as folder:
        copy = folder / made.name
        shutil.copyfile(made, copy)
        told = json.loads(run(PROBES / "fluid_window.py", copy, source, str(seconds)))
    late, used = told["ticks"], told["busy_ticks"]
    high, most = _hundredth(late), max(late)
    words = f"median {1e3 * statistics.median(late):.1f} ms"
    busy = "work went on" if told["busy"] else "work was over before the end"
    return [
        Figure("UI tick, 99th percentile", f"{1e3 * high:.1f} ms, {words}", 1e3 * high, 16),
        Figure("UI tick, longest", f"{1e3 * most:.1f} ms of {len(late)}", 1e3 * most, 50),
        Figure(
            "UI thread's own time between ticks",
            f"99th percentile {1e3 * _hundredth(used):.1f} ms, most {1e3 * max(used):.1f} ms",
        ),
        Figure("verdicts meanwhile", f"{told['decided']}; {busy}"),
    ]


def _hundredth(seconds: list[float]) -> float:
    """Return the 99th percentile."""
    return statistics.quantiles(seconds, n=100, method="inclusive")[98]


def _project(documents: int) -> Path:
    """Make a project of documents without suggestions, once."""
    path = kept("projects") / f"fluid-{documents}.curator"
    if path.exists():
        return path
    source = write_jsonl(kept("corpora") / f"fluid-project-{documents}.jsonl", documents, seed=11)
    part = path.with_name("part.curator")
    part.unlink(missing_ok=True)
    with projects.create(part, scheme="everything", blind_share=0.0) as project:
        for _step in import_paths(Import(project, [source], ImportPlan(annotations="ignore"))):
            pass
    part.rename(path)
    return path
