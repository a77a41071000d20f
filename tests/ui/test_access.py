"""Every window that a person can open can be used without the mouse, and without seeing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, groupby
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QTableView, QWidget

from curator.domain.annotation import GONE, State
from curator.ui import paint
from curator.ui.actions import ACTIONS
from curator.ui.bulk.window import BulkWindow
from curator.ui.command_palette import Palette
from curator.ui.do import Do
from curator.ui.learning.window import LearningWindow
from curator.ui.preferring.window import PreferencesWindow
from curator.ui.queue.view import QueueView
from curator.ui.schemes.editor import SchemeEditor
from curator.ui.tokens import theme
from tests.ui import controls
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WINDOWS = (
    Do.BULK,
    Do.IDENTITIES,
    Do.SCHEME,
    Do.SECOND_LOOKS,
    Do.HISTORY,
    Do.LEARNING,
    Do.IDENTICAL,
    Do.LEDGER,
    Do.IMPORTS,
    Do.BACKUPS,
    Do.FIND_ALL,
    Do.COMMENT,
    Do.PALETTE,
    Do.KEYS,
    Do.PREFERENCES,
)
"""Actions that open a window of their own."""
MODAL = (Do.NEW, Do.EXPORT)
"""Actions that ask before anything else can be done."""


def opened(hands: Hands, do: Do) -> QWidget:
    """Open the window of an action."""
    before = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
    hands.do_quickly(do)

    def new() -> list[QWidget]:
        tops = set(QApplication.topLevelWidgets()) - before
        return [one for one in tops if one.isVisible() and isinstance(one, QDialog)]

    hands.until(new)
    (found,) = new()
    hands.settle()
    if isinstance(found, BulkWindow):
        hands.until(found.model.rowCount)
    found.activateWindow()
    hands.until(found.isActiveWindow)
    return found


def pages(found: QWidget) -> Iterator[QWidget]:
    """Turn to each page of a window that has some, once to the window of another."""
    if isinstance(found, SchemeEditor | LearningWindow | PreferencesWindow):
        summary = isinstance(found, SchemeEditor)  # which is shown before it is saved
        for place in range(found.findChildren(QStackedWidget)[0].count() - summary):
            found.show_page(place)
            yield found
    else:
        yield found


def asked(hands: Hands, do: Do, look: Callable[[QDialog], Any]) -> Any:
    """Open the modal window of an action and return what is seen there."""
    seen: list[Any] = []

    def answer(dialog: QDialog) -> None:
        dialog.activateWindow()
        hands.until(dialog.isActiveWindow)
        seen.append(look(dialog))

    hands.answer(QDialog, answer)
    hands.do_quickly(do)
    assert seen
    return seen[0]


@pytest.mark.parametrize("do", WINDOWS)
def test_that_a_window_is_named_and_so_is_all_in_it(hands: Hands, do: Do) -> None:
    found = opened(hands, do)
    assert found.windowTitle() or found.accessibleName()
    for page in pages(found):
        assert (controls.nameless(page), controls.untold(page)) == ([], [])
    found.close()


@pytest.mark.parametrize("do", MODAL)
def test_that_a_question_is_named_and_so_is_all_in_it(hands: Hands, do: Do) -> None:
    def look(dialog: QDialog) -> tuple[bool, list[QWidget], list[Any]]:
        titled = bool(dialog.windowTitle())
        return titled, controls.nameless(dialog), controls.untold(dialog)

    assert asked(hands, do, look) == (True, [], [])


def test_that_everything_in_the_window_is_named(hands: Hands) -> None:
    hands.do_quickly(Do.FIND)
    assert (controls.nameless(hands.window), controls.untold(hands.window)) == ([], [])
    hands.go(next(one for one in hands.shown() if "denial" in one or "assertion" in one))
    assert (controls.nameless(hands.window), controls.untold(hands.window)) == ([], [])


@pytest.mark.parametrize("do", WINDOWS)
def test_that_the_focus_is_seen_wherever_it_goes(hands: Hands, do: Do) -> None:
    found = opened(hands, do)
    for page in pages(found):
        assert controls.unseen(page) == []
    found.close()


@pytest.mark.parametrize("do", MODAL)
def test_that_the_focus_is_seen_in_a_question(hands: Hands, do: Do) -> None:
    assert asked(hands, do, controls.unseen) == []


def test_that_the_focus_is_seen_in_the_window(hands: Hands) -> None:
    hands.do_quickly(Do.FIND)
    assert controls.unseen(hands.window) == []


def test_that_every_action_has_a_key_or_is_found_in_the_palette(hands: Hands) -> None:
    hands.do_quickly(Do.PALETTE)
    (found,) = hands.window.findChildren(Palette)
    offered = {found._list.item(row).text() for row in range(found._list.count())}
    enabled = [
        row
        for row in ACTIONS
        if hands.window.menu_row.actions_by[row.do].isEnabled() and row.do is not Do.PALETTE
    ]
    assert [row.text for row in enabled if not row.keys and row.text not in offered] == []
    found.close()


def test_that_tab_goes_through_the_window_from_left_to_right_and_round(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.pane.focus_page()
    window = hands.window
    seen = controls.walked(window)
    parts = [window.pane, window.inspector, window.menu_row, window.queue, window.pane]
    met = [next((p for p in parts if p.isAncestorOf(one)), None) for one in seen]
    runs = [part for part, _ in groupby(part for part in met if part is not None)]
    assert runs == parts
    assert set(seen) == set(controls.focusable(window))


def test_that_what_was_made_later_is_reached_where_it_stands(hands: Hands) -> None:
    hands.go("Velm:GPE?")
    hands.go("Monday:DATE?")
    seen = controls.walked(hands.window)
    names = [one.accessibleName() for one in seen]
    first, last = names.index("Label PERSON (1)"), names.index("Accept")
    assert names.index("Close Inspector") < first < last < names.index("Order")


def test_that_shift_and_tab_goes_back(hands: Hands) -> None:
    there = controls.walked(hands.window)
    QTest.keyClick(hands.pane.page, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is there[-1]


@pytest.mark.parametrize("do", WINDOWS)
def test_that_tab_reaches_everything_in_a_window(hands: Hands, do: Do) -> None:
    """What a window has yet to read may come while it is walked; then it is walked again."""
    found = opened(hands, do)
    hands.until(lambda: set(controls.walked(found)) == set(controls.focusable(found)))
    found.close()


@pytest.mark.parametrize("tone", ["#000000", "#FFFFFF"])
def test_that_states_are_told_apart_by_their_form(qapp: QApplication, tone: str) -> None:
    marks = []
    for state, corrected in [*((one, False) for one in State), (State.ACCEPTED, True)]:
        if state in GONE:
            continue
        image = QImage(14, 14, QImage.Format.Format_Grayscale8)
        image.fill(128)
        painter = QPainter(image)
        paint.state_mark(painter, QPointF(1, 1), state, tone, theme("light"), corrected=corrected)
        painter.end()
        marks.append(image)
    assert all(one != other for one, other in combinations(marks, 2))


def test_that_rows_say_how_things_stand(hands: Hands) -> None:
    hands.press("A", "F")
    (listing,) = hands.window.inspector.findChildren(QTableView)
    rows = [str(listing.model().index(place, 0).data()) for place in range(2)]
    assert rows == ["ORG: Grain Board, accepted", "GPE: Velm, suggested"]
    (queue,) = hands.window.queue.findChildren(QueueView)
    first = queue.model().index(1, 0)
    hands.until(lambda: "flagged" in str(first.data(Qt.ItemDataRole.AccessibleTextRole)))
    assert "left" in str(first.data(Qt.ItemDataRole.AccessibleTextRole))
