"""A project that somebody else holds: everything can be read, nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.services import reading
from curator.store.project import Project
from curator.ui.actions import ACTIONS, action
from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

READING = "The project is open for reading only"


@pytest.fixture
def held(window: Hands, template: Path, tmp_path: Path) -> Iterator[Hands]:
    """The small project open for reading, because this test holds it for writing."""
    path = wire.copy(template, tmp_path)
    with Project.open(path, write=True):
        window.open(path)
        yield window
        window.controller.leave_project()


def test_that_who_holds_it_is_said_and_everything_is_shown(held: Hands) -> None:
    assert held.notices() == [READING]
    assert held.shown()[0] == "Grain Board:ORG?"
    assert held.at == "Grain Board:ORG?"


def test_that_no_writing_action_can_be_chosen(held: Hands) -> None:
    made = held.window.menu_row.actions_by
    for row in (one for one in ACTIONS if one.needs != "tour"):
        assert made[row.do].isEnabled() is (not row.writes), row.text


def test_that_no_key_writes(held: Hands) -> None:
    page = held.window.keymap.page
    keys = [key for key, do in page.items() if action(do).writes and key != "0"]
    held.press(*keys, "1", "2")
    held.select("wept")
    held.press("6", "C")
    held.do_quickly(Do.UNDO)
    held.settle()
    assert held.acts() == ("", "")
    assert held.painted() == held.shown() == held.stored()
    assert held.window.status._saved.text() == ""


def test_that_no_click_writes(held: Hands) -> None:
    card, page = held.window.inspector, held.pane.page
    held.click("Accept", within=card)
    page.accepted.emit(held.current.id)
    card.relabelled.emit("PERSON")
    card.edge_moved.emit("right", "out")
    held.pane.legend.chosen.emit("entity", "GPE")
    held.pane.header.flagged.emit()
    held.pane.header.done.emit()
    held.go("the harvest fell:assertion?")
    card.attribute_set.emit("polarity", "negative")
    held.select("Velm")
    card.part_edit.emit("source")
    held.press("Enter", "Delete")
    held.settle()
    assert held.acts() == ("", "")
    assert held.painted() == held.stored()
    assert held.window.status._saved.text() == ""


def test_that_dropped_files_are_refused_with_words(held: Hands, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A short note.", encoding="utf-8")
    held.click("Close notice")
    held.controller._dropping.dropped.emit([note])
    held.settle()
    held.until(lambda: held.notices() == [READING])
    total = reading.outline(held.session.project, held.window.queue.filter).total
    assert total == len(wire.PICTURES)


def test_that_going_filtering_and_showing_are_still_possible(held: Hands) -> None:
    held.press("N", "E", "L", "R", "Space", "P", "O")
    held.type("Shift+N")
    held.until(lambda: held.document.view.id == wire.STRIKE)


def test_that_it_is_held_again_once_it_was_free(
    held: Hands, template: Path, tmp_path: Path
) -> None:
    path = wire.copy(template, tmp_path, "other.curator")
    held.open(path)
    assert held.session.writable
    assert held.notices() == []
