"""What arrives late: other documents, suggestions, answers to earlier keys."""

from __future__ import annotations

import pytest

from curator.services import suggesting
from curator.store.lanes import Priority
from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.hindrances import hold

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_an_act_under_way_is_shown_in_its_own_document_only(hands: Hands) -> None:
    let_go = hold(hands.session)
    hands.select("wept")
    hands.type("6")
    hands.turn_to(wire.STRIKE)
    here = hands.at
    let_go()
    hands.settle()
    assert hands.at == here
    assert hands.shown() == ["Velm:GPE?", "a strike:denial?"]
    assert "wept:EVENT+" in hands.stored(wire.HARVEST)


def test_that_a_document_is_opened_with_what_is_still_on_its_way_to_the_file(hands: Hands) -> None:
    let_go = hold(hands.session)
    hands.type("A", "X")
    hands.turn_to(wire.STRIKE)
    hands.window.queue.opened.emit(wire.HARVEST)
    let_go()
    hands.settle()
    hands.until(lambda: hands.document.view.id == wire.HARVEST)
    hands.until(lambda: hands.shown()[:2] == ["Grain Board:ORG!", "Velm:GPE-"])
    assert hands.painted() == hands.shown()


def test_that_only_the_document_asked_for_last_is_opened(hands: Hands) -> None:
    opened: list[int] = []
    hands.session.changed.connect(lambda: opened.append(hands.document.view.id))
    for number in (wire.STRIKE, wire.LONG, wire.EMOJI):
        hands.window.queue.opened.emit(number)
    hands.until(lambda: hands.document.view.id == wire.EMOJI)
    hands.settle()
    assert set(opened) <= {wire.HARVEST, wire.EMOJI}


def arrive(hands: Hands, number: int, source: str) -> None:
    """Suggestions come for a document as the suggesting task brings them."""
    desk = hands.session.desk
    said = wire.answers(hands.session.project, number, source=source, version="2")
    turn = desk.in_turn(
        lambda project: suggesting.keep(project, said), priority=Priority.SUGGESTION
    )
    hands.session.take(turn.result(10))


def test_that_suggestions_that_come_leave_current_annotation_and_scroll_alone(
    hands: Hands,
) -> None:
    hands.turn_to(wire.LONG)
    hands.press("N")
    assert hands.at == "Sill:LOC?"
    bar = hands.pane.page.verticalScrollBar()
    place = bar.value()
    assert place > 0
    source = wire.PICTURES[wire.LONG - 1].replace("Day 7 ", "[Day 7:DATE] ")
    arrive(hands, wire.LONG, source)
    assert "Day 7:DATE?" in hands.painted()
    assert hands.at == "Sill:LOC?"
    assert bar.value() == place


def test_that_the_place_is_kept_when_the_current_suggestion_is_withdrawn(hands: Hands) -> None:
    hands.go("Monday:DATE?")
    arrive(hands, wire.HARVEST, wire.PICTURES[0].replace("[Monday:DATE]", "Monday"))
    assert "Monday:DATE?" not in hands.shown()
    assert hands.at == "the harvest fell:assertion?"
    assert hands.painted() == hands.shown()


def test_that_suggestions_that_come_touch_no_decision_under_way(hands: Hands) -> None:
    let_go = hold(hands.session)
    hands.type("X")
    desk = hands.session.desk
    said = wire.answers(hands.session.project, wire.HARVEST, version="2")
    turn = desk.in_turn(lambda p: suggesting.keep(p, said), priority=Priority.SUGGESTION)
    let_go()
    hands.session.take(turn.result(10))
    hands.settle()
    assert hands.stored()[0] == hands.painted()[0] == "Grain Board:ORG-"


def rain(hands: Hands) -> list[str]:
    return [one for one in hands.stored() if "for rain" in one]


def test_that_candidates_that_come_are_shown_by_the_slider_and_can_be_decided(
    hands: Hands,
) -> None:
    """The document used to keep the candidates that it was opened with, which were gone."""
    arrive(hands, wire.HARVEST, wire.PICTURES[0])
    hands.settle()
    hands.pane.view_bar.threshold_moved.emit(0.0)
    hands.until(lambda: hands.painted() == hands.shown())
    newest = max(hands.session.screen.suggesters)
    hands.until(lambda: hands.find("for rain:hope?").suggester_id == newest)
    hands.go("for rain:hope?")
    hands.press("A")
    assert hands.notices() == []
    assert rain(hands) == ["for rain:hope!"]
    assert hands.painted() == hands.shown()


def test_that_a_current_candidate_that_goes_leaves_its_place(hands: Hands) -> None:
    hands.pane.view_bar.threshold_moved.emit(0.0)
    hands.go("for rain:hope?")
    arrive(hands, wire.HARVEST, wire.PICTURES[0])
    hands.until(lambda: hands.document.shows(hands.session.screen.current))
    assert hands.at in ("for rain:hope?", "a drought:belief?")
    hands.until(lambda: hands.painted() == hands.shown())
    assert sum("for rain" in one for one in hands.shown()) == 1


def arrive_unseen(hands: Hands, number: int, source: str) -> None:
    """Suggestions come, and the window does not know of them yet."""
    said = wire.answers(hands.session.project, number, source=source, version="2")
    turn = hands.session.desk.in_turn(
        lambda project: suggesting.keep(project, said), priority=Priority.SUGGESTION
    )
    turn.result(10)


def test_that_a_verdict_on_a_candidate_that_was_taken_back_meanwhile_is_kept(
    hands: Hands,
) -> None:
    hands.pane.view_bar.threshold_moved.emit(0.0)
    hands.go("for rain:hope?")
    hoping = "<miller:source> <hopes:cue> {for rain:hope}"
    arrive_unseen(hands, wire.HARVEST, wire.PICTURES[0].replace(hoping, "miller hopes for rain"))
    hands.type("A", "A")
    hands.settle()
    assert hands.notices() == []
    assert [one for one in hands.stored() if one[-1] == "!"] == [
        "for rain:hope!", "a drought:belief!"
    ]  # fmt: skip
    hands.until(lambda: hands.painted() == hands.shown())
    assert hands.sound()


@pytest.mark.parametrize(("key", "state"), [("A", "!"), ("X", "-"), ("5", "!")])
def test_that_a_verdict_on_a_suggestion_that_was_taken_back_meanwhile_is_kept(
    hands: Hands, key: str, state: str
) -> None:
    hands.go("Monday:DATE?")
    arrive_unseen(hands, wire.HARVEST, wire.PICTURES[0].replace("[Monday:DATE]", "Monday"))
    hands.type(key)
    hands.settle()
    assert hands.notices() == []
    [monday] = [one for one in hands.stored() if "Monday" in one]
    assert monday[-1] == state
    hands.until(lambda: hands.painted() == hands.shown())
    hands.do(Do.UNDO)
    assert hands.acts() == ("", hands.acts()[1])
    assert hands.sound()


def test_that_what_is_gone_is_taken_off_the_page_where_no_verdict_was_given(
    hands: Hands,
) -> None:
    hands.press("Ctrl+Right")
    board = wire.PICTURES[0].replace("[Grain Board:ORG]", "Grain Board")
    arrive_unseen(hands, wire.HARVEST, board)
    hands.type("S")
    hands.until(hands.notices)
    hands.settle()
    hands.until(lambda: not any("Grain" in one for one in hands.shown()))
    assert hands.notices() == ["What you decided on is not there any more"]
    assert hands.acts() == ("", "")
    assert hands.painted() == hands.shown()
