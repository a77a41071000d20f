"""The samples: a fresh project with the batches that come with Curator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from curator import assets
from curator.domain.changes import Progress
from curator.domain.import_plan import ImportPlan
from curator.services import projects
from curator.services.importing import Import, import_paths
from curator.store.project import SUFFIX, Project

BATCHES = ("unicode", "bulletins", "dispatches")
"""Folders of seeds, the one to begin with last: the queue shows the newest batch first."""


def free_path(folder: Path) -> Path:
    """Return a path that is free for a fresh copy of the sample project.

    Args:
        folder: made where it is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, number = folder / f"samples{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"samples-{number}{SUFFIX}", number + 1
    return path


def create(path: Path) -> Project:
    """Make an empty sample project: all labels of the samples, no blind documents."""
    return projects.create(path, scheme="everything", blind_share=0.0, seed="samples")


def batches() -> list[tuple[list[Path], str]]:
    """Return the sample batches in the order of their import: paths, and the batch's name."""
    return [([assets.seeds() / name], name) for name in BATCHES]


def fill(project: Project) -> Iterator[Progress]:
    """Import the sample batches, one after the other."""
    for paths, name in batches():
        yield from import_paths(Import(project, paths, ImportPlan(batch=name)))
