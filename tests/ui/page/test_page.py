"""What a reader does on the page, and what the page does in turn."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from curator.domain.annotation import Layer, State, entity_parts
from tests.ui.page.mouse import move
from tests.ui.page.pictures import picture

LEFT = Qt.MouseButton.LeftButton
TALK = (
    "[Ilse Varga:PERSON!] {denied:1.cue} "
    "{that [her [ships:VEHICLE?]:ORG?] fired:1.content.denial?}."
)
LONG = "\n".join(["The harbour was quiet all night, and no ship came in before the morning."] * 200)


def place(page, offset: int) -> QPoint:
    """The middle of a character on the viewport."""
    run = page.sight().runs(offset, offset + 1, trimmed=False)[0]
    return QPoint(int((run.left + run.right) / 2), int(run.baseline) - 4)


def drag(qtbot, page, start: int, end: int, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    viewport = page.viewport()
    qtbot.mousePress(viewport, LEFT, modifier, place(page, start))
    for offset in (start + 1, end):
        move(page, place(page, offset), modifier, down=True)
    qtbot.mouseRelease(viewport, LEFT, modifier, place(page, end))


def open_picture(page, drawn: str) -> str:
    text, annotations = picture(drawn)
    page.open(text, annotations)
    page.repaint()
    return text


@pytest.mark.parametrize(
    "words", ["plain", "two words", "👩‍🚀 crew", "a\u00a0b", "e\u0301tat", "שלום עולם", "🇩🇪"]
)
def test_that_a_selection_is_the_stored_span(page, words):
    text = f"😀 said {words} — after"
    page.open(text, ())
    start = text.index(words)
    page.select(start, start + len(words))
    assert page.selection() == (start, start + len(words))


def test_that_outer_white_space_is_not_selected(page):
    page.open("one  two\nthree", ())
    page.select(3, 9)
    assert page.selection() == (5, 8)
    page.select(3, 5)
    assert page.selection() is None


def test_that_copying_gives_the_stored_text(page, qtbot):
    text = "4\u00a0km 👩‍🚀 off\nthe coast " + "and further on " * 150
    page.open(text, ())
    page.select(0, len(text))
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text


def test_that_a_drag_takes_whole_words(page, qtbot):
    text = open_picture(page, "The Maren Coast Guard turned back.")
    drag(qtbot, page, 6, 13)
    assert page.selection() == (4, 15)
    assert text[4:15] == "Maren Coast"


def test_that_the_words_are_shown_before_the_button_is_let_go(page, qtbot):
    open_picture(page, "The Maren Coast Guard turned back.")
    viewport = page.viewport()
    qtbot.mousePress(viewport, LEFT, pos=place(page, 6))
    move(page, place(page, 13), down=True)
    assert page.dragged == (4, 15)
    qtbot.mouseRelease(viewport, LEFT, pos=place(page, 13))
    assert page.dragged is None


def test_that_a_drag_with_alt_takes_characters(page, qtbot):
    open_picture(page, "The Maren Coast Guard turned back.")
    drag(qtbot, page, 5, 12, Qt.KeyboardModifier.AltModifier)
    start, end = page.selection()
    assert 5 <= start <= 6
    assert 12 <= end <= 13


def test_that_escape_gives_a_drag_up(page, qtbot):
    open_picture(page, "The Maren Coast Guard turned back.")
    viewport = page.viewport()
    qtbot.mousePress(viewport, LEFT, pos=place(page, 6))
    move(page, place(page, 13), down=True)
    with qtbot.assertNotEmitted(page.clicked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert (page.dragged, page.selection()) == (None, None)
        move(page, place(page, 16), down=True)
        assert (page.dragged, page.selection()) == (None, None)
        qtbot.mouseRelease(viewport, LEFT, pos=place(page, 16))
    assert page.selection() is None
    drag(qtbot, page, 6, 13)
    assert page.selection() == (4, 15)


def test_that_another_text_gives_a_drag_up(page, qtbot):
    """The span of the drag lay beyond the end of the new text."""
    open_picture(page, "The Maren Coast Guard turned back before it came to the harbour.")
    qtbot.mousePress(page.viewport(), LEFT, pos=place(page, 40))
    move(page, place(page, 50), down=True)
    open_picture(page, "Short.")
    with qtbot.assertNotEmitted(page.clicked):
        move(page, place(page, 3), down=True)
        qtbot.mouseRelease(page.viewport(), LEFT, pos=place(page, 3))
    assert (page.dragged, page.selection()) == (None, None)


def test_that_a_click_with_shift_takes_the_words_up_to_there(page, qtbot):
    open_picture(page, "The [Maren:GPE?] Coast Guard turned back.")
    qtbot.mouseClick(page.viewport(), LEFT, pos=place(page, 11))
    with qtbot.assertNotEmitted(page.picked):
        shift = Qt.KeyboardModifier.ShiftModifier
        qtbot.mouseClick(page.viewport(), LEFT, shift, place(page, 19))
    assert page.selection() == (10, 21)


def test_that_a_drag_reports_one_selection(page, qtbot):
    open_picture(page, "The Maren Coast Guard turned back.")
    seen = []
    page.selection_changed.connect(lambda: seen.append(page.selection()))
    drag(qtbot, page, 6, 13)
    assert seen == [(4, 15)]


def test_that_a_click_picks_the_innermost_and_further_clicks_go_outwards(page, qtbot):
    text = open_picture(page, TALK)
    page.picked.connect(page.set_current)
    picks = []
    page.picked.connect(picks.append)
    for _ in range(4):
        qtbot.mouseClick(page.viewport(), LEFT, pos=place(page, text.index("ships") + 2))
    assert picks == [3, 2, 4, 3]
    assert page.at(text.index("ships")) == (3, 2, 4)


def test_that_a_click_elsewhere_begins_at_the_innermost_again(page, qtbot):
    text = open_picture(page, TALK)
    page.picked.connect(page.set_current)
    page.set_current(4)
    with qtbot.waitSignal(page.picked) as picked:
        qtbot.mouseClick(page.viewport(), LEFT, pos=place(page, text.index("ships") + 2))
    assert picked.args == [3]


def test_that_a_click_on_bare_text_picks_nothing(page, qtbot):
    open_picture(page, "nothing here [Port:GPE?]")
    with qtbot.assertNotEmitted(page.picked):
        qtbot.mouseClick(page.viewport(), LEFT, pos=place(page, 3))


def test_that_a_click_on_the_gutter_picks_the_claim(page, qtbot):
    text = open_picture(page, TALK)
    beside = place(page, text.index("denied"))
    beside.setX(page.measures.left - 17)
    with qtbot.waitSignal(page.picked) as picked:
        qtbot.mouseClick(page.viewport(), LEFT, pos=beside)
    assert picked.args == [4]


def test_that_a_double_click_accepts(page, qtbot):
    text = open_picture(page, TALK)
    with qtbot.waitSignal(page.accepted) as accepted:
        qtbot.mouseDClick(page.viewport(), LEFT, pos=place(page, text.index("Varga")))
    assert accepted.args == [1]


def test_that_a_double_click_on_bare_text_selects_the_word(page, qtbot):
    open_picture(page, "nothing here [Port:GPE?]")
    qtbot.mouseDClick(page.viewport(), LEFT, pos=place(page, 3))
    assert page.selection() == (0, 7)


def test_that_keys_of_the_window_are_left_to_it(qtbot, page):
    outer = QWidget()
    qtbot.addWidget(outer)
    heard = []
    outer.keyPressEvent = lambda event: heard.append(event.key())
    page.setParent(outer)
    page.open("some text", ())
    keys = [Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_Delete]
    for key in keys:
        qtbot.keyClick(page, key)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    page.setParent(None)
    assert [key for key in heard if key != Qt.Key.Key_Alt] == [*keys, Qt.Key.Key_Right]


def test_that_tab_leaves_the_page(qtbot, page):
    outer = QWidget()
    qtbot.addWidget(outer)
    page.setParent(outer)
    field = QLineEdit(outer)
    outer.show()
    outer.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert field.hasFocus()
    page.setParent(None)


def test_that_shift_and_arrows_select(page, qtbot):
    page.open("👩‍🚀 said", ())
    page.select(0, 0)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.selection() == (0, 3)
    control_shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page, Qt.Key.Key_Right, control_shift)
    qtbot.keyClick(page, Qt.Key.Key_Right, control_shift)
    assert page.selection() == (0, 8)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.selection() is None


def test_that_the_page_says_what_is_current(page):
    open_picture(page, TALK)
    page.set_current(1)
    assert page.accessibleDescription() == "PERSON, accepted: “Ilse Varga”"
    page.put([replace(page.annotation(1), state=State.REJECTED)])
    assert page.accessibleDescription() == "PERSON, rejected: “Ilse Varga”"
    page.drop([1])
    assert page.accessibleDescription() == ""


def test_that_one_layer_in_view_hides_the_other(page):
    text = open_picture(page, TALK)
    page.set_layers(frozenset({Layer.CLAIM}))
    assert page.at(text.index("ships")) == (4,)
    page.set_current(3)
    assert page.at(text.index("ships")) == (3, 4)


def test_that_a_current_annotation_far_away_comes_into_the_middle_third(page, qtbot):
    at = LONG.index("harbour", len(LONG) // 2)
    _, (annotation,) = picture("[harbour:FAC?]")
    page.open(LONG, [replace(annotation, parts=entity_parts(at, at + 7))])
    page.set_current(1)
    height = page.viewport().height()
    assert height / 3 - 31 <= place(page, at).y() <= 2 * height / 3 + 31


def test_that_a_current_annotation_well_in_view_moves_nothing(page):
    text = LONG
    _, (annotation,) = picture("[harbour:FAC?]")
    places = [text.index("harbour", 73 * row) for row in (3, 5)]
    page.open(
        text,
        [
            replace(annotation, id=row, parts=entity_parts(at, at + 7))
            for row, at in enumerate(places, 1)
        ],
    )
    page.set_current(1)
    before = page.verticalScrollBar().value()
    page.set_current(2)
    assert page.verticalScrollBar().value() == before == 0


def test_that_the_last_lines_can_be_reached(page):
    _, (annotation,) = picture("[harbour:FAC?]")
    at = LONG.rindex("harbour")
    page.open(LONG, [replace(annotation, parts=entity_parts(at, at + 7))])
    page.set_current(1)
    assert place(page, at).y() < page.viewport().height()


def test_that_the_caret_passes_over_a_seam_as_over_a_space(page, qtbot):
    text = "The tanker left the yard before midnight. " * 80
    page.open(text, ())
    seam = page.starts[1] - 1
    assert text[seam] == " "
    page.select(seam, seam)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected() == (seam, seam + 2)
    assert page.selection() == (seam + 1, seam + 2)


def test_that_clearing_leaves_an_empty_page(page):
    open_picture(page, TALK)
    page.set_current(1)
    page.clear()
    assert page.text == ""
    assert page.current is None
    assert page.selection() is None
