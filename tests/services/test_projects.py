"""Projects as a whole: their numbers, the samples, files on their way in."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.domain.import_plan import ImportPlan
from curator.formats.base import Problem
from curator.services import (
    closing,
    deciding,
    importing,
    projects,
    reading,
    samples,
    suggesting,
    undoing,
)
from curator.services.importing import Import, batch_name, import_paths
from curator.services.statistics import statistics
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import answer, findings, make, shown, take

STATS = {
    "documents", "batches", "reviewed", "annotations", "labels", "candidates", "change_sets",
    "suggesters", "scheme",
}  # fmt: skip


def test_that_an_empty_project_has_every_key_of_the_statistics(project: Project) -> None:
    told = statistics(project)
    assert told.keys() >= STATS
    assert told["documents"] == 0
    assert told["reviewed"] == told["candidates"] == {"entity": 0, "claim": 0}
    assert told["annotations"] == told["labels"] == {"entity": {}, "claim": {}}
    assert told["change_sets"] == 1


def test_that_statistics_count_what_is_shown(project: Project) -> None:
    take(project, record("a", "[Ana:PERSON!] met [Bo:ORG?]; {rain fell:other-}"), batch="one")
    gone = take(project, record("b", "[Cy:PERSON!] left"), batch="two")
    suggesting.keep(project, [answer(project, 1, "[Ana:PERSON] met Bo; [rain:LOC] fell",
                                     name="other", below=["rain"])])  # fmt: skip
    closing.close(project, 1, [Layer.ENTITY], leftover=State.REJECTED)
    undoing.undo(project, act=gone.act)
    told = statistics(project)
    assert told["documents"] == 1
    assert [(one["name"], one["documents"], one["done"]) for one in told["batches"]] == [
        ("one", 1, 0)
    ]
    assert told["reviewed"] == {"entity": 1, "claim": 0}
    assert told["annotations"] == {
        "entity": {"accepted": 1, "rejected": 1}, "claim": {"rejected": 1},
    }  # fmt: skip
    assert told["labels"]["entity"] == {"PERSON": {"accepted": 1}, "ORG": {"rejected": 1}}
    assert told["candidates"] == {"entity": 1, "claim": 0}
    assert {one["name"] for one in told["suggesters"]} == {"machine", "other"}


def test_that_a_project_can_be_read_by_one_and_held_by_another(project: Project) -> None:
    take(project, "[Ana:PERSON?] left")
    with Project.open(project.path, write=False) as reader:
        deciding.judge(project, 1, Verdict.ACCEPT)
        assert shown(reader) == ["Ana:PERSON!"]
        assert statistics(reader) == statistics(project)


def test_that_a_shipped_scheme_is_found_by_name_and_others_by_path(tmp_path: Path) -> None:
    assert projects.shipped_schemes() == ["news", "claims-only", "everything", "security"]
    mine = tmp_path / "mine.toml"
    mine.write_text("[layers.entity]\nlabels = [{ name = 'SHIP' }]")
    assert projects.read_scheme(str(mine)).name == "mine"
    with pytest.raises(Fault, match=r"scheme\.unknown"):
        projects.read_scheme(str(tmp_path / "none.toml"))
    with pytest.raises(Fault, match=r"project\.blind_share"):
        make(tmp_path / "x.curator", blind_share=1.5)


class TestImport:
    """Files and folders, read in a process of their own."""

    def test_that_files_of_a_folder_go_in_and_what_is_bad_is_told(
        self, project: Project, tmp_path: Path
    ) -> None:
        folder = tmp_path / "wire"
        (folder / "day").mkdir(parents=True)
        (folder / "one.txt").write_text("Ana left Velm.\n")
        (folder / "day" / "one.txt").write_text("Bo left Ost.\n")
        (folder / "day" / "same.txt").write_text("Ana left Velm.\n")
        (folder / "bad.jsonl").write_text('{"id": "x", "text": "Cy left"}\n{\n')
        job = Import(project, [folder])
        steps = list(import_paths(job))
        report = job.intake.report
        assert (report.name, report.documents) == ("wire", 3)
        assert [one.code for one in report.duplicates] == ["import.same_text"]
        assert [(one.line, one.code) for one in report.problems] == [(2, "import.not_json")]
        assert steps[-1].done == steps[-1].total
        with project.read() as tx:
            ids = tx.connection.exec_driver_sql("SELECT sender_id FROM document").scalars().all()
        assert len(set(ids)) == 3
        assert findings(project) == []

    def test_that_what_is_not_there_is_a_problem_and_no_batch(
        self, project: Project, tmp_path: Path
    ) -> None:
        job = Import(project, [tmp_path / "none"])
        list(import_paths(job))
        assert job.intake.report.batch_id == 0
        assert all(isinstance(one, Problem) for one in job.intake.report.problems)
        assert job.intake.report.problems

    @pytest.mark.parametrize(
        ("options", "code"),
        [({"format_name": "x"}, "import.format"), ({"annotations": "x"}, "import.annotations")],
    )
    def test_that_unknown_ways_are_refused(
        self, project: Project, options: dict[str, str], code: str
    ) -> None:
        with pytest.raises(Fault) as raised:
            Import(project, [], ImportPlan(**options))  # type: ignore[arg-type]
        assert raised.value.code == code
        assert raised.value.facts["known"]

    def test_that_a_batch_is_called_after_what_was_named_first(self, tmp_path: Path) -> None:
        one, two = tmp_path / "one.txt", tmp_path / "two.jsonl"
        assert batch_name([one]) == "one"
        assert batch_name([two, one]) == "two and 1 more"
        assert batch_name([tmp_path]) == tmp_path.name
        assert batch_name([]) == "import"

    def test_that_text_and_jsonl_can_be_read(self) -> None:
        assert {"text", "jsonl"} <= set(importing.readable_formats())


class TestSamples:
    """The sample project, fresh each time."""

    def test_that_it_is_whole_and_healthy(self, tmp_path: Path) -> None:
        path = samples.free_path(tmp_path / "new")
        with samples.create(path) as project:
            list(samples.fill(project))
            told = statistics(project)
            assert [batch["name"] for batch in told["batches"]] == list(samples.BATCHES)
            assert told["documents"] >= 24
            assert told["annotations"] == {"entity": {}, "claim": {}}
            assert reading.scheme(project).name == "everything"
            assert findings(project) == []
        assert samples.free_path(tmp_path / "new") != path

    def test_that_its_scheme_has_every_label_of_the_others(self) -> None:
        every = projects.read_scheme("everything")
        for name in projects.shipped_schemes():
            for layer, part in projects.read_scheme(name).layers.items():
                known = {label.name for label in every.layer(layer).labels}
                assert {label.name for label in part.labels} <= known
