"""The report has the window's colours."""

from __future__ import annotations

import re

import pytest

from curator import assets
from curator.ui.colour import contrast
from curator.ui.tokens import THEMES, theme
from tests.support.report_colours import FILE, colours


def test_that_the_colours_of_reports_are_those_of_the_window() -> None:
    """After a change of the tokens: `python -m tests.support.report_colours`."""
    assert FILE.read_text(encoding="utf-8") == colours()


def test_that_the_style_of_reports_writes_no_colour_down() -> None:
    style = (assets.resources() / "report" / "report.css").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?![^{]*\{)", style)


@pytest.mark.parametrize("name", THEMES)
def test_that_small_words_on_the_page_can_be_read(name: str) -> None:
    one = theme(name)
    assert contrast(one.ink2, one.page) >= 4.5
    assert contrast(one.accent, one.page) >= 4.5
