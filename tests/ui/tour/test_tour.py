"""The tour waits for each step to be done, never hides what is current, and is taken once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from curator.domain.annotation import Layer
from curator.store.project import Project
from curator.ui.dialogs.leftover import LeftoverDialog
from curator.ui.do import Do
from curator.ui.session_tasks import SessionTasks
from curator.ui.tour.card import TourCard
from curator.ui.tour.placing import pieces
from curator.ui.tour.steps import STEPS
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def card(hands: Hands) -> TourCard | None:
    found = [one for one in hands.pane.findChildren(TourCard) if one.isVisible()]
    return found[0] if found else None


def title(hands: Hands) -> str:
    """What the card says is to be done; empty where there is none."""
    shown = card(hands)
    return shown.accessibleName().partition(": ")[2] if shown is not None else ""


def hides_current(hands: Hands) -> bool:
    shown = card(hands)
    assert shown is not None
    return any(shown.geometry().intersects(piece) for piece in pieces(hands.pane))


@pytest.fixture
def sample(window: Hands, template: Path) -> Hands:
    """The small project among the samples, its first document open, the tour begun."""
    folder = window.controller._preferences.samples_folder()
    folder.mkdir(exist_ok=True)
    name = f"{len(list(folder.iterdir()))}.curator"
    window.open(wire.copy(template, folder, name))
    window.do_quickly(Do.TOUR)
    return window


def test_that_each_step_goes_on_when_it_is_done(sample: Hands) -> None:
    assert title(sample) == "Accept what is right"
    sample.press("A")
    assert title(sample) == "Correct a label"
    sample.press("2")
    assert title(sample) == "Move an edge"
    sample.press("Alt+Right")
    assert title(sample) == "Look at a claim"
    assert sample.session.screen.annotation.layer is Layer.CLAIM
    sample.press("C")
    assert title(sample) == "Look at a claim"
    sample.press("Escape")
    assert title(sample) == "Close the document"
    sample.answer(LeftoverDialog, lambda dialog: dialog.accept())
    sample.press("D")
    sample.until(lambda: card(sample) is None)
    assert not sample.controller._touring.running


def test_that_the_card_never_hides_what_is_current(sample: Hands) -> None:
    for step in STEPS:
        assert title(sample) == step.title
        assert not hides_current(sample)
        for _ in range(4):
            sample.type("N")
            assert not hides_current(sample)
        sample.type("F8")


def test_that_the_card_takes_no_keyboard(sample: Hands) -> None:
    assert sample.pane.page.hasFocus()
    sample.press("A")
    assert sample.pane.page.hasFocus()


def test_that_a_step_is_skipped_gone_back_to_and_the_tour_ended_by_key(sample: Hands) -> None:
    sample.type("F8", "F8")
    assert title(sample) == "Move an edge"
    sample.type("Shift+F8")
    assert title(sample) == "Correct a label"
    sample.type("Ctrl+F8")
    assert card(sample) is None
    sample.type("F8")
    assert card(sample) is None


def test_that_its_buttons_do_the_same(sample: Hands) -> None:
    sample.click("Skip", card(sample))
    assert title(sample) == "Correct a label"
    sample.click("Back", card(sample))
    assert title(sample) == "Accept what is right"
    back = next(b for b in card(sample).findChildren(QAbstractButton) if b.text() == "Back")
    assert not back.isEnabled()
    sample.click("End", card(sample))
    assert card(sample) is None


def test_that_esc_in_the_card_ends_it_and_gives_the_keyboard_back(sample: Hands) -> None:
    button = next(b for b in card(sample).findChildren(QAbstractButton) if b.text() == "Skip")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert card(sample) is None
    assert sample.pane.page.hasFocus()


def test_that_tab_leads_to_the_card(sample: Hands) -> None:
    seen = set()
    while (here := QApplication.focusWidget()) not in seen:
        seen.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert any(card(sample).isAncestorOf(one) for one in seen)


def test_that_taking_an_act_back_is_not_doing_it(sample: Hands) -> None:
    sample.press("A")
    sample.type("Shift+F8")
    sample.press("Ctrl+Z")
    assert title(sample) == "Accept what is right"


def test_that_it_can_be_taken_again(sample: Hands) -> None:
    sample.type("F8", "Ctrl+F8")
    sample.do_quickly(Do.TOUR)
    assert title(sample) == "Accept what is right"


def test_that_a_step_for_which_there_is_nothing_is_passed_over(window: Hands) -> None:
    folder = window.controller._preferences.samples_folder()
    folder.mkdir(exist_ok=True)
    path = folder / f"only-{len(list(folder.iterdir()))}.curator"
    with projects.make(path) as project:
        projects.take(project, "[Velm:GPE?] slept.")
    window.open(path)
    window.do_quickly(Do.TOUR)
    window.type("F8", "F8")
    assert title(window) == "Move an edge"
    window.type("F8")
    assert title(window) == "Close the document"
    window.type("Shift+F8")
    assert title(window) == "Move an edge"


def test_that_it_stays_clear_when_the_window_becomes_small(sample: Hands) -> None:
    size = sample.window.size()
    sample.window.resize(1000, 640)
    assert not hides_current(sample)
    assert sample.pane.rect().contains(card(sample).geometry().adjusted(5, 5, -5, -5))
    sample.window.resize(size)


def bare(hands: Hands) -> Hands:
    """A project among the samples in whose document nothing is suggested, open."""
    folder = hands.controller._preferences.samples_folder()
    folder.mkdir(exist_ok=True)
    path = folder / f"bare-{len(list(folder.iterdir()))}.curator"
    with projects.make(path) as project:
        projects.take(project, "Velm slept.", annotations="ignore")
    hands.open(path)
    return hands


def test_that_where_nothing_is_suggested_only_closing_is_left(window: Hands) -> None:
    bare(window).controller._touring._begin(window.session)
    assert title(window) == "Close the document"


def test_that_it_waits_for_suggestions_that_are_on_their_way(
    window: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare(window)
    with monkeypatch.context() as patched:
        patched.setattr(SessionTasks, "busy", property(lambda _self: True))
        window.controller._touring._begin(window.session)
        assert card(window) is None
        window.pane.page.select(0, 4)
        window.type("3")
        window.until(lambda: window.session.screen.annotation is not None)
        window.type("A")
        assert card(window) is None
    window.session.tasks.ended.emit()
    assert title(window) == "Correct a label"
    window.settle()


def test_that_a_project_that_somebody_else_holds_is_left_for_fresh_samples(
    window: Hands, template: Path
) -> None:
    folder = window.controller._preferences.samples_folder()
    folder.mkdir(exist_ok=True)
    held = wire.copy(template, folder, f"held-{len(list(folder.iterdir()))}.curator")
    with Project.open(held, write=True):
        window.open(held)
        window.do_quickly(Do.TOUR)
        window.until(lambda: card(window) is not None)
        assert window.session.writable
        window.settle()
        window.controller.leave_project()


def tried(hands: Hands) -> None:
    """Press “Try the samples” on the first page and wait until all is there."""
    hands.click("Try the samples", hands.window.welcome)
    hands.until(hands.has_document)
    hands.settle()


def test_that_it_begins_by_itself_once_when_samples_are_tried(window: Hands) -> None:
    preferences = window.controller._preferences
    preferences.toured = False
    tried(window)
    window.until(lambda: card(window) is not None)
    assert preferences.toured
    window.controller.leave_project()
    assert not window.controller._touring.running
    tried(window)
    assert card(window) is None


def test_that_it_does_not_begin_where_nobody_pressed_the_first_page(window: Hands) -> None:
    preferences = window.controller._preferences
    preferences.toured = False
    window.controller.try_samples()
    window.until(window.has_document)
    window.settle()
    assert card(window) is None
    assert not preferences.toured
    preferences.toured = True


def test_that_it_is_taken_on_samples_whatever_project_is_open(hands: Hands) -> None:
    before = hands.session.project.path
    hands.do_quickly(Do.TOUR)
    hands.until(lambda: hands.controller.session is not None and hands.has_document())
    assert hands.session.project.path != before
    assert hands.session.project.path.parent == hands.controller._preferences.samples_folder()
    hands.until(lambda: card(hands) is not None)
    hands.settle()
