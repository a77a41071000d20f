"""A look into files says what an import would bring, and writes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import pytest

from curator.domain.annotation import Layer
from curator.domain.import_plan import ImportPlan
from curator.services import import_preview
from curator.services.import_preview import MOST, Preview, Previewing
from curator.services.imports import About
from curator.store import log
from curator.store.project import Project
from tests.support import projects
from tests.support.pictures import record

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


def test_that_the_first_of_many_are_shown_at_once_and_all_are_counted(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"Day {n} was dull.\n" for n in range(10 * MOST))
    path.write_text("text\n" + rows, encoding="utf-8")
    begun: list[Preview] = []
    found = Previewing([path], ImportPlan()).run(project, begun=begun.append)
    assert [(len(one.coming), one.documents, one.more) for one in begun] == [(MOST, MOST, True)]
    assert (len(found.coming), found.documents, found.new, found.more) == (
        MOST, 10 * MOST, 10 * MOST, False
    )  # fmt: skip


def test_that_a_look_ends_when_its_time_is_up(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_preview, "SECONDS", 0.0)
    (tmp_path / "one.txt").write_text("Osmo woke.", encoding="utf-8")
    found = Previewing([tmp_path / "one.txt"], ImportPlan()).run(project)
    assert (found.documents, found.more) == (0, True)


def test_that_labels_are_counted_by_layer_with_a_place_to_go(
    project: Project, tmp_path: Path
) -> None:
    known = record("d1", "[Velm:ODD?] slept.")
    lines = [
        known,
        record("b", "[Ana:PER?] and [Bo:PER?] of [Ost:LOC?]; {rain fell:statement?}"),
        record("c", "[May:MISC?] is here."),
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    found = Previewing([path], ImportPlan(label_map={"MISC": ""})).run(project)
    assert [tuple(map(str, astuple(one))) for one in found.labels] == [
        ("entity", "PER", "2", "PERSON", "names"),
        ("entity", "LOC", "1", "LOC", "same"),
        ("entity", "MISC", "1", "", "plan"),
        ("claim", "statement", "1", "assertion", "names"),
    ]
    assert "PERSON" in found.offered[Layer.ENTITY]
    assert Previewing([path], ImportPlan(annotations="ignore")).run(project).labels == []


def test_that_another_text_under_an_id_of_the_project_is_no_duplicate(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "in.jsonl"
    lines = [{"id": "d1", "text": "Velm slept well."}, {"id": "e", "text": "Osmo woke."}] * 2
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    found = Previewing([path], ImportPlan()).run(project)
    assert [one.known for one in found.coming] == [False, False, True, True]


def test_that_the_columns_of_a_table_are_told(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Headline,Words\nVelm,Ilse waved.\n", encoding="utf-8")
    columns = Previewing([path], ImportPlan()).run(project).columns
    assert columns is not None
    assert columns.fields == {"Headline": "title", "Words": ""}
