"""What settles an import, as options say it and profiles keep it."""

from __future__ import annotations

import json

import pytest

from curator.domain.faults import Fault
from curator.domain.import_plan import ImportPlan, import_plan_from_plain, label_map_of

PLAN = ImportPlan(
    "table", "koi8-r", {"text": "Body"}, "gold", {"PER": "PERSON"}, "strict", False, "{name} {date}"
)


def test_that_a_plan_comes_back_from_its_plain_value() -> None:
    for plan in (PLAN, ImportPlan()):
        assert import_plan_from_plain(json.loads(json.dumps(plan.plain()))) == plan
    assert ImportPlan().plain() == {}


def test_that_what_a_later_curator_keeps_is_passed_over() -> None:
    assert import_plan_from_plain({"batch": "b", "colour": "red"}) == ImportPlan(batch="b")


def test_that_a_label_with_its_layer_goes_before_one_without() -> None:
    plan = ImportPlan(label_map={"LOC": "GPE", "claim:LOC": "other", "MISC": ""})
    assert plan.name_of("entity", "LOC") == "GPE"
    assert plan.name_of("claim", "LOC") == "other"
    assert plan.name_of("entity", "MISC") == ""
    assert plan.name_of("entity", "PERSON") == "PERSON"


def test_that_a_plan_calls_a_label_otherwise_in_its_layer_alone() -> None:
    plan = ImportPlan(label_map={"PER": "PERSON"})
    assert plan.calling("entity", "PER", "PERSON") is plan
    assert plan.calling("entity", "LOC", "LOC") is plan
    changed = plan.calling("entity", "PER", "PER").calling("entity", "MISC", "")
    assert changed.label_map == {"PER": "PERSON", "entity:PER": "PER", "entity:MISC": ""}
    assert changed.name_of("claim", "PER") == "PERSON"


def test_that_labels_are_told_in_pairs_with_commas_or_one_by_one() -> None:
    told = {"PER": "PERSON", "MISC": "", "entity:LOC": "GPE"}
    assert label_map_of(["PER=PERSON, MISC=", "entity:LOC=GPE"]) == told


@pytest.mark.parametrize("given", ["PER", "=PERSON", "PER=PERSON,"])
def test_that_what_says_nothing_about_a_label_is_refused(given: str) -> None:
    with pytest.raises(Fault, match=r"import\.label_map"):
        label_map_of([given])
