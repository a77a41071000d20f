"""Labels of strangers find the labels of the scheme."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Layer
from curator.domain.label_proposals import propose
from curator.domain.scheme import Label, LayerScheme

NEWS = LayerScheme(
    tuple(map(Label, ("PERSON", "ORG", "GPE", "LOC", "DATE", "QUANTITY", "WORK_OF_ART"))),
    reads={"TIME": "DATE"},
)
CLAIMS = LayerScheme(tuple(map(Label, ("assertion", "demand", "other"))), default="other")


@pytest.mark.parametrize(
    ("label", "to", "why"),
    [
        ("ORG", "ORG", "same"),
        ("TIME", "DATE", "reads"),
        ("person", "PERSON", "letters"),
        ("Work of Art", "WORK_OF_ART", "letters"),
        ("PER", "PERSON", "names"),
        ("Organisation", "ORG", "names"),
        ("LOC", "LOC", "same"),
        ("Location", "LOC", "names"),
        ("FAC", "LOC", "wider"),
        ("PERCENT", "QUANTITY", "wider"),
        ("MISC", "MISC", "new"),
        ("Город", "Город", "new"),
    ],
)
def test_that_a_label_goes_where_the_scheme_has_it(label: str, to: str, why: str) -> None:
    assert propose(Layer.ENTITY, NEWS, label) == (to, why)


@pytest.mark.parametrize(("has", "label"), [("GPE", "LOC"), ("LOC", "GPE"), ("GPE", "place")])
def test_that_places_go_to_the_one_label_there_is_for_them(has: str, label: str) -> None:
    scheme = LayerScheme((Label("PER"), Label(has)))
    assert propose(Layer.ENTITY, scheme, label) == (has, "wider")
    assert propose(Layer.ENTITY, scheme, "PERSON") == ("PER", "names")


@pytest.mark.parametrize(
    ("label", "to", "why"),
    [
        ("statement", "assertion", "names"),
        ("Request", "demand", "names"),
        ("quotation", "other", "typeless"),
        ("irony", "irony", "new"),
    ],
)
def test_that_claims_go_to_their_types(label: str, to: str, why: str) -> None:
    assert propose(Layer.CLAIM, CLAIMS, label) == (to, why)


def test_that_a_retired_label_is_not_proposed() -> None:
    scheme = LayerScheme((Label("PERSON", retired=True), Label("ORG")))
    assert propose(Layer.ENTITY, scheme, "PERSON") == ("PERSON", "new")
    assert propose(Layer.ENTITY, scheme, "PER") == ("PER", "new")


def test_that_no_claim_is_proposed_for_an_entity() -> None:
    assert propose(Layer.ENTITY, NEWS, "quote") == ("quote", "new")
