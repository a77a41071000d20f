"""The lines in sight are looked for once, and anew whenever they are others."""

from PySide6.QtGui import QFont

from curator.ui.metrics import sized

TEXT = "\n".join(f"Line {number} of a text that can be scrolled." for number in range(200))


def lines(page):
    return [(line.start, line.top, line.baseline) for line in page.sight().lines]


def test_that_lines_in_sight_are_looked_for_once(page):
    page.open(TEXT, ())
    assert page.sight() is page.sight()
    assert page.sight().lines[0].start == 0


def test_that_they_are_others_after_scrolling_and_the_same_after_coming_back(page):
    page.open(TEXT, ())
    before = lines(page)
    page.verticalScrollBar().setValue(50)
    there = lines(page)
    assert there[0][0] > before[0][0]
    page.verticalScrollBar().setValue(0)
    assert lines(page) == before


def test_that_another_text_size_or_width_is_seen_at_once(page):
    page.open(TEXT, ())
    before = lines(page)
    page.set_metrics(sized("large", reading=24))
    larger = lines(page)
    assert larger[1][1] - larger[0][1] > before[1][1] - before[0][1]
    page.resize(260, 500)
    assert len({top for _start, top, _baseline in lines(page)}) == len(lines(page))
    assert lines(page)[1][0] != larger[1][0]
    page.open("One line.", ())
    assert [line.end for line in page.sight().lines] == [9]


def test_that_lines_are_not_kept_when_qt_lays_the_text_out_anew(page):
    page.open(TEXT, ())
    before = page.sight()
    font = QFont(page.font())
    font.setPixelSize(31)
    page.setFont(font)
    assert page.sight() is not before
    assert [run.right > run.left for run in page.sight().runs(0, 4)] == [True]
