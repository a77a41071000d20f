"""Candidates that the slider shows: decided, promoted, undone, hidden again."""

from __future__ import annotations

import pytest

from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.hindrances import Disk, hold

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def lower(hands: Hands, value: float = 0.0) -> None:
    hands.pane.view_bar.threshold_moved.emit(value)


def test_that_a_candidate_that_is_decided_becomes_an_annotation(hands: Hands) -> None:
    lower(hands)
    assert "for rain:hope?" in hands.shown()
    hands.go("for rain:hope?")
    assert hands.current.id < 0
    hands.press("A")
    assert "for rain:hope!" in hands.stored()
    assert hands.at == "a drought:belief?"
    assert hands.painted() == hands.shown()
    assert hands.find("for rain:hope!").id > 0


def test_that_undo_brings_the_candidate_back_and_it_can_be_decided_again(hands: Hands) -> None:
    lower(hands)
    hands.go("for rain:hope?")
    hands.press("A")
    hands.do(Do.UNDO)
    assert hands.painted() == hands.shown()
    assert hands.find("for rain:hope?").id < 0
    assert hands.at == "for rain:hope?"
    hands.press("X")
    assert [one for one in hands.stored() if "for rain" in one] == ["for rain:hope-"]
    assert [one for one in hands.shown() if "for rain" in one] == ["for rain:hope-"]
    assert hands.sound()


def test_that_steps_of_a_candidates_edge_share_an_act_too(hands: Hands) -> None:
    lower(hands)
    hands.go("for rain:hope?")
    hands.press("Alt+Left")
    hands.press("Alt+Right")
    assert hands.at == "for rain:hope!"
    hands.do(Do.UNDO)
    assert hands.acts()[0] == ""
    assert hands.at == "for rain:hope?"
    assert hands.sound()


def test_that_a_candidate_that_cannot_be_saved_stays_one(hands: Hands, disk: Disk) -> None:
    lower(hands)
    hands.go("for rain:hope?")
    let_go = hold(hands.session)
    disk.refuses = 2
    hands.type("Alt+Left", "Alt+Right")
    let_go()
    hands.settle()
    assert hands.find("for rain:hope?").id < 0
    assert hands.painted() == hands.shown()
    hands.click("Try again")
    hands.settle()
    assert "for rain:hope!" in hands.stored()
    assert hands.painted() == hands.shown()


def test_that_keys_on_a_candidate_in_a_hurry_leave_one_annotation(hands: Hands) -> None:
    lower(hands)
    hands.go("for rain:hope?")
    hands.type("Alt+Left", "4", "Alt+Right", "6")
    hands.settle()
    assert [one for one in hands.stored() if "for rain" in one] == ["for rain:denial!"]
    assert hands.painted() == hands.shown()
    assert hands.at == "for rain:denial!"


def test_that_the_slider_hides_candidates_again(hands: Hands) -> None:
    page = hands.pane.page
    lower(hands)
    numbers = [one.id for one in hands.document.drawn()]
    lower(hands, 0.5)
    assert [n for n in numbers if n < 0 and page.annotation(n) is not None] == []


def test_that_nothing_that_the_slider_hides_stays_current(hands: Hands) -> None:
    """A key would decide what nobody sees."""
    lower(hands)
    hands.go("for rain:hope?")
    lower(hands, 0.5)
    assert hands.at == "Grain Board:ORG?"
    hands.press("A")
    assert all("for rain" not in one for one in hands.stored())


def test_that_the_slider_stays_for_the_next_document(hands: Hands) -> None:
    lower(hands, 0.95)
    hands.turn_to(wire.STRIKE)
    assert hands.shown() == ["Velm:GPE?"]
    hands.turn_to(wire.HARVEST)
    lower(hands, 0.1)
    hands.turn_to(wire.STRIKE)
    hands.turn_to(wire.HARVEST)
    assert hands.pane.view_bar._threshold.value == pytest.approx(0.1)
    assert "for rain:hope?" in hands.shown()
