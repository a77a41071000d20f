"""Backups hold what the project held, and can take its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.services import backups, deciding
from curator.store import backup
from curator.store.project import Project
from tests.support import projects
from tests.support.projects import annotation, findings, shown

MORNING = datetime(2026, 3, 18, 9, 0, tzinfo=UTC)


class Wall:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = MORNING

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def project(tmp_path: Path, wall: Wall) -> Iterator[Project]:
    """A project with a document, opened at nine."""
    path = tmp_path / "p.curator"
    with projects.make(path) as made:
        projects.take(made, "[Velm:GPE?] told [Ilse Torvand:PERSON?].")
    with Project.open(path, write=True, clock=wall) as opened:
        yield opened


def accept(project: Project, words: str) -> None:
    deciding.judge(project, annotation(project, words).id, Verdict.ACCEPT)


def test_that_a_backup_is_a_project_that_holds_the_same(project: Project) -> None:
    accept(project, "Velm:GPE")
    made = backups.back_up(project)
    assert (made.reason, made.time) == ("asked", MORNING)
    with Project.open(made.path, write=False) as copy:
        assert shown(copy) == ["Velm:GPE!", "Ilse Torvand:PERSON?"]
        assert findings(copy) == []
    assert backup.measure(made.path) == backup.measure(project.path)
    assert [one.name for one in made.path.parent.iterdir()] == ["2026-03-18-090000-asked.curator"]


def test_that_a_backup_is_of_one_moment_while_the_project_is_written(project: Project) -> None:
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE document SET title = 'half-way'")
        made = backups.back_up(project)
    with Project.open(made.path, write=False) as copy, copy.read() as tx:
        (title,) = tx.connection.exec_driver_sql("SELECT title FROM document").one()
    assert title != "half-way"


def test_that_working_makes_one_every_half_hour_if_something_was_decided(
    project: Project, wall: Wall
) -> None:
    assert backups.while_working(project) is not None
    accept(project, "Velm:GPE")
    wall.time += timedelta(minutes=29)
    assert backups.while_working(project) is None
    wall.time += timedelta(minutes=1)
    assert backups.while_working(project) is not None
    wall.time += timedelta(hours=2)
    assert backups.while_working(project) is None
    assert [one.reason for one in backups.listing(project.path)] == ["working", "working"]


def test_that_a_row_of_large_acts_has_one_before_it(project: Project, wall: Wall) -> None:
    assert backups.before(project, "bulk") is not None
    accept(project, "Velm:GPE")
    wall.time += timedelta(minutes=4)
    assert backups.before(project, "import") is None
    wall.time += timedelta(minutes=1)
    assert backups.before(project, "import") is not None
    wall.time += timedelta(hours=1)
    assert backups.before(project, "import") is None


def test_that_an_empty_project_needs_none(tmp_path: Path) -> None:
    with projects.make(tmp_path / "new.curator") as made:
        assert backups.before(made, "import") is None
    assert not (tmp_path / "new.curator-backups").exists()


def test_that_older_ones_are_thinned_and_strange_files_are_left_alone(
    project: Project, wall: Wall
) -> None:
    for _hour in range(30):
        accept(project, "Velm:GPE") if _hour == 0 else None
        backups.back_up(project)
        wall.time += timedelta(hours=1)
    mine = backup.folder_of(project.path) / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    wall.time += timedelta(days=5)
    backups.back_up(project)
    assert [one.time.day for one in backups.listing(project.path)] == [24, 19, 18]
    assert mine.is_file()


def test_that_restoring_brings_the_old_state_and_can_be_turned_back(
    project: Project, wall: Wall
) -> None:
    path = project.path
    made = backups.back_up(project)
    accept(project, "Velm:GPE")
    project.close()
    wall.time += timedelta(minutes=1)
    kept = backups.restore(path, made.path, clock=wall)
    with Project.open(path, write=True, clock=wall) as again:
        assert shown(again) == ["Velm:GPE?", "Ilse Torvand:PERSON?"]
        assert findings(again) == []
        accept(again, "Ilse Torvand:PERSON")
    wall.time += timedelta(minutes=1)
    backups.restore(path, kept.path, clock=wall)
    with Project.open(path, write=False) as again:
        assert shown(again) == ["Velm:GPE!", "Ilse Torvand:PERSON?"]
    assert not list(path.parent.glob("*.restored")) + list(path.parent.glob("*-wal"))


def test_that_the_difference_names_what_restoring_takes_and_brings(
    project: Project, wall: Wall
) -> None:
    path = project.path
    made = backups.back_up(project)
    same = backups.difference(project, made.path)
    assert (same.same_history, same.change_sets, same.only_there) == (True, 0, 0)
    accept(project, "Velm:GPE")
    found = backups.difference(project, made.path)
    assert (found.same_history, found.change_sets, found.decisions) == (True, 1, 1)
    assert [one.name for one in found.acts] == ["Accept “Velm”"]
    project.close()
    wall.time += timedelta(minutes=1)
    kept = backups.restore(path, made.path, clock=wall)
    with Project.open(path, write=False) as again:
        other = backups.difference(again, kept.path)
    assert (other.change_sets, other.only_there, other.same_history) == (0, 1, False)


def test_that_a_project_that_is_open_is_not_replaced(project: Project) -> None:
    made = backups.back_up(project)
    with pytest.raises(Fault, match=r"project\.locked"):
        backups.restore(project.path, made.path)


def test_that_another_projects_file_is_not_restored(project: Project, tmp_path: Path) -> None:
    strange = Path(shutil.copy(backups.back_up(project).path, tmp_path / "other.curator"))
    project.close()
    with pytest.raises(Fault, match=r"project\.restore"):
        backups.restore(project.path, strange)


def test_that_a_damaged_project_is_set_aside_and_replaced(project: Project, wall: Wall) -> None:
    path = project.path
    made = backups.back_up(project)
    project.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    damaged = path.read_bytes()
    wall.time += timedelta(minutes=1)
    kept = backups.restore(path, made.path, clock=wall)
    assert (kept.reason, kept.path.read_bytes()) == ("damaged", damaged)
    with Project.open(path, write=False) as again:
        assert findings(again) == []


def test_that_a_backup_that_cannot_be_made_says_why(project: Project) -> None:
    backup.folder_of(project.path).write_text("in the way", encoding="utf-8")
    with pytest.raises(Fault, match=r"project\.backup"):
        backups.back_up(project)
