"""Finding in the document: typed, counted, marked, gone through, left with the match selected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from curator.domain.changes import Changes
from curator.ui.do import Do
from curator.ui.finding.bar import FindBar
from curator.ui.tokens import theme
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def field(hands: Hands) -> QLineEdit:
    (found,) = hands.pane.find_bar.findChildren(QLineEdit)
    return found


def look(hands: Hands, words: str) -> FindBar:
    """Press Ctrl+F and type words."""
    hands.type("Ctrl+F")
    hands.until(field(hands).hasFocus)
    field(hands).clear()
    QTest.keyClicks(field(hands), words)
    hands.until(lambda: "…" not in count(hands))
    return hands.pane.find_bar


def count(hands: Hands) -> str:
    return field(hands).accessibleDescription()


def selected(hands: Hands) -> str:
    start, end = hands.pane.page.selected()
    return hands.document.text[start:end]


def test_that_typing_finds_counts_and_selects_from_the_caret_on(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    look(hands, "day 7")
    assert count(hands) == "1 of 11"
    assert selected(hands) == "Day 7"
    QTest.keyClicks(field(hands), "7")
    assert (count(hands), selected(hands)) == ("1 of 1", "Day 77")


def test_that_enter_goes_on_and_shift_enter_back_round_the_ends(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    look(hands, "was dull")
    places = [count(hands)]
    for key in ("Enter", "Enter", "Shift+Enter", "Shift+Enter", "Shift+Enter"):
        hands.type(key, on=field(hands))
        places.append(count(hands))
    assert [one.split()[0] for one in places] == ["1", "2", "3", "2", "1", "90"]
    hands.type("Enter", on=field(hands))
    assert count(hands) == "1 of 90"


def test_that_a_far_match_is_brought_into_view(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    look(hands, "lay still")
    lines = hands.pane.page.sight().lines
    start, _ = hands.pane.page.selected()
    assert lines[0].start <= start < lines[-1].end


def test_that_esc_leaves_the_match_selected_so_that_a_digit_labels_it(hands: Hands) -> None:
    look(hands, "wept")
    hands.type("Escape", on=field(hands))
    hands.until(hands.pane.page.hasFocus)
    assert hands.pane.find_bar.isHidden()
    assert len(hands.pane.page.found) == 0
    hands.press("1")
    assert hands.at == "wept:PERSON+"


def test_that_f3_goes_on_with_the_bar_closed_and_marks_again(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    look(hands, "day")
    hands.type("Escape", on=field(hands))
    hands.do(Do.FIND_NEXT)
    assert count(hands) == "2 of 90"
    assert hands.pane.page.hasFocus()
    hands.do(Do.FIND_PREVIOUS)
    assert count(hands) == "1 of 90"
    hands.type("Escape")
    hands.type("Escape")
    hands.until(hands.pane.find_bar.isHidden)


def test_that_f3_without_words_asks_for_them(hands: Hands) -> None:
    hands.type("Escape", on=field(hands))
    look(hands, "")
    hands.type("Escape", on=field(hands))
    hands.do(Do.FIND_NEXT)
    hands.until(field(hands).hasFocus)


def test_that_case_and_whole_words_are_switched_by_key_and_by_mouse(hands: Hands) -> None:
    look(hands, "th")
    everywhere = count(hands)
    hands.type("Alt+W", on=field(hands))
    assert count(hands) == "No match"
    hands.type("Alt+W", on=field(hands))
    assert count(hands) == everywhere
    hands.click("Match case", hands.pane.find_bar)
    assert count(hands) != everywhere
    hands.click("Match case", hands.pane.find_bar)


def test_that_the_selected_words_are_what_is_looked_for(hands: Hands) -> None:
    hands.select("harvest fell")
    hands.type("Ctrl+F")
    hands.until(field(hands).hasFocus)
    assert field(hands).text() == "harvest fell"
    assert count(hands) == "1 of 1"


def test_that_no_match_says_so_and_moves_nothing(hands: Hands) -> None:
    before = hands.pane.page.selected()
    bar = look(hands, "xyzzy")
    assert count(hands) == "No match"
    assert hands.pane.page.selected()[0] == before[0]
    for key in ("Enter", "Shift+Enter"):
        hands.type(key, on=field(hands))
    assert not bar.isHidden()


def test_that_another_document_is_looked_through_without_going_anywhere(hands: Hands) -> None:
    look(hands, "slept")
    assert count(hands) == "No match"
    hands.turn_to(wire.STRIKE)
    hands.until(lambda: count(hands) == "1")
    assert len(hands.pane.page.found) == 1


def test_that_the_bar_goes_with_the_last_document(hands: Hands) -> None:
    bar = look(hands, "velm")
    hands.session.screen.clear()
    hands.pane.show_empty("document", "No document is open")
    assert bar.isHidden()


def test_that_the_bar_goes_with_the_project(hands: Hands) -> None:
    look(hands, "velm")
    hands.controller.leave_project()
    assert hands.pane.find_bar.isHidden()
    assert len(hands.pane.page.found) == 0


def test_that_emoji_move_no_match(hands: Hands) -> None:
    hands.turn_to(wire.EMOJI)
    look(hands, "osmo")
    assert selected(hands).startswith("Osmo")
    assert hands.document.text[slice(*hands.pane.page.found[0])] == selected(hands)


def test_that_suggestions_that_come_in_leave_the_match_in_view(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    look(hands, "lay still")
    page = hands.pane.page
    start, _ = page.selected()
    page.bring_into_view(0, always=True)
    for number, seen in ((wire.STRIKE, False), (wire.LONG, True)):
        hands.session.noted.emit(Changes(code="suggest", documents=frozenset({number})))
        assert (page.sight().number_of(start) is not None) is seen


def test_that_matches_are_marked_on_the_page_and_in_the_overview(hands: Hands) -> None:
    hands.turn_to(wire.LONG)
    look(hands, "dull")
    page, tone = hands.pane.page, theme("light").warn.upper()
    image = page.viewport().grab().toImage()
    run = page.sight().runs(*page.found[1])[0]
    edge = image.pixelColor(round(run.left) + 8, int(run.baseline) - page.measures.ascent)
    assert edge.name().upper() == tone
    strip = page.overview.grab().toImage()
    marked = [y for y in range(strip.height()) if strip.pixelColor(2, y).name().upper() == tone]
    assert len(marked) > 90


def test_that_a_seam_of_a_long_paragraph_is_found_as_the_space_it_is(
    window: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "long.curator"
    words = " ".join(f"word{number}" for number in range(900))
    with projects.make(path) as project:
        projects.take(project, words, annotations="ignore")
    window.open(path)
    page = window.pane.page
    seam = page.starts[1]
    around = words[seam - 9 : seam + 8].strip()
    assert " " in around
    look(window, around)
    assert count(window).startswith("1 of")
    start, end = page.found[0]
    assert start < seam < end
    assert selected(window) == words[start:end]


def test_that_many_matches_come_in_pieces_and_all_of_them(window: Hands, tmp_path: Path) -> None:
    path = tmp_path / "many.curator"
    with projects.make(path) as project:
        projects.take(project, "ab " * 20_000, annotations="ignore")
    window.open(path)
    grown: list[int] = []
    window.pane.page.found_changed.connect(lambda _fresh: grown.append(len(window.pane.page.found)))
    look(window, "a")
    assert len(window.pane.page.found) == 20_000
    assert len([one for one in grown if one]) > 1
    assert count(window) == "1 of 20,000"
