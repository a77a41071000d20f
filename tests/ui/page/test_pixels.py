"""What is painted, to the pixel, with a blank font whose characters are all 8.5 wide."""

from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from curator.domain.annotation import Role, State
from curator.ui.tokens import theme
from tests.ui.page.mouse import move
from tests.ui.page.photo import Photo

THEMES = ("light", "dark")


@pytest.fixture(params=THEMES)
def tokens(request, page):
    page.set_theme(theme(request.param))
    return theme(request.param)


def test_that_an_accepted_box_is_filled_and_a_suggested_one_tinted(page, tokens):
    photo = Photo(page, "[Halden:GPE!] and [Osterland:GPE?]")
    for identifier, ground in ((1, tokens.fill("GPE")), (2, tokens.tint("GPE"))):
        run = photo.run(identifier)
        middle = (run.left + run.right) / 2
        assert photo.colour(middle, run.baseline - 5) == ground
        assert photo.colour(middle, run.baseline - 12) == ground
        assert photo.colour(middle, run.baseline - 16) == tokens.page
        assert photo.colour(middle, run.baseline + 6) == tokens.page


def test_that_a_suggested_outline_is_dashed_and_an_accepted_one_is_not(page, tokens):
    photo = Photo(page, "[Halden on the Sill:GPE!] and [Osterland:GPE?]")
    solid, dashed = (photo.row(photo.run(one), 4)[4:-4] for one in (1, 2))
    assert set(solid) == {tokens.fill_edge("GPE")}
    strokes = [len(list(same)) for on, same in groupby(dashed, tokens.strong("GPE").__eq__) if on]
    gaps = [len(list(same)) for on, same in groupby(dashed, tokens.strong("GPE").__eq__) if not on]
    assert set(strokes[1:-1]) == {4}
    assert set(gaps[1:-1]) == {3}


def test_that_the_current_entity_alone_has_the_ring(page, tokens):
    photo = Photo(page, "[Halden:GPE?], [Osterland:GPE?] and", current=2)
    run = photo.run(2)
    middle = run.baseline - 5
    assert photo.colour(round(run.left) - 5, middle) == tokens.ring
    assert photo.colour(round(run.left) - 4, middle) == tokens.ring
    assert photo.colour(round(run.right) + 3, middle) == tokens.ring
    assert photo.colour(round(run.left) - 3, middle) != tokens.ring
    other = photo.run(1)
    assert tokens.ring not in photo.row(other, 6)
    assert photo.colour(round(other.left) - 4, middle) == tokens.page


def test_that_a_ring_leaves_the_punctuation_mark_outside(page, tokens):
    photo = Photo(page, "[Halden:GPE?], and", current=1)
    run = photo.run(1)
    assert photo.colour(round(run.right) + 2, run.baseline - 5) == tokens.ring
    assert photo.colour(round(run.right) + 3, run.baseline - 5) == tokens.page


def test_that_the_lines_of_an_accepted_claim_lie_below_the_text(page, tokens):
    photo = Photo(page, "{Varga:1.source} {denied:1.cue} {that she had seen it:1.content.denial!}.")
    ink = tokens.claim("denial")
    content = photo.run(1, Role.CONTENT)
    assert set(photo.row(content, 7)) == set(photo.row(content, 8)) == {ink}
    assert set(photo.row(content, 6)) == set(photo.row(content, 9)) == {tokens.page}
    cue = photo.run(1, Role.CUE)
    assert [photo.row(cue, below)[3] == ink for below in (7, 8, 9)] == [True, False, True]
    source = photo.run(1, Role.SOURCE)
    assert photo.row(source, 4)[0] == photo.row(source, 4)[-1] == ink
    assert photo.row(source, 4)[5] == tokens.page


def test_that_a_suggested_claim_is_dashed_five_on_four_off(page, tokens):
    photo = Photo(page, "{He:1.source} {that she had seen it:1.content.denial?}.")
    row = photo.row(photo.run(1, Role.CONTENT), 7)
    ink = tokens.line_of("denial")
    assert row[:9] == [ink] * 5 + [tokens.page] * 4


def test_that_the_current_claim_is_washed_and_threaded(page, tokens):
    photo = Photo(page, "{Varga:1.source} {denied:1.cue} {it:1.content.denial?}.", current=1)
    source, cue = photo.run(1, Role.SOURCE), photo.run(1, Role.CUE)
    assert photo.colour(cue.left + 10, cue.baseline - 5) == tokens.wash("denial")
    between = (source.right + cue.left) / 2
    assert photo.colour(between, cue.baseline + 7) == tokens.ring
    assert photo.colour(between, cue.baseline + 8) == tokens.ring


