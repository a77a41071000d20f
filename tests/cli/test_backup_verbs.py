"""The verbs `backup`, `backups` and `restore`."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.store.project import Project
from tests.cli.conftest import Run
from tests.support.projects import findings


@pytest.fixture
def backed_up(made: Run) -> Run:
    """A project with documents, and a backup of it."""
    assert made("backup", "p").code == 0
    return made


def test_that_a_backup_is_made_and_listed(backed_up: Run) -> None:
    (listed,) = backed_up("backups", "p", "--json").json
    assert listed["reason"] == "asked"
    assert Path(listed["path"]).stat().st_size == listed["bytes"]
    assert "asked for" in backed_up("backups", "p").out


def test_that_a_project_without_backups_says_so(made: Run) -> None:
    ran = made("backups", "p")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("There is no backup yet")


def test_that_restoring_takes_back_what_came_later(backed_up: Run) -> None:
    (listed,) = backed_up("backups", "p", "--json").json
    name = Path(listed["path"]).name
    assert backed_up("undo", "p", "--act", "2").code == 0
    told = backed_up("restore", "p", name, "--dry-run", "--json").json
    assert (told["same_history"], told["change_sets"]) == (True, 1)
    assert "takes back 1 change set" in backed_up("restore", "p", name, "--dry-run").out
    ran = backed_up("restore", "p", name)
    assert (ran.code, ran.err) == (0, "")
    reasons = [one["reason"] for one in backed_up("backups", "p", "--json").json]
    assert sorted(reasons) == ["asked", "restore"]
    with Project.open(Path("p.curator"), write=False) as project:
        assert findings(project) == []
    assert backed_up("stats", "p", "--json").json["documents"] == 2


def test_that_what_is_no_backup_is_refused(backed_up: Run) -> None:
    ran = backed_up("restore", "p", "p.curator")
    assert (ran.code, ran.out) == (1, "")
    assert "no backup of the project" in ran.err
