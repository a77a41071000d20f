"""A look into files says what an import would bring, and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.import_plan import ImportPlan
from curator.services.import_preview import MOST, Previewing
from curator.services.imports import About
from curator.store import log
from curator.store.project import Project
from tests.support import projects

RUSSIAN = "Мост откроют в среду, сообщил министр. Рабочие закончили ремонт раньше срока."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with projects.make(tmp_path / "p.curator") as made:
        projects.take(made, "Velm slept.")
        yield made


def test_that_first_documents_and_what_would_be_skipped_are_told(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Velm slept.", encoding="utf-8")
    (folder / "b.txt").write_text("VELM, May 3 (Northline) — Osmo woke.", encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\x89PNG\r\n\0\0\0\rIHDR")
    with project.read() as tx:
        before = log.head(tx)
    found = Previewing([folder], ImportPlan()).run(project)
    assert (found.files, found.more) == (3, False)
    assert [(one.known, one.agency) for one in found.coming] == [(True, ""), (False, "Northline")]
    assert found.coming[1].beginning.startswith("VELM, May 3")
    assert [(one.about, Path(one.file).name) for one in found.told] == [(About.PROBLEM, "c.txt")]
    with project.read() as tx:
        assert log.head(tx) == before


def test_that_another_encoding_changes_what_would_come(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_bytes(RUSSIAN.encode("koi8-r"))
    (guessed,) = Previewing([path], ImportPlan()).run(project).coming
    (wrong,) = Previewing([path], ImportPlan(encoding="windows-1251")).run(project).coming
    assert guessed.beginning.startswith("Мост")
    assert not wrong.beginning.startswith("Мост")


def test_that_only_the_first_of_many_are_looked_into(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"Day {n} was dull.\n" for n in range(10 * MOST))
    path.write_text("text\n" + rows, encoding="utf-8")
    found = Previewing([path], ImportPlan()).run(project)
    assert (len(found.coming), found.more) == (MOST, True)
