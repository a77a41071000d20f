"""The window: what it shows at which width."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget

from tests.ui.hands import Hands


def queue_shown(hands: Hands) -> bool:
    dock = hands.window.findChild(QDockWidget, "Queue")
    assert isinstance(dock, QDockWidget)
    return not dock.isHidden()


def test_that_the_queue_makes_room_in_a_narrow_window_and_comes_back(hands: Hands) -> None:
    hands.window.resize(1440, 900)
    assert queue_shown(hands)
    hands.window.resize(1000, 700)
    hands.until(lambda: not queue_shown(hands))
    hands.window.resize(1440, 900)
    hands.until(lambda: queue_shown(hands))


def test_that_a_queue_that_was_closed_stays_closed_in_a_wide_window(hands: Hands) -> None:
    hands.window.resize(1440, 900)
    dock = hands.window.findChild(QDockWidget, "Queue")
    assert isinstance(dock, QDockWidget)
    dock.hide()
    hands.window.resize(1000, 700)
    hands.window.resize(1440, 900)
    assert not queue_shown(hands)
    dock.show()
