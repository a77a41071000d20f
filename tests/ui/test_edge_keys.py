"""Edges are moved by word and by character; what belongs together is one act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.domain.annotation import Role
from curator.ui.do import Do
from curator.ui.page.marks import spot
from curator.ui.review import edge_keys
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Alt+Right", "Grain Board met"),
        ("]", "Grain Board met"),
        ("Alt+Left", "Grain"),
        ("[", "Grain"),
        ("Alt+Shift+Left", "The Grain Board"),
        ("{", "The Grain Board"),
        ("Alt+Shift+Right", "Board"),
        ("}", "Board"),
        (",", "Grain Boar"),
        ("Alt+.", "rain Board"),
        ("Alt+Down", "Grain Board met"),
        ("Alt+Shift+Down", "The Grain Board"),
    ],
)
def test_that_an_edge_key_moves_an_edge_and_stays(hands: Hands, key: str, words: str) -> None:
    hands.press(key)
    assert hands.at == f"{words}:ORG!"
    assert hands.stored()[0] == f"{words}:ORG!"


def test_that_edges_go_in_to_the_stop_before(hands: Hands) -> None:
    hands.press("Alt+Shift+Left", "Alt+Down", "Alt+Down")
    assert hands.at == "The Grain Board met in Velm:ORG!"
    hands.press("Alt+Up", "Alt+Shift+Up", "Alt+Up")
    assert hands.at == "Grain Board:ORG!"


def test_that_steps_to_stops_share_an_act_with_other_edge_keys(hands: Hands) -> None:
    hands.press("Alt+Down", "Alt+Right", ".")
    hands.do(Do.UNDO)
    assert hands.at == "Grain Board:ORG?"


def test_that_an_edge_of_another_suggestion_is_a_stop(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.press("Alt+Up")
    assert hands.at == "the harvest fell:assertion?"
    hands.select("the harvest")
    hands.press("1")
    hands.go("the harvest fell:assertion?")
    hands.press("Alt+Up")
    assert hands.at == "the harvest:assertion!"


ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def key(hands: Hands, code: Qt.Key, held: Qt.KeyboardModifier = NONE, *, up: bool = False) -> None:
    """One event as a keyboard sends it: `QTest` would press and let go of what is held, too."""
    kind = QEvent.Type.KeyRelease if up else QEvent.Type.KeyPress
    QApplication.sendEvent(hands.pane.page, QKeyEvent(kind, code, held))
    hands.settle()


def marked(hands: Hands) -> list[str]:
    """The text around each marked place, with a bar there."""
    text = hands.document.text
    return [
        f"{text[m.offset - 3 : m.offset]}|{text[m.offset :][:3]}" for m in hands.pane.page.marks
    ]


def test_that_held_alt_shows_where_the_right_edge_would_go(hands: Hands) -> None:
    key(hands, Qt.Key.Key_Alt)
    assert marked(hands) == ["met| in"]
    key(hands, Qt.Key.Key_Down, ALT)
    assert hands.at == "Grain Board met:ORG!"
    assert marked(hands) == ["elm| on", "ard| me"]
    key(hands, Qt.Key.Key_Alt, ALT, up=True)
    assert marked(hands) == []


def test_that_held_alt_and_shift_show_where_the_left_edge_would_go(hands: Hands) -> None:
    key(hands, Qt.Key.Key_Alt)
    key(hands, Qt.Key.Key_Shift, ALT)
    assert marked(hands) == ["|The"]
    key(hands, Qt.Key.Key_Shift, ALT | SHIFT, up=True)
    assert marked(hands) == ["met| in"]
    hands.pane.page.clearFocus()
    assert marked(hands) == []


def test_that_held_alt_shows_the_stops_of_the_part_in_edit(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.press("C")
    key(hands, Qt.Key.Key_Alt)
    key(hands, Qt.Key.Key_Shift, ALT)
    assert marked(hands) == ["y. |Its"]


def test_that_the_part_in_edit_goes_to_its_stops(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.press("C", "Alt+Shift+Down")
    source = hands.current.spans(Role.SOURCE)[0]
    assert hands.document.text[source.start : source.end] == "Its head"
    assert hands.session.parts.role is Role.SOURCE


def test_that_ctrl_with_alt_shows_nothing(hands: Hands) -> None:
    key(hands, Qt.Key.Key_Control)
    key(hands, Qt.Key.Key_Alt, Qt.KeyboardModifier.ControlModifier)
    assert marked(hands) == []


def test_that_alt_by_itself_leaves_the_keyboard_to_the_page(hands: Hands) -> None:
    """The menu bar took it, and the next key chose a menu instead of a verdict."""
    QTest.keyClick(hands.pane.page, Qt.Key.Key_Alt)
    assert hands.pane.page.hasFocus()
    hands.press("A")
    assert "Grain Board:ORG!" in hands.stored()


def test_that_an_edge_that_leaves_the_page_is_scrolled_to(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    page = hands.pane.page
    for _ in range(40):
        hands.type("Alt+Down")
        place = spot(page.sight(), hands.current.end, "end")
        assert place is not None
        assert 0 < place.baseline < page.viewport().height()
    assert page.verticalScrollBar().value() > 0
    hands.settle()
    hands.do(Do.UNDO)
    assert hands.at == "Ruda:GPE?"


def test_that_characters_go_out_as_they_go_in(hands: Hands) -> None:
    hands.press(",", ",", ".", "Alt+.", "Alt+,")
    assert hands.at == "Grain Boar:ORG!"


def test_that_edges_pass_over_emoji_as_over_one_character(hands: Hands) -> None:
    hands.turn_to(wire.EMOJI)
    assert hands.at == "Ilse 🙂:PERSON?"
    hands.press(",")
    assert hands.at == "Ilse:PERSON!"
    hands.press("N", ",")
    assert hands.at == "Osmo:PERSON!"


def test_that_edges_within_two_seconds_share_an_act(hands: Hands) -> None:
    hands.press("Alt+Right", "Alt+Right", ",")
    assert hands.at == "Grain Board met i:ORG!"
    hands.do(Do.UNDO)
    assert hands.at == "Grain Board:ORG?"
    assert hands.acts() == ("", "edges")


def test_that_edges_that_share_an_act_are_redone_together(hands: Hands) -> None:
    hands.press("Alt+Right", "Alt+Right", ",")
    hands.do(Do.UNDO)
    hands.do(Do.REDO)
    assert hands.at == "Grain Board met i:ORG!"


def test_that_edges_of_another_annotation_are_another_act(hands: Hands) -> None:
    hands.press("Alt+Right", "N", "Alt+Right")
    hands.go("Grain Board met:ORG!")
    hands.press("Alt+Left")
    hands.do(Do.UNDO)
    assert hands.stored()[:2] == ["Grain Board met:ORG!", "Velm on:GPE!"]
    hands.do(Do.UNDO)
    assert hands.stored()[:2] == ["Grain Board met:ORG!", "Velm:GPE?"]


def test_that_an_edge_after_two_seconds_is_another_act(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edge_keys, "SAME_ACT", 0.0)
    hands.press("Alt+Right", "Alt+Right")
    hands.do(Do.UNDO)
    assert hands.at == "Grain Board met:ORG!"


def test_that_an_edge_after_an_undone_one_is_an_act_of_its_own(hands: Hands) -> None:
    hands.press("Alt+Right")
    hands.do(Do.UNDO)
    hands.press("Alt+Left")
    assert hands.at == "Grain:ORG!"
    hands.do(Do.UNDO)
    assert hands.at == "Grain Board:ORG?"
    assert hands.acts()[0] == ""


def test_that_the_card_moves_edges(hands: Hands) -> None:
    hands.window.inspector.edge_moved.emit("right", "out")
    hands.settle()
    assert hands.at == "Grain Board met:ORG!"


def test_that_parts_of_a_claim_are_kept_when_its_content_moves(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.press("Alt+Left")
    assert hands.at == "the harvest:assertion!"
    cue = hands.current.spans(Role.CUE)[0]
    assert hands.document.text[cue.start : cue.end] == "said"
