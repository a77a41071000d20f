"""The bulk window over a project of three documents, in which nothing is learned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from curator.ui.bulk.bulk import Bulk
from curator.ui.bulk.model import Column, GroupRow
from curator.ui.bulk.window import BulkWindow
from curator.ui.do import Do
from curator.ui.session_lessons import SessionLessons
from curator.ui.widgets.line import Line
from tests.support import projects
from tests.support.pictures import record
from tests.ui import wire
from tests.ui.hands import Hands

FIRST = "[Velm:GPE?] met [Osmo:PERSON?]. [Velm:GPE?] and [the yard:FAC?]."
SECOND = "[Velm:GPE?] slept. [Ruda:ORG?] fell. The <mayor:source> <said:cue> {it rained:hope?}."
THIRD = "[Velm:GPE!] woke, [the yard:FAC-] and [the yard:FAC-]."
SURE = {"Velm": 0.96, "Osmo": 0.7, "the yard": 0.92, "Ruda": 0.3}


def scored(name: str, picture: str) -> dict[str, Any]:
    """A line whose suggestions are as sure as their words."""
    line = record(name, picture)
    for one in line["spans"]:
        one["score"] = SURE[line["text"][one["start"] : one["end"]]]
    return line


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, closed."""
    path = tmp_path_factory.mktemp("bulk") / "bulk.curator"
    with projects.make(path) as project:
        projects.take(project, scored("d1", FIRST), scored("d2", SECOND), batch="one")
        projects.take(project, scored("d3", THIRD), batch="two")
    return path


@pytest.fixture
def table(window: Hands, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    """A copy of it, the bulk window open."""
    monkeypatch.setattr(SessionLessons, "begin", lambda _self: None)
    window.open(wire.copy(made, tmp_path))
    found = Table(window)
    found.open()
    return found


class Table:
    """The bulk window, as a person sees and uses it."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    @property
    def feature(self) -> Bulk:
        commands = self.hands.controller._commands
        assert commands is not None
        return next(one for one in commands.features if isinstance(one, Bulk))

    @property
    def window(self) -> BulkWindow:
        window = self.feature.window
        assert window is not None
        return window

    @property
    def rows(self) -> list[str]:
        """Headings, and groups with their ticks, words, labels and mentions."""
        model = self.window.model
        told = []
        for number in range(model.rowCount()):
            row = model.row(number)
            if isinstance(row, GroupRow):
                group = row.group
                tick = "x" if row.ticked else "-"
                told.append(f"{tick} {group.words}:{group.label} {group.mentions}")
            else:
                told.append(str(model.index(number, 0).data()))
        return told

    @property
    def words(self) -> list[str]:
        """The words of groups in order."""
        return [row[2:].rsplit(" ", 1)[0] for row in self.rows if row[:2] in ("x ", "- ")]

    @property
    def said(self) -> list[str]:
        """What stands in head and footer."""
        return [line.text() for line in self.window.findChildren(Line) if line.isVisible()]

    def open(self) -> None:
        self.hands.do_quickly(Do.BULK)
        self.hands.until(lambda: self.feature.window is not None)
        self.until_rows(lambda rows: rows)

    def until_rows(self, like: Any) -> None:
        self.hands.until(lambda: like(self.rows))

    def until_said(self, words: str) -> None:
        self.hands.until(lambda: any(words in line for line in self.said))

    def go(self, words: str) -> None:
        """Make the row of a group current."""
        number = next(n for n, row in enumerate(self.rows) if f" {words} " in f" {row} ")
        self.window.view.go_to(number)

    def type(self, *keys: str) -> None:
        self.hands.type(*keys, on=self.window.view)

    def click_header(self, column: Column) -> None:
        header = self.window.view.header
        x = header.sectionViewportPosition(column) + 5
        self.hands._bot.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().topLeft() + _at(x)
        )


def _at(x: int) -> Any:
    from PySide6.QtCore import QPoint

    return QPoint(x, 8)
