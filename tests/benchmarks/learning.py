"""Teaching the recogniser from reviewed documents: time, memory, and the same again."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

from curator.domain.import_plan import ImportPlan
from curator.services import projects
from curator.services.importing import Import, import_paths
from tests.benchmarks.corpus import write_jsonl
from tests.benchmarks.measuring import PROBES, Figure, Run, fresh, kept, run
from tests.benchmarks.suggesting import MB, MODELS


def bench(how: Run) -> list[Figure]:
    """Teach twice from the same ten documents of 2 KB, with every pipeline that is installed."""
    figures: list[Figure] = []
    for name, (package, _most) in MODELS.items():
        if find_spec(package) is None or (how.quick and name == "medium"):
            continue
        with fresh() as folder:
            copy = folder / "learn.curator"
            shutil.copyfile(_project(), copy)
            told = json.loads(run(PROBES / "curator_learn.py", copy, package))
        cpu = [one["cpu_seconds"] for one in told]
        words = (
            f"{min(cpu):.1f} CPU s of {min(one['whole'] for one in told):.1f} s for "
            f"{told[0]['characters']:,} characters, {told[0]['memory'] / MB:.0f} MB"
        )
        figures.append(Figure(f"{name}: one version", words))
        same = len({one["digest"] for one in told})
        figures.append(Figure(f"{name}: versions of one seed", f"{same}", same, 1))
    return figures


def _project() -> Path:
    """Make a project of reviewed documents, once."""
    path = kept("projects") / "learn.curator"
    if path.exists():
        return path
    source = write_jsonl(kept("corpora") / "learn.jsonl", 11, claims=0, seed=3)
    part = path.with_name("learn-part.curator")
    part.unlink(missing_ok=True)
    with projects.create(part, scheme="everything", blind_share=0.0, seed="bench") as project:
        for _step in import_paths(Import(project, [source], ImportPlan(annotations="gold"))):
            pass
    part.rename(path)
    return path
