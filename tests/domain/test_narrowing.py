"""A scheme for the labels of a gold file."""

from __future__ import annotations

from curator.domain.annotation import Layer
from curator.domain.narrowing import narrowed
from curator.services import projects


def test_that_labels_that_gold_does_not_have_are_read_as_their_next_of_kin() -> None:
    everything = projects.read_scheme("everything")
    scheme = narrowed(everything, labels=["ORG", "LOC", "DATE"], layers=[Layer.ENTITY])
    entities = scheme.layer(Layer.ENTITY)
    assert [label.name for label in entities.labels] == ["ORG", "LOC", "DATE"]
    assert {name: entities.read(name) for name in ("GPE", "FAC", "TIME", "ORG", "NORP")} == {
        "GPE": "LOC",
        "FAC": "LOC",
        "TIME": "DATE",
        "ORG": "ORG",
        "NORP": None,
    }
    assert Layer.CLAIM not in scheme.layers


def test_that_a_label_that_gold_has_stays_itself() -> None:
    everything = projects.read_scheme("everything")
    labels = ["GPE", "LOC", "TIME", "CARDINAL"]
    entities = narrowed(everything, labels=labels, layers=[Layer.ENTITY]).layer(Layer.ENTITY)
    assert [entities.read(name) for name in labels] == labels
    assert entities.read("FAC") == "LOC"
    assert entities.read("PERCENT") == "CARDINAL"


def test_that_labels_of_another_guideline_are_there_and_grey() -> None:
    everything = projects.read_scheme("everything")
    scheme = narrowed(everything, labels=["PER", "MISC"], layers=[Layer.ENTITY, Layer.CLAIM])
    entities = scheme.layer(Layer.ENTITY)
    assert [(label.name, label.colour) for label in entities.labels] == [
        ("MISC", "grey"),
        ("PER", "grey"),
    ]
    assert (entities.read("PERSON"), entities.read("NORP")) == ("PER", "MISC")
    assert scheme.layer(Layer.CLAIM) == everything.layer(Layer.CLAIM)
