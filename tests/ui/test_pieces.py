"""Splitting and merging by key and by mouse: one act each, and nothing else moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from curator.domain.annotation import Role
from curator.ui.do import Do
from curator.ui.page.marks import spot
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def content(hands: Hands) -> list[str]:
    text = hands.document.text
    return [text[part.start : part.end] for part in hands.current.spans(Role.CONTENT)]


def put_caret(hands: Hands, before: str) -> None:
    """Put the caret before some words, as keys or a click would."""
    at = hands.document.text.index(before)
    hands.pane.page.select(at, at)


def test_that_s_splits_at_the_caret_and_stays_on_the_first_piece(hands: Hands) -> None:
    before = hands.current.id
    hands.press("Ctrl+Right", "S")
    assert (hands.at, hands.current.id) == ("Grain:ORG!", before)
    assert hands.stored()[:3] == ["Grain:ORG!", "Board:ORG+", "Velm:GPE?"]
    assert hands.acts() == ("split", "")


def test_that_one_undo_takes_a_split_back(hands: Hands) -> None:
    others = hands.shown()
    hands.press("Ctrl+Right", "S")
    assert hands.window.menu_row.actions_by[Do.UNDO].text() == "Undo: Split “Grain Board”"
    hands.do(Do.UNDO)
    assert hands.at == "Grain Board:ORG?"
    assert hands.shown() == hands.stored() == others
    hands.do(Do.REDO)
    assert hands.stored()[:2] == ["Grain:ORG!", "Board:ORG+"]


def test_that_a_split_without_a_place_is_refused_in_passing(hands: Hands) -> None:
    hands.press("S")
    assert hands.toast() == "Put the caret where “Grain Board” is to be split"
    assert hands.acts() == ("", "")
    assert hands.painted() == hands.stored()


def test_that_a_refused_split_shows_the_caret_where_words_can_be_split(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.press("S", "Ctrl+Right", "Ctrl+Right", "S")
    assert hands.at == "the harvest:assertion!"
    assert "fell:assertion+" in hands.stored()


def test_that_a_claim_is_split_at_the_caret(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    put_caret(hands, "fell")
    hands.press("S")
    assert hands.at == "the harvest:assertion!"
    split = [one for one in hands.stored() if one.startswith(("the harvest", "fell"))]
    assert split == ["the harvest:assertion!", "fell:assertion+"]


def test_that_words_selected_within_a_content_are_cut_out_of_it(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.select("harvest")
    hands.press("S")
    assert content(hands) == ["the", "fell"]
    hands.do(Do.UNDO)
    assert content(hands) == ["the harvest fell"]


def test_that_j_merges_with_the_next_of_its_label(hands: Hands) -> None:
    before = hands.current.id
    hands.press("Ctrl+Right", "S", "J")
    assert (hands.at, hands.current.id) == ("Grain Board:ORG!", before)
    assert hands.stored()[:2] == ["Grain Board:ORG!", "Velm:GPE?"]
    hands.do(Do.UNDO)
    assert hands.stored()[:2] == ["Grain:ORG!", "Board:ORG+"]


def test_that_j_merges_with_what_is_selected_and_the_first_stays(hands: Hands) -> None:
    first = hands.current
    hands.go("Velm:GPE?")
    hands.press("2")
    hands.select("Board met")
    hands.press("J")
    assert (hands.at, hands.current.id) == ("Grain Board met in Velm:ORG!", first.id)
    assert "Velm:ORG-" in hands.stored()
    assert "Monday:DATE?" in hands.stored()
    hands.do(Do.UNDO)
    assert hands.stored()[:2] == ["Grain Board:ORG?", "Velm:ORG!"]


def test_that_selected_words_become_a_span_of_the_content(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.select("wept")
    hands.press("J")
    assert content(hands) == ["the harvest fell", "wept"]
    hands.press("S")
    assert hands.at == "the harvest fell:assertion!"
    assert "wept:assertion+" in hands.stored()


def test_that_nothing_to_merge_with_is_said_in_passing(hands: Hands) -> None:
    hands.press("J")
    assert hands.toast() == "No other ORG follows here; select what belongs to it"
    assert hands.acts() == ("", "")


def test_that_what_the_threshold_shows_is_split_and_merged(hands: Hands) -> None:
    hands.session.viewing.show_from(0.1)
    hands.go("a drought:belief?")
    put_caret(hands, "drought")
    hands.press("S")
    assert hands.at == "a:belief!"
    assert "drought:belief+" in hands.stored()
    assert hands.painted() == hands.shown()
    hands.press("J")
    assert hands.at == "a drought:belief!"


def test_that_keys_pressed_one_upon_the_other_do_what_they_say(hands: Hands) -> None:
    hands.type("Ctrl+Right", "S", "A")
    hands.settle()
    assert hands.stored()[:3] == ["Grain:ORG!", "Board:ORG+", "Velm:GPE?"]
    assert hands.painted() == hands.shown()


def test_that_the_menu_under_the_pointer_splits_there(hands: Hands) -> None:
    page = hands.pane.page
    place = spot(page.sight(), hands.document.text.index("Board") + 1, "end")
    assert place is not None
    page.customContextMenuRequested.emit(QPoint(round(place.x), int(place.baseline) - 4))
    hands.do(Do.SPLIT)
    assert hands.stored()[:2] == ["Grain:ORG!", "Board:ORG+"]


def test_that_an_addition_within_and_across_what_is_accepted_leaves_it(hands: Hands) -> None:
    hands.press("A", "A")
    before = hands.stored()
    assert before[:2] == ["Grain Board:ORG!", "Velm:GPE!"]
    for words, key in (("Board", "1"), ("Board met in Velm", "3"), ("Grain Board met", "4")):
        hands.select(words)
        hands.press(key)
        assert hands.at == f"{words}:{hands.current.label}+"
    assert [one for one in hands.stored() if not one.endswith("+")] == before
    assert len(hands.stored()) == len(before) + 3
    assert hands.painted() == hands.shown()


def test_that_text_with_an_accepted_annotation_gets_another_beside_it(hands: Hands) -> None:
    hands.press("A")
    hands.select("Grain Board")
    hands.press("1")
    assert sorted(hands.stored()[:2]) == ["Grain Board:ORG!", "Grain Board:PERSON+"]


def test_that_text_with_a_suggestion_gives_it_the_label(hands: Hands) -> None:
    before = hands.current.id
    hands.select("Grain Board")
    hands.press("1")
    assert hands.stored()[:2] == ["Grain Board:PERSON!", "Velm:GPE?"]
    assert hands.current.id == before


def test_that_pieces_with_emoji_are_whole(hands: Hands) -> None:
    hands.turn_to(wire.EMOJI)
    put_caret(hands, "🙂")
    hands.press("S")
    assert hands.stored()[:2] == ["Ilse:PERSON!", "🙂:PERSON+"]
