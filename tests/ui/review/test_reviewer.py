"""Acts are painted at once and written after; what fails is taken back, whatever the hurry."""

from __future__ import annotations

import pytest

from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.hindrances import Disk, hold

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_a_verdict_is_painted_before_it_is_written(hands: Hands) -> None:
    let_go = hold(hands.session)
    hands.type("A")
    assert hands.painted()[0] == "Grain Board:ORG!"
    assert hands.stored()[0] == "Grain Board:ORG?"
    assert hands.at == "Velm:GPE?"
    assert "Saving" in hands.window.status._saved.text()
    let_go()
    hands.settle()
    assert hands.stored()[0] == "Grain Board:ORG!"
    assert "Saved" in hands.window.status._saved.text()


def test_that_a_failed_commit_takes_the_paint_back_and_can_be_tried_again(
    hands: Hands, disk: Disk
) -> None:
    disk.refuses = 1
    hands.press("A")
    assert hands.painted()[0] == "Grain Board:ORG?"
    assert hands.document.counts() == (5, 5)
    assert hands.window.status._saved.text() == "Not saved"
    (notice,) = hands.notices()
    assert notice.startswith("Not saved")
    hands.click("Try again")
    hands.settle()
    assert hands.painted()[0] == hands.stored()[0] == "Grain Board:ORG!"
    assert hands.notices() == []


def test_that_a_second_failure_says_so_again(hands: Hands, disk: Disk) -> None:
    disk.refuses = 2
    hands.press("A")
    hands.click("Try again")
    hands.settle()
    assert len(hands.notices()) == 1
    assert hands.painted()[0] == "Grain Board:ORG?"
    hands.click("Try again")
    hands.settle()
    assert hands.stored()[0] == "Grain Board:ORG!"


def test_that_every_act_that_was_not_saved_is_tried_again_in_its_order(
    hands: Hands, disk: Disk
) -> None:
    """A disk that is full refuses several keys; the notice is about all of them."""
    disk.refuses = 3
    hands.type("A", "X", "2")
    hands.settle()
    assert hands.shown() == hands.painted() == hands.stored()
    assert hands.stored()[:3] == ["Grain Board:ORG?", "Velm:GPE?", "Monday:DATE?"]
    assert len(hands.notices()) == 1
    hands.click("Try again")
    hands.settle()
    assert hands.stored()[:3] == ["Grain Board:ORG!", "Velm:GPE-", "Monday:ORG!"]
    assert hands.painted() == hands.stored()


def test_that_another_act_does_not_hide_that_one_was_not_saved(hands: Hands, disk: Disk) -> None:
    disk.refuses = 1
    hands.press("A")
    hands.press("A")
    assert len(hands.notices()) == 1
    hands.click("Try again")
    hands.settle()
    assert hands.stored()[:2] == ["Grain Board:ORG!", "Velm:GPE!"]


def test_that_a_dismissed_notice_stays_away(hands: Hands, disk: Disk) -> None:
    disk.refuses = 1
    hands.press("A")
    hands.click("Close notice")
    hands.press("X")
    hands.until(lambda: hands.notices() == [])
    assert hands.stored()[:2] == ["Grain Board:ORG?", "Velm:GPE-"]


def test_that_steps_of_an_edge_that_all_fail_leave_the_edge_where_it_was(
    hands: Hands, disk: Disk
) -> None:
    """Each failure used to paint what stood before its own key, which the file never had."""
    let_go = hold(hands.session)
    disk.refuses = 3
    hands.type("Alt+Right", "Alt+Right", "Alt+Right")
    let_go()
    hands.settle()
    assert hands.shown() == hands.painted() == hands.stored()
    assert hands.stored()[0] == "Grain Board:ORG?"


def test_that_a_step_that_fails_among_others_leaves_what_is_in_the_file(
    hands: Hands, disk: Disk
) -> None:
    let_go = hold(hands.session)
    hands.type("1", "2")
    disk.refuses = 1
    let_go()
    hands.settle()
    assert hands.shown() == hands.painted() == hands.stored()


def test_that_a_failure_elsewhere_leaves_the_page_alone(hands: Hands, disk: Disk) -> None:
    let_go = hold(hands.session)
    disk.refuses = 1
    hands.type("A")
    hands.turn_to(wire.STRIKE)
    let_go()
    hands.settle()
    assert hands.shown() == ["Velm:GPE?", "a strike:denial?"]
    hands.click("Try again")
    hands.settle()
    assert hands.stored(wire.HARVEST)[0] == "Grain Board:ORG!"
    assert hands.shown() == ["Velm:GPE?", "a strike:denial?"]


FAST = [
    (["A", "X", "U", "A", "1"], "verdicts"),
    (["Alt+Right"] * 3 + [","] * 3 + ["."] * 2 + ["Alt+Right"] * 2, "edges"),
    (["1", "2", "3", "Alt+Left", "A", "Alt+Right", "N", "X", "P", "U"], "corrections"),
    (["X", "Space", "A", "N", "N", "1", "[", "N", "U", "D"], "all sorts"),
]


@pytest.mark.parametrize(("keys", "name"), FAST)
def test_that_keys_in_a_hurry_end_where_slow_ones_do(
    hands: Hands, keys: list[str], name: str
) -> None:
    hands.session.closer.rule = "rejected"
    hands.press(*keys)
    if "D" in keys:
        hands.until(lambda: hands.document.view.id != wire.HARVEST)
    slow, slow_at = hands.stored(wire.HARVEST), hands.at
    while hands.acts()[0]:
        hands.do(Do.UNDO)
    hands.turn_to(wire.HARVEST)
    hands.go("Grain Board:ORG?")
    hands.type(*keys)
    hands.settle()
    hands.until(lambda: hands.stored(wire.HARVEST) == slow)
    hands.until(lambda: hands.at == slow_at)
    assert hands.sound()


def test_that_an_answer_to_an_earlier_key_does_not_hold_up_a_later_one(hands: Hands) -> None:
    """The answer to the first step used to set the edge back while the second was under way."""
    for _ in range(4):
        let_go = hold(hands.session)
        hands.type("Alt+Right")
        second = hold(hands.session)
        hands.type("Alt+Right")
        let_go()
        hands.until(lambda: hands.session.desk.pending == 1)
        assert hands.painted()[0] == hands.shown()[0] == "Grain Board met in:ORG!"
        hands.type("Alt+Left")
        second()
        hands.settle()
        assert hands.stored()[0] == hands.painted()[0] == "Grain Board met:ORG!"
        hands.do(Do.UNDO)
