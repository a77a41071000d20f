"""A migration killed before any of its statements leaves the old file or the new one."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from curator.store.header import SCHEMA
from curator.store.project import Project
from tests.support.projects import findings

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"

KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from curator.store.migrations import running

left = int(sys.argv[2])

@event.listens_for(Engine, "before_cursor_execute")
def count(connection, cursor, statement, parameters, context, many):
    global left
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1

@event.listens_for(Engine, "commit")
def commit(connection):
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

running.migrate(Path(sys.argv[1]))
"""
"""Migrates a file, and dies before a statement; the last one to die at is the commit."""


def content(path: Path) -> list[str]:
    """Everything that a file holds, its schema with it."""
    with closing(sqlite3.connect(path)) as file:
        return [*file.iterdump(), str(file.execute("PRAGMA user_version").fetchone()[0])]


def killed(old: Path, folder: Path, number: int) -> bool:
    """Kill a migration before so many statements; whether it was not over by then."""
    path = Path(shutil.copy(old, folder / "p.curator"))
    command = [sys.executable, "-c", KILLED, str(path), str(number)]
    ran = subprocess.run(command, cwd=ROOT, check=False)
    *_all, version = content(path)
    if ran.returncode:
        assert version != str(SCHEMA)
        assert content(path) == content(old)
    with Project.open(path, write=True) as project:
        assert findings(project) == []
    shutil.rmtree(folder)
    folder.mkdir()
    return ran.returncode != 0


@pytest.mark.parametrize(
    "numbers",
    [(30, 10_000), pytest.param(range(10_000), marks=pytest.mark.full)],
    ids=["some", "every"],
)
@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_that_a_killed_migration_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, schema: int, numbers: range | tuple[int, ...]
) -> None:
    folder = tmp_path / "killed"
    folder.mkdir()
    died = 0
    for number in numbers:
        if not killed(DATA / f"schema-{schema}.curator", folder, number):
            break
        died += 1
    assert died >= min(len(numbers) - 1, 30)
