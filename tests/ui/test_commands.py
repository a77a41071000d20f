"""Every key of the page through the real window, and what it leaves in the file."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from curator.domain.annotation import Layer, State
from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL = [
    "Grain Board:ORG?",
    "Velm:GPE?",
    "Monday:DATE?",
    "the harvest fell:assertion?",
    "Osmo:PERSON?",
]


def test_that_the_first_document_with_work_is_open_at_its_first_suggestion(hands: Hands) -> None:
    assert hands.document.view.id == wire.HARVEST
    assert hands.shown() == ALL
    assert hands.at == "Grain Board:ORG?"


@pytest.mark.parametrize(("key", "mark"), [("A", "!"), ("X", "-"), ("U", "~")])
def test_that_a_verdict_is_written_and_goes_on(hands: Hands, key: str, mark: str) -> None:
    hands.press(key)
    assert hands.at == "Velm:GPE?"
    assert hands.stored()[0] == f"Grain Board:ORG{mark}"
    assert hands.document.counts() == (4, 5)


def test_that_skipping_decides_nothing(hands: Hands) -> None:
    hands.press("Space")
    assert hands.at == "Velm:GPE?"
    assert hands.stored() == ALL
    assert hands.acts() == ("", "")


def test_that_next_and_previous_go_round(hands: Hands) -> None:
    hands.press("P")
    assert hands.at == "Osmo:PERSON?"
    hands.press("N")
    assert hands.at == "Grain Board:ORG?"
    hands.press("A", "P")
    assert hands.at == "Osmo:PERSON?", "the one before is decided"


def test_that_nothing_is_current_when_the_last_one_is_decided(hands: Hands) -> None:
    hands.press("A", "A", "A", "A", "A")
    assert hands.at == ""
    assert hands.document.counts() == (0, 5)
    hands.press("A", "N")
    assert hands.at == ""


def test_that_a_digit_corrects_the_current_annotation_and_stays(hands: Hands) -> None:
    hands.press("1")
    assert hands.at == "Grain Board:PERSON!"
    assert hands.current.proposed is not None
    assert hands.current.proposed.label == "ORG"
    assert hands.acts()[0] == "correct"


def test_that_the_digit_of_the_label_it_has_accepts(hands: Hands) -> None:
    hands.press("2")
    assert hands.at == "Grain Board:ORG!"
    assert hands.acts()[0] == "accept"


def test_that_a_digit_gives_a_claim_the_types_of_claims(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.press("6")
    assert hands.at == "the harvest fell:denial!"


def test_that_a_digit_adds_what_is_selected(hands: Hands) -> None:
    hands.select("harvest")
    hands.press("9")
    assert hands.at == "harvest:QUANTITY+"
    assert hands.pane.page.selection() is None
    assert "harvest:QUANTITY+" in hands.stored()


def test_that_a_digit_without_a_label_does_nothing(hands: Hands) -> None:
    hands.press("A", "A", "A", "A", "A")
    before = hands.stored()
    hands.press("1")
    assert hands.stored() == before


def test_that_adding_what_is_there_already_decides_that(hands: Hands) -> None:
    hands.select("Velm")
    hands.press("1")
    assert hands.stored().count("Velm:PERSON!") == 1
    assert len(hands.stored()) == len(ALL)
    assert hands.at == "Velm:PERSON!"


def test_that_delete_removes_what_a_person_added_and_goes_on_from_there(hands: Hands) -> None:
    hands.select("wept")
    hands.press("6")
    hands.press("Delete")
    assert hands.at == "Grain Board:ORG?", "round after the last"
    assert hands.stored() == ALL
    hands.select("met")
    hands.press("6", "X")
    assert hands.at == "Velm:GPE?", "the next after the place where it was"
    assert hands.stored() == ALL
    hands.do(Do.UNDO)
    assert hands.at == "met:EVENT+"


def test_that_delete_rejects_what_a_machine_proposed(hands: Hands) -> None:
    hands.press("Delete")
    assert hands.stored()[0] == "Grain Board:ORG-"


def test_that_overlapping_ones_are_gone_through_and_come_round(hands: Hands) -> None:
    hands.select("the harvest")
    hands.press("6")
    hands.select("harvest fell")
    hands.press("9")
    seen = [hands.at]
    for _ in range(3):
        hands.press("O")
        seen.append(hands.at)
    assert seen[3] == seen[0]
    assert set(seen) == {
        "harvest fell:QUANTITY+",
        "the harvest:EVENT+",
        "the harvest fell:assertion?",
    }


def test_that_view_goes_through_both_entities_and_claims(hands: Hands) -> None:
    hands.press("E")
    assert hands.document.in_view == {Layer.ENTITY}
    assert hands.document.counts() == (4, 4)
    hands.press("E")
    assert hands.at == "the harvest fell:assertion?"
    assert hands.document.counts() == (1, 1)
    hands.turn_to(wire.STRIKE)
    assert hands.document.in_view == {Layer.CLAIM}, "it stays for the next document"
    hands.press("E")
    assert hands.document.in_view == {Layer.ENTITY, Layer.CLAIM}


def test_that_names_and_rejected_ones_are_switched_on_and_off(hands: Hands) -> None:
    bar = hands.pane.view_bar
    hands.press("L", "R")
    assert [b.isChecked() for b in (bar._labels, bar._rejected)] == [True, True]
    hands.click("Rejected", within=bar)
    hands.press("L")
    assert [b.isChecked() for b in (bar._labels, bar._rejected)] == [False, False]


def test_that_a_flag_is_set_and_taken_away_and_undone(hands: Hands) -> None:
    flag = hands.pane.header._flag
    hands.press("F")
    assert flag.isChecked()
    assert hands.acts()[0] == "flag"
    hands.do(Do.UNDO)
    assert not flag.isChecked()
    hands.do(Do.REDO)
    assert flag.isChecked()
    hands.press("F")
    assert not flag.isChecked()
    assert not hands.document.view.flagged


def test_that_capital_n_and_p_go_to_documents_with_work(hands: Hands) -> None:
    hands.type("Shift+N")
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    hands.type("Shift+P")
    hands.until(lambda: hands.document.view.id == wire.HARVEST)
    hands.type("Shift+P")
    hands.until(lambda: hands.document.view.id == wire.EMOJI)


@pytest.mark.parametrize("step", ["Shift+N", "Shift+P"])
@pytest.mark.parametrize("act", ["A", "F"])
def test_that_undo_goes_to_its_place_though_a_step_is_under_way(
    hands: Hands, act: str, step: str
) -> None:
    hands.press(act)
    place = hands.document.view.id
    hands.turn_to(wire.EMOJI)
    reading_is_slow, turned = Event(), list[object]()
    hands.session.undoing.turned.connect(turned.append)
    hands.session.desk.read(lambda _project: reading_is_slow.wait(60), lambda _there: None)
    hands.type(step, "Ctrl+Z")
    hands.until(lambda: turned)
    reading_is_slow.set()
    hands.until(lambda: hands.document.view.id == place)
    hands.settle()
    assert hands.document.view.id == place


def test_that_copying_gives_the_words_as_they_are_stored(hands: Hands) -> None:
    hands.turn_to(wire.EMOJI)
    hands.select("Osmo👩‍🚒")
    hands.type("Ctrl+C")
    assert QApplication.clipboard().text() == "Osmo👩‍🚒"


def test_that_shift_and_arrows_select_and_a_digit_adds(hands: Hands) -> None:
    start = hands.document.text.index("wept")
    hands.pane.page.select(start, start)
    hands.press(*["Shift+Right"] * 4, "6")
    assert hands.at == "wept:EVENT+"


def test_that_letters_typed_into_the_filter_box_never_act(hands: Hands) -> None:
    hands.type("Ctrl+L")
    box = hands.filter_box()
    assert box.hasFocus()
    hands.type(*"axudefc12", "Space", "Delete", "Enter", on=box)
    hands.settle()
    assert box.text().strip() == "axudefc12"
    assert hands.stored() == ALL
    assert hands.acts() == ("", "")
    box.clear()
    hands.until(lambda: hands.window.queue.filter.words == "")


def test_that_ctrl_keys_reach_the_window_from_the_page(hands: Hands) -> None:
    hands.press("A")
    hands.type("Ctrl+Z")
    hands.until(lambda: hands.at == "Grain Board:ORG?")
    hands.type("Ctrl+Shift+Z")
    hands.until(lambda: hands.at == "Grain Board:ORG!")
    hands.type("Ctrl+Z")
    hands.until(lambda: hands.at == "Grain Board:ORG?")
    hands.type("Ctrl+Y")
    hands.until(lambda: hands.at == "Grain Board:ORG!")


def test_that_clicks_in_the_inspector_do_what_the_keys_do(hands: Hands) -> None:
    hands.click("Accept", within=hands.window.inspector)
    hands.settle()
    assert hands.at == "Velm:GPE?"
    hands.click("Reject", within=hands.window.inspector)
    hands.click("Skip", within=hands.window.inspector)
    hands.settle()
    assert hands.at == "the harvest fell:assertion?"
    assert hands.stored()[:3] == ["Grain Board:ORG!", "Velm:GPE-", "Monday:DATE?"]


def test_that_double_click_accepts_and_stays(hands: Hands) -> None:
    one = hands.find("Velm:GPE?")
    hands.pane.page.picked.emit(one.id)
    hands.pane.page.accepted.emit(one.id)
    hands.settle()
    assert hands.at == "Velm:GPE!"


def test_that_the_legend_sets_a_label_as_its_key_does(hands: Hands) -> None:
    hands.pane.legend.chosen.emit("entity", "GPE")
    hands.settle()
    assert hands.at == "Grain Board:GPE!"
    hands.pane.legend.chosen.emit("claim", "hope")
    hands.settle()
    assert hands.at == "Grain Board:GPE!", "a claim's type does not fit an entity"


def test_that_an_attribute_is_set_from_the_card(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.window.inspector.attribute_set.emit("polarity", "negative")
    hands.settle()
    assert hands.current.attributes["polarity"] == "negative"
    assert hands.current.state is State.ACCEPTED


def test_that_the_page_shows_what_the_document_has(hands: Hands) -> None:
    hands.press("A", "X", "1", "Alt+Right")
    hands.select("wept")
    hands.press("6")
    assert hands.painted() == hands.shown() == hands.stored()
    assert hands.sound()
