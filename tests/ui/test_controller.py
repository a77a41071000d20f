"""Projects are opened, made, left and dropped on the window; the program remembers them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from curator.ui import dialogs_of
from curator.ui.dialogs.new_project import NewProject, NewProjectDialog
from curator.ui.do import Do
from curator.ui.imports.preview_window import PreviewWindow
from tests.ui import wire
from tests.ui.hands import Hands

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning"),
]


def lock(path: Path) -> Path:
    return path.with_name(path.name + "-lock")


def test_that_an_open_project_is_held_named_and_remembered(hands: Hands) -> None:
    path = hands.session.project.path
    assert lock(path).exists()
    assert hands.window.windowTitle() == "wire – Curator"
    preferences = hands.controller._preferences
    hands.until(lambda: [one.path for one in preferences.recent()][:1] == [str(path.resolve())])
    (recent, *_older) = preferences.recent()
    assert (recent.batches, recent.done, recent.total) == (1, 0, 4)
    assert preferences.last_project() == path.resolve()
    hands.do_quickly(Do.CLOSE_PROJECT)
    assert not lock(path).exists()
    assert preferences.last_project() is None


def test_that_a_project_that_cannot_be_opened_is_told_on_the_first_page(
    window: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "no.curator"
    path.write_text("no database")
    window.controller.open_project(path)
    window.until(window.notices)
    assert window.notices() == ["This is no project of Curator"]
    assert window.controller.session is None
    window.controller.open_project(tmp_path / "missing.curator")
    window.until(lambda: window.notices() == ["There is no such project"])


def test_that_a_project_of_an_older_curator_opens_and_says_where_its_copy_is(
    window: Hands, tmp_path: Path
) -> None:
    old = Path(__file__).parents[1] / "data" / "schema-1.curator"
    window.open(Path(shutil.copy(old, tmp_path / "old.curator")))
    assert window.notices() == ["The project was brought up to date"]
    (copy,) = (tmp_path / "old.curator-backups").iterdir()
    assert str(copy) in window.details()
    path = window.session.project.path
    window.controller.leave_project()
    window.open(path)
    assert window.notices() == []


def test_that_opening_twice_in_a_hurry_opens_once_and_for_writing(
    window: Hands, template: Path, tmp_path: Path
) -> None:
    """A double click used to open the project a second time, read only because held by itself."""
    path = wire.copy(template, tmp_path)
    window.window.welcome.open_recent.emit(path)
    window.window.welcome.open_recent.emit(path)
    window.until(window.has_document)
    window.settle()
    assert window.session.writable
    assert window.notices() == []
    window.controller.leave_project()
    assert not lock(path).exists()


def test_that_another_project_takes_the_place_of_the_open_one(
    hands: Hands, template: Path, tmp_path: Path
) -> None:
    first = hands.session.project.path
    second = wire.copy(template, tmp_path, "other.curator")
    hands.press("A")
    hands.open(second)
    assert not lock(first).exists()
    assert hands.session.project.path == second
    assert hands.shown()[0] == "Grain Board:ORG?"


def test_that_a_new_project_is_made_and_says_what_to_do(
    window: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = NewProject(tmp_path / "fresh.curator", "news", 0.0, ())
    monkeypatch.setattr(dialogs_of, "new_project", lambda *_: wanted)
    window.do_quickly(Do.NEW)
    window.until(lambda: window.controller.session is not None)
    window.until(window.pane._empty.isVisible)
    window.until(lambda: "No documents yet" in window.pane._empty.accessibleName())
    assert window.session.writable


def test_that_a_name_that_is_taken_is_refused(
    window: Hands, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = wire.copy(template, tmp_path)
    monkeypatch.setattr(dialogs_of, "new_project", lambda *_: NewProject(path, "news", 0.0, ()))
    window.window.welcome.new.emit()
    window.until(lambda: window.notices() == ["There is a file of that name already"])


def test_that_leaving_a_dialogue_does_nothing(
    window: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dialogs_of, "new_project", lambda *_: asked.append("new"))
    monkeypatch.setattr(dialogs_of, "project_to_open", lambda *_: asked.append("open"))
    window.do_quickly(Do.NEW)
    window.do_quickly(Do.OPEN)
    assert asked == ["new", "open"]
    assert window.controller.session is None


def test_that_the_dialogue_for_a_new_project_offers_the_schemes(window: Hands) -> None:
    made: list[str] = []

    def note(dialog: NewProjectDialog) -> None:
        made.extend(dialog.windowTitle())
        dialog.reject()

    window.answer(NewProjectDialog, note)
    assert dialogs_of.new_project(window.window, window.controller._themes.theme, ()) is None
    assert made


def test_that_places_are_asked_for(window: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = window.window
    for method, answer in (
        ("getOpenFileName", ("a.curator", "")),
        ("getOpenFileNames", (["b.txt", "c.txt"], "")),
        ("getExistingDirectory", "folder"),
    ):
        monkeypatch.setattr(QFileDialog, method, lambda *_, answer=answer: answer)
    assert dialogs_of.project_to_open(parent) == Path("a.curator")
    assert dialogs_of.files_to_import(parent, folder=False) == [Path("b.txt"), Path("c.txt")]
    assert dialogs_of.files_to_import(parent, folder=True) == [Path("folder")]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert dialogs_of.files_to_import(parent, folder=True) == []


def test_that_about_says_the_licence(window: Hands) -> None:
    said: list[str] = []

    def note(box: QMessageBox) -> None:
        said.append(box.informativeText())
        box.accept()

    window.answer(QMessageBox, note)
    window.do_quickly(Do.ABOUT)
    assert "MIT licence" in said[0]


def test_that_documents_dropped_on_the_first_page_go_into_a_new_project(
    window: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A short note.", encoding="utf-8")

    def ask(_parent: object, _theme: object, documents: list[Path]) -> NewProject:
        return NewProject(tmp_path / "fresh.curator", "news", 0.0, tuple(documents))

    monkeypatch.setattr(dialogs_of, "new_project", ask)
    window.window.welcome.dropped.emit([note])
    window.take_offered()
    window.until(window.has_document)
    window.settle()
    assert window.document.text == "A short note."


def test_that_a_new_project_stays_empty_where_what_was_dropped_is_not_wanted(
    window: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A short note.", encoding="utf-8")
    made = NewProject(tmp_path / "fresh.curator", "news", 0.0, (note,))
    monkeypatch.setattr(dialogs_of, "new_project", lambda *_: made)
    window.window.welcome.dropped.emit([note])
    window.until(lambda: window.window.findChildren(PreviewWindow))
    [shown] = window.window.findChildren(PreviewWindow)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    window.settle()
    assert window.total() == 0


def test_that_docks_are_hidden_and_shown(hands: Hands) -> None:
    hands.do_quickly(Do.QUEUE)
    assert not hands.window.queue.isVisible()
    hands.do_quickly(Do.QUEUE)
    assert hands.window.queue.isVisible()
    hands.do_quickly(Do.INSPECTOR)
    assert not hands.window.inspector.isVisible()
    hands.do_quickly(Do.INSPECTOR)


def test_that_the_theme_is_switched_at_run_time_and_remembered(hands: Hands) -> None:
    light = hands.window.grab().toImage()
    place = hands.pane.page.verticalScrollBar().value()
    hands.do_quickly(Do.DARK_THEME)
    dark = hands.window.grab().toImage()
    assert hands.controller._themes.theme.dark
    middle = hands.pane.page.mapTo(hands.window, QPoint(4, 200))
    assert dark.pixelColor(middle).lightness() < 80 < 180 < light.pixelColor(middle).lightness()
    assert hands.controller._preferences.theme == "dark"
    hands.press("A")
    assert hands.at == "Velm:GPE?"
    hands.do_quickly(Do.SYSTEM_THEME)
    assert hands.controller._preferences.theme == "system"
    hands.do_quickly(Do.LIGHT_THEME)
    assert not hands.controller._themes.theme.dark
    assert hands.pane.page.verticalScrollBar().value() == place
