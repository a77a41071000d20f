"""The inspector shows an annotation whole and offers its verbs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.annotation import (
    Part,
    Proposal,
    Role,
    State,
)
from curator.domain.scheme import Scheme
from curator.ui import fonts
from curator.ui.do import Do
from curator.ui.inspector.facts import CardFacts, listed_quote, state_word
from curator.ui.inspector.head import ChipButton
from curator.ui.inspector.panel import InspectorPanel
from curator.ui.inspector.slot import HINT, Slot, wrap
from curator.ui.paint import level, score_text
from curator.ui.tokens import theme
from tests.ui.inspector.drawn import TEXT, claim, entity

# The offscreen platform says so of every menu and of every window with sizes of its own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def button(panel: QWidget, name: str) -> QAbstractButton:
    found = [b for b in panel.findChildren(QAbstractButton) if b.accessibleName() == name]
    return next(b for b in found if b.isVisible())


def press(qtbot: QtBot, target: QAbstractButton) -> None:
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)


def test_that_verbs_are_pressed_on_either_card(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    heard: list[str] = []
    panel.accepted.connect(lambda: heard.append("accept"))
    panel.rejected.connect(lambda: heard.append("reject"))
    panel.skipped.connect(lambda: heard.append("skip"))
    for shown in (entity(1, "Corvina", "VEHICLE"), claim()):
        panel.show_annotation(CardFacts(shown, TEXT, scheme))
        for name in ("Accept", "Reject", "Skip"):
            press(qtbot, button(panel, name))
    assert heard == ["accept", "reject", "skip"] * 2


def test_that_the_verdict_it_has_is_not_offered(panel: InspectorPanel, scheme: Scheme) -> None:
    accepted = entity(1, "Corvina", "VEHICLE", state=State.ACCEPTED)
    panel.show_annotation(CardFacts(accepted, TEXT, scheme))
    assert not button(panel, "Accept").isEnabled()
    assert button(panel, "Reject").isEnabled()


def test_that_a_label_is_chosen_by_its_chip(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    panel.show_annotation(CardFacts(entity(1, "Cape Ruhn", "LOC"), TEXT, scheme))
    with qtbot.waitSignal(panel.relabelled) as heard:
        press(qtbot, button(panel, "Label ORG (2)"))
    assert heard.args == ["ORG"]


def test_that_a_claims_type_is_chosen_in_a_menu(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    panel.show_annotation(CardFacts(claim(), TEXT, scheme))
    press(qtbot, next(c for c in panel.findChildren(ChipButton) if c.isVisible()))
    menu = panel.findChild(QMenu)
    with qtbot.waitSignal(panel.relabelled) as heard:
        next(action for action in menu.actions() if action.data() == "promise").trigger()
    menu.close()
    assert heard.args == ["promise"]


def test_that_edges_go_out_and_in(panel: InspectorPanel, scheme: Scheme, qtbot: QtBot) -> None:
    panel.show_annotation(CardFacts(entity(1, "Cape Ruhn", "LOC"), TEXT, scheme))
    heard: list[tuple[str, str]] = []
    panel.edge_moved.connect(lambda side, way: heard.append((side, way)))
    for name in ("Left edge out", "Left edge in", "Right edge in", "Right edge out"):
        press(qtbot, button(panel, name))
    assert heard == [("left", "out"), ("left", "in"), ("right", "in"), ("right", "out")]


def test_that_slots_say_what_they_hold_and_are_put_in_edit(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    facts = CardFacts(claim(), TEXT, scheme, kept=frozenset({Role.CUE}))
    panel.show_annotation(facts)
    slots = {slot.role: slot for slot in panel.findChildren(Slot)}
    assert [slots[role].accessibleName() for role in (Role.CUE, Role.MEDIUM)] == [
        "Cue: denied, kept",
        "Medium: none, suggested",
    ]
    with qtbot.waitSignal(panel.part_edit) as heard:
        press(qtbot, slots[Role.SOURCE])
    assert heard.args == ["source"]
    before = slots[Role.SOURCE].heightForWidth(320)
    panel.edit(Role.SOURCE)
    assert [slot.role for slot in slots.values() if slot.in_edit] == [Role.SOURCE]
    assert slots[Role.SOURCE].heightForWidth(320) > before
    qtbot.waitUntil(lambda: slots[Role.SOURCE].height() == slots[Role.SOURCE].heightForWidth(328))
    panel.edit(None)
    assert not any(slot.in_edit for slot in slots.values())
    assert HINT


def test_that_a_slot_picked_anew_is_corrected(panel: InspectorPanel, scheme: Scheme) -> None:
    machine = claim()
    parts = (Part(Role.SOURCE, 0, 5), Part(Role.CUE, 6, 12), Part(Role.CONTENT, 13, 74))
    picked = replace(
        machine,
        parts=parts,
        state=State.ACCEPTED,
        proposed=Proposal("denial", machine.parts, {}),
    )
    panel.show_annotation(CardFacts(picked, TEXT, scheme))
    names = [slot.accessibleName() for slot in panel.findChildren(Slot)]
    assert "Cue: denied, kept" in names
    assert any(name.startswith("Content:") and name.endswith("corrected") for name in names)


def test_that_an_attribute_is_set_from_its_values(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    panel.show_annotation(CardFacts(claim(), TEXT, scheme))
    press(qtbot, button(panel, "Polarity: positive"))
    menu = panel.findChild(QMenu)
    with qtbot.waitSignal(panel.attribute_set) as heard:
        next(action for action in menu.actions() if action.data() == "negative").trigger()
    menu.close()
    assert heard.args == ["polarity", "negative"]


def test_that_the_empty_card_offers_the_next_step(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.show_nothing(
        "done", "Nothing left to decide here", "47 of 47", action="Done", do=Do.CLOSE
    )
    with qtbot.waitSignal(panel.empty_acted):
        press(qtbot, button(panel, "Done"))


def test_that_a_narrow_card_leaves_out_key_caps_first(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    panel.show_annotation(CardFacts(claim(), TEXT, scheme))
    accept, skip = button(panel, "Accept"), button(panel, "Skip")
    wide = skip.sizeHint().width()
    panel.resize(300, 800)
    qtbot.waitUntil(lambda: accept.width() == accept.sizeHint().width())
    assert skip.width() < wide


def test_that_everything_on_the_card_takes_another_theme(
    panel: InspectorPanel, scheme: Scheme
) -> None:
    panel.show_annotation(CardFacts(claim(), TEXT, scheme))
    for name in ("dark", "light"):
        panel.set_theme(theme(name))
        corner = panel.grab().toImage().pixelColor(2, 2)
        assert corner.name().upper() == theme(name).panel


def test_that_long_words_are_wrapped_into_three_lines(qtbot: QtBot) -> None:
    font = fonts.reading(14)
    measure: Callable[[str], float] = lambda line: fonts.wide(line, font)  # noqa: E731
    lines = wrap("that her ships " * 30, font, 200)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(measure(line) <= 201 for line in lines)
    assert wrap("Varga", font, 200) == ["Varga"]


def test_that_scores_have_three_levels_and_a_short_form() -> None:
    assert [level(score) for score in (0.2, 0.5, 0.79, 0.8)] == [1, 2, 2, 3]
    assert [score_text(score) for score in (0.88, 0.0, 0.999)] == [".88", ".00", "1.0"]


def test_that_states_are_words(scheme: Scheme) -> None:
    assert state_word(entity(1, "Varga", "PERSON", state=State.UNSURE)) == "unsure"
    by_hand = entity(1, "Varga", "PERSON", state=State.ACCEPTED, suggester_id=None)
    assert state_word(by_hand) == "added by hand"
    assert listed_quote(claim(), TEXT).startswith("that her ships")
