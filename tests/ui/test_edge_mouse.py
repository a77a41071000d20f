"""Dragging an edge in the window is one act that undo takes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from curator.domain.annotation import Role
from curator.store.project import Project
from curator.ui.do import Do
from curator.ui.page.marks import spot
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.page.mouse import move

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.MouseButton.LeftButton


def drag(hands: Hands, words: str, to: str) -> None:
    """Drag the right edge of some words to behind others, in two moves."""
    page, text = hands.pane.page, hands.document.text

    def behind(what: str) -> QPoint:
        place = spot(page.sight(), text.index(what) + len(what), "end")
        assert place is not None
        return QPoint(round(place.x), int(place.baseline) - 4)

    QTest.mousePress(page.viewport(), LEFT, pos=behind(words))
    move(page, behind(to) - QPoint(4, 0), down=True)
    move(page, behind(to), down=True)
    QTest.mouseRelease(page.viewport(), LEFT, pos=behind(to))
    hands.settle()


def test_that_a_dragged_edge_is_one_act(hands: Hands) -> None:
    drag(hands, "Grain Board", "Board met in")
    assert hands.at == "Grain Board met in:ORG!"
    assert hands.stored()[0] == "Grain Board met in:ORG!"
    drag(hands, "Board met in", "Board met")
    assert hands.at == "Grain Board met:ORG!"
    hands.do(Do.UNDO)
    assert hands.at == "Grain Board met in:ORG!"
    hands.do(Do.UNDO)
    assert hands.at == "Grain Board:ORG?"


def test_that_a_dragged_edge_keeps_id_proposal_and_neighbours(hands: Hands) -> None:
    before = hands.current
    others = hands.shown()[1:]
    drag(hands, "Grain Board", "Board met in")
    assert hands.current.id == before.id
    assert hands.current.proposed is not None
    assert hands.current.proposed.parts == before.parts
    assert hands.shown()[1:] == others


def test_that_a_source_is_dragged_where_it_stands(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    drag(hands, "Its head", "Its head said")
    source = hands.current.spans(Role.SOURCE)[0]
    assert hands.document.text[source.start : source.end] == "head said"
    assert hands.current.spans(Role.CUE)[0].start == source.end - 4


def test_that_nothing_is_dragged_in_a_project_that_another_holds(
    window: Hands, template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path)
    with Project.open(path, write=True):
        window.open(path)
        drag(window, "Grain Board", "Board met in")
        assert window.at == "Grain Board:ORG?"
        assert window.painted() == window.stored()
        window.controller.leave_project()
