"""A project of an older Curator opens, keeps everything, and is kept beside itself."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory

from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.domain.queue import QueueFilter
from curator.services import closing as closing_layers
from curator.services import deciding, undoing
from curator.store import backup, header, migrations, stories
from curator.store.migrations import running
from curator.store.project import Project
from tests.support import folding
from tests.support.projects import findings, listed, make, view

DATA = Path(__file__).parents[1] / "data"
OLD = DATA / "schema-1.curator"
ROOT = Path(__file__).parents[2]
KEPT = ("batch", "change_set", "decision", "document_text", "document_layer", "link", "tally")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of a project that Curator of schema 1 made."""
    return Path(shutil.copy(OLD, tmp_path / "old.curator"))


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
        file.row_factory = sqlite3.Row
        return [dict(row) for row in file.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]


def schema(path: Path) -> dict[str, Any]:
    """Everything that can be asked about tables, indexes and triggers, in any order of making."""
    with closing(sqlite3.connect(path)) as file:
        made = file.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        found: dict[str, Any] = {}
        for kind, name, sql in made:
            if kind == "table":
                found[name] = (
                    file.execute(f'PRAGMA table_xinfo("{name}")').fetchall(),
                    sorted(row[2:] for row in file.execute(f'PRAGMA foreign_key_list("{name}")')),
                    sorted(row[1:] for row in file.execute(f'PRAGMA index_list("{name}")')),
                    "AUTOINCREMENT" in (sql or ""),
                )
            else:
                found[name] = re.sub(r"\s+", " ", sql or "")
        return found


def as_before(now: list[dict[str, Any]], then: list[dict[str, Any]]) -> bool:
    return [{name: row[name] for name in old} for row, old in zip(now, then, strict=True)] == then


def test_that_an_older_project_opens_with_everything_in_it(old: Path) -> None:
    with Project.open(old, write=True) as project:
        assert findings(project) == []
        assert folding.differences(project.path) == []
        for table in KEPT:
            assert rows(old, table) == rows(OLD, table)
        for table in ("annotation", "candidate", "document"):
            assert as_before(rows(old, table), rows(OLD, table))
        with project.read() as tx:
            history = project.history(tx)
        assert (len(history.done), len(history.undone)) == (50, 1)
        redone = undoing.redo(project)
        assert undoing.undo(project).undoes
        assert redone.annotations
        assert findings(project) == []


def test_that_a_candidate_of_an_older_project_is_decided_and_numbers_are_not_given_again(
    old: Path,
) -> None:
    newest = max(row["id"] for row in rows(OLD, "candidate"))
    with Project.open(old, write=True) as project:
        (first, *_) = view(project, 2).candidates
        deciding.judge(project, -first.annotation.id, Verdict.ACCEPT)
        with project.write() as tx:
            tx.connection.exec_driver_sql("DELETE FROM candidate WHERE promoted IS NULL")
            tx.connection.exec_driver_sql(
                'INSERT INTO candidate (document_id, layer, label, start, "end", quote, '
                "suggester_id, score, confidence, why) SELECT document_id, layer, label, start, "
                "\"end\", quote, 1, 0, 0, 'below' FROM annotation WHERE layer = 'entity' LIMIT 1"
            )
        assert rows(old, "candidate")[-1]["id"] == newest + 1


def test_that_a_migrated_file_has_the_schema_of_a_new_one(old: Path, tmp_path: Path) -> None:
    later = [
        Path(shutil.copy(DATA / f"schema-{n}.curator", tmp_path / f"{n}.curator"))
        for n in (2, 3, 4)
    ]
    with make(tmp_path / "new.curator") as new:
        expected = schema(new.path)
        for path in (old, *later):
            Project.open(path, write=True).close()
            found = schema(path)
            assert found.keys() == expected.keys()
            assert {name: one for name, one in found.items() if one != expected[name]} == {}


def test_that_what_suggestions_save_is_counted_for_documents_that_are_there(old: Path) -> None:
    with Project.open(old, write=True):
        assert any(
            row["saving"] > 1 and 0 < row["uncertainty"] < 1 for row in rows(old, "document")
        )


