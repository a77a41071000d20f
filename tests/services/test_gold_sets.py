"""Gold by batch, label, layer and date, and as of a moment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Layer
from curator.domain.decisions import Verdict
from curator.domain.faults import Fault
from curator.domain.gold import Selection
from curator.services import closing, deciding, exporting, undoing
from curator.store import log
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import annotation, take, view

MIXED = "[Ana:PERSON!] of [Velm:GPE!] met [Cy:ORG-] and [Di:ORG~]; {rain fell:denial!}"


def told(project: Project, **wanted: Any) -> dict[str, list[str]]:
    """The words of what goes out, by document."""
    out = project.path.with_name("out.jsonl")
    exporting.export(project, out, format_name="jsonl", selection=Selection(**wanted))
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {
        line["id"]: [one["quote"] for one in line.get("spans", [])]
        + [one["label"] for one in line.get("claims", [])]
        for line in lines
    }


@pytest.fixture
def two(project: Project) -> Project:
    """Two batches of a reviewed document each."""
    both = ["entity", "claim"]
    take(project, record("a", MIXED, reviewed=both, meta={"date": "2024-05-03"}), batch="May")
    june = {"date": "2024-06-03"}
    take(project, record("b", "[Flo:PERSON!] left", reviewed=both, meta=june), batch="June")
    return project


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"words": "batch:May"}, {"a": ["Ana", "Velm", "denial"]}),
        ({"words": "flo"}, {"b": ["Flo"]}),
        ({"layers": frozenset({Layer.CLAIM})}, {"a": ["denial"], "b": []}),
        ({"labels": frozenset({"GPE"})}, {"a": ["Velm", "denial"], "b": []}),
        ({"labels": frozenset({"entity:PERSON", "claim:hope"})}, {"a": ["Ana"], "b": ["Flo"]}),
        ({"negatives": True}, {"a": ["Ana", "Velm", "Cy", "denial"], "b": ["Flo"]}),
        ({"masks": True}, {"a": ["Ana", "Velm", "Di", "denial"], "b": ["Flo"]}),
        ({"blind": "only"}, {}),
        ({"blind": "without"}, {"a": ["Ana", "Velm", "denial"], "b": ["Flo"]}),
    ],
)
def test_that_gold_is_chosen(
    two: Project, wanted: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    assert told(two, **wanted) == expected


def test_that_negatives_come_from_reviewed_layers_only(project: Project) -> None:
    take(project, record("a", MIXED, reviewed=["claim"]))
    assert told(project, negatives=True, masks=True) == {"a": ["denial"]}


def test_that_a_label_that_the_scheme_has_not_is_refused(two: Project) -> None:
    with pytest.raises(Fault) as raised:
        told(two, labels=frozenset({"NOWHERE"}))
    assert raised.value.code == "export.label"


def now(project: Project) -> int:
    with project.read() as tx:
        return log.head(tx)[0]


def live(project: Project) -> None:
    """Decide, close, open again, take back: a little of everything."""
    take(project, record("a", "[Ana:PERSON?] met [Bo:PERSON?] in Ost"), batch="May")
    deciding.judge(project, annotation(project, "Ana:PERSON").id, Verdict.ACCEPT)
    deciding.judge(project, annotation(project, "Bo:PERSON").id, Verdict.REJECT)
    act = closing.close(project, 1, list(Layer), leftover=None).act
    deciding.add_entity(project, 1, "GPE", start=14, end=17)
    deciding.judge(project, annotation(project, "Bo:PERSON").id, Verdict.ACCEPT)
    take(project, record("b", "[Flo:PERSON!] left", reviewed=["entity"]), batch="June")
    undoing.undo(project, act=now(project))
    deciding.judge(project, annotation(project, "Ost:GPE").id, Verdict.REMOVE)
    undoing.undo(project, act=act)
    assert not view(project).layers[Layer.ENTITY].reviewed


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_that_the_past_goes_out_as_it_went_out_then(project: Project, tmp_path: Path) -> None:
    """At every change set the export as of it is that of a project that had come no further."""
    reached: dict[int, dict[str, list[str]]] = {}
    real = project.write

    def watched() -> Any:
        number = now(project)
        reached[number] = told(project, negatives=True, documents="all")
        reached[-1 - number] = told(project, negatives=True)
        return real()

    project.write = watched  # type: ignore[method-assign]
    live(project)
    assert len(reached) > 12
    for number, expected in reached.items():
        if number >= 0:
            found = told(project, negatives=True, documents="all", as_of=str(number))
        else:
            found = told(project, negatives=True, as_of=str(-1 - number))
        assert found == expected, number


def test_that_an_export_of_the_past_is_the_same_whatever_comes_after(
    project: Project, tmp_path: Path
) -> None:
    live(project)
    number = now(project) - 3
    selection = Selection(as_of=str(number))
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        out = tmp_path / name / "out.jsonl"
        exporting.export(project, out, format_name="jsonl", selection=selection)
        deciding.add_entity(project, 1, "GPE", start=0, end=3)
    assert files(tmp_path / "first") == files(tmp_path / "second")
    told_of = json.loads((tmp_path / "first" / "out.jsonl.manifest.json").read_text("utf-8"))
    assert told_of["log"]["change_sets"] == number


@pytest.mark.parametrize("given", ["yesterday", "4000", "2024-13-01"])
def test_that_there_are_moments_that_never_were(project: Project, given: str) -> None:
    with pytest.raises(Fault) as raised:
        told(project, as_of=given)
    assert raised.value.code == "export.as_of"


def test_that_a_moment_is_a_date_a_time_or_a_number(project: Project) -> None:
    live(project)
    assert told(project, as_of="2025-04-28") == {}
    assert told(project, as_of="2025-04-29") == told(project)
    with project.read() as tx:
        rows = tx.connection.exec_driver_sql("SELECT id, time FROM change_set").all()
    for number, time in rows:
        assert told(project, as_of=time) == told(project, as_of=str(number))
