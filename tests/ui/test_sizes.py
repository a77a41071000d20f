"""Sizes that a person chooses: density, reading text, length of line, reading alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from curator.ui.do import Do
from curator.ui.metrics import COMFORTABLE, DENSITIES, LARGEST, LONGEST, SHORTEST, SMALLEST, sized
from curator.ui.queue.view import QueueView
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def usual(hands: Hands) -> Iterator[None]:
    yield
    hands.do(Do.COMFORTABLE)
    hands.controller._preferences.column = COMFORTABLE.column
    hands.window.read(on=False)
    hands.window.resize(1440, 900)


def text_size(hands: Hands) -> int:
    return hands.pane.page.document().defaultFont().pixelSize()


@pytest.mark.parametrize(
    ("density", "reading", "pitch"),
    [
        ("compact", 0, 25),
        ("comfortable", 0, 31),
        ("large", 0, 37),
        ("comfortable", 24, 44),
        ("compact", 24, 40),
        ("no such density", 0, 31),
    ],
)
def test_that_the_pitch_follows_density_and_size(density: str, reading: int, pitch: int) -> None:
    assert sized(density, reading=reading).pitch == pitch


def test_that_sizes_stay_within_their_limits() -> None:
    assert sized("large", reading=99).reading == LARGEST
    assert sized("large", reading=1).reading == SMALLEST
    assert (sized("large", column=9).column, sized("large", column=999).column) == (
        SHORTEST,
        LONGEST,
    )


@pytest.mark.parametrize("density", DENSITIES)
def test_that_the_size_of_a_density_is_that_density_itself(density: str) -> None:
    chosen = DENSITIES[density]
    assert sized(density, reading=round(chosen.reading)) == chosen


def test_that_keys_make_the_text_larger_smaller_and_as_usual(hands: Hands) -> None:
    hands.type("Ctrl+Plus")
    hands.type("Ctrl+Plus")
    assert text_size(hands) == 19
    assert hands.pane.page.measures.pitch == round(31 * 19 / 17)
    hands.type("Ctrl+-")
    assert text_size(hands) == 18
    hands.type("Ctrl+0")
    assert text_size(hands) == 17


def test_that_the_text_has_a_largest_and_a_smallest_size(hands: Hands) -> None:
    for _ in range(12):
        hands.do_quickly(Do.TEXT_LARGER)
    assert text_size(hands) == LARGEST
    hands.do_quickly(Do.TEXT_SMALLER)
    assert text_size(hands) == LARGEST - 1


def test_that_a_density_sets_text_and_rows_and_is_remembered(hands: Hands) -> None:
    hands.do(Do.COMPACT)
    assert text_size(hands) == 15
    queue = hands.window.queue.findChild(QueueView)
    assert isinstance(queue, QueueView)
    assert queue.visualRect(queue.model().index(1, 0)).height() == 40
    (listing,) = (
        view for view in hands.window.inspector.findChildren(QTableView) if view.accessibleName()
    )
    assert listing.rowHeight(0) == 24
    assert hands.controller._preferences.density == "compact"
    hands.type("Ctrl+Plus")
    hands.do(Do.LARGE)
    assert (text_size(hands), hands.controller._preferences.reading) == (20, 0)


def test_that_the_menu_tells_which_density_is_in_force(hands: Hands) -> None:
    hands.do(Do.LARGE)
    made = hands.window.menu_row.actions_by
    marked = [do for do in (Do.COMPACT, Do.COMFORTABLE, Do.LARGE) if made[do].isChecked()]
    assert marked == [Do.LARGE]


def test_that_lines_become_longer_up_to_a_limit(hands: Hands) -> None:
    hands.window.resize(1900, 900)
    before = hands.pane.page.measures.column
    hands.do_quickly(Do.LINES_LONGER)
    assert hands.pane.page.measures.column > before
    for _ in range(8):
        hands.do_quickly(Do.LINES_LONGER)
    assert hands.controller._preferences.column == LONGEST
    for _ in range(12):
        hands.do_quickly(Do.LINES_SHORTER)
    assert hands.controller._preferences.column == SHORTEST


def test_that_the_first_line_in_sight_stays_there(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    page = hands.pane.page
    page.verticalScrollBar().setValue(60)
    top = next(line.start for line in page.sight().lines if line.top >= 0)
    hands.type("Ctrl+Plus")
    assert next(line.start for line in page.sight().lines if line.top >= 0) == top


def test_that_reading_has_neither_docks_nor_an_end_until_esc(hands: Hands) -> None:
    window, docks = hands.window, hands.window.docks
    column = hands.pane.page.measures.column
    hands.type("F11")
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    assert not window.queue.isVisible()
    assert not window.inspector.isVisible()
    window.resize(1600, 900)
    measures = hands.pane.page.measures
    assert measures.column == column
    assert abs(measures.left * 2 + column - hands.pane.page.viewport().width()) < 20
    assert not window.queue.isVisible()
    hands.type("Escape")
    assert not docks.reading
    assert window.queue.isVisible()
    assert window.inspector.isVisible()
    assert not window.windowState() & Qt.WindowState.WindowFullScreen


def test_that_esc_leaves_the_find_bar_before_the_reading(hands: Hands) -> None:
    hands.type("F11")
    hands.type("Ctrl+F")
    hands.pane.focus_page()
    hands.type("Escape")
    assert hands.pane.find_bar.isHidden()
    assert hands.window.docks.reading
    hands.type("F11")
    assert not hands.window.docks.reading


def test_that_a_closed_dock_stays_closed_after_reading(hands: Hands) -> None:
    hands.do(Do.INSPECTOR)
    hands.type("F11")
    hands.type("F11")
    assert not hands.window.inspector.isVisible()
    assert hands.window.queue.isVisible()
    hands.do(Do.INSPECTOR)
    assert hands.window.inspector.isVisible()
