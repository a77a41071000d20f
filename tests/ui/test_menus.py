"""Menus and the buttons of empty places lead to what the keys do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from curator.domain.annotation import Layer
from curator.ui import dialogs_of
from curator.ui.do import Do
from tests.support import projects
from tests.ui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_the_right_button_offers_what_can_be_done_with_what_lies_there(hands: Hands) -> None:
    page, one = hands.pane.page, hands.find("Velm:GPE?")
    run = page.sight().runs(one.start, one.end)[0]
    place = page.viewport().rect().topLeft()
    place.setX(round((run.left + run.right) / 2))
    place.setY(round(run.baseline - 4))
    page.customContextMenuRequested.emit(place)
    assert hands.at == "Velm:GPE?"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (accept,) = [row for row in menu.actions() if row.text().startswith("Accept")]
    assert not accept.icon().isNull()
    accept.trigger()
    menu.close()
    hands.settle()
    assert "Velm:GPE!" in hands.stored()


def test_that_the_right_button_on_bare_text_keeps_the_current_annotation(hands: Hands) -> None:
    hands.pane.page.customContextMenuRequested.emit(hands.pane.page.viewport().rect().bottomLeft())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert hands.at == "Grain Board:ORG?"


@pytest.mark.parametrize("do", [Do.IMPORT, Do.IMPORT_FOLDER])
def test_that_what_is_chosen_is_imported(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, do: Do
) -> None:
    chosen = hands.texts(one="One.")
    asked: list[bool] = []

    def choose(_parent: object, *, folder: bool) -> list[Path]:
        asked.append(folder)
        return chosen

    monkeypatch.setattr(dialogs_of, "files_to_import", choose)
    hands.do_quickly(do)
    hands.take_offered()
    hands.until(lambda: hands.toast().startswith("Imported"))
    hands.settle()
    assert asked == [do is Do.IMPORT_FOLDER]
    assert hands.total() == 5


def test_that_choosing_nothing_imports_nothing(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs_of, "files_to_import", lambda *_, **__: [])
    hands.do(Do.IMPORT)
    assert not hands.session.tasks.busy


def test_that_the_buttons_of_the_empty_page_and_queue_import(
    empty: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(
        dialogs_of, "files_to_import", lambda *_, folder: asked.append(folder) or []
    )
    empty.until(empty.pane._empty.isVisible)
    empty.click("Import", within=empty.pane)
    empty.click("Import", within=empty.window.queue)
    assert asked == [False, False]


def test_that_the_button_of_the_page_where_all_is_done_exports(
    empty: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dialogs_of, "export", lambda *_: asked.append("export"))
    empty.session._all_done = True
    empty.pane.empty_acted.emit()
    assert asked == ["export"]


def test_that_recent_projects_are_listed_and_forgotten(hands: Hands) -> None:
    preferences = hands.controller._preferences
    hands.until(lambda: len(preferences.recent()) > 0)
    hands.controller.leave_project()
    hands.window.welcome.clear.emit()
    assert preferences.recent() == []


def test_that_a_project_of_claims_alone_knows_no_entities(window: Hands, tmp_path: Path) -> None:
    path = tmp_path / "claims.curator"
    with projects.make(path, scheme="claims-only") as project:
        projects.take(project, "Ilse said rain fell.", annotations="ignore")
    window.open(path)
    window.press("E")
    assert window.document.in_view == {Layer.CLAIM}
    window.select("rain fell")
    window.press("6")
    assert window.at == "rain fell:denial+"
    window.press("D")
    window.until(lambda: window.document.view.done)
    assert window.toast()


def test_that_a_document_that_is_blind_says_so_and_shows_nothing(
    window: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "blind.curator"
    with projects.make(path, blind_share=1.0) as project:
        projects.take(project, "Ilse waved.", annotations="ignore")
    window.open(path)
    assert window.document.view.blind
    assert "blind" in window.pane.header._facts.text()
    window.select("Ilse")
    window.press("1")
    assert window.shown() == ["Ilse:PERSON+"]
