"""Versions of a document are listed, gone through and compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.faults import Fault
from curator.domain.queue import QueueFilter
from curator.services import undoing, versions
from curator.store.project import Project
from tests.services.test_carrying import REST
from tests.support.pictures import record
from tests.support.projects import listed, make, take


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        for name, number in (("a", 12), ("b", 14), ("c", 15)):
            text = f"The mayor counts {number} ferries in port." + REST
            take(made, {**record(name, text), "meta": {"date": f"2025-05-{number}"}}, batch=name)
        take(made, record("other", "Something else happened."), batch="other")
        yield made


def test_that_stories_are_listed_with_their_versions(project: Project) -> None:
    (story,) = versions.listed(project)
    assert [(one.sender_id, one.date) for one in story] == [
        ("a", "2025-05-12"), ("b", "2025-05-14"), ("c", "2025-05-15"),
    ]  # fmt: skip


def test_that_versions_are_gone_through(project: Project) -> None:
    assert versions.beside(project, 1, forward=True) == 2
    assert versions.beside(project, 2, forward=False) == 1
    assert versions.beside(project, 3, forward=True) is None
    assert versions.beside(project, 4, forward=True) is None


def test_that_a_version_is_compared_with_the_one_before(project: Project) -> None:
    against = versions.difference(project, 3)
    assert (against.older.id, against.place, against.count) == (2, 3, 3)
    (edit,) = against.revision.edits()
    assert (against.revision.newer[edit.start : edit.end], edit.cut) == ("15", "14")
    for number in (1, 4):
        with pytest.raises(Fault, match=r"version\.no_older"):
            versions.difference(project, number)


def test_that_the_queue_lists_documents_with_other_versions_that_are_shown(
    project: Project,
) -> None:
    assert listed(project, QueueFilter(words="story:yes")) == [3, 2, 1]
    assert listed(project, QueueFilter(words="story:no")) == [4]
    with project.read() as tx:
        imports = [act for act in project.history(tx).beside if act > 1]
    for act in imports[-3:-1]:
        undoing.undo(project, act=act)
    assert listed(project, QueueFilter(words="story:")) == []
