"""What an import brings in, what it leaves out and says so, and how it is taken back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from curator.domain.annotation import Layer, Link
from curator.domain.decisions import How, Verdict
from curator.domain.faults import Fault
from curator.domain.import_plan import ImportPlan
from curator.domain.queue import QueueFilter
from curator.formats.base import Problem
from curator.services import deciding, reading, undoing
from curator.services.intake import Intake
from curator.services.statistics import statistics
from curator.store import incoming, log
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import findings, held, make, shown, take, text_file, view

BOTH = "<[Ana:PERSON!]:source> <said:cue> {[Velm:GPE?] fell:denial-}"


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def take_files(project: Project, *files: Any, batch: str = "files") -> Intake:
    intake = Intake(project, name=batch, origin="tests", plan=ImportPlan())
    intake.take(files)
    intake.finish()
    return intake


def sender_ids(project: Project) -> list[str]:
    with project.read() as tx:
        rows = tx.connection.exec_driver_sql("SELECT sender_id FROM document ORDER BY id")
        return [row[0] for row in rows]


def test_that_the_same_id_with_the_same_text_is_skipped_and_reported(project: Project) -> None:
    take(project, record("a", "Ana went"))
    report = take(project, record("a", "Ana went"), record("b", "Bo went"), batch="again")
    assert (report.documents, codes(report.duplicates)) == (1, ["import.duplicate"])
    assert report.duplicates[0].facts == {"id": "a"}
    assert report.duplicates[0].line == 1
    assert sender_ids(project) == ["a", "b"]


def test_that_the_same_id_with_another_text_is_refused(project: Project) -> None:
    report = take(project, record("a", "Ana went"), record("a", "Ana came"))
    assert (report.documents, codes(report.problems)) == (1, ["import.id_taken"])
    assert view(project).text == "Ana went"


def test_that_the_same_text_under_other_ids_of_the_senders_goes_in(project: Project) -> None:
    assert take(project, record("a", "Ana went"), record("b", "Ana went")).documents == 2


def test_that_among_files_the_same_text_is_skipped(project: Project) -> None:
    intake = take_files(project, text_file("one", "Ana went"), text_file("two", "Ana went"))
    assert codes(intake.report.duplicates) == ["import.same_text"]
    assert intake.report.duplicates[0].facts == {"id": "one"}
    again = take_files(project, text_file("three", "Ana went")).report
    assert (again.documents, again.batch_id, again.act) == (0, 0, 0)


def test_that_a_files_id_is_its_name_with_the_folder_when_another_text_has_it(
    project: Project,
) -> None:
    take_files(
        project,
        text_file("report", "One"),
        text_file("report", "Two", folder="monday"),
        text_file("report", "Three", folder="monday"),
        text_file("report", "Four", folder="a/b"),
    )
    take_files(project, text_file("report", "Five", folder="monday"))
    assert sender_ids(project) == [
        "report", "monday/report", "monday/report-2", "a/b/report", "monday/report-3",
    ]  # fmt: skip


def test_that_annotations_come_as_they_are(project: Project) -> None:
    report = take(project, record("a", BOTH))
    assert report.annotations == {"entity": 2, "claim": 1}
    assert shown(project) == ["Ana:PERSON!", "Velm fell:denial-", "Velm:GPE?"]
    assert findings(project) == []


@pytest.mark.parametrize(
    ("way", "expected", "closed"),
    [
        ("gold", {"Ana:PERSON!", "Velm:GPE!"}, {Layer.ENTITY, Layer.CLAIM}),
        ("suggestions", {"Ana:PERSON?", "Velm fell:denial?", "Velm:GPE?"}, set()),
        ("ignore", set(), set()),
        ("as-is", {"Ana:PERSON!", "Velm fell:denial-", "Velm:GPE?"}, {Layer.CLAIM}),
    ],
)
def test_that_a_way_to_import_decides_states_and_closed_layers(
    project: Project, way: str, expected: set[str], closed: set[Layer]
) -> None:
    take(project, record("a", BOTH, reviewed=["claim"]), annotations=way)
    assert set(shown(project)) == expected
    assert {layer for layer, state in view(project).layers.items() if state.reviewed} == closed
    assert findings(project) == []


def test_that_gold_closes_only_the_layers_that_the_line_has(project: Project) -> None:
    line = record("a", "[Ana:PERSON] went")
    del line["claims"]
    take(project, line, annotations="gold")
    assert {layer: state.reviewed for layer, state in view(project).layers.items()} == {
        Layer.ENTITY: True, Layer.CLAIM: False,
    }  # fmt: skip


def test_that_no_state_means_a_suggestion_of_whoever_is_named(project: Project) -> None:
    line = record("a", "[Ana:PERSON] met [Bo:PERSON]")
    for span in line["spans"]:
        del span["state"]
    del line["spans"][1]["suggester"]
    take(project, line)
    assert shown(project) == ["Ana:PERSON?", "Bo:PERSON?"]
    assert [one["name"] for one in statistics(project)["suggesters"]] == ["machine", "imported"]


def test_that_what_came_decided_is_logged_by_import(project: Project) -> None:
    report = take(project, record("a", "[Ana:PERSON!] [Bo:PERSON+] [Cy:ORG-] [Di:ORG~] [Ed:ORG?]"))
    with project.read() as tx:
        rows = log.get(tx, report.act).rows
    verdicts = [(row.subject_id, row.verdict, row.how) for row in rows[1:]]
    assert verdicts == [
        (1, Verdict.ACCEPT, How.IMPORT), (2, Verdict.ADD, How.IMPORT),
        (3, Verdict.REJECT, How.IMPORT), (4, Verdict.UNSURE, How.IMPORT),
    ]  # fmt: skip
    assert all(row.before is None for row in rows)


def test_that_what_lies_below_the_threshold_is_a_candidate(project: Project) -> None:
    line = record("a", "{rain fell:other?} and {snow fell:other?} and {hail fell:other?}")
    for claim, score in zip(line["claims"], (0.2, 0.9, 0.4), strict=True):
        claim["score"] = score
    line["claims"][2]["confidence"] = 0.6
    take(project, line)
    assert shown(project) == ["snow fell:other?", "hail fell:other?"]
    assert held(project) == ["rain fell:other below"]


def test_that_an_accepted_one_is_none_however_low_its_score(project: Project) -> None:
    line = record("a", "{rain fell:other!}")
    line["claims"][0]["score"] = 0.1
    take(project, line)
    assert shown(project) == ["rain fell:other!"]


def test_that_a_given_candidate_stays_one(project: Project) -> None:
    line = record("a", "[Ana:PERSON] met [Bo:PERSON]")
    line["spans"][0]["state"] = "candidate"
    take(project, line)
    assert (shown(project), held(project)) == (["Bo:PERSON?"], ["Ana:PERSON below"])


def test_that_a_blind_document_holds_suggestions_back_and_keeps_decisions(tmp_path: Any) -> None:
    with make(tmp_path / "blind.curator", blind_share=1.0) as project:
        take(project, record("a", "[Ana:PERSON?] met [Bo:PERSON!]"))
        assert view(project).blind
        assert shown(project) == ["Bo:PERSON!"]
        assert held(project) == ["Ana:PERSON blind"]


def test_that_new_labels_are_added_to_the_scheme_and_reported(project: Project) -> None:
    report = take(project, record("a", "The [Swan:BOAT!] and [Ana:PERSON!]"))
    assert report.labels == {"entity": ["BOAT"]}
    added = reading.scheme(project).layer(Layer.ENTITY).label("BOAT")
    assert added is not None
    assert added.key is None
    assert reading.scheme(project).revision == 2
    assert findings(project) == []


def test_that_strict_labels_refuse_what_the_scheme_has_not(project: Project) -> None:
    line = record("a", "The [Swan:BOAT!] and [Ana:PERSON!]")
    report = take(project, line, labels="strict")
    assert shown(project) == ["Ana:PERSON!"]
    [problem] = report.problems
    assert (problem.code, problem.facts) == (
        "import.label", {"label": "BOAT", "layer": "entity"},
    )  # fmt: skip
    assert reading.scheme(project).revision == 1


def test_that_a_claim_without_a_type_is_the_schemes_default(project: Project) -> None:
    line = record("a", "{rain fell:denial!}")
    del line["claims"][0]["label"]
    take(project, line)
    assert shown(project) == ["rain fell:other!"]


def test_that_links_by_the_senders_ids_become_links_by_ours(project: Project) -> None:
    """A link given twice was logged twice, and an entity's links were never read again."""
    line = record("a", BOTH)
    line["claims"][0]["links"] = {"source": ["s1", "s1", "nobody"]}
    line["spans"][0]["links"] = {"same_as": "s3"}
    take(project, record("z", "Nobody went"), line)
    opened = {one.sender_id: one for one in view(project, 2).annotations}
    assert opened["s2"].links == (Link("source", opened["s1"].id),)
    assert opened["s1"].links == (Link("same_as", opened["s3"].id),)
    assert findings(project) == []


