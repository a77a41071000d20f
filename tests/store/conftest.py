"""A project for each test, and what it takes to tamper with its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from curator.store.project import Project
from tests.support import projects

Tamper = Callable[..., None]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project that is held for writing."""
    with projects.make(tmp_path / "p.curator") as made:
        yield made


@pytest.fixture
def tamper(project: Project) -> Tamper:
    """Changes the file behind the program's back; triggers are dropped first."""

    def change(*statements: str) -> None:
        with closing(sqlite3.connect(project.path, isolation_level=None)) as raw:
            names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for (name,) in names:
                raw.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                assert raw.execute(statement).rowcount, f"nothing was changed by {statement}"

    return change
