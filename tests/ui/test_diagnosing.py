"""Diagnostics are copied from the Help menu."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from curator.ui.do import Do
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_they_are_copied_and_said_to_be(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("")
    hands.do_quickly(Do.DIAGNOSTICS)
    hands.until(lambda: "Change sets: " in QGuiApplication.clipboard().text())
    assert hands.toast() == "Diagnostics are copied; no document's words"
