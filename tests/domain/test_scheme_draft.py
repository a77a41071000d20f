"""Drafts of a scheme: labels are renamed, merged, retired, and never lost."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer, Role
from curator.domain.faults import Fault
from curator.domain.scheme import (
    Attribute,
    Label,
    LayerScheme,
    PartRule,
    Scheme,
    scheme_from_plain,
    scheme_from_toml,
    scheme_to_plain,
)
from curator.domain.scheme_draft import SchemeDraft, check
from curator.domain.scheme_steps import Use, steps, to_look_at
from curator.domain.scheme_toml import draft_from_toml, scheme_to_toml
from curator.services import wording

ENTITY, CLAIM = Layer.ENTITY, Layer.CLAIM


@pytest.fixture
def base() -> Scheme:
    entities = LayerScheme(
        labels=(
            Label("ORG", "1", "ORG", guideline="Whoever acts."),
            Label("GPE", "2", "GPE"),
            Label("LOC", "3", "LOC"),
        ),
        reads={"CITY": "GPE"},
    )
    claims = LayerScheme(
        labels=(Label("assertion", "1", "assertion", "As"), Label("hope", "2", "hope", "Ho")),
        default="assertion",
        attributes=(Attribute("mode", ("direct", "indirect")),),
        parts=(PartRule(Role.CONTENT, 1), PartRule(Role.CUE, 0, 1)),
    )
    return Scheme("small", {ENTITY: entities, CLAIM: claims}, revision=3)


@pytest.fixture
def draft(base: Scheme) -> SchemeDraft:
    return SchemeDraft.of(base)


def names(draft: SchemeDraft, layer: Layer = ENTITY) -> list[str]:
    return [label.name for label in draft.scheme.layer(layer).offered]


def refused(code: str, act: object, *given: object, **more: object) -> None:
    with pytest.raises(Fault) as told:
        act(*given, **more)  # type: ignore[operator]
    assert told.value.code == code


def test_that_a_draft_changes_nothing_at_first(draft: SchemeDraft) -> None:
    assert not draft.changed
    assert steps(draft, {}) == []
    assert draft.finished() == draft.base


def test_that_a_rename_is_followed_by_what_machines_say(draft: SchemeDraft) -> None:
    renamed = draft.rename(ENTITY, "GPE", "PLACE").rename(CLAIM, "assertion", "statement")
    part = renamed.scheme.layer(ENTITY)
    assert renamed.moved == {(ENTITY, "GPE"): "PLACE", (CLAIM, "assertion"): "statement"}
    assert [part.read(said) for said in ("GPE", "CITY", "PLACE", "ORG")] == [
        "PLACE", "PLACE", "PLACE", "ORG",
    ]  # fmt: skip
    assert renamed.scheme.layer(CLAIM).default == "statement"


def test_that_a_rename_there_and_back_is_none(draft: SchemeDraft) -> None:
    back = draft.rename(ENTITY, "ORG", "COMPANY").rename(ENTITY, "COMPANY", "ORG")
    assert not back.changed


def test_that_two_labels_can_change_names(draft: SchemeDraft) -> None:
    swapped = (
        draft.rename(ENTITY, "GPE", "X").rename(ENTITY, "LOC", "GPE").rename(ENTITY, "X", "LOC")
    )
    assert swapped.moved == {(ENTITY, "GPE"): "LOC", (ENTITY, "LOC"): "GPE"}
    part = swapped.scheme.layer(ENTITY)
    assert (part.read("GPE"), part.read("LOC")) == ("LOC", "GPE")


def test_that_a_merge_leaves_one_label(draft: SchemeDraft) -> None:
    merged = draft.merge(ENTITY, "LOC", "GPE").rename(ENTITY, "GPE", "PLACE")
    assert names(merged) == ["ORG", "PLACE"]
    assert merged.moved == {(ENTITY, "GPE"): "PLACE", (ENTITY, "LOC"): "PLACE"}
    assert merged.scheme.layer(ENTITY).read("LOC") == "PLACE"
    assert merged.means_other(ENTITY, "PLACE")


def test_that_a_retired_label_stays_without_a_key_and_is_not_read(draft: SchemeDraft) -> None:
    retired = draft.retire(ENTITY, "GPE")
    label = retired.label(ENTITY, "GPE")
    assert (label.retired, label.key, label.family, label.colour) == (True, None, "grey", "GPE")
    assert names(retired) == ["ORG", "LOC"]
    assert (retired.scheme.layer(ENTITY).read("CITY"), retired.moved) == (None, {})
    assert names(retired.restore(ENTITY, "GPE")) == ["ORG", "GPE", "LOC"]


def test_that_a_label_that_is_only_drafted_can_go(draft: SchemeDraft) -> None:
    added = draft.add(ENTITY, Label("SHIP", "4"))
    assert names(added)[-1] == "SHIP"
    assert not added.retire(ENTITY, "SHIP").changed


def test_that_labels_are_put_in_another_order(draft: SchemeDraft) -> None:
    moved = draft.move(ENTITY, "LOC", -2)
    assert names(moved) == ["LOC", "ORG", "GPE"]
    assert [step.code for step in steps(moved, {})] == ["order"]


def test_that_conflicts_are_refused(draft: SchemeDraft) -> None:
    refused("scheme.twice", draft.rename, ENTITY, "ORG", "GPE")
    refused("scheme.twice", draft.change, ENTITY, "ORG", key="2")
    refused("scheme.key", draft.change, ENTITY, "ORG", key="0")
    refused("scheme.key", draft.change, ENTITY, "ORG", key="12")
    refused("scheme.name", draft.rename, ENTITY, "ORG", "  ")
    refused("scheme.name", draft.rename, ENTITY, "ORG", "a\nb")
    refused("scheme.no_label", draft.retire, ENTITY, "SHIP")
    refused("scheme.merge", draft.merge, ENTITY, "ORG", "ORG")
    refused("scheme.merge", draft.retire(ENTITY, "GPE").merge, ENTITY, "ORG", "GPE")
    refused("scheme.default_retired", draft.retire, CLAIM, "assertion")


@pytest.mark.parametrize(
    ("code", "layer", "rules"),
    [
        ("scheme.reads", ENTITY, {"reads": {"SHIP": "VESSEL"}}),
        ("scheme.attribute", CLAIM, {"attributes": (Attribute("mode", ()),)}),
        ("scheme.attribute", CLAIM, {"attributes": (Attribute("mode", ("a", "a")),)}),
        ("scheme.attribute", CLAIM, {"attributes": (Attribute("m", ("a",)),) * 2}),
        ("scheme.part", CLAIM, {"parts": (PartRule(Role.CUE, 2, 1),)}),
        ("scheme.no_labels", ENTITY, {"labels": ()}),
    ],
)
def test_that_rules_that_cannot_hold_are_refused(
    draft: SchemeDraft, code: str, layer: Layer, rules: dict[str, object]
) -> None:
    refused(code, check, draft.with_rules(layer, **rules))


def test_that_only_another_meaning_is_looked_at_again(draft: SchemeDraft) -> None:
    changed = (
        draft.rename(ENTITY, "ORG", "BODY")
        .change(ENTITY, "GPE", colour="FAC", key="9", guideline="With a government.")
        .retire(ENTITY, "LOC")
    )
    finished = changed.finished()
    since = {label.name: label.since for label in finished.layer(ENTITY).labels}
    assert since == {"BODY": 0, "GPE": 4, "LOC": 4}
    assert {one.since for one in changed.finished(look_again=False).layer(ENTITY).labels} == {0}


def test_that_a_label_remembers_when_it_changed(draft: SchemeDraft) -> None:
    first = draft.change(ENTITY, "GPE", guideline="Seats of power.").finished()
    stored = scheme_from_plain(scheme_to_plain(first), revision=4)
    later = SchemeDraft.of(stored).rename(ENTITY, "GPE", "PLACE").finished()
    assert [(one.name, one.since) for one in later.layer(ENTITY).labels][1] == ("PLACE", 4)


def test_that_what_no_scheme_had_at_first_is_not_written(base: Scheme) -> None:
    """A log of an older program compares with what is written now."""
    label = scheme_to_plain(base)["layers"]["entity"]["labels"][0]
    assert sorted(label) == ["code", "colour", "guideline", "key", "name"]


def test_that_a_draft_says_in_numbers_what_it_does(draft: SchemeDraft) -> None:
    uses = {(ENTITY, "ORG"): Use(300, 12), (ENTITY, "LOC"): Use(14, 2), (ENTITY, "GPE"): Use(1)}
    changed = (
        draft.rename(ENTITY, "ORG", "ORGANISATION")
        .retire(ENTITY, "LOC")
        .change(ENTITY, "GPE", guideline="New.", key="7", colour="FAC")
        .add(ENTITY, Label("SHIP"))
        .merge(CLAIM, "hope", "assertion")
        .with_rules(CLAIM, attributes=(Attribute("mood", ("high", "low")),), parts=())
    )
    assert [wording.scheme_step(step) for step in steps(changed, uses)] == [
        "Rename ORG → ORGANISATION: 312 annotations",
        "GPE: key 7",
        "GPE: colour of FAC",
        "GPE: another guideline; 1 annotation decided under the old one",
        "Retire LOC: 14 annotations stay, 2 suggestions no longer shown",
        "Add SHIP",
        "Merge hope into assertion: 0 annotations",
        "Attribute mood: high, low",
        "Attribute mode is asked no more; values that were given stay",
        "content: as many as there are",
        "cue: as many as there are",
    ]
    assert to_look_at(changed, uses) == 15


def test_that_a_file_says_what_a_scheme_is(base: Scheme, draft: SchemeDraft) -> None:
    guideline = 'Say “yes”\nto "all\\" of\tit\x7f.\n'
    told = draft.change(ENTITY, "ORG", guideline=guideline).retire(ENTITY, "LOC")
    written = scheme_to_toml(told.finished())
    read = scheme_from_toml(written, name="other")
    assert read.layers == told.scheme.layers
    assert read.name == base.name
    assert not draft_from_toml(base, scheme_to_toml(base), name="other").changed


FILE = """
name = "next"
[[layers.entity.labels]]
name = "ORGANISATION"
key = "1"
was = "ORG"
[[layers.entity.labels]]
name = "PLACE"
was = ["GPE", "LOC"]
"""


def test_that_a_file_renames_merges_and_retires(base: Scheme) -> None:
    draft = draft_from_toml(base, FILE, name="next")
    assert draft.moved == {
        (ENTITY, "ORG"): "ORGANISATION", (ENTITY, "GPE"): "PLACE", (ENTITY, "LOC"): "PLACE",
    }  # fmt: skip
    assert draft.scheme.layer(ENTITY).read("LOC") == "PLACE"
    assert draft.scheme.layer(CLAIM) == base.layer(CLAIM)
    without = draft_from_toml(base, FILE.replace(', "LOC"', ""), name="next")
    assert [one.name for one in without.scheme.layer(ENTITY).labels if one.retired] == ["LOC"]


def test_that_a_file_cannot_claim_what_there_is_not(base: Scheme) -> None:
    refused("scheme.was", draft_from_toml, base, FILE.replace("GPE", "CITY"), name="f")
    refused("scheme.was", draft_from_toml, base, FILE.replace("GPE", "ORG"), name="f")
    refused("scheme.unreadable", draft_from_toml, base, FILE.replace('"ORG"', "[3]"), name="f")
    other = Scheme("claims", {CLAIM: base.layer(CLAIM)})
    refused("scheme.layer_new", draft_from_toml, other, FILE, name="f")
    claims = (
        '[layers.claim]\ndefault = "hope"\nlabels = [{name = "hope", retired = true}, {name="a"}]'
    )
    refused("scheme.default_retired", draft_from_toml, base, claims, name="f")
