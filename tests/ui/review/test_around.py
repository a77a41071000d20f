"""What a claim hangs together with: its source's entity, and the claims around and in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curator.domain.annotation import Annotation, Link, Role
from curator.domain.changes import Changes
from curator.ui.inspector.ladder import Ladder
from curator.ui.review.around import ladder, linked
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def claims(hands: Hands) -> list[Annotation]:
    """Two claims of the open document, the second nested in the first."""
    outer = hands.document.claims()[0]
    nested = replace(outer, id=900, links=(Link("nested_in", outer.id),))
    hands.session.take(Changes(documents=frozenset((1,)), annotations=(nested,)))
    return [outer, nested]


def test_that_a_source_is_told_with_the_entity_that_it_is(hands: Hands) -> None:
    entity = hands.find("Osmo:PERSON?")
    claim = replace(hands.document.claims()[0], links=(Link("source", entity.id),))
    assert linked(hands.document, claim) == {Role.SOURCE: "Osmo · PERSON"}
    assert linked(hands.document, replace(claim, links=(Link("source", 999),))) == {}


def test_that_nested_claims_are_a_ladder_from_either(
    hands: Hands, claims: list[Annotation]
) -> None:
    for here in claims:
        rungs = ladder(hands.document, here)
        assert [rung.claim.id for rung in rungs] == [one.id for one in claims]
        assert [rung.depth for rung in rungs] == [0, 1]
        assert [rung.current for rung in rungs] == [one.id == here.id for one in claims]


def test_that_a_claim_alone_has_no_ladder(hands: Hands) -> None:
    assert ladder(hands.document, hands.document.claims()[0]) == ()


def test_that_claims_nested_in_each_other_end(hands: Hands, claims: list[Annotation]) -> None:
    outer, inner = claims
    round_about = replace(outer, links=(Link("nested_in", inner.id),))
    hands.session.take(Changes(documents=frozenset((1,)), annotations=(round_about,)))
    assert len(ladder(hands.document, round_about)) == 2


def test_that_a_rung_that_is_pressed_becomes_current(
    hands: Hands, claims: list[Annotation]
) -> None:
    outer, inner = claims
    hands.session.reviewer.make_current(outer.id)
    shown = hands.window.inspector.findChild(Ladder)
    hands.until(shown.isVisible)
    name = next(
        b.accessibleName()
        for b in shown.children()
        if "level 2" in getattr(b, "accessibleName", str)()
    )
    hands.click(name, shown)
    hands.until(lambda: hands.session.screen.current == inner.id)
