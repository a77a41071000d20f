"""The card beside the pointer: it comes when the pointer rests, and is never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.ui.hovering.card import HoverCard
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.page.mouse import move

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def card(hands: Hands) -> HoverCard:
    return hands.pane.findChildren(HoverCard)[-1]


def place(hands: Hands, words: str) -> QPoint:
    """The middle of an annotation on the viewport."""
    one = hands.find(words)
    run = hands.pane.page.sight().runs(one.anchor.start, one.anchor.end)[0]
    return QPoint(round((run.left + run.right) / 2), round(run.baseline) - 5)


def rest(hands: Hands, words: str) -> HoverCard:
    move(hands.pane.page, place(hands, words), down=False)
    hands.until(card(hands).isVisible)
    return card(hands)


def test_that_resting_tells_label_state_confidence_and_suggester(hands: Hands) -> None:
    found = rest(hands, "Velm:GPE?")
    assert found.accessibleName() == "GPE, entity, suggested"
    assert "machine-entity" in found.accessibleDescription()


def test_that_a_claim_tells_its_own(hands: Hands) -> None:
    found = rest(hands, "the harvest fell:assertion?")
    assert found.accessibleName().startswith("assertion, claim")


def test_that_what_was_added_by_hand_says_so(hands: Hands) -> None:
    hands.select("wept")
    hands.press("1")
    hands.press("N")
    assert "added by hand" in rest(hands, "wept:PERSON+").accessibleDescription()


def test_that_a_click_goes_through_to_the_annotation(hands: Hands) -> None:
    found = rest(hands, "Velm:GPE?")
    assert found.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    QTest.mouseClick(
        hands.pane.page.viewport(), Qt.MouseButton.LeftButton, pos=place(hands, "Velm:GPE?")
    )
    assert hands.at == "Velm:GPE?"
    assert not found.isVisible()


def test_that_the_card_does_not_cover_what_it_tells_about(hands: Hands) -> None:
    found, page = rest(hands, "Osmo:PERSON?"), hands.pane.page
    at = page.viewport().mapTo(hands.pane, place(hands, "Osmo:PERSON?"))
    assert not found.geometry().contains(at)
    assert hands.pane.rect().contains(found.geometry())


def test_that_a_key_or_leaving_takes_it_away(hands: Hands) -> None:
    found = rest(hands, "Velm:GPE?")
    hands.type("L")
    assert not found.isVisible()
    hands.type("L")
    found = rest(hands, "Osmo:PERSON?")
    QApplication.sendEvent(hands.pane.page.viewport(), QEvent(QEvent.Type.Leave))
    assert not found.isVisible()


def test_that_near_the_lower_edge_it_lies_above(hands: Hands) -> None:
    found = rest(hands, "Velm:GPE?")
    low = QRect(100, hands.pane.height() - 30, 40, 20)
    facts = hands.session.screen.facts(hands.find("Velm:GPE?"))
    found.show_facts(facts, beside=low)
    assert found.geometry().bottom() <= low.top() + 5
    found.hide()


def test_that_the_pointer_over_bare_text_shows_nothing(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    before = card(hands)
    move(hands.pane.page, QPoint(5, 5), down=False)
    QTest.qWait(600)
    assert not before.isVisible()