def test_that_a_project_of_schema_2_can_be_filtered_and_ordered(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema-2.curator", tmp_path / "second.curator"))
    before = {table: rows(path, table) for table in (*KEPT, "annotation", "document", "identity")}
    with Project.open(path, write=True) as project:
        assert findings(project) == []
        assert folding.differences(path) == []
        assert all(as_before(rows(path, table), old) for table, old in before.items())
        assert listed(project, QueueFilter(words="label:gpe entities:open")) == [2]
        assert listed(project, QueueFilter(words="-label:person")) == [3, 1]
        assert listed(project, QueueFilter(words="claims:left")) == [2]
        assert [row["waiting"] for row in rows(path, "document")] == [0, 3, 0]


def test_that_a_project_of_schema_3_keeps_everything_and_has_no_story(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema-3.curator", tmp_path / "third.curator"))
    before = {table: rows(path, table) for table in (*KEPT, "annotation", "document")}
    with Project.open(path, write=True) as project:
        assert findings(project) == []
        assert folding.differences(path) == []
        assert all(as_before(rows(path, table), old) for table, old in before.items())
        with project.read() as tx:
            assert stories.stories(tx, [1, 2, 3]) == {}


def test_that_the_documents_of_a_project_of_schema_4_are_counted(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema-4.curator", tmp_path / "fourth.curator"))
    before = {table: rows(path, table) for table in (*KEPT, "annotation", "document")}
    with Project.open(path, write=True) as project:
        assert findings(project) == []
        assert folding.differences(path) == []
        assert all(rows(path, table) == old for table, old in before.items())
        assert sum(row["documents"] for row in rows(path, "queue_tally")) == 3
        closing_layers.flag(project, 1, flagged=True)
        assert findings(project) == []


def test_that_the_old_file_is_kept_beside_the_new_one(old: Path) -> None:
    before = backup.measure(old)
    with Project.open(old, write=True):
        (copy,) = old.with_name("old.curator-backups").iterdir()
        assert backup.measure(copy) == before
        assert (before["schema"], header.SCHEMA) == (1, 5)
        assert copy.stem.endswith("-migration")


def test_that_an_older_project_is_not_read_before_it_was_opened_for_writing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(Fault, match=r"project\.older"):
        Project.open(old, write=False)
    assert old.read_bytes() == before
    Project.open(old, write=True).close()
    with Project.open(old, write=False) as project:
        assert view(project, 1).annotations


def test_that_nothing_is_migrated_without_a_copy(old: Path) -> None:
    old.with_name("old.curator-backups").write_text("in the way", encoding="utf-8")
    before = schema(old)
    with pytest.raises(Fault, match=r"project\.backup"):
        Project.open(old, write=True)
    assert schema(old) == before
    assert not old.with_name("old.curator-lock").exists()


@pytest.fixture
def losing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration that loses something on its way."""
    revisions = running._revisions

    def wrong(version: int) -> list[Any]:
        found = revisions(version)
        monkeypatch.setattr(found[-1].module, "STATEMENTS", LOSSES)
        return found

    monkeypatch.setattr(running, "_revisions", wrong)


LOSSES = (
    "DROP TRIGGER decision_no_delete",
    "DELETE FROM candidate WHERE id = (SELECT min(id) FROM candidate)",
    "DELETE FROM suggester WHERE id = 1",
)


@pytest.mark.usefixtures("losing")
def test_that_a_migration_which_loses_something_is_taken_back(old: Path) -> None:
    before = {table: rows(old, table) for table in ("candidate", "suggester")}
    with pytest.raises(Fault) as caught:
        Project.open(old, write=True)
    assert caught.value.code == "project.migration"
    for words in ("candidate has", "trigger decision_no_delete", "rows of annotation point"):
        assert words in caught.value.facts["reason"]
    assert {table: rows(old, table) for table in before} == before
    assert backup.measure(old)["schema"] == 1
    assert not old.with_name("old.curator-lock").exists()


KILLED = """
import os, sys
from pathlib import Path
from curator.store.migrations import running
running._broken = lambda before, after: os._exit(9)
running.migrate(Path(sys.argv[1]))
"""


def test_that_a_migration_killed_half_way_leaves_the_old_file(old: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", KILLED, old], cwd=ROOT, check=False)
    assert ran.returncode == 9
    assert schema(old) == schema(Path(shutil.copy(OLD, old.with_name("again.curator"))))
    assert as_before(rows(old, "candidate"), rows(OLD, "candidate"))
    with Project.open(old, write=True) as project:
        assert findings(project) == []


def test_that_every_schema_has_one_revision_in_plain_sql() -> None:
    folder = Path(migrations.__file__).parent
    directory = ScriptDirectory(str(folder))
    numbers = [int(one.revision) for one in directory.walk_revisions()]
    assert numbers == list(range(header.SCHEMA, 1, -1))
    for path in folder.rglob("*.py"):
        assert "batch_alter_table" not in path.read_text(encoding="utf-8")
        assert "ON DELETE" not in path.read_text(encoding="utf-8")


def test_that_opening_a_project_of_today_loads_no_alembic(tmp_path: Path) -> None:
    make(tmp_path / "new.curator").close()
    script = (
        "import sys; from pathlib import Path; from curator.store.project import Project; "
        "Project.open(Path(sys.argv[1]), write=True).close(); assert 'alembic' not in sys.modules"
    )
    arguments = [sys.executable, "-c", script, tmp_path / "new.curator"]
    assert subprocess.run(arguments, cwd=ROOT, check=False).returncode == 0
