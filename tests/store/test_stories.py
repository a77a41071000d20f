"""Documents of one story are found together, in the order of their versions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.services import undoing
from curator.store import stories
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import findings, make, take

LINES = ("One ferry sank.", "A council met.", "Rain fell.", "A bridge opened.", "Snow fell.")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.curator") as made:
        take(made, *LINES)
        yield made


def test_that_documents_of_a_story_have_its_number_and_others_none(project: Project) -> None:
    with project.write() as tx:
        assert stories.join(tx, 2, 4) == 2
        assert stories.join(tx, 4, 5) == 2
        assert stories.stories(tx, range(1, 6)) == {2: 2, 4: 2, 5: 2}
        assert stories.members(tx, 2) == [2, 4, 5]
    assert findings(project) == []


def test_that_a_document_between_two_stories_makes_them_one(project: Project) -> None:
    with project.write() as tx:
        stories.join(tx, 1, 2)
        stories.join(tx, 3, 4)
        assert stories.join(tx, 4, 2) == 1
        assert stories.stories(tx, range(1, 6)) == dict.fromkeys((1, 2, 3, 4), 1)


def test_that_versions_follow_their_dates_where_all_have_one(project: Project) -> None:
    later = [
        {**record(name, text), "meta": {"date": date}}
        for name, text, date in (
            ("x", "Ice melted.", "2025-05-03"),
            ("y", "Ice melted again.", "2025-05-01"),
        )
    ]
    act = take(project, *later, batch="later").act
    with project.write() as tx:
        stories.join(tx, 6, 7)
        assert stories.members(tx, 6) == [7, 6]
        stories.join(tx, 6, 1)
        assert stories.members(tx, 1) == [1, 6, 7]
    undoing.undo(project, act=act)
    with project.read() as tx:
        assert stories.members(tx, 1) == [1]


def test_that_documents_are_found_by_the_bands_that_they_share(project: Project) -> None:
    with project.write() as tx:
        tx.connection.exec_driver_sql("DELETE FROM document_band")
        assert [number for number, _ in stories.without_bands(tx, after=0, count=2)] == [1, 2]
        stories.keep_bands(tx, [(1, [7, 8]), (2, [8, 9]), (3, [5])])
        assert [number for number, _ in stories.without_bands(tx, after=0, count=9)] == [4, 5]
        assert stories.sharing(tx, [8, 9], before=9, most=9) == [2, 1]
        assert stories.sharing(tx, [8, 9], before=9, most=1) == [2]
        assert stories.sharing(tx, [8, 9], before=2, most=9) == [1]