def test_that_a_bad_line_is_reported_and_the_rest_goes_in(project: Project) -> None:
    outside = record("b", "[Bo:PERSON!] went")
    outside["spans"][0]["end"] = 99
    report = take(project, record("a", "Ana went"), b"{", outside, {"id": "c"})
    assert report.documents == 2
    assert [(one.line, one.code) for one in report.problems] == [
        (2, "import.not_json"), (3, "import.annotation_left_out"), (4, "import.no_text"),
    ]  # fmt: skip
    assert shown(project, 2) == []


def test_that_the_report_is_kept_with_the_batch(project: Project) -> None:
    report = take(project, record("a", "[Ana:PERSON!] went"), record("a", "Ana left"))
    with project.read() as tx:
        kept = incoming.report(tx, report.batch_id)
    assert kept == json.loads(json.dumps(report.plain()))
    assert (kept["documents"], kept["annotations"]) == (1, {"entity": 1})
    assert kept["problems"][0]["code"] == "import.id_taken"


def test_that_chunks_of_suggestions_belong_to_the_import_without_a_word_in_the_log(
    project: Project,
) -> None:
    lines = [record(f"a{number}", f"[Ana:PERSON?] went {number} times") for number in range(6)]
    report = take(project, *lines, chunk=2, annotations="suggestions")
    with project.read() as tx:
        assert log.head(tx)[0] == report.act
    undoing.undo(project, act=report.act)
    assert statistics(project)["documents"] == 0


