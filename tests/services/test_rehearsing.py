"""A rehearsal tells what an import would come to, and leaves the project as it is."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from curator.domain.changes import Progress
from curator.domain.faults import Fault
from curator.domain.import_plan import ImportPlan
from curator.services.importing import Import, import_paths
from curator.services.rehearsing import rehearse
from curator.store import backup, log
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import findings, take


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    lines = [record("a", "[Ana:PER!] left."), record("b", "[Ost:ODD!] is calm.")]
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return path


def test_that_the_report_is_that_of_the_import(project: Project, wire: Path) -> None:
    take(project, record("a", "Ana left."))
    plan = ImportPlan(label_map={"PER": "PERSON"}, batch="May")
    with project.read() as tx:
        before = log.head(tx)
    told: list[Progress] = []
    found = rehearse(project, [wire], plan, told=told.append)
    with project.read() as tx:
        assert log.head(tx) == before
    assert (told[-1].done, told[-1].total) == (wire.stat().st_size, wire.stat().st_size)
    assert [one.known for one in found.look.coming] == [True, False]
    assert [(one.label, one.to) for one in found.look.labels] == [("ODD", "ODD")]
    job = Import(project, [wire], plan)
    for _step in import_paths(job):
        pass
    assert found.report.plain() == job.intake.report.plain()
    assert found.report.labels == {"entity": ["ODD"]}
    assert findings(project) == []


def test_that_the_copy_is_thrown_away(
    project: Project, wire: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    beside = sorted(tmp_path.iterdir())

    def stopped(_step: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rehearse(project, [wire], ImportPlan(), told=stopped)
    assert not list(scratch.iterdir())
    assert sorted(tmp_path.iterdir()) == beside


def test_that_a_copy_that_has_no_room_is_told(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"project\.backup"):
        backup.copy(project.path, tmp_path / "nowhere" / "copy.curator")
