"""Marks of edges to the pixel: where they stand, and how little is painted for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from curator.ui.page.marks import Mark, spot
from curator.ui.tokens import theme
from tests.ui.page.photo import Photo

DRAWN = "The [Grain Board:ORG!] met in Velm on Monday.\nNobody else came to it."


class Painted(QObject):
    """Remembers what of the viewport was painted anew."""

    def __init__(self, page) -> None:
        super().__init__(page)
        self.region = QRegion()
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:  # noqa: N802 - Qt's
        if event.type() is QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return super().eventFilter(watched, event)


@pytest.fixture(params=("light", "dark"))
def tokens(request, page):
    page.set_theme(theme(request.param))
    return theme(request.param)


def test_that_a_dragged_edge_is_a_bar_2_wide_upon_the_ring(page, tokens):
    photo = Photo(page, DRAWN, current=1)
    place = spot(page.sight(), 15, "end")
    page.show_marks([Mark(15, "end")])
    photo.take()
    for y in (place.baseline - 20, place.baseline - 5, place.baseline + 9):
        row = [photo.colour(round(place.x) + beside, y) for beside in range(1, 6)]
        assert [colour == tokens.focus for colour in row] == [False, True, True, False, False]


def test_that_a_stop_is_a_dashed_line_with_its_key_above(page, tokens):
    photo = Photo(page, DRAWN, current=1)
    place = spot(page.sight(), 19, "end")
    page.show_marks([Mark(19, "end", "↓")])
    photo.take()
    column = [photo.colour(round(place.x) - 1, place.baseline - 17 + y) for y in range(24)]
    assert 6 <= column.count(tokens.focus) <= 18
    assert photo.colour(round(place.x), place.baseline - 24) == tokens.raised
    page.show_marks(())
    photo.take()
    assert photo.colour(round(place.x), place.baseline - 24) == tokens.page


def test_that_marks_paint_only_what_is_around_them(page, qtbot):
    Photo(page, DRAWN, current=1)
    QApplication.processEvents()
    painted = Painted(page)
    page.show_marks([Mark(19, "end", "↓")])
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    QApplication.processEvents()
    place, area = spot(page.sight(), 19, "end"), painted.region.boundingRect()
    assert area.contains(round(place.x), round(place.baseline))
    assert area.width() <= 30
    assert area.height() <= 46
    painted.region = QRegion()
    page.show_marks([Mark(19, "end", "↓")])
    QApplication.processEvents()
    assert painted.region.isEmpty()


def test_that_marks_out_of_sight_are_not_painted(page):
    Photo(page, "[Grain:ORG!] rose.\n" * 90, current=1)
    assert spot(page.sight(), len(page.text) - 1, "end") is None
    page.show_marks([Mark(len(page.text) - 1, "end", "↓")])
    page.repaint()


def test_that_another_text_takes_marks_away(page):
    Photo(page, DRAWN, current=1)
    page.show_marks([Mark(19, "end", "↓")])
    page.open("Another.", ())
    assert page.marks == ()