def test_that_a_state_nobody_can_import_is_refused(project: Project) -> None:
    line = record("a", "[Ana:PERSON] met [Bo:PERSON!]")
    line["spans"][0]["state"] = "withdrawn"
    [problem] = take(project, line).problems
    assert (problem.code, problem.facts) == ("import.state", {"state": "withdrawn"})
    assert shown(project) == ["Bo:PERSON!"]


def test_that_an_import_of_several_chunks_is_one_act(project: Project) -> None:
    lines = [record(f"a{number}", f"[Ana:PERSON!] went {number} times") for number in range(5)]
    report = take(project, *lines, chunk=2)
    undoing.undo(project, act=report.act)
    assert statistics(project)["documents"] == 0
    assert reading.outline(project, QueueFilter()).batches == ()
    assert findings(project) == []
    undoing.redo(project, act=report.act)
    assert statistics(project)["documents"] == 5
    assert findings(project) == []


def test_that_an_import_is_taken_back_by_its_act_only_and_comes_back(project: Project) -> None:
    """Once taken back, an import could never be brought back again."""
    report = take(project, record("a", "[Ana:PERSON?] went"))
    deciding.judge(project, 1, Verdict.ACCEPT)
    changes = undoing.undo(project, act=report.act)
    assert (changes.queue, changes.code, changes.facts["of"]) == (True, "undo", "import")
    with pytest.raises(Fault, match=r"undo\.nothing"):
        undoing.undo(project, act=report.act)
    again = take(project, record("a", "[Ana:PERSON?] went"))
    assert codes(again.duplicates) == ["import.withdrawn"]
    assert undoing.redo(project, act=report.act).queue
    with pytest.raises(Fault, match=r"redo\.nothing"):
        undoing.redo(project, act=report.act)
    assert shown(project) == ["Ana:PERSON!"]
    undoing.undo(project)
    assert shown(project) == ["Ana:PERSON?"]


def test_that_a_layer_which_the_scheme_lacks_stays_out_or_is_added(tmp_path: Any) -> None:
    with make(tmp_path / "claims.curator", scheme="claims-only") as project:
        report = take(project, record("a", BOTH), labels="strict")
        assert codes(report.problems) == ["import.label", "import.label"]
        take(project, record("b", BOTH.replace("fell", "rose")))
        assert Layer.ENTITY in reading.scheme(project).layers
        assert len(shown(project, 2)) == 3
        assert findings(project) == []