def test_that_a_rejected_entity_shows_only_when_asked_for(page, tokens):
    photo = Photo(page, "[the ministry of [Osterland:GPE!]:ORGx] said")
    run, inner = photo.run(1), photo.run(2)
    assert photo.colour(run.left + 20, run.baseline - 6) == tokens.page
    page.show_rejected(on=True)
    photo.take()
    assert photo.colour(run.left + 20, run.baseline - 6) == tokens.ink2
    assert photo.colour(run.left + 20, run.baseline - 9) == tokens.page
    assert photo.colour(inner.left + 20, run.baseline - 6) == tokens.fill("GPE")


def test_that_a_nested_box_is_inset(page, tokens):
    photo = Photo(page, "[ministry of [Osterland:GPE!]:ORG!] said")
    run = photo.run(2)
    middle = (run.left + run.right) / 2
    rows = [photo.colour(middle, run.baseline + below) for below in (4, 3, 2, 1)]
    outer, inner = "ORG", "GPE"
    assert rows == [
        tokens.fill_edge(outer),
        tokens.fill(outer),
        tokens.fill_edge(inner),
        tokens.fill(inner),
    ]


def test_that_addressee_and_medium_have_lines_only_while_current(page, tokens):
    drawn = "{told:1.cue} {reporters:1.addressee} {it sails:1.content.hope!}"
    photo = Photo(page, drawn)
    assert set(photo.row(photo.run(1, Role.ADDRESSEE), 7)) == {tokens.page}
    photo = Photo(page, drawn, current=1)
    assert tokens.claim("hope") in photo.row(photo.run(1, Role.ADDRESSEE), 7)


def test_that_the_pointer_closes_the_dashes_and_fills_the_box(page, tokens):
    photo = Photo(page, "and [Osterland:GPE?]")
    run = photo.run(1)
    move(page, QPoint(round(run.left) + 20, round(run.baseline) - 4), down=False)
    photo.take()
    assert set(photo.row(run, 4)[4:-4]) == {tokens.strong("GPE")}
    assert photo.colour(run.left + 20, run.baseline - 5) == tokens.fill("GPE")
    move(page, QPoint(300, 300), down=False)
    photo.take()
    assert photo.colour(run.left + 20, run.baseline - 5) == tokens.tint("GPE")


def test_that_candidates_carry_their_letters_while_one_is_chosen(page, tokens):
    photo = Photo(page, "Halden said that Osterland")
    page.show_letters({"b": (17, 26)})
    photo.take()
    run = page.sight().runs(17, 26)[0]
    middle = (run.left + run.right) / 2
    assert photo.colour(middle, run.baseline - 15) == tokens.focus
    assert photo.colour(run.left - 1, run.baseline - 18) == tokens.raised
    page.show_letters({})
    photo.take()
    assert photo.colour(middle, run.baseline - 15) == tokens.page


def test_that_there_is_no_caret_before_a_key_asks_for_one(page, tokens, qtbot):
    photo = Photo(page, "Halden")
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    photo.take()
    line = page.sight().lines[0]
    column = [photo.colour(page.measures.left, line.baseline - up) for up in range(12)]
    assert set(column) == {tokens.page}
    qtbot.keyClick(page, Qt.Key.Key_Left)
    photo.take()
    column = [photo.colour(page.measures.left, line.baseline - up) for up in range(12)]
    assert set(column) != {tokens.page}


def on_screen(page) -> QImage:
    """The window as the screen has it, put together by all paints so far."""
    QApplication.processEvents()
    return page.screen().grabWindow(page.winId()).toImage()


def test_that_changes_repaint_to_what_a_full_paint_gives(page, tokens):
    drawn = (
        "[Halden:GPE?] {said:1.cue} {it [sails:EVENT?] {so:2.content.hope?}:1.content.demand?}\n"
        + "and {nobody:3.source} {knew:3.cue} {it, [Osterland:GPE?] or:3.content.belief?} " * 9
    )
    photo = Photo(page, drawn)
    on_screen(page)
    for identifier in (1, 12, 11, 3):
        page.set_current(identifier)
        page.put([replace(page.annotation(identifier), state=State.ACCEPTED)])
        seen = on_screen(page)
        page.viewport().repaint()
        assert seen == on_screen(page)
    assert photo.text == page.text
