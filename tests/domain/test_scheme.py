"""Label schemes: those that ship, what is wrong with one, and how they are kept."""

from __future__ import annotations

import json

import pytest

from curator import assets
from curator.domain.annotation import Layer, Role
from curator.domain.faults import Fault
from curator.domain.scheme import (
    Attribute,
    Boundary,
    Label,
    LayerScheme,
    Scheme,
    roles_of,
    scheme_from_plain,
    scheme_from_toml,
    scheme_to_plain,
)

SHIPPED = sorted((assets.resources() / "schemes").glob("*.toml"))
SMALL = """
[layers.entity]
reads = { CITY = "GPE" }
labels = [{ name = "GPE", key = "1" }, { name = "ORG" }]
"""


@pytest.fixture(params=SHIPPED, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Scheme:
    return scheme_from_toml(request.param.read_text(encoding="utf-8"), name=request.param.stem)


def test_that_four_schemes_ship() -> None:
    assert [path.stem for path in SHIPPED] == ["claims-only", "everything", "news", "security"]


def test_that_a_shipped_scheme_is_whole(shipped: Scheme) -> None:
    for layer, part in shipped.layers.items():
        assert part.labels
        assert [label.name for label in part.labels if not label.guideline] == []
        assert {rule.role for rule in part.parts} <= set(roles_of(layer))
        assert [
            rule for rule in part.parts if rule.most is not None and rule.most < rule.least
        ] == []
        assert [one.name for one in part.attributes if len(one.values) < 2] == []


def test_that_keys_of_a_shipped_scheme_are_digits(shipped: Scheme) -> None:
    keys = {label.key for part in shipped.layers.values() for label in part.labels if label.key}
    assert keys <= set("123456789")


def test_that_claims_are_shown_from_a_half_and_entities_from_nought(shipped: Scheme) -> None:
    thresholds = {layer: part.shown_from for layer, part in shipped.layers.items()}
    assert thresholds.items() <= {Layer.ENTITY: 0.0, Layer.CLAIM: 0.5}.items()


def test_that_a_claim_without_a_type_is_other(shipped: Scheme) -> None:
    assert shipped.layer(Layer.CLAIM).default == "other"


def test_that_a_scheme_comes_back_from_the_file(shipped: Scheme) -> None:
    plain = json.loads(json.dumps(scheme_to_plain(shipped)))
    again = scheme_from_plain(plain, revision=3)
    assert again.revision == 3
    assert (again.name, again.layers) == (shipped.name, shipped.layers)
    assert scheme_to_plain(again) == scheme_to_plain(shipped)


def test_that_suggesters_labels_are_read_into_the_schemes() -> None:
    entity = scheme_from_toml(SMALL, name="small").layer(Layer.ENTITY)
    assert [entity.read(name) for name in ("CITY", "ORG", "MONEY")] == ["GPE", "ORG", None]


def test_that_a_layer_which_the_scheme_has_not_is_empty() -> None:
    assert scheme_from_toml(SMALL, name="small").layer(Layer.CLAIM).labels == ()


def test_that_the_file_may_name_the_scheme() -> None:
    assert scheme_from_toml(SMALL, name="small").name == "small"
    assert scheme_from_toml('name = "Places"\n' + SMALL, name="small").name == "Places"


def test_that_everything_which_can_be_said_of_a_layer_is_read() -> None:
    part = scheme_from_toml(
        """
        [layers.claim]
        default = "other"
        shown_from = 0.25
        labels = [{ name = "other", colour = "grey", code = "ot", guideline = "The rest." }]
        parts = [{ role = "cue", most = 1 }, { role = "content", least = 1 }]
        attributes = { mode = ["direct", "indirect"] }
        boundary = { article = true }
        """,
        name="x",
    ).layer(Layer.CLAIM)
    assert part.labels == (Label("other", code="ot", guideline="The rest."),)
    assert [(rule.role, rule.least, rule.most) for rule in part.parts] == [
        (Role.CUE, 0, 1), (Role.CONTENT, 1, None),
    ]  # fmt: skip
    assert part.attributes == (Attribute("mode", ("direct", "indirect")),)
    assert (part.boundary, part.shown_from) == (Boundary(article=True), 0.25)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("[layers.entity", "scheme.unreadable"),
        ("", "scheme.unreadable"),
        ("layers = 3", "scheme.unreadable"),
        ("[layers.mood]\nlabels = []", "scheme.unreadable"),
        ("[layers.entity]", "scheme.unreadable"),
        ("[layers.entity]\nlabels = [{ title = 'ORG' }]", "scheme.unreadable"),
        ("[layers.entity]\nlabels = ['ORG']", "scheme.unreadable"),
        ("[layers.entity]\nlabels = []\nshown_from = 'high'", "scheme.unreadable"),
        ("[layers.entity]\nlabels = []\nboundary = { articles = true }", "scheme.unreadable"),
        ("[layers.claim]\nlabels = []\nparts = [{ role = 'verb' }]", "scheme.unreadable"),
        ("[layers.entity]\nlabels = [{ name = 'A' }, { name = 'A' }]", "scheme.twice"),
        (
            "[layers.entity]\nlabels = [{ name = 'A', key = '1' }, { name = 'B', key = '1' }]",
            "scheme.twice",
        ),
        ("[layers.claim]\nlabels = []\ndefault = 'other'", "scheme.no_default"),
        ("[layers.claim]\nlabels = []\nshown_from = 1.5", "scheme.threshold"),
        ("name = 7\n[layers.claim]\nlabels = []", "scheme.unreadable"),
        ("[layers.entity]\nlabels = [{ name = 'A', key = 1 }]", "scheme.unreadable"),
        ("[layers.entity]\nlabels = [{ name = 5 }]", "scheme.unreadable"),
    ],
)
def test_that_a_scheme_with_a_fault_is_refused_with_its_reason(source: str, code: str) -> None:
    with pytest.raises(Fault) as raised:
        scheme_from_toml(source, name="mine")
    assert raised.value.code == code


def test_that_foreign_labels_are_added_grey_and_without_a_key() -> None:
    scheme = scheme_from_toml(SMALL, name="small")
    wider = scheme.with_labels(Layer.ENTITY, ["ORG", "SHIP"])
    assert [label.name for label in wider.layer(Layer.ENTITY).labels] == ["GPE", "ORG", "SHIP"]
    assert wider.layer(Layer.ENTITY).label("SHIP") == Label("SHIP", key=None, colour="grey")
    assert wider.layer(Layer.ENTITY).reads == scheme.layer(Layer.ENTITY).reads


def test_that_the_roles_of_a_layer_are_those_of_its_parts() -> None:
    assert roles_of(Layer.ENTITY) == (Role.MENTION,)
    assert Role.MENTION not in roles_of(Layer.CLAIM)


def test_that_a_scheme_made_by_hand_is_checked_too() -> None:
    with pytest.raises(Fault, match=r"scheme\.no_default"):
        Scheme("x", {Layer.CLAIM: LayerScheme(labels=(), default="other")})
