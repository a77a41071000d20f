"""What is chosen in the preferences is in force at once, and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from curator.services import carrying, pipelines, reading
from curator.services.learning import tuning
from curator.ui import dialogs_of
from curator.ui.do import Do
from curator.ui.preferring.files_page import FilesPage
from curator.ui.preferring.pipeline_page import PipelinePage
from curator.ui.preferring.preferring import FILES, PIPELINE, READING, REVIEW, Preferring
from curator.ui.preferring.reading_page import ReadingPage
from curator.ui.preferring.review_page import ReviewPage
from curator.ui.widgets.surface import Surface
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown(feature: Preferring, place: int) -> Surface:
    feature.show_window(place)
    assert feature.window is not None
    page = feature.window.page
    assert isinstance(page, Surface)
    return page


def test_that_ctrl_comma_opens_them_and_esc_closes(hands: Hands, feature: Preferring) -> None:
    hands.type("Ctrl+,")
    hands.until(lambda: feature.window is not None and feature.window.isVisible())
    window = feature.window
    assert window is not None
    hands.do_quickly(Do.PREFERENCES)
    assert feature.window is window, "there is one"
    hands.type("Escape", on=window)
    assert not window.isVisible()


def test_that_reading_is_chosen_and_followed_and_restored(
    hands: Hands, feature: Preferring
) -> None:
    page = shown(feature, READING)
    assert isinstance(page, ReadingPage)
    chosen, metrics = hands.controller._preferences, hands.pane.page
    for name in ("Dark", "Large", "High contrast"):
        hands.click(name, within=page)
    assert (chosen.theme, chosen.density) == ("dark", "large")
    assert hands.pane.theme.sharp
    hands.type("Right", on=page._size._slider)
    assert metrics.metrics.reading == 21
    assert page._size._said.text() == "21 px"
    hands.type("Left", on=page._column._slider)
    assert metrics.metrics.column == 68
    hands.do_quickly(Do.COMPACT)
    assert page._densities.current == 0
    assert page._size._said.text() == "15 px"
    hands.click("Restore defaults", within=page)
    assert (chosen.theme, chosen.density, chosen.reading) == ("system", "comfortable", 0)
    assert metrics.metrics.column == 69
    assert not hands.pane.theme.sharp
    chosen.theme = "light"


def test_that_the_rule_for_leftovers_is_the_projects_and_is_asked_no_more(
    hands: Hands, feature: Preferring
) -> None:
    page = shown(feature, REVIEW)
    hands.click("Leave them open", within=page)
    hands.until(lambda: reading.leftover_rule(hands.session.project) == "open")
    feature.window.close()  # type: ignore[union-attr]
    hands.press("D")
    assert reading.open_document(hands.session.project, wire.HARVEST).done
    page = shown(feature, REVIEW)
    hands.click("Restore defaults", within=page)
    hands.until(lambda: reading.leftover_rule(hands.session.project) is None)
    assert hands.session.closer.rule is None


def test_that_learning_by_itself_is_turned_off_and_on(hands: Hands, feature: Preferring) -> None:
    page = shown(feature, REVIEW)
    assert isinstance(page, ReviewPage)
    hands.until(page._learns.isChecked)
    page._learns.click()
    hands.until(lambda: not tuning.automatic(hands.session.project))
    hands.click("Restore defaults", within=page)
    hands.until(lambda: tuning.automatic(hands.session.project))


def test_that_carrying_decisions_over_is_turned_off_and_on(
    hands: Hands, feature: Preferring
) -> None:
    page = shown(feature, REVIEW)
    assert isinstance(page, ReviewPage)
    before = carrying.carries(hands.session.project)
    hands.until(lambda: page._carries.isChecked() is before)
    page._carries.click()
    hands.until(lambda: carrying.carries(hands.session.project) is not before)
    hands.click("Restore defaults", within=page)
    hands.until(lambda: carrying.carries(hands.session.project))


def test_that_without_a_project_its_rules_cannot_be_chosen(
    hands: Hands, feature: Preferring
) -> None:
    page = shown(feature, REVIEW)
    assert isinstance(page, ReviewPage)
    hands.controller.leave_project()
    page.ask()
    assert page._page._empty.accessibleName() == "No project is open"
    assert not any(choice.isEnabled() for choice in page._choices)


def test_that_recent_projects_are_forgotten(hands: Hands, feature: Preferring) -> None:
    preferences = hands.controller._preferences
    hands.until(lambda: len(preferences.recent()) > 0)
    page = shown(feature, FILES)
    assert isinstance(page, FilesPage)
    hands.click("Forget them", within=page)
    assert preferences.recent() == []
    assert page._count.text() == "None"


def test_that_the_last_project_is_opened_again_only_if_wanted(
    hands: Hands, feature: Preferring
) -> None:
    preferences = hands.controller._preferences
    page = shown(feature, FILES)
    assert preferences.last_project() == hands.session.project.path
    hands.click("Open the last project", within=page)
    assert preferences.last_project() is None
    hands.click("Restore defaults", within=page)
    assert preferences.last_project() == hands.session.project.path


def test_that_samples_go_where_a_person_wants(
    hands: Hands, feature: Preferring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences = hands.controller._preferences
    before = preferences.samples_folder()
    page = shown(feature, FILES)
    assert isinstance(page, FilesPage)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "there"))
    hands.click("Another folder …", within=page)
    assert preferences.samples_folder() == tmp_path / "there"
    assert page._folder.text() == str(tmp_path / "there")
    hands.click("Restore defaults", within=page)
    assert preferences.samples_folder() == before


def test_that_another_pipeline_is_asked_at_once(
    hands: Hands, feature: Preferring, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(pipelines, "chosen", lambda: "mine")
    monkeypatch.setattr(pipelines, "choose", lambda name: asked.append(f"choose {name}"))
    monkeypatch.setattr(dialogs_of, "pipeline", lambda *_: True)
    monkeypatch.setattr(hands.session.tasks, "change_pipeline", lambda: asked.append("change"))
    monkeypatch.setattr(hands.session, "suggest", lambda *, again: asked.append(f"ask {again}"))
    page = shown(feature, PIPELINE)
    assert isinstance(page, PipelinePage)
    assert page._now.text() == "mine"
    hands.click("Choose a pipeline …", within=page)
    assert asked == ["change", "ask False"]
    hands.click("Restore defaults", within=page)
    assert asked[2:] == ["choose None", "change", "ask False"]
