"""What is asked for many times in a turn is done once, after what was painted in it."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.ui.soon import Soon


class Painted(QWidget):
    """Notes when it is painted."""

    def __init__(self, notes: list[str]) -> None:
        super().__init__()
        self._notes = notes

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self._notes.append("paint")


def test_that_it_is_done_once_and_after_the_paint(qtbot: QtBot) -> None:
    notes: list[str] = []
    widget = Painted(notes)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.waitUntil(lambda: bool(notes), timeout=5_000)
    qtbot.wait(20)
    notes.clear()
    soon = Soon(lambda: notes.append("job"))
    soon.ask()
    widget.update()
    soon.ask()
    qtbot.waitUntil(lambda: "job" in notes, timeout=5_000)
    qtbot.wait(20)
    assert notes == ["paint", "job"]


def test_that_what_was_dropped_is_not_done(qtbot: QtBot) -> None:
    notes: list[str] = []
    soon = Soon(lambda: notes.append("job"))
    soon.ask()
    soon.drop()
    qtbot.wait(20)
    assert notes == []
