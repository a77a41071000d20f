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


def test_that_the_inspector_is_a_drawer_where_there_is_no_room_beside_the_page(
    hands: Hands,
) -> None:
    window = hands.window
    window.resize(1440, 900)
    beside = window.inspector.mapTo(window, window.inspector.rect().topLeft()).x()
    window.resize(980, 700)
    hands.until(lambda: window.inspector.width() > 900)
    below = window.inspector.mapTo(window, window.inspector.rect().topLeft())
    assert below.x() < beside
    assert below.y() > window.pane.height()
    assert window.inspector.height() < 230
    hands.press("A")
    window.resize(1440, 900)
    hands.until(lambda: window.inspector.width() < 520)
    assert window.inspector.isVisible()


def test_that_docks_have_their_widths_again_in_a_wide_window(hands: Hands) -> None:
    window = hands.window
    window.resize(1440, 900)
    hands.until(lambda: window.inspector.isVisible() and window.queue.isVisible())
    hands.until(lambda: not window.docks._later.isActive())
    before = (window.queue.width(), window.inspector.width())
    window.resize(980, 700)
    hands.until(lambda: window.inspector.width() > 900)
    window.resize(1440, 900)
    hands.until(lambda: (window.queue.width(), window.inspector.width()) == before)


def test_that_a_closed_drawer_stays_closed_beside_the_page(hands: Hands) -> None:
    window = hands.window
    window.resize(980, 700)
    window.docks.toggle_inspector()
    window.resize(1440, 900)
    assert not window.inspector.isVisible()
    window.docks.toggle_inspector()
    assert window.inspector.isVisible()
