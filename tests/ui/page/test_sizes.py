"""Figures of the page grow with its text; strokes stay as wide as they are."""

import pytest
from PySide6.QtGui import QImage

from curator.ui.metrics import sized
from curator.ui.tokens import theme
from tests.ui.page.pictures import picture


def shown(page, drawn: str, size: int, *, current: int | None = None) -> QImage:
    page.set_metrics(sized("comfortable", reading=size))
    page.open(*picture(drawn))
    page.set_current(current)
    return page.viewport().grab().toImage()


def column(image: QImage, x: float, tone: str) -> list[int]:
    """Heights at which a colour stands in a column of pixels."""
    return [
        y for y in range(image.height()) if image.pixelColor(round(x), y).name().upper() == tone
    ]


@pytest.mark.parametrize(("size", "ascent", "descent"), [(13, 11, 4), (17, 14, 5), (24, 20, 7)])
def test_that_boxes_are_as_high_as_the_text_wants(page, size, ascent, descent):
    image = shown(page, "[Halden:GPE!] slept", size)
    (run,) = page.sight().runs(0, 6)
    edge = theme("light").fill_edge("GPE")
    assert column(image, run.left + 20, edge) == [
        int(run.baseline) - ascent,
        int(run.baseline) + descent - 1,
    ]


@pytest.mark.parametrize(("size", "out"), [(13, 2), (17, 3), (24, 4)])
def test_that_rings_stand_further_out_of_larger_text_and_are_as_wide(page, size, out):
    image = shown(page, "Both [Halden:GPE?] slept", size, current=1)
    (run,) = page.sight().runs(5, 11)
    rows = column(image, (run.left + run.right) / 2, theme("light").ring)
    bottom = int(run.baseline) + page.measures.descent + out
    assert rows[-2:] == [bottom - 2, bottom - 1]
    assert len(rows) == 4


@pytest.mark.parametrize("size", [13, 17, 24])
def test_that_lines_of_claims_are_two_wide_at_any_size(page, size):
    image = shown(page, "{Varga:1.source} {it was so:1.content.denial!}.", size)
    (run,) = page.sight().runs(6, 15)
    rows = column(image, run.left + 9, theme("light").claim("denial"))
    top = int(run.baseline) + page.measures.lane
    assert rows == [top, top + 1]


def test_that_nested_boxes_have_room_at_the_smallest_size(page):
    shown(page, "[a [b [c [dddd:GPE!]:GPE!]:GPE!]:GPE!]", 13)
    measures = page.measures
    assert measures.height - 2 * 3 * measures.grown(2) >= 5


def test_that_a_change_of_size_keeps_the_selection(page):
    shown(page, "Halden and Osterland slept.", 17)
    page.select(11, 20)
    page.set_metrics(sized("large", reading=22))
    assert page.selection() == (11, 20)
    run = page.sight().runs(11, 20)[0]
    assert run.right - run.left == pytest.approx(9 * 11, abs=1)
