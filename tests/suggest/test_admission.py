"""What a plug-in is and proposes is looked at: a stranger's may be anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from curator.domain.annotation import Layer, Part, Role, entity_parts
from curator.domain.faults import Fault
from curator.domain.scheme import Label, LayerScheme
from curator.plugins import Plugins
from curator.suggest.admission import admitted, suggesters_of
from curator.suggest.base import ENTITIES, Proposal

SCHEME = LayerScheme(labels=(Label("GPE"), Label("other")), reads={"CITY": "GPE"}, default="other")
ONE = Proposal(Layer.ENTITY, "GPE", entity_parts(0, 4), 0.5, 0.5, "told")


class Made:
    """A suggester that proposes nothing."""

    name = "made"
    version = "1"
    layer = Layer.ENTITY
    needs = ENTITIES

    def recipe(self, model: Mapping[str, str]) -> dict[str, Any]:
        return {}

    def propose(self, doc: object, scheme: object, head: object) -> list[Proposal]:
        return []


def taken(*proposals: Proposal, layer: Layer = Layer.ENTITY) -> list[Proposal]:
    made = Made()
    made.layer = layer
    return list(admitted(proposals, suggester=made, scheme=SCHEME, length=10))


def test_that_labels_are_the_schemes_and_strange_ones_are_left_out() -> None:
    city, strange = replace(ONE, label="CITY", parts=entity_parts(5, 9)), replace(ONE, label="X")
    assert [one.label for one in taken(ONE, city, strange)] == ["GPE", "GPE"]


def test_that_an_entity_is_taken_once_and_a_claim_keeps_its_place() -> None:
    assert taken(ONE, replace(ONE, label="CITY", score=0.1)) == [ONE]
    claim = Proposal(Layer.CLAIM, "boast", (Part(Role.CUE, 0, 4),), 0.5, 0.5, "told")
    found = taken(claim, claim, layer=Layer.CLAIM)
    assert [one.label for one in found] == ["other", "other"]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(ONE, parts=()),
        replace(ONE, parts=entity_parts(8, 11)),
        replace(ONE, parts=entity_parts(4, 4)),
        replace(ONE, parts=entity_parts(-2, 4)),
        replace(ONE, layer=Layer.CLAIM),
        replace(ONE, score=7.0),
    ],
)
def test_that_what_cannot_be_is_a_fault(wrong: Proposal) -> None:
    with pytest.raises(Fault, match=r"suggest\.misfit"):
        taken(wrong)


class Nameless(Made):
    name = 7  # type: ignore[assignment]


class Greedy(Made):
    needs = "everything"


class Deep(Made):
    def recipe(self, model: Mapping[str, str]) -> dict[str, Any]:
        return {"is": object()}


@pytest.mark.parametrize(
    ("plugin", "reason"),
    [
        (Nameless(), "no suggester, for its name"),
        (Greedy(), "no suggester, for its needs"),
        (Deep(), "its recipe: TypeError"),
        ("a word", "no suggester, for its name, version, layer, needs, recipe, propose"),
    ],
)
def test_that_a_plug_in_that_is_no_suggester_is_told_and_the_others_go_on(
    plugin: object, reason: str
) -> None:
    good = Made()
    suggesters, broken = suggesters_of(Plugins({"good": good, "bad": plugin}, ()))
    assert suggesters == [good]
    assert [fault.facts["name"] for fault in broken] == ["bad"]
    assert str(broken[0].facts["reason"]).startswith(reason)


def test_that_of_two_with_one_name_the_second_is_told() -> None:
    earlier = Fault("plugin.broken", group="g", name="n", reason="r")
    first = Made()
    suggesters, broken = suggesters_of(Plugins({"a": first, "b": Made()}, (earlier,)))
    assert suggesters == [first]
    assert [fault.facts["reason"] for fault in broken] == ["r", "its name is taken"]
