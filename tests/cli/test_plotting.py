"""Plots of edits over time."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from curator.cli.plotting import Axis, svg_plot, text_plot

WINDOWS = [
    {"from": 1, "to": 5, "edits_per_document": {"scratch": 10.0, "base": 8.0, "learned": 6.0}},
    {"from": 6, "to": 8, "edits_per_document": {"scratch": 10.0, "base": 8.0, "learned": 3.0}},
]


def test_that_an_axis_ends_at_a_round_number() -> None:
    assert (Axis.up_to(37.0).top, Axis.up_to(37.0).step) == (40.0, 10.0)
    assert Axis.up_to(0.9).ticks()[-1] == 1.0
    assert Axis.up_to(0).top == 1.0


def test_that_letters_stand_at_their_height_with_a_column_for_each_window() -> None:
    lines = list(text_plot(WINDOWS))
    assert lines[0] == "edits per document  · from scratch  o base model  * with learning"
    assert lines[1] == "10 ┤  ·  ·"
    assert [line.count("o") for line in lines[1:-2]].count(2) == 1
    assert lines[-1].split() == ["5", "8", "documents"]


def test_that_the_picture_has_three_lines_and_a_dot_for_each_document() -> None:
    result: dict[str, Any] = {
        "windows": WINDOWS,
        "per_document": [{"learned": n} for n in (6, 7, 5, 6, 6, 3, 2, 4)],
    }
    root = ElementTree.fromstring(svg_plot(result, title="gold <1>"))
    tags = [element.tag.rpartition("}")[2] for element in root]
    assert (tags.count("polyline"), tags.count("circle")) == (3, 8)
    assert "gold <1>" in [element.text for element in root]


def test_that_nothing_known_is_an_empty_picture() -> None:
    assert "<circle" not in svg_plot({"windows": [], "per_document": []}, title="none")
    assert next(text_plot([])).startswith("edits per document")
