"""Export profiles: choices kept under a name, and labels under other names outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curator.domain.annotation import Layer
from curator.domain.export_plan import ExportPlan, plan_from_plain
from curator.domain.faults import Fault
from curator.domain.gold import Fit, Selection
from curator.domain.import_plan import ImportPlan
from curator.domain.splits import Split
from curator.services import exporting, profiles, wording
from curator.store.project import Project
from tests.support.pictures import record
from tests.support.projects import findings, take

PLAN = ExportPlan(
    "conll",
    Selection(words="date:2024", layers=frozenset({Layer.ENTITY}), fit=Fit("drop"), masks=True),
    Split((8, 1, 1), "7"),
    {"PERSON": "PER", "entity:DATE": ""},
)


def test_that_a_profile_is_kept_renamed_and_forgotten(project: Project) -> None:
    assert (
        profiles.keep(project, profiles.EXPORT, " For  training ", PLAN.plain()) == "For training"
    )
    profiles.keep(project, profiles.IMPORT, "For training", {"format": "table"})
    assert profiles.export_plan(project, "For training") == PLAN
    profiles.keep(project, profiles.EXPORT, "all", ExportPlan("jsonl").plain())
    assert list(profiles.profiles(project, profiles.EXPORT)) == ["all", "For training"]
    profiles.rename(project, profiles.EXPORT, "For training", "CoNLL")
    assert list(profiles.profiles(project, profiles.EXPORT)) == ["all", "CoNLL"]
    profiles.remove(project, profiles.EXPORT, "all")
    assert list(profiles.profiles(project, profiles.EXPORT)) == ["CoNLL"]
    assert list(profiles.profiles(project, profiles.IMPORT)) == ["For training"]
    assert findings(project) == []


def test_that_a_profile_that_is_not_there_names_those_that_are(project: Project) -> None:
    profiles.keep(project, profiles.EXPORT, "all", PLAN.plain())
    with pytest.raises(Fault) as raised:
        profiles.remove(project, profiles.EXPORT, "none")
    assert raised.value.facts == {"name": "none", "known": ["all"]}


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_that_a_profile_has_a_name(project: Project, name: str) -> None:
    with pytest.raises(Fault, match=r"profile\.name"):
        profiles.keep(project, profiles.EXPORT, name, PLAN.plain())


def test_that_a_plan_comes_back_from_its_plain_value() -> None:
    for plan in (PLAN, ExportPlan("jsonl")):
        assert plan_from_plain(json.loads(json.dumps(plan.plain()))) == plan


def test_that_a_profile_says_in_a_line_what_is_not_as_usual() -> None:
    assert wording.profile("export", ExportPlan("jsonl").plain()) == "jsonl"
    told = wording.profile("export", PLAN.plain())
    assert told.startswith("conll, edges drop, words date:2024, layers entity, masks, shares 8/1/1")
    assert told.endswith("PERSON=PER, entity:DATE=") or "PERSON=PER" in told


def test_that_an_import_profile_keeps_a_plan_and_says_it_in_a_line(project: Project) -> None:
    plan = ImportPlan(
        "table", "koi8-r", {"text": "Body"}, "gold", {"PER": "PERSON", "MISC": ""}, "strict", False
    )
    profiles.keep(project, profiles.IMPORT, "desk", plan.plain())
    profiles.keep(project, profiles.IMPORT, "as it is", ImportPlan().plain())
    assert profiles.import_plan(project, "desk") == plan
    assert profiles.import_plans(project) == {"as it is": ImportPlan(), "desk": plan}
    assert wording.profile("import", ImportPlan().plain()) == "by the file"
    assert wording.profile("import", plan.plain()) == (
        "table, encoding koi8-r, annotations gold, labels strict, no-carry, text=Body, "
        "PER=PERSON, MISC="
    )


def test_that_labels_are_renamed_merged_or_left_out_and_what_is_lost_is_counted(
    project: Project, tmp_path: Path
) -> None:
    text = "[Ana:PERSON!] of [Velm:GPE!], [Ost:LOC!] and [Cy:ORG!]; {rain fell:denial!}"
    take(project, record("a", text, reviewed=["entity", "claim"]))
    out = tmp_path / "gold.jsonl"
    names = {"PERSON": "PER", "LOC": "GPE", "entity:ORG": ""}
    report = exporting.export(project, out, format_name="jsonl", renamed=names)
    line = json.loads(out.read_text(encoding="utf-8"))
    assert [one["label"] for one in line["spans"]] == ["PER", "GPE", "GPE"]
    assert [one["label"] for one in line["claims"]] == ["denial"]
    lost = [(one.annotation, one.reason) for one in report.report.left_out]
    assert lost == [("s2", "merged"), ("s3", "merged"), ("s4", "mapped_out")]
    told = json.loads((tmp_path / "gold.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert told["selection"]["renamed"] == names
    with pytest.raises(Fault, match=r"export\.label"):
        exporting.export(project, out, format_name="jsonl", renamed={"NOWHERE": "X"})
