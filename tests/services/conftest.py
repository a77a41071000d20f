"""A project for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.store.project import Project
from tests.support import projects


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project that is held for writing."""
    with projects.make(tmp_path / "p.curator") as made:
        yield made
