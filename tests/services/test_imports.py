"""What became of an import is kept with its batch and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.services import imports, undoing
from curator.services.imports import About
from curator.store.project import Project
from tests.support import projects
from tests.support.pictures import record


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with projects.make(tmp_path / "p.curator") as made:
        projects.take(made, "[Velm:GPE?] slept.", batch="first")
        again = record("d1", "[Velm:GPE?] slept.")
        projects.take(made, again, b"{broken", record("d3", "[Osmo:HERO?] woke."), batch="second")
        yield made


def test_that_the_newest_batch_comes_first_with_its_lines_in_words(project: Project) -> None:
    second, first = imports.reports(project)
    assert (first.name, first.documents, first.told) == ("first", 1, ())
    assert (second.name, second.documents, second.annotations) == ("second", 1, {"entity": 1})
    assert second.labels == {"entity": ["HERO"]}
    assert [one.about for one in second.told] == [About.PROBLEM, About.DUPLICATE]
    assert "line 2" in second.told[0].words
    assert [second.count(about) for about in About] == [1, 1, 0]


def test_that_an_import_that_was_undone_says_so(project: Project) -> None:
    undoing.undo(project, beside=True)
    second, first = imports.reports(project)
    assert (second.withdrawn, first.withdrawn) == (True, False)
