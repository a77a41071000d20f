"""`M`: where else a decision holds is shown before it is applied, and one undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox

from curator.domain.annotation import Layer
from curator.services import closing
from curator.store.project import Project
from curator.ui.do import Do
from curator.ui.identical.dialog import IdenticalDialog
from curator.ui.identical.identical import Identical
from curator.ui.identical.view import PlacesView
from curator.ui.session_lessons import SessionLessons
from curator.ui.widgets.line import Line
from tests.support import projects
from tests.ui import wire
from tests.ui.hands import Hands
from tests.ui.hindrances import Disk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FIRST = "[Velm:GPE?] slept. [Velm:ORG?] woke, Velm ran; [Velm Harbour:LOC?] lay still."
SECOND = "[Velm:GPE?] fell. [Velm:LOC!] rose."
THIRD = "Velm, velm."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three documents that name Velm, closed."""
    path = tmp_path_factory.mktemp("velm") / "velm.curator"
    with projects.make(path) as project:
        projects.take(project, FIRST, SECOND, THIRD)
    return path


@pytest.fixture(autouse=True)
def untaught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is learned: every change is one that was asked for."""
    monkeypatch.setattr(SessionLessons, "begin", lambda _self: None)


@pytest.fixture
def velm(window: Hands, made: Path, tmp_path: Path) -> Hands:
    """A copy of it, its first document open."""
    window.open(wire.copy(made, tmp_path))
    return window


def feature(hands: Hands) -> Identical:
    commands = hands.controller._commands
    assert commands is not None
    return next(one for one in commands.features if isinstance(one, Identical))


def dialog(hands: Hands) -> IdenticalDialog:
    found = feature(hands).dialog
    assert found is not None
    return found


def view(hands: Hands) -> PlacesView:
    (found,) = dialog(hands).findChildren(PlacesView)
    return found


def rows(hands: Hands) -> list[str]:
    model = view(hands).model()
    told = (str(model.index(row, 0).data()) for row in range(model.rowCount()))
    return [words.split(":")[0] for words in told]


def said(hands: Hands) -> list[str]:
    return [line.text() for line in dialog(hands).findChildren(Line) if line.isVisible()]


def ask(hands: Hands, key: str = "M") -> None:
    hands.type(key)
    hands.until(lambda: feature(hands).dialog is not None)
    hands.until(lambda: rows(hands))


def box(hands: Hands, name: str) -> QCheckBox:
    return next(b for b in dialog(hands).findChildren(QCheckBox) if b.accessibleName() == name)


def test_that_m_shows_every_place_here_with_what_will_happen(velm: Hands) -> None:
    velm.go("Velm:GPE?")
    velm.press("A")
    velm.go("Velm:GPE!")
    ask(velm)
    assert rows(velm) == [
        "ticked, ORG, gets the label",
        "ticked, unmarked, will be added",
        "not ticked, unmarked, inside “Velm Harbour”, will be added",
    ]
    assert "1 to relabel, 1 to add, in 1 document" in said(velm)
    assert "1 place is so already" in said(velm)


def test_that_enter_applies_it_and_one_undo_takes_all_of_it_back(velm: Hands) -> None:
    velm.go("Velm:GPE?")
    before = velm.shown()
    ask(velm)
    velm.type("Enter", on=view(velm))
    velm.settle()
    assert velm.shown() == ["Velm:GPE!", "Velm:GPE!", "Velm:GPE+", "Velm Harbour:LOC?"]
    velm.until(lambda: velm.acts()[0] == "identical")
    assert velm.toast() == "Accepted 3 in 1 document"
    assert feature(velm).dialog is None
    velm.do(Do.UNDO)
    velm.until(lambda: velm.shown() == before)
    velm.do(Do.REDO)
    velm.until(lambda: velm.stored()[0] == "Velm:GPE!")
    assert velm.sound()


def test_that_a_full_disk_changes_nothing_and_is_tried_again(velm: Hands, disk: Disk) -> None:
    velm.go("Velm:GPE?")
    before = velm.shown()
    ask(velm)
    disk.refuses = 1
    velm.type("Enter", on=view(velm))
    velm.until(velm.notices)
    assert velm.notices()[0].startswith("Not saved: ")
    assert velm.shown() == before
    velm.click("Try again")
    velm.until(lambda: velm.toast() == "Accepted 3 in 1 document")
    assert velm.stored()[0] == "Velm:GPE!"


def test_that_m_once_more_looks_through_all_documents(velm: Hands) -> None:
    velm.go("Velm:GPE?")
    ask(velm)
    velm.type("M", on=view(velm))
    velm.until(lambda: len(rows(velm)) == 7)
    assert rows(velm)[4:] == [
        "ticked, GPE, will be accepted",
        "not ticked, LOC, accepted earlier, gets the label",
        "ticked, unmarked, will be added",
    ]
    velm.type("Enter", on=view(velm))
    velm.settle()
    assert velm.stored(2) == ["Velm:GPE!", "Velm:LOC!"]
    assert velm.stored(3) == ["Velm:GPE+"]
    assert velm.toast() == "Accepted 5 in 3 documents"


def test_that_what_was_decided_earlier_is_overwritten_only_when_ticked(velm: Hands) -> None:
    velm.turn_to(2)
    velm.go("Velm:GPE?")
    ask(velm)
    velm.type("Down", "Space", on=view(velm))
    assert "1 to accept, 1 to relabel, in 1 document" in said(velm)
    assert "1 decided earlier will be overwritten" in said(velm)
    velm.type("Enter", on=view(velm))
    velm.settle()
    assert velm.stored(2) == ["Velm:GPE!", "Velm:GPE!"]


def test_that_shift_m_rejects_and_removes_what_is_ticked(velm: Hands) -> None:
    velm.go("Velm:GPE?")
    ask(velm, "Shift+M")
    assert rows(velm) == ["ticked, GPE, will be rejected", "not ticked, ORG, will be rejected"]
    velm.type("Ctrl+A", "Enter", on=view(velm))
    velm.settle()
    assert velm.stored()[:2] == ["Velm:GPE-", "Velm:ORG-"]
    assert velm.toast() == "Rejected 2 in 1 document"


def test_that_a_rejected_annotation_asks_to_reject(velm: Hands) -> None:
    velm.turn_to(2)
    velm.go("Velm:GPE?")
    velm.press("X")
    velm.session.reviewer.make_current(velm.find("Velm:GPE-").id)
    velm.type("M")
    velm.until(lambda: feature(velm).dialog is not None)
    velm.until(lambda: dialog(velm).wish.reject and rows(velm))
    assert rows(velm) == ["not ticked, LOC, accepted earlier, will be rejected"]


def test_that_unmarked_words_and_case_are_switched(velm: Hands) -> None:
    velm.turn_to(2)
    velm.go("Velm:GPE?")
    ask(velm)
    velm.type("M", on=view(velm))
    velm.until(lambda: len(rows(velm)) == 7)
    box(velm, "Match case").setChecked(False)
    velm.until(lambda: len(rows(velm)) == 8)
    box(velm, "Unmarked words too").setChecked(False)
    assert [row for row in rows(velm) if "unmarked" in row] == []


def test_that_closed_documents_are_counted_and_left_out(
    window: Hands, made: Path, tmp_path: Path
) -> None:
    path = wire.copy(made, tmp_path)
    with Project.open(path, write=True) as project:
        closing.close(project, 2, [Layer.ENTITY, Layer.CLAIM], leftover=None)
    window.open(path)
    window.go("Velm:GPE?")
    ask(window)
    window.type("M", on=view(window))
    window.until(lambda: len(rows(window)) == 5)
    assert any("2 in closed documents stay as they are" in words for words in said(window))
    box(window, "Closed documents too").setChecked(True)
    assert len(rows(window)) == 7
    assert "ticked, GPE, closed, will be accepted" in rows(window)


def test_that_nothing_more_to_decide_is_said(velm: Hands) -> None:
    velm.go("Velm Harbour:LOC?")
    velm.press("A")
    velm.go("Velm Harbour:LOC!")
    velm.type("M")
    velm.until(lambda: "Nothing more to decide in this document" in said(velm))
    assert "Nothing is ticked" in said(velm)
    velm.type("Enter", on=view(velm))
    assert feature(velm).dialog is not None
    velm.type("Escape", on=dialog(velm))
    velm.until(lambda: feature(velm).dialog is None)
    assert velm.window.focusWidget() is velm.pane.page


def test_that_a_place_in_another_document_is_gone_to(velm: Hands) -> None:
    velm.go("Velm:GPE?")
    ask(velm)
    velm.type("M", on=view(velm))
    velm.until(lambda: len(rows(velm)) == 7)
    view(velm).setCurrentIndex(view(velm).model().index(4, 0))
    view(velm).wanted.emit()
    velm.until(lambda: velm.document.view.id == 2)
    assert velm.at == "Velm:GPE?"


def test_that_every_control_has_a_name(velm: Hands) -> None:
    velm.go("Velm:GPE?")
    ask(velm)
    assert all(one.accessibleName() for one in dialog(velm).findChildren(QCheckBox))
    assert view(velm).accessibleName() == "Identical mentions"


def test_that_one_below_the_threshold_is_decided_first(hands: Hands) -> None:
    hands.pane.view_bar.threshold_moved.emit(0.0)
    hands.go("for rain:hope?")
    hands.type("M")
    assert "decide it first" in hands.toast()
    assert feature(hands).dialog is None
