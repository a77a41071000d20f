"""Edges are moved by word and by character; what belongs together is one act."""

from __future__ import annotations

import pytest

from curator.domain.annotation import Role
from curator.ui.actions import Do
from curator.ui.review import reviewer
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
    ],
)
def test_that_an_edge_key_moves_an_edge_and_stays(hands: Hands, key: str, words: str) -> None:
    hands.press(key)
    assert hands.at == f"{words}:ORG!"
    assert hands.stored()[0] == f"{words}:ORG!"


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
    monkeypatch.setattr(reviewer, "SAME_ACT", 0.0)
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
