"""The claim card in edit: its parts are walked with arrows and picked from the selection."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Role, State
from curator.ui.actions import Do
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CLAIM = "the harvest fell:assertion?"


@pytest.fixture
def claim(hands: Hands) -> Hands:
    """A machine's claim is current."""
    hands.go(CLAIM)
    return hands


def part(hands: Hands, role: Role) -> list[str]:
    text = hands.document.text
    return [text[p.start : p.end] for p in hands.current.spans(role)]


def test_that_c_makes_a_claim_of_the_selection(hands: Hands) -> None:
    hands.select("wept")
    hands.press("C")
    assert hands.at == "wept:assertion+"
    assert part(hands, Role.CONTENT) == ["wept"]
    assert hands.session.parts.role is None
    hands.press("6")
    assert hands.at == "wept:denial+"


def test_that_c_without_a_selection_edits_the_claims_source(claim: Hands) -> None:
    claim.press("C")
    assert claim.session.parts.role is Role.SOURCE
    claim.press("C")
    assert claim.session.parts.role is Role.SOURCE, "it does nothing in edit"


def test_that_c_on_an_entity_does_nothing(hands: Hands) -> None:
    hands.press("C")
    assert hands.session.parts.role is None
    assert hands.acts()[0] == ""


def test_that_arrows_walk_the_parts_and_go_round(claim: Hands) -> None:
    claim.press("C")
    seen = []
    for _ in range(5):
        claim.press("Down")
        seen.append(claim.session.parts.role)
    assert seen == [Role.CUE, Role.CONTENT, Role.ADDRESSEE, Role.MEDIUM, Role.SOURCE]
    claim.press("Up")
    assert claim.session.parts.role is Role.MEDIUM


def test_that_enter_picks_the_part_anew_and_stays(claim: Hands) -> None:
    claim.press("C")
    claim.select("Grain Board")
    claim.press("Enter")
    assert part(claim, Role.SOURCE) == ["Grain Board"]
    assert claim.current.state is State.ACCEPTED
    assert claim.session.parts.role is Role.SOURCE
    claim.press("Down", "Down", "Down")
    claim.select("Monday")
    claim.press("Enter", "Escape")
    assert part(claim, Role.ADDRESSEE) == ["Monday"]
    assert claim.session.parts.role is None
    assert claim.at == "the harvest fell:assertion!"
    claim.do(Do.UNDO)
    assert part(claim, Role.ADDRESSEE) == []
    assert part(claim, Role.SOURCE) == ["Grain Board"]


def test_that_enter_without_a_selection_accepts_the_rest_and_goes_on(claim: Hands) -> None:
    claim.press("C", "Enter")
    assert claim.at == "Osmo:PERSON?"
    assert "the harvest fell:assertion!" in claim.stored()
    assert not claim.pane.keys_taken


def test_that_delete_empties_an_optional_part_only(claim: Hands) -> None:
    claim.press("C", "Delete")
    assert part(claim, Role.SOURCE) == []
    claim.press("Down", "Down", "Delete")
    assert part(claim, Role.CONTENT) == ["the harvest fell"]
    assert claim.session.parts.role is Role.CONTENT
    assert "the harvest fell:assertion!" in claim.stored(), "the claim itself stays"


def test_that_delete_of_an_empty_part_is_no_act(claim: Hands) -> None:
    claim.press("C", "Up", "Delete")
    assert claim.acts()[0] == ""
    assert claim.at == CLAIM


def test_that_escape_leaves_the_card_and_decides_nothing(claim: Hands) -> None:
    claim.press("C", "Down", "Escape")
    assert claim.session.parts.role is None
    assert claim.acts()[0] == ""
    claim.press("Delete")
    assert "the harvest fell:assertion-" in claim.stored(), "the key is the page's again"


def test_that_another_annotation_ends_the_edit(claim: Hands) -> None:
    claim.press("C", "N")
    assert claim.session.parts.role is None
    assert not claim.pane.keys_taken


def test_that_another_document_ends_the_edit(claim: Hands) -> None:
    claim.press("C")
    claim.turn_to(wire.STRIKE)
    assert claim.session.parts.role is None


def test_that_edges_move_the_part_in_edit(claim: Hands) -> None:
    claim.press("C", "Alt+Shift+Left")
    assert part(claim, Role.SOURCE) == ["Its head"]
    assert claim.session.parts.role is Role.SOURCE


def test_that_a_pressed_slot_takes_the_selection_at_once(claim: Hands) -> None:
    claim.select("Velm")
    claim.window.inspector.part_edit.emit("source")
    claim.settle()
    assert part(claim, Role.SOURCE) == ["Velm"]
    assert claim.session.parts.role is Role.SOURCE


def test_that_a_pressed_slot_without_a_selection_is_put_in_edit(claim: Hands) -> None:
    claim.window.inspector.part_edit.emit("cue")
    assert claim.session.parts.role is Role.CUE
    assert claim.pane.page.hasFocus()


def test_that_picking_a_part_of_a_candidate_keeps_the_card_in_edit(hands: Hands) -> None:
    hands.pane.view_bar.threshold_moved.emit(0.0)
    hands.go("for rain:hope?")
    hands.press("C")
    hands.select("Osmo")
    hands.press("Enter")
    assert part(hands, Role.SOURCE) == ["Osmo"]
    assert hands.current.id > 0
    assert hands.session.parts.role is Role.SOURCE
    hands.press("Down", "Down")
    assert hands.session.parts.role is Role.CONTENT


def test_that_parts_picked_in_a_hurry_are_all_kept(claim: Hands) -> None:
    claim.type("C")
    for words in ("Grain Board", "Velm", "Monday"):
        claim.select(words)
        claim.type("Enter", "Down")
    claim.settle()
    assert [part(claim, role) for role in (Role.SOURCE, Role.CUE, Role.CONTENT)] == [
        ["Grain Board"],
        ["Velm"],
        ["Monday"],
    ]
    assert claim.sound()
