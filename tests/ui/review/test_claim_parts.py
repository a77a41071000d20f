"""The claim card in edit: its parts are walked with arrows and picked from the selection."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from curator.domain.annotation import Layer, Role, State
from curator.ui.do import Do
from curator.ui.review.claim_parts import LETTERS, ORDER
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


def test_that_arrows_walk_the_parts_then_the_attributes_and_go_round(claim: Hands) -> None:
    claim.press("C")
    names = [one.name for one in claim.document.scheme.layer(Layer.CLAIM).attributes]
    around = [*ORDER[1:], *names, Role.SOURCE]
    for place in around:
        claim.press("Down")
        assert claim.session.parts.place == place
    claim.press("Up")
    assert claim.session.parts.place == names[-1]


def test_that_enter_on_an_attribute_opens_its_values(claim: Hands) -> None:
    claim.press("C", "Up", "Enter")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    name = str(claim.session.parts.place)
    chosen = next(one for one in menu.actions() if not one.isChecked())
    value = chosen.text()
    chosen.trigger()
    menu.close()
    claim.settle()
    assert claim.current.attributes[name] == value
    assert claim.current.state is State.ACCEPTED


def test_that_a_letter_in_the_text_picks_a_part(claim: Hands) -> None:
    claim.press("C")
    offered = claim.session.parts.offered
    text = claim.document.text
    letters = [key for key, span in offered.items() if text[slice(*span)] == "Osmo"]
    assert letters, f"Osmo is not among {offered}"
    claim.press(letters[0])
    assert part(claim, Role.SOURCE) == ["Osmo"]
    assert claim.session.parts.role is Role.SOURCE
    assert claim.session.parts.offered != offered, "what it is already is not offered"
    claim.press("Escape")
    claim.do(Do.UNDO)
    assert claim.at == CLAIM


def test_that_no_letter_of_a_verdict_picks_a_part() -> None:
    assert not set(LETTERS) & set("AXUKCNPD")
    assert len(set(LETTERS)) == len(LETTERS)


def test_that_k_keeps_a_part_and_goes_on_and_enter_accepts_the_rest(claim: Hands) -> None:
    claim.press("C", "K")
    assert claim.session.parts.role is Role.CUE
    assert claim.session.screen.kept == {Role.SOURCE}
    assert claim.at == CLAIM, "nothing is decided yet"
    claim.press("K", "K", "K")
    assert claim.session.screen.kept == {Role.SOURCE, Role.CUE, Role.CONTENT}
    assert claim.session.parts.role is Role.MEDIUM, "an empty part is passed over, not kept"
    claim.press("Enter")
    assert "the harvest fell:assertion!" in claim.stored()
    assert not claim.session.screen.kept


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
