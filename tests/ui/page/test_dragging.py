"""Edges of the current annotation are dragged with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from curator.domain.annotation import Part, Role
from curator.ui.page.dragging import EdgeDrag
from curator.ui.page.handles import Handle, dragged, handle_at
from curator.ui.page.marks import spot
from tests.ui.page.mouse import move
from tests.ui.page.pictures import picture

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
BOARD = "The old [Grain Board:ORG!] met in [Velm:GPE?] today."
TALK = "{The head:1.source} {said:1.cue} {the grain:1.content.denial?} {in Velm:1.content} fell."


class Mouse:
    """A page with one current annotation, and a hand on the mouse."""

    def __init__(self, page, drawn: str, current: int = 1) -> None:
        self.page = page
        self.text, annotations = picture(drawn)
        page.open(self.text, annotations)
        page.set_current(current)
        page.repaint()
        self.may = True
        self.drag = EdgeDrag(page, lambda: self.may, page)
        self.dropped: list[str] = []
        self.drag.dropped.connect(lambda one: self.dropped.append(self.words(one)))

    def words(self, one) -> str:
        return " | ".join(self.text[part.start : part.end] for part in one.parts)

    @property
    def shown(self) -> str:
        return self.words(self.page.annotation(self.page.current))

    def at(self, offset: int, edge: str = "end") -> QPoint:
        place = spot(self.page.sight(), offset, edge)
        return QPoint(round(place.x), int(place.baseline) - 4)

    def press(self, words: str, edge: str = "end") -> None:
        start = self.text.index(words)
        offset = start if edge == "start" else start + len(words)
        QTest.mousePress(self.page.viewport(), LEFT, pos=self.at(offset, edge))

    def pull(self, words: str, held=NONE) -> None:
        """Move the pointer to behind some words while the button is down."""
        move(self.page, self.at(self.text.index(words) + len(words)), held, down=True)

    def release(self, held=NONE) -> None:
        QTest.mouseRelease(self.page.viewport(), LEFT, held, QPoint(1, 1))


@pytest.fixture
def mouse(page):
    made = Mouse(page, BOARD)
    yield made
    made.drag.close()


def test_that_a_dragged_edge_is_shown_snapped_and_told_when_it_is_let_go(mouse):
    mouse.press("Grain Board")
    mouse.pull("Board m")
    assert mouse.shown == "Grain Board"
    mouse.pull("Board me")
    assert mouse.shown == "Grain Board met"
    mouse.pull("met i")
    mouse.pull("met in")
    assert [(mark.offset, mark.edge, mark.key) for mark in mouse.page.marks] == [(26, "end", "")]
    assert mouse.dropped == []
    mouse.release()
    assert mouse.dropped == ["Grain Board met in"]
    assert (mouse.shown, mouse.page.marks) == ("Grain Board", ())


def test_that_the_left_edge_is_dragged_out_and_in(mouse):
    mouse.press("Grain Board", "start")
    mouse.pull("The ol")
    assert mouse.shown == "old Grain Board"
    mouse.pull("Grain ")
    assert mouse.shown == "Board"
    mouse.release()
    assert mouse.dropped == ["Board"]


def test_that_alt_drags_by_character_at_once(mouse):
    mouse.press("Grain Board")
    mouse.pull("Grain Boa", ALT)
    assert mouse.shown == "Grain Boa"
    QTest.keyRelease(mouse.page, Qt.Key.Key_Alt)
    assert mouse.shown == "Grain Board"
    QTest.keyPress(mouse.page, Qt.Key.Key_Alt)
    assert mouse.shown == "Grain Boa"
    mouse.release(ALT)
    assert mouse.dropped == ["Grain Boa"]


def test_that_alt_takes_characters_in_a_drag_over_text_at_once(page, qtbot):
    mouse = Mouse(page, "The old Grain [Board:ORG!] met.")
    mouse.press("The o")
    mouse.pull("Gra")
    assert mouse.text[slice(*page.dragged)] == "old Grain"
    qtbot.keyPress(page, Qt.Key.Key_Alt)
    assert mouse.text[slice(*page.dragged)] == "ld Gra"
    qtbot.keyRelease(page, Qt.Key.Key_Alt)
    assert mouse.text[slice(*page.dragged)] == "old Grain"
    mouse.release()
    mouse.drag.close()


def test_that_escape_lets_go_without_a_change(mouse, qtbot):
    mouse.press("Grain Board")
    mouse.pull("met")
    qtbot.keyClick(mouse.page, Qt.Key.Key_Escape)
    assert (mouse.shown, mouse.page.marks) == ("Grain Board", ())
    mouse.pull("met in")
    assert mouse.shown == "Grain Board"
    mouse.release()
    assert mouse.dropped == []
    mouse.press("Grain Board")
    mouse.pull("met")
    mouse.release()
    assert mouse.dropped == ["Grain Board met"]


def test_that_an_edge_back_where_it_was_is_no_act(mouse):
    mouse.press("Grain Board")
    mouse.pull("met")
    mouse.pull("Grain Board")
    mouse.release()
    assert mouse.dropped == []


def test_that_something_is_always_left(mouse):
    mouse.press("Grain Board")
    mouse.pull("The")
    assert mouse.shown == "Grain Board"
    mouse.pull("Gra")
    mouse.pull("The")
    mouse.release()
    assert mouse.dropped == ["Grain"]


def test_that_a_click_on_an_edge_is_a_click(mouse, qtbot):
    with qtbot.waitSignal(mouse.page.picked) as picked:
        QTest.mouseClick(mouse.page.viewport(), LEFT, pos=mouse.at(19) - QPoint(2, 0))
    assert (picked.args, mouse.dropped) == ([1], [])


def test_that_only_the_current_annotation_has_edges_to_drag(mouse):
    mouse.press("Velm")
    mouse.pull("today")
    mouse.release()
    assert mouse.dropped == []
    assert mouse.page.selection() is not None


def test_that_no_edge_is_dragged_where_nothing_can_be_decided(mouse):
    mouse.may = False
    mouse.press("Grain Board")
    mouse.pull("met in")
    mouse.release()
    assert mouse.dropped == []


def test_that_a_drag_ends_when_another_annotation_is_current(mouse):
    mouse.press("Grain Board")
    mouse.pull("met")
    mouse.page.set_current(2)
    mouse.pull("met in")
    assert mouse.words(mouse.page.annotation(1)) == "Grain Board"
    mouse.release()
    assert mouse.dropped == []


def test_that_the_pointer_shows_where_an_edge_is(mouse):
    end = mouse.text.index(" met")
    for offset, shape in (
        (end, Qt.CursorShape.SplitHCursor),
        (end - 3, Qt.CursorShape.IBeamCursor),
    ):
        move(mouse.page, mouse.at(offset), down=False)
        assert mouse.page.viewport().cursor().shape() is shape


def test_that_the_page_scrolls_while_the_pointer_is_beyond_its_edge(page, qtbot):
    line = "The harbour was quiet all night, and no ship came in. "
    mouse = Mouse(page, "[Grain:ORG!] rose.\n" + "\n".join([line] * 60))
    mouse.press("Grain")
    move(page, QPoint(200, page.viewport().height() + 5), down=True)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 3, timeout=5000)
    assert len(mouse.shown) > 300
    mouse.release()
    mouse.drag.close()


@pytest.mark.parametrize(
    ("words", "edge", "to", "parts"),
    [
        ("The head", "end", "head said", "The head said | said | the grain | in Velm"),
        ("said", "start", "The ", "The head | head said | the grain | in Velm"),
        ("in Velm", "end", "fell", "The head | said | the grain | in Velm fell"),
        ("the grain", "end", "fell", "The head | said | the grain | in Velm"),
    ],
)
def test_that_every_part_of_a_claim_has_edges(page, words, edge, to, parts):
    mouse = Mouse(page, TALK)
    mouse.press(words, edge)
    mouse.pull(to)
    mouse.release()
    assert (mouse.dropped or [mouse.shown]) == [parts]
    mouse.drag.close()


def test_that_the_nearer_of_two_edges_is_meant(page):
    mouse = Mouse(page, TALK)
    one, sight = page.annotation(1), page.sight()
    end = QPointF(mouse.at(8))
    near = {
        shift: handle_at(sight, page.measures, one, end + QPointF(shift, 0)) for shift in (-3, 1)
    }
    assert near[-3] == near[1] == Handle(Role.SOURCE, 0, "end")
    beside = QPointF(mouse.at(9, "start"))
    assert handle_at(sight, page.measures, one, beside) == Handle(Role.CUE, 0, "start")
    assert handle_at(sight, page.measures, one, beside + QPointF(0, 30)) is None
    mouse.drag.close()


@pytest.mark.parametrize(
    ("drawn", "words"), [("אב [גד:GPE!] הו", "גד"), ("a [🙂👩‍🚒:PERSON!] b", "🙂👩‍🚒")]
)
def test_that_edges_stand_where_their_characters_end(page, drawn, words):
    mouse = Mouse(page, drawn)
    start = mouse.text.index(words)
    first = spot(page.sight(), start, "start")
    last = spot(page.sight(), start + len(words), "end")
    run = page.sight().runs(start, start + len(words))[0]
    assert {round(first.x), round(last.x)} == {round(run.left), round(run.right)}
    assert (first.x > last.x) == (first.inward < 0) == ("א" in drawn)
    mouse.drag.close()


def test_that_a_dragged_part_is_trimmed_and_stays_beside_its_neighbours():
    text, (claim,) = picture(TALK)
    second = Handle(Role.CONTENT, 1, "start")
    assert dragged(text, claim, second, 0, by_word=True) == Part(Role.CONTENT, 24, 31)
    assert dragged(text, claim, second, 26, by_word=False) == Part(Role.CONTENT, 27, 31)
    assert dragged(text, claim, Handle(Role.CONTENT, 2, "end"), 9, by_word=True) is None
    assert dragged(text, claim, second, 40, by_word=True) is None
