"""What goes out: gold unless more is asked for, a line for every document, and a manifest."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Layer, State
from curator.domain.decisions import Change, Reason, Verdict
from curator.domain.faults import Fault
from curator.domain.gold import STATES, Selection
from curator.services import closing, deciding, exporting, suggesting, undoing
from curator.services.importing import Import, import_paths
from curator.store import log
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import answer, findings, held, make, take, ticking, view

ALL = Selection(states=STATES, documents="all")
MIXED = "[Ana:PERSON!] met [Bo:PERSON+], [Cy:ORG-], [Di:ORG~] and [Ed:ORG?]; {rain fell:other!}"


def lines(project: Project, selection: Selection | None = None) -> list[dict[str, Any]]:
    out = project.path.with_name("out.jsonl")
    exporting.export(project, out, format_name="jsonl", selection=selection)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def manifest(project: Project) -> dict[str, Any]:
    [path] = project.path.parent.glob("out.jsonl*manifest*")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def labels(line: dict[str, Any], key: str = "spans") -> list[str]:
    return [f"{one.get('quote', '')}:{one['state']}" for one in line[key]]


def test_that_gold_is_what_was_accepted_in_closed_layers(project: Project) -> None:
    take(project, record("a", MIXED, reviewed=["entity"]), record("b", "[Flo:PERSON!] left"))
    [line] = lines(project)
    assert line["id"] == "a"
    assert labels(line) == ["Ana:accepted", "Bo:accepted"]
    assert line["reviewed"] == ["entity"]
    assert "claims" not in line, "a layer that is not reviewed has no key"


def test_that_a_closed_layer_without_gold_has_an_empty_list(project: Project) -> None:
    take(project, record("a", "[Cy:ORG-] left", reviewed=["entity", "claim"]))
    [line] = lines(project)
    assert (line["spans"], line["claims"]) == ([], [])


def test_that_every_selected_document_has_a_line(project: Project) -> None:
    take(project, record("a", "Ana left"), record("b", "[Bo:PERSON!] left"), record("c", "Cy left"))
    assert [line["id"] for line in lines(project, Selection(documents="all"))] == ["a", "b", "c"]
    assert [labels(line) for line in lines(project, ALL)] == [[], ["Bo:accepted"], []]
    assert lines(project) == []


def test_that_gold_of_all_documents_still_has_no_key_for_an_open_layer(project: Project) -> None:
    take(project, record("a", MIXED))
    [line] = lines(project, Selection(documents="all"))
    assert not {"spans", "claims"} & line.keys()


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.SUGGESTED, ["Ed:suggested"]),
        (State.REJECTED, ["Cy:rejected"]),
        (State.UNSURE, ["Di:unsure"]),
    ],
)
def test_that_only_states_that_were_asked_for_go_out(
    project: Project, state: State, expected: list[str]
) -> None:
    take(project, record("a", MIXED))
    [line] = lines(project, Selection(states=frozenset({state}), documents="all"))
    assert labels(line) == expected
    assert line["claims"] == []


def test_that_suggestions_go_out_from_the_threshold_on(project: Project) -> None:
    line = record("a", "{rain fell:other} and {snow fell:other} and {hail fell:other!}")
    take(project, line)
    with project.write() as tx:
        tx.connection.exec_driver_sql("UPDATE annotation SET confidence = 0.2 WHERE id <> 2")
    [out] = lines(project, ALL)
    assert [one["state"] for one in out["claims"]] == ["suggested", "accepted"]


def test_that_candidates_go_out_only_when_asked_for_and_with_ids_of_their_own(
    project: Project,
) -> None:
    take(project, record("a", "Ana met Bo"))
    found = answer(project, 1, "[Ana:PERSON] met [Bo:PERSON]", below=["Bo"])
    suggesting.keep(project, [found])
    assert labels(lines(project, ALL)[0]) == ["Ana:suggested"]
    [line] = lines(project, Selection(states=STATES, documents="all", candidates=True))
    assert labels(line) == ["Ana:suggested", "Bo:candidate"]
    assert len({one["id"] for one in line["spans"]}) == 2


def test_that_ids_of_ours_never_meet_those_of_senders(project: Project) -> None:
    line = record("a", "[Ana:PERSON!] met [Bo:PERSON!] and Cy", reviewed=["entity"])
    line["spans"][0]["id"], line["spans"][1]["id"] = "e3", "e3"
    take(project, line)
    deciding.add_entity(project, 1, "PERSON", start=15, end=17)
    [out] = lines(project)
    assert [one["id"] for one in out["spans"]] == ["e3", "e3'", "e3''"]


def test_that_only_what_was_decided_by_a_means_goes_out(project: Project) -> None:
    take(project, record("a", "[Ana:PERSON!] met [Bo:PERSON?] and [Cy:PERSON?]"))
    deciding.judge(project, 2, Verdict.ACCEPT)
    closing.close(project, 1, [Layer.ENTITY], leftover=State.ACCEPTED)
    for how, expected in (
        ({"key"}, ["Bo"]), ({"import"}, ["Ana"]), ({"closing", "key"}, ["Bo", "Cy"]),
    ):  # fmt: skip
        [line] = lines(project, Selection(how=frozenset(how)))
        assert [one["quote"] for one in line["spans"]] == expected
    lines(project)
    assert manifest(project)["how"] == {"closing": 1, "import": 1, "key": 1}


def test_that_links_go_out_when_their_target_does(project: Project) -> None:
    line = record("a", "<[Ana:PERSON!]:source> <said:cue> {[Velm:GPE?] fell:denial!}")
    line["claims"][0]["links"] = {"source": ["s1"], "about": ["s3"]}
    take(project, {**line, "reviewed": ["entity", "claim"]})
    assert lines(project)[0]["claims"][0]["links"] == {"source": ["s1"]}
    assert lines(project, ALL)[0]["claims"][0]["links"] == {"about": ["s3"], "source": ["s1"]}


def test_that_what_is_withdrawn_stays_at_home(project: Project) -> None:
    act = take(project, record("a", MIXED, reviewed=["entity"])).act
    undoing.undo(project, act=act)
    assert lines(project, ALL) == []


def test_that_the_manifest_tells_what_the_file_is(project: Project) -> None:
    take(project, record("a", MIXED, reviewed=["entity"]))
    lines(project)
    told = manifest(project)
    with project.read() as tx:
        assert told["log"] == dict(zip(("change_sets", "digest"), log.head(tx), strict=True))
    file = project.path.with_name("out.jsonl").read_bytes()
    assert told["file"]["sha256"] == hashlib.sha256(file).hexdigest()
    assert told["scheme"] == {"name": "everything", "revision": 1}
    assert [one["name"] for one in told["suggesters"]] == ["machine"]
    assert told["selection"] == Selection().plain()


def test_that_a_format_nobody_writes_is_refused(project: Project) -> None:
    with pytest.raises(Fault) as raised:
        exporting.export(project, Path("x"), format_name="text")
    assert raised.value.code == "export.format"
    assert {"conll", "jsonl", "prodigy"} <= set(raised.value.facts["known"])


def test_that_progress_is_told_document_by_document(project: Project) -> None:
    take(project, record("a", "Ana left"), record("b", "Bo left"))
    told: list[tuple[int, int]] = []
    exporting.export(
        project, project.path.with_name("out.jsonl"), format_name="jsonl", selection=ALL,
        progress=lambda done, total: told.append((done, total)),
    )  # fmt: skip
    assert list(dict.fromkeys(told)) == [(1, 2), (2, 2)]


def filled(project: Project) -> None:
    """Do a little of everything."""
    line = record("a", MIXED, reviewed=["entity"], colour="red", meta={"place": "Velm"})
    line["spans"][0] |= {"score": 0.75, "confidence": 0.5, "note": [1, {"x": None}]}
    line["spans"][4]["links"] = {"same_as": ["s1"]}
    take(project, line, record("b", "<Flo:source> <said:cue> {it snowed:hope?} in Ost"))
    deciding.judge(project, 5, Verdict.REJECT, reason=Reason.WRONG_SPAN.value)
    deciding.add_entity(project, 2, "GPE", start=22, end=25)
    claim = next(one for one in view(project, 2).annotations if one.layer is Layer.CLAIM)
    change = Change(label="belief", attributes={"mode": "direct"})
    deciding.judge(project, claim.id, Verdict.CORRECT, change=change)
    closing.close(project, 2, list(Layer), leftover=None)


def test_that_what_was_exported_comes_back_and_goes_out_with_the_same_bytes(
    project: Project, tmp_path: Path
) -> None:
    filled(project)
    for name, selection in (("all", ALL), ("gold", Selection())):
        out = tmp_path / f"{name}.jsonl"
        exporting.export(project, out, format_name="jsonl", selection=selection)
        with make(tmp_path / f"{name}.curator") as fresh:
            [*_] = import_paths(Import(fresh, [out]))
            again = tmp_path / f"{name}-again.jsonl"
            exporting.export(fresh, again, format_name="jsonl", selection=selection)
            assert findings(fresh) == []
        assert again.read_bytes() == out.read_bytes()
        assert out.stat().st_size > 500


def test_that_a_candidate_keeps_its_senders_words_on_the_way_through(project: Project) -> None:
    """Its id and the keys that Curator does not know were lost at the import."""
    line = record("a", "[Ana:PERSON] met [Bo:PERSON]")
    line["spans"][1] |= {"state": "candidate", "note": "x", "score": 0.1}
    take(project, line)
    [out] = lines(project, Selection(states=STATES, documents="all", candidates=True))
    assert (out["spans"][1]["id"], out["spans"][1]["note"]) == ("s2", "x")
    deciding.judge(project, -view(project).candidates[0].annotation.id, Verdict.ACCEPT)
    [out] = lines(project, ALL)
    assert (out["spans"][1]["id"], out["spans"][1]["note"]) == ("s2", "x")
    assert held(project) == []


def test_that_a_project_held_elsewhere_can_be_exported(project: Project) -> None:
    take(project, record("a", MIXED, reviewed=["entity"]))
    with Project.open(project.path, write=False, clock=ticking()) as reader:
        assert len(lines(reader)) == 1


def test_that_a_file_that_an_export_needs_is_written_beside_it(project: Project) -> None:
    take(project, record("a", MIXED, reviewed=["entity"]))
    out = project.path.with_name("out.json")
    exporting.export(project, out, format_name="label-studio")
    [task] = json.loads(out.read_text(encoding="utf-8"))
    assert len(task["annotations"][0]["result"]) == 2
    config = out.with_name("out.json.config.xml").read_text(encoding="utf-8")
    assert '<Label value="PERSON"/>' in config


def test_that_a_table_of_decisions_has_each_with_its_means(project: Project) -> None:
    take(project, record("a", "[Ana:PERSON?] met {rain fell:other!}", reviewed=["claim"]))
    ana = next(one for one in view(project, 1).annotations if one.layer is Layer.ENTITY)
    deciding.judge(project, ana.id, Verdict.ACCEPT)
    out = project.path.with_name("out.decisions.csv")
    exporting.export(project, out, format_name="csv-decisions", selection=ALL)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")))
    assert [(row["subject"], row["verdict"], row["how"], row["quote"]) for row in rows] == [
        ("annotation", "accept", "import", "rain fell"),
        ("document-layer", "close", "import", ""),
        ("annotation", "accept", "key", "Ana"),
    ]
    assert [row["layer"] for row in rows] == ["claim", "claim", "entity"]
