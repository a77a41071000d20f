"""The strips around the page show what they are given, and emit only what a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.annotation import Layer
from curator.domain.scheme import Label
from curator.ui import dates, style
from curator.ui.do import Do
from curator.ui.header import Header
from curator.ui.legend import Legend
from curator.ui.status import Status
from curator.ui.strip import Strip
from curator.ui.tasks import TaskRow
from curator.ui.tokens import theme
from curator.ui.view_bar import ViewBar
from curator.ui.widgets.dock_title import DockTitle
from curator.ui.widgets.line import Line

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LIGHT, DARK = theme("light"), theme("dark")
ENTITY, CLAIM = Layer.ENTITY, Layer.CLAIM
LABELS = [(ENTITY, Label(f"LABEL_{n}", str(n) if n < 10 else None, "ORG")) for n in range(1, 15)]


def host(qtbot: QtBot, widget: QWidget, width: int = 800) -> QWidget:
    """Show a strip on a bare window."""
    window = QWidget()
    window.resize(width, 200)
    widget.setParent(window)
    widget.resize(width, widget.height())
    widget.held = window
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    widget.show()
    return widget


def named(root: QWidget, name: str) -> QAbstractButton:
    return next(b for b in root.findChildren(QAbstractButton) if b.accessibleName() == name)


def words(root: QWidget) -> list[str]:
    return [line.text() for line in root.findChildren(Line) if line.isVisible() and line.text()]


def test_that_the_header_shows_the_document_and_what_is_left(qtbot: QtBot) -> None:
    header = host(qtbot, Header(LIGHT))
    assert words(header) == []
    header.show_document("Halden talks stall", ["Northline", "", "14 March", "Batch 7"])
    header.set_counts(34, 47)
    assert words(header) == [
        "Halden talks stall",
        "Northline   ·   14 March   ·   Batch 7",
        "34 of 47 unresolved",
    ]
    header.clear()
    assert words(header) == []


def test_that_the_flag_waits_for_the_act(qtbot: QtBot) -> None:
    header = host(qtbot, Header(LIGHT))
    header.show_document("Title", [])
    flag = named(header, "Flag document")
    with qtbot.waitSignal(header.flagged):
        qtbot.mouseClick(flag, Qt.MouseButton.LeftButton)
    assert not flag.isChecked()
    header.set_flagged(flagged=True)
    assert flag.isChecked()
    assert flag.toolTip() == "Take the flag away (F)"


def test_that_done_turns_into_closed(qtbot: QtBot) -> None:
    header = host(qtbot, Header(LIGHT))
    header.show_document("Title", [])
    done = named(header, "Close what is in view")
    with qtbot.waitSignal(header.done):
        qtbot.mouseClick(done, Qt.MouseButton.LeftButton)
    header.set_closed(closed=True)
    assert (done.text(), done.accessibleName()) == ("Closed", "Open it again")


def test_that_the_view_bar_speaks_for_a_person_only(qtbot: QtBot) -> None:
    bar = host(qtbot, ViewBar(LIGHT))
    heard: list[object] = []
    for signal in (bar.layers_chosen, bar.labels_toggled, bar.rejected_toggled):
        signal.connect(heard.append)
    bar.threshold_moved.connect(heard.append)
    bar.set_layers({CLAIM})
    bar.set_labels(shown=True)
    bar.set_rejected(shown=True)
    bar.set_threshold(0.5)
    assert heard == []
    assert bar.layers == frozenset({CLAIM})
    named(bar, "Entities").click()
    named(bar, "Names on all annotations").click()
    assert heard == [frozenset({ENTITY}), False]


def test_that_layers_are_offered_only_where_there_are_two(qtbot: QtBot) -> None:
    bar = host(qtbot, ViewBar(LIGHT))
    bar.set_offered({CLAIM})
    assert not named(bar, "Entities").isVisible()
    assert bar.layers == frozenset({CLAIM})


def test_that_the_strip_says_what_was_decided(qtbot: QtBot) -> None:
    strip = host(qtbot, Strip(LIGHT))
    strip.show_decided("Cape\nRuhn", [("LOC", 14), ("FAC", 1)])
    assert strip.accessibleName() == "“Cape Ruhn” elsewhere: LOC 14 · FAC 1"
    strip.show_decided("denied", [], role="a cue")
    assert strip.accessibleName() == "“denied” as a cue elsewhere: not decided yet"
    strip.grab()
    strip.clear()
    assert strip.accessibleName() == ""


def test_that_the_strip_jumps_to_places_of_words_and_of_a_source(qtbot: QtBot) -> None:
    strip = host(qtbot, Strip(LIGHT))
    strip.show_decided("said", [("hope", 2)], role="a cue", source=("Velm", [("GPE", 1_400)]))
    assert strip.accessibleName() == (
        "“said” as a cue elsewhere: hope 2 “Velm” as the source elsewhere: GPE 1,400"
    )
    with qtbot.waitSignal(strip.jumped) as heard:
        named(strip, "Next place of “said”").click()
    assert heard.args == [Do.JUMP]
    with qtbot.waitSignal(strip.jumped) as heard:
        named(strip, "Next place of “Velm”").click()
    assert heard.args == [Do.JUMP_SOURCE]
    strip.grab()
    strip.show_decided("wept", [], role="a cue", source=("Osmo", []))
    links = [one for one in strip.findChildren(QAbstractButton) if one.isVisible()]
    assert links == [], "nowhere to go"


def test_that_a_narrow_strip_keeps_its_links_in_sight(qtbot: QtBot) -> None:
    strip = host(qtbot, Strip(LIGHT), 300)
    labels = [(f"LABEL_{n}", 10 - n) for n in range(9)]
    strip.show_decided("a long string of words", labels)
    link = named(strip, "Next place of “a long string of words”")
    assert link.geometry().right() < 300


def test_that_a_label_of_the_legend_is_pressed(qtbot: QtBot) -> None:
    legend = host(qtbot, Legend(LIGHT))
    legend.show_labels(LABELS)
    legend.set_counts({(ENTITY, "LABEL_2"): 4})
    with qtbot.waitSignal(legend.chosen) as heard:
        qtbot.mouseClick(named(legend, "Label LABEL_2"), Qt.MouseButton.LeftButton)
    assert heard.args == ["entity", "LABEL_2"]


def test_that_labels_without_room_are_in_a_menu(qtbot: QtBot) -> None:
    legend = host(qtbot, Legend(LIGHT), 500)
    legend.show_labels(LABELS)
    assert not named(legend, "Label LABEL_14").isVisible()
    named(legend, "More labels").click()
    menu = legend.findChild(QMenu)
    with qtbot.waitSignal(legend.chosen) as heard:
        next(action for action in menu.actions() if action.text() == "LABEL_14").trigger()
    menu.close()
    assert heard.args == ["entity", "LABEL_14"]


def test_that_the_status_bar_tells_saved_undo_and_task(qtbot: QtBot) -> None:
    status = host(qtbot, Status(LIGHT))
    assert words(status) == []
    status.set_saved("21:04:11")
    status.set_undo("Accept “Varga” × 2")
    status.set_task("suggest", "Suggesting 340 of 500", share=0.68, seconds=120)
    assert words(status) == ["Saved 21:04:11", "Suggesting 340 of 500", "about 2 min left"]
    with qtbot.waitSignal(status.undo):
        named(status, "Undo: Accept “Varga” × 2").click()
    with qtbot.waitSignal(status.cancelled):
        named(status, "Stop the task").click()
    status.clear_task()
    status.set_not_saved()
    assert words(status) == ["Not saved"]
    status.set_saving()
    assert words(status) == ["Saving …"]


def test_that_a_task_row_tells_how_far_it_is(qtbot: QtBot) -> None:
    row = host(qtbot, TaskRow(LIGHT, "import", "Importing port-radio"))
    row.say("210 of 260 files", "38 a second", share=0.81)
    assert words(row) == ["Importing port-radio", "210 of 260 files   ·   38 a second"]
    with qtbot.waitSignal(row.cancelled):
        named(row, "Stop: Importing port-radio").click()


def test_that_a_dock_title_counts_and_closes(qtbot: QtBot) -> None:
    title = host(qtbot, DockTitle(LIGHT, "Queue"))
    title.set_count(100_000)
    assert words(title) == ["Queue", "100,000"]
    with qtbot.waitSignal(title.closed):
        named(title, "Close Queue").click()


@pytest.mark.parametrize(
    ("value", "long", "brief"),
    [
        ("2031-03-14T09:05", "14 March 2031, 09:05", "14 Mar, 09:05"),
        ("2025-04-29", "29 April 2025", "29 Apr 2025"),
        ("last spring", "last spring", "last spring"),
        ("", "", ""),
    ],
)
def test_that_dates_are_written_out(value: str, long: str, brief: str) -> None:
    assert (dates.spoken(value), dates.short(value)) == (long, brief)


def test_that_time_left_does_not_pretend() -> None:
    said = [dates.time_left(seconds) for seconds in (3, 22, 59, 200, 9000)]
    assert said == [
        "a few seconds left",
        "about 20 s left",
        "about 1 min left",
        "about 3 min left",
        "about 2 h left",
    ]


def test_that_the_application_is_dressed_anew(qtbot: QtBot, qapp: QApplication) -> None:
    before = (qapp.styleSheet(), qapp.palette(), qapp.font())
    for shown in (LIGHT, DARK):
        style.dress(qapp, shown)
        assert qapp.palette().window().color().name().upper() == shown.panel
        assert shown.chrome in qapp.styleSheet()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


def test_that_colours_are_written_down_in_the_tokens_only() -> None:
    import re
    from pathlib import Path

    import curator.ui

    root = Path(curator.ui.__file__).parent
    found = {
        path.name
        for path in root.rglob("*.py")
        if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    }
    assert found == {"tokens.py"}
