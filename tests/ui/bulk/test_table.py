"""The bulk table: groups are listed, filtered, sorted, ticked, decided and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu

from curator.domain.bulk import Sort
from curator.services import together
from curator.ui.bulk import window as bulk_window
from curator.ui.bulk.model import Column
from curator.ui.do import Do
from curator.ui.widgets.threshold import Threshold
from tests.ui.bulk.conftest import Table

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL = [
    "Sure enough to take together: 1 group",
    "- Velm:GPE 3",
    "Look first: 1 group",
    "- Osmo:PERSON 1",
    "Likely wrong: 2 groups",
    "- the yard:FAC 1",
    "- Ruda:ORG 1",
]


def box(table: Table) -> QLineEdit:
    (found,) = table.window.findChildren(QLineEdit)
    return found


def choose(table: Table, button: str, words: str) -> None:
    found = table.window.findChildren(QAbstractButton)
    next(one for one in found if one.accessibleName().startswith(f"{button}")).click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_that_groups_stand_under_their_tiers_and_nothing_is_ticked_early(table: Table) -> None:
    assert table.rows == ALL
    assert "Undecided entities, grouped by identical words and label" in table.said[1]
    assert "6 mentions in 4 groups" in table.said[1]
    assert "0 so far" in table.window.view.painted.first_ticks
    assert not table.window.view.painted.figures


def test_that_sure_groups_are_ticked_beforehand_once_enough_is_done(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_window, "DONE_BEFORE_FIGURES", 0)
    table.window.close()
    table.hands.until(lambda: table.feature.window is None)
    table.open()
    assert table.rows[1:4:2] == ["x Velm:GPE 3", "- Osmo:PERSON 1"]
    table.until_said("1 group chosen: 3 mentions in 2 documents")
    assert table.window.view.painted.figures


def test_that_space_ticks_and_a_accepts_what_is_ticked_as_one_act(table: Table) -> None:
    table.go("Velm:GPE")
    table.type("Space", "Down", "Down", "Space")
    table.until_said("2 groups chosen: 4 mentions in 2 documents")
    table.type("A")
    table.until_rows(lambda rows: len(rows) == 3)
    table.hands.settle()
    assert table.words == ["the yard:FAC", "Ruda:ORG"]
    table.until_said("Accepted 4 in 2 documents")
    assert table.hands.acts()[0] == "bulk"
    assert table.hands.stored(1) == ["Velm:GPE!", "Osmo:PERSON!", "Velm:GPE!", "the yard:FAC?"]
    table.type("Ctrl+Z")
    table.until_rows(lambda rows: len(rows) == 7)
    table.until_said("Undo: Accept 4 suggestions in 2 documents")
    assert table.hands.stored(1)[0] == "Velm:GPE?"
    table.type("Ctrl+Shift+Z")
    table.until_rows(lambda rows: len(rows) == 3)
    assert table.hands.sound()


def test_that_the_current_row_is_taken_where_nothing_is_ticked(table: Table) -> None:
    table.go("Ruda:ORG")
    table.until_said("Nothing is ticked; “Ruda”: 1 mention in 1 document")
    table.type("X")
    table.until_rows(lambda rows: "- Ruda:ORG 1" not in rows)
    table.until_said("Rejected 1 in 1 document")
    group = table.window.view.group
    assert group is not None
    assert group.words == "the yard", "the nearest row is current"
    assert table.hands.stored(2)[1] == "Ruda:ORG-"


def test_that_all_that_is_listed_is_ticked_at_once(table: Table) -> None:
    table.type("Ctrl+A")
    table.until_said("4 groups chosen: 6 mentions in 2 documents")
    table.until_said("About 1 of them are likely wrong")
    table.type("Ctrl+A")
    table.until_said("Nothing is ticked")
    table.window.view.go_to(4)
    table.type("Space")
    assert [row for row in table.rows if row.startswith("x")] == [
        "x the yard:FAC 1",
        "x Ruda:ORG 1",
    ]


def test_that_the_box_filters_by_text_label_and_score(table: Table) -> None:
    table.type("Ctrl+F")
    box(table).setText("vel")
    table.until_rows(lambda _rows: table.words == ["Velm:GPE"])
    box(table).setText("person")
    table.until_rows(lambda _rows: table.words == ["Osmo:PERSON"])
    box(table).setText("<.5")
    table.until_rows(lambda _rows: table.words == ["Ruda:ORG"])
    box(table).setText("nowhere")
    table.until_rows(lambda rows: not rows)
    assert "Nothing matches the filter" in table.said
    table.hands.click("Show all", table.window)
    table.until_rows(lambda rows: rows == ALL)


def test_that_menus_and_the_slider_filter(table: Table) -> None:
    choose(table, "Label", "PERSON")
    table.until_rows(lambda _rows: table.words == ["Osmo:PERSON"])
    choose(table, "Label", "Any label")
    choose(table, "Batch", "two")
    table.until_rows(lambda rows: not rows)
    choose(table, "Batch", "Any batch")
    (threshold,) = table.window.findChildren(Threshold)
    threshold._slider.setValue(80)
    table.until_rows(lambda _rows: table.words == ["Velm:GPE", "the yard:FAC"])
    threshold._slider.setValue(0)
    choose(table, "State", "Rejected")
    table.until_rows(lambda _rows: table.words == ["the yard:FAC"])
    assert not table.window.footer.can_reject
    assert table.window.footer.can_accept


def test_that_a_tick_counts_only_where_it_is_listed(table: Table) -> None:
    table.go("Velm:GPE")
    table.type("Space")
    table.until_said("1 group chosen")
    box(table).setText("osmo")
    table.until_said("Nothing is ticked; “Osmo”")
    box(table).setText("")
    table.until_said("1 group chosen: 3 mentions")


def test_that_headers_and_s_sort_inside_the_tiers(table: Table) -> None:
    table.click_header(Column.WORDS)
    table.until_rows(lambda rows: rows[-2:] == ["- Ruda:ORG 1", "- the yard:FAC 1"])
    assert table.window.filter.sort is Sort.WORDS
    table.type("Shift+S")
    table.until_rows(lambda rows: rows[-2:] == ["- the yard:FAC 1", "- Ruda:ORG 1"])
    table.type("S")
    assert table.window.filter.sort is Sort.LABEL
    table.window.grab()


def test_that_a_tier_folds_and_unfolds(table: Table) -> None:
    table.go("Velm:GPE")
    table.type("Left", "Left")
    assert table.rows[:2] == ["Sure enough to take together: 1 group", "Look first: 1 group"]
    table.type("Right")
    assert table.rows == ALL


def test_that_claims_are_listed_by_their_cue(table: Table) -> None:
    table.type("E")
    table.until_rows(lambda _rows: table.words == ["said:hope"])
    table.type("X")
    table.until_rows(lambda rows: not rows)
    assert "No claim waits for a verdict" in table.said
    table.hands.type("E", on=table.window)
    table.until_rows(lambda rows: rows == ALL)


def test_that_details_come_when_they_are_in_view(table: Table) -> None:
    model = table.window.model
    table.hands.until(lambda: model.index(1, Column.CONTEXT).data())
    assert model.index(1, Column.CONTEXT).data() == "Velm met Osmo. Velm and the yard."
    assert model.index(1, Column.BEFORE).data() == "GPE 1 of 1"
    assert model.index(3, Column.BEFORE).data() == "no verdict yet"
    assert model.index(5, Column.BEFORE).data() == "rejected 2 of 2"


def test_that_enter_shows_the_text(table: Table) -> None:
    table.go("Ruda:ORG")
    table.type("Enter")
    table.hands.until(lambda: table.hands.document.view.id == 2)
    assert table.hands.at == "Ruda:ORG?"
    table.hands.do_quickly(Do.BULK)
    assert table.feature.window is not None


def test_that_what_is_decided_beside_it_leaves_the_table(table: Table) -> None:
    table.hands.turn_to(1)
    table.hands.go("Osmo:PERSON?")
    table.hands.press("A")
    table.until_rows(lambda _rows: table.words == ["Velm:GPE", "the yard:FAC", "Ruda:ORG"])


def test_that_a_long_act_is_stopped_and_undone_as_one(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "_DOCUMENTS", 1)
    table.go("Velm:GPE")
    stopped: list[object] = []

    def stop(_changes: object) -> None:
        if not stopped:
            stopped.append(True)
            table.window.stopped.emit()

    table.hands.session.tasks.stepped.connect(stop)
    table.type("A")
    table.hands.until(lambda: stopped)
    table.hands.settle()
    table.hands.until(lambda: table.hands.acts()[0] == "bulk")
    table.type("Ctrl+Z")
    table.until_rows(lambda rows: rows == ALL)
    assert table.hands.sound()


def test_that_it_closes_with_the_project(table: Table) -> None:
    feature = table.feature
    table.hands.controller.leave_project()
    assert feature.window is None
