"""A claim is rejected with a reason that is chosen by letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from curator.domain.decisions import Reason
from curator.ui.do import Do
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CLAIM = "the harvest fell:assertion?"


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


@pytest.mark.parametrize(
    ("letter", "reason"),
    [
        (Qt.Key.Key_N, Reason.NOT_A_CLAIM),
        (Qt.Key.Key_S, Reason.WRONG_SPAN),
        (Qt.Key.Key_O, Reason.WRONG_SOURCE),
    ],
)
def test_that_a_letter_rejects_a_claim_for_its_reason(
    hands: Hands, letter: Qt.Key, reason: Reason
) -> None:
    hands.go(CLAIM)
    number = hands.current.id
    hands.press("Shift+X")
    QTest.keyClick(menu(), letter)
    hands.settle()
    document = hands.session.screen.document
    assert document is not None
    one = document.get(number)
    assert one is not None
    assert one.state.value == "rejected"
    assert one.reason == reason.value
    assert hands.current is None or hands.current.id != number
    assert hands.sound()


def test_that_escape_rejects_nothing(hands: Hands) -> None:
    hands.go(CLAIM)
    before = hands.stored()
    hands.press("Shift+X")
    QTest.keyClick(menu(), Qt.Key.Key_Escape)
    hands.settle()
    assert hands.stored() == before


def test_that_an_entity_is_rejected_without_asking(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.do_quickly(Do.REJECT_BECAUSE)
    hands.settle()
    assert QApplication.activePopupWidget() is None
    assert "Velm:GPE-" in hands.stored()
