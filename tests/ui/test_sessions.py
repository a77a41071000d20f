"""Projects are opened one after the other in one window; none leaves anything behind."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from curator.ui.do import Do
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.hindrances import Disk, hold

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def second(hands: Hands) -> Hands:
    """The same project, closed and opened again."""
    path = hands.session.project.path
    hands.controller.leave_project()
    hands.open(path)
    return hands


def test_that_a_click_counts_once_after_another_project_was_open(second: Hands) -> None:
    """What an earlier session listened to used to act a second time."""
    second.click("Accept", within=second.window.inspector)
    second.settle()
    assert second.at == "Velm:GPE?"
    assert second.stored()[:2] == ["Grain Board:ORG!", "Velm:GPE?"]
    second.window.status.undo.emit()
    second.settle()
    assert second.at == "Grain Board:ORG?"
    assert second.toast().startswith("Undo")


def test_that_a_slot_in_edit_ends_with_its_project(hands: Hands) -> None:
    hands.go("the harvest fell:assertion?")
    hands.press("C")
    assert hands.pane.keys_taken
    path = hands.session.project.path
    hands.controller.leave_project()
    assert not hands.pane.keys_taken
    hands.open(path)
    hands.go("the harvest fell:assertion?")
    hands.press("C", "Down")
    assert hands.session.parts.role == "cue"
    hands.press("Escape", "C")
    assert hands.session.parts.role == "source"


def test_that_a_click_on_a_slot_is_for_the_open_project_only(second: Hands) -> None:
    second.go("the harvest fell:assertion?")
    second.window.inspector.part_edit.emit("source")
    second.press("Delete")
    assert "the harvest fell:assertion!" in second.stored()
    second.press("Escape")
    assert second.session.parts.role is None
    assert not second.pane.keys_taken


def test_that_undo_and_redo_reach_back_over_a_restart_and_other_documents(hands: Hands) -> None:
    hands.press("A", "X")
    hands.turn_to(wire.STRIKE)
    hands.press("A")
    path = hands.session.project.path
    hands.controller.leave_project()
    hands.open(path)
    hands.do(Do.UNDO)
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    hands.until(lambda: hands.at == "Velm:GPE?")
    hands.do(Do.UNDO)
    hands.until(lambda: hands.document.view.id == wire.HARVEST)
    hands.until(lambda: hands.at == "Velm:GPE?")
    hands.do(Do.REDO)
    hands.until(lambda: hands.at == "Velm:GPE-")
    hands.do(Do.REDO)
    hands.until(lambda: hands.document.view.id == wire.STRIKE)
    assert hands.stored() == ["Velm:GPE!", "a strike:denial?"]
    assert hands.sound()


def test_that_nothing_to_undo_is_said_in_passing(hands: Hands) -> None:
    hands.do(Do.UNDO)
    assert hands.toast() == "There is nothing to undo"
    hands.do(Do.REDO)
    assert hands.toast() == "There is nothing to redo"
    assert hands.notices() == []


def test_that_undo_is_named_in_menu_and_status_bar(hands: Hands) -> None:
    hands.press("A")
    menu = hands.window.menu_row.actions_by
    hands.until(lambda: menu[Do.UNDO].text() == "Undo: Accept “Grain Board”")
    assert hands.window.status._undo.text() == "Undo: Accept “Grain Board”"
    hands.do(Do.UNDO)
    hands.until(lambda: menu[Do.REDO].text() == "Redo: Accept “Grain Board”")
    hands.until(lambda: menu[Do.UNDO].text() == "Undo")


def test_that_the_first_page_says_nothing_of_the_project_that_was_left(hands: Hands) -> None:
    hands.controller.leave_project()
    assert hands.window.windowTitle() == "Curator"
    assert hands.window.welcome.isVisible()
    assert hands.controller.session is None
    enabled = {do for do, made in hands.window.menu_row.actions_by.items() if made.isEnabled()}
    assert Do.ACCEPT not in enabled
    assert Do.IMPORT not in enabled
    assert Do.NEW in enabled


def test_that_a_decision_lost_at_the_last_moment_is_told_before_the_project_goes(
    hands: Hands, disk: Disk
) -> None:
    """A commit that failed while the window closed was nobody's to tell."""
    told: list[str] = []

    def note(box: QMessageBox) -> None:
        told.extend((box.text(), box.informativeText()))
        box.accept()

    let_go = hold(hands.session)
    disk.refuses = 1
    hands.type("A")
    hands.answer(QMessageBox, note)
    let_go()
    hands.controller.leave_project()
    assert told[0] == "The last act is not in the project"
    assert "no space left" in told[1]
    assert hands.window.welcome.isVisible()


def test_that_an_ampersand_in_the_words_of_an_act_is_shown(hands: Hands) -> None:
    hands.window.menu_row.name_acts("Accept “R&D”", "")
    assert hands.window.menu_row.actions_by[Do.UNDO].text() == "Undo: Accept “R&&D”"
