"""The queue in the window: it follows what is decided, filtered, closed and imported."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from curator.domain.annotation import Layer
from curator.domain.queue import DocumentRow, QueueFilter, Which
from curator.ui.do import Do
from curator.ui.queue.view import QueueView
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def row(hands: Hands, number: int) -> DocumentRow | None:
    """The row of a document as the queue has it."""
    rows = hands.window.queue._model._rows
    found = [one for held in rows.values() for one in held.values() if one.id == number]
    return found[0] if found else None


def documents(hands: Hands) -> int:
    return int(hands.window.queue_title._count.text() or 0)


def test_that_counts_of_a_row_follow_what_is_decided(hands: Hands) -> None:
    hands.until(lambda: row(hands, wire.HARVEST))
    hands.press("A", "X")

    def decided() -> int:
        shown = row(hands, wire.HARVEST)
        return shown.counts[Layer.ENTITY].decided if shown else 0

    hands.until(lambda: decided() == 2)
    hands.do(Do.UNDO)
    hands.until(lambda: decided() == 1)


def test_that_a_flag_is_shown_and_filtered_by(hands: Hands) -> None:
    hands.press("F")
    hands.window.queue.set_filter(QueueFilter(Which.FLAGGED))
    hands.until(lambda: documents(hands) == 1)
    hands.do(Do.UNDO)
    hands.until(lambda: documents(hands) == 0)
    hands.window.queue.set_filter(QueueFilter())
    hands.until(lambda: documents(hands) == 4)


def test_that_words_are_looked_for_in_texts(hands: Hands) -> None:
    QTest.keyClicks(hands.filter_box(), "strike")
    hands.until(lambda: documents(hands) == 1)
    hands.filter_box().clear()
    hands.until(lambda: documents(hands) == 4)


def test_that_a_document_that_is_done_leaves_what_is_to_do(hands: Hands) -> None:
    hands.session.closer.rule = "rejected"
    hands.window.queue.set_filter(QueueFilter(Which.TO_DO))
    hands.until(lambda: documents(hands) == 4)
    hands.press("D")
    hands.until(lambda: documents(hands) == 3)
    hands.window.queue.set_filter(QueueFilter())
    hands.until(lambda: documents(hands) == 4)


def test_that_imported_documents_are_listed(hands: Hands) -> None:
    hands.bring_in(*hands.texts(one="One."))
    hands.until(lambda: documents(hands) == 5)
    hands.settle()


def test_that_no_click_takes_the_keyboard_from_the_page(hands: Hands) -> None:
    """Letters act on the page only; a click on a button must not send them nowhere."""
    click = Qt.FocusPolicy.ClickFocus.value
    takers = [
        widget
        for widget in hands.window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy().value & click and widget.isEnabled()
    ]
    allowed = (QLineEdit, QPlainTextEdit, QueueView)
    assert [one for one in takers if not isinstance(one, allowed)] == []


def test_that_the_box_knows_the_labels_of_the_scheme(hands: Hands) -> None:
    hands.until(lambda: hands.window.queue.tools._labels)
    hands.filter_box().setText("label:nobody")
    hands.window.queue.tools.use()
    said = hands.filter_box().accessibleDescription()
    assert said.startswith("The scheme has no label nobody. Take PERSON, ORG")
    hands.filter_box().setText("label:sill label:LOC")
    hands.window.queue.tools.use()
    assert hands.window.queue.filter == QueueFilter()
    hands.filter_box().setText("label:LOC")
    hands.until(lambda: documents(hands) == 1)
    hands.window.queue.tools.set_filter(QueueFilter())
    hands.until(lambda: documents(hands) == 4)


def test_that_moving_on_stays_within_the_filter(hands: Hands) -> None:
    hands.window.queue.set_filter(QueueFilter(words="label:PERSON"))
    hands.until(lambda: documents(hands) == 2)
    hands.do(Do.NEXT_DOCUMENT)
    hands.until(lambda: hands.document.view.id == wire.EMOJI)
    hands.do(Do.NEXT_DOCUMENT)
    hands.until(lambda: hands.document.view.id == wire.HARVEST)


def test_that_a_document_leaves_what_describes_it_no_more(hands: Hands) -> None:
    hands.window.queue.set_filter(QueueFilter(words="entities:left"))
    hands.until(lambda: documents(hands) == 4)
    hands.turn_to(wire.STRIKE)
    hands.go("Velm:GPE?")
    hands.press("A")
    hands.until(lambda: documents(hands) == 3)
    hands.do(Do.UNDO)
    hands.until(lambda: documents(hands) == 4)
