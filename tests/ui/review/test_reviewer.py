"""Acts are painted at once and written after; what fails is taken back, whatever the hurry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from curator.domain.faults import Fault
from curator.services import suggesting
from curator.store.lanes import Priority
from curator.store.project import Project, Tx
from curator.ui.actions import Do
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FULL = Fault("project.disk", path="wire.curator", reason="no space left")


class Disk:
    """A disk that is full for the next writes, or for all until it has room."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refuses = 0
        write = Project.write

        @contextmanager
        def writing(project: Project) -> Iterator[Tx]:
            if self.refuses:
                self.refuses -= 1
                raise FULL
            with write(project) as tx:
                yield tx

        monkeypatch.setattr(Project, "write", writing)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def hold(hands: Hands) -> Callable[[], None]:
    """Keep the writing lane busy until the returned function is called."""
    from threading import Event

    gate = Event()
    hands.session.desk.in_turn(lambda _project: gate.wait(10), priority=Priority.DECISION)
    return gate.set


def test_that_a_verdict_is_painted_before_it_is_written(hands: Hands) -> None:
    let_go = hold(hands)
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
    let_go = hold(hands)
    disk.refuses = 3
    hands.type("Alt+Right", "Alt+Right", "Alt+Right")
    let_go()
    hands.settle()
    assert hands.shown() == hands.painted() == hands.stored()
    assert hands.stored()[0] == "Grain Board:ORG?"


def test_that_a_step_that_fails_among_others_leaves_what_is_in_the_file(
    hands: Hands, disk: Disk
) -> None:
    let_go = hold(hands)
    hands.type("1", "2")
    disk.refuses = 1
    let_go()
    hands.settle()
    assert hands.shown() == hands.painted() == hands.stored()


def test_that_a_failure_elsewhere_leaves_the_page_alone(hands: Hands, disk: Disk) -> None:
    let_go = hold(hands)
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
    hands.session.closer._rule = "rejected"
    hands.press(*keys)
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
        let_go = hold(hands)
        hands.type("Alt+Right")
        second = hold(hands)
        hands.type("Alt+Right")
        let_go()
        hands.until(lambda: hands.session.desk.pending == 1)
        assert hands.painted()[0] == hands.shown()[0] == "Grain Board met in:ORG!"
        hands.type("Alt+Left")
        second()
        hands.settle()
        assert hands.stored()[0] == hands.painted()[0] == "Grain Board met:ORG!"
        hands.do(Do.UNDO)


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
    let_go = hold(hands)
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


def test_that_an_act_under_way_is_shown_in_its_own_document_only(hands: Hands) -> None:
    let_go = hold(hands)
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
    let_go = hold(hands)
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
    let_go = hold(hands)
    hands.type("X")
    desk = hands.session.desk
    said = wire.answers(hands.session.project, wire.HARVEST, version="2")
    turn = desk.in_turn(lambda p: suggesting.keep(p, said), priority=Priority.SUGGESTION)
    let_go()
    hands.session.take(turn.result(10))
    hands.settle()
    assert hands.stored()[0] == hands.painted()[0] == "Grain Board:ORG-"
