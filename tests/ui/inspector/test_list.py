"""The list of the document: sorted, picked from, and moved no further than needed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from curator.domain.annotation import (
    Link,
    State,
)
from curator.domain.scheme import Scheme
from curator.ui.inspector.facts import CardFacts
from curator.ui.inspector.listing import ROW, ListModel, Order
from curator.ui.inspector.panel import InspectorPanel
from tests.ui.inspector.drawn import LIGHT, TEXT, claim, entity

# The offscreen platform says so of every menu and of every window with sizes of its own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_the_list_is_sorted_by_place_and_by_score(scheme: Scheme) -> None:
    model = ListModel()
    inner = replace(claim(8), links=(Link("nested_in", 9),))
    rows = [
        entity(1, "Corvina", "VEHICLE", score=0.4),
        entity(2, "Varga", "PERSON", state=State.ACCEPTED),
        claim(9),
        inner,
        entity(3, "Cape Ruhn", "LOC", state=State.WITHDRAWN),
    ]
    model.set_annotations(rows, TEXT, scheme)
    listed = [model.index(row).data(ROW) for row in range(model.rowCount())]
    assert [row.annotation.id for row in listed] == [2, 8, 9, 1]
    assert [row.depth for row in listed] == [0, 1, 0, 0]
    model.set_order(Order.SCORE)
    listed = [model.index(row).data(ROW) for row in range(model.rowCount())]
    assert [row.annotation.id for row in listed] == [8, 9, 1, 2]
    assert (model.row_of(2), model.row_of(3), model.row_of(None)) == (3, -1, -1)


def test_that_a_row_of_the_list_is_picked(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    panel.show_list([entity(1, "Corvina", "VEHICLE"), claim()], TEXT, scheme)
    view = panel.findChild(QTableView)
    at = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(panel.picked) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == [1]
    panel.show_annotation(CardFacts(claim(), TEXT, scheme))
    assert view.currentIndex().row() == 0
    panel.show_nothing()
    assert not view.currentIndex().isValid()


def test_that_the_list_does_not_jump_with_a_line_more_or_less_on_the_card(
    panel: InspectorPanel, scheme: Scheme, qtbot: QtBot
) -> None:
    view = panel.findChild(QTableView)
    why = (("suggest", "found by rules"), ("history", "3 times ORG"))
    heights = []
    for reasons in (why, (), why[:1]):
        facts = CardFacts(entity(1, "Corvina", "VEHICLE"), TEXT, scheme, why=reasons)
        panel.show_annotation(facts)
        qtbot.wait(1)
        heights.append(view.height())
    assert len(set(heights)) == 1
    panel.show_annotation(CardFacts(claim(), TEXT, scheme))
    qtbot.waitUntil(lambda: view.height() < heights[0])


def test_that_the_list_follows_the_current_row_and_moves_what_is_in_view(
    panel: InspectorPanel, scheme: Scheme
) -> None:
    many = [entity(number, "Corvina", "VEHICLE") for number in range(1, 201)]
    panel.show_list(many, TEXT, scheme)
    panel.show_annotation(CardFacts(many[0], TEXT, scheme))
    view = panel.findChild(QTableView)
    port = view.viewport().rect()
    place = 0
    for one in many[:60]:
        panel.show_annotation(CardFacts(one, TEXT, scheme))
        row = view.visualRect(view.currentIndex())
        assert port.contains(row)
        moved, place = view.verticalScrollBar().value() - place, view.verticalScrollBar().value()
        assert moved <= 4 * row.height()
    panel.show_annotation(CardFacts(many[180], TEXT, scheme))
    middle = view.visualRect(view.currentIndex()).center().y()
    assert abs(middle - port.center().y()) <= row.height()
    panel.show_annotation(CardFacts(many[0], TEXT, scheme))
    assert view.verticalScrollBar().value() == 0


def test_that_the_current_row_is_marked_inside_its_margins_only(
    panel: InspectorPanel, scheme: Scheme
) -> None:
    panel.show_list([entity(1, "Corvina", "VEHICLE"), claim()], TEXT, scheme)
    panel.show_annotation(CardFacts(claim(), TEXT, scheme))
    view = panel.findChild(QTableView)
    image = view.viewport().grab().toImage()
    rows = [view.visualRect(view.model().index(row, 0)).center().y() for row in (0, 1)]
    current, other = ([image.pixelColor(x, y).name().upper() for x in (3, 12)] for y in rows)
    assert current == [other[0], LIGHT.accent_wash]
